import type { Features } from './ngrams.ts';

/**
 * A linear one-against-rest classifier over sparse features, kept as posting lists: for every feature the classes it
 * speaks for or against. Plain data, so that it can be trained in a worker and sent over.
 */
export type Classifier = {
  /** Label → its place in `bias` and in the margins. */
  classes: Map<string, number>;
  /** Feature → row in `starts`. */
  rows: Map<number, number>;
  starts: Int32Array;
  classOf: Int32Array;
  weightOf: Float32Array;
  idf: Float32Array;
  bias: Float32Array;
};

export type Example = { features: Features; label: string };

const cost = 1;
const epochs = 12;
/** Examples visited in an epoch, over all classes: with many classes each is trained against fewer others, spread evenly. */
const mostVisits = 2_000_000;
const fewestNegatives = 200;

/**
 * Trains by dual coordinate descent on the L2-loss support vector machine (Hsieh et al. 2008, algorithm 1), a class
 * at a time, positives weighed up to the root of their rarity.
 */
export function trainClassifier(examples: readonly Example[]): Classifier {
  const classes = new Map([...new Set(examples.map((one) => one.label))].map((label, at) => [label, at]));
  const rows = new Map<number, number>();
  const counts: number[] = [];
  for (const { features } of examples) {
    for (const feature of features) {
      const row = rows.get(feature);
      if (row === undefined) {
        rows.set(feature, counts.length);
        counts.push(1);
      } else counts[row] = (counts[row] as number) + 1;
    }
  }
  const idf = Float32Array.from(counts, (count) => Math.log(1 + examples.length / count));
  const vectors = examples.map(({ features }) => sparse(features, rows, idf));
  const labels = Int32Array.from(examples, (one) => classes.get(one.label) as number);

  const lists: { at: number[]; weight: number[] }[] = counts.map(() => ({ at: [], weight: [] }));
  const bias = new Float32Array(classes.size);
  const weights = new Float32Array(counts.length);
  const byClass: number[][] = Array.from(classes, () => []);
  labels.forEach((label, at) => {
    (byClass[label] as number[]).push(at);
  });
  const random = createRandom(7);
  for (let label = 0; label < classes.size; label++) {
    const positives = byClass[label] as number[];
    const step = Math.max(1, examples.length / Math.max(fewestNegatives, mostVisits / classes.size));
    const chosen = [...positives];
    for (let at = 0; at < examples.length; at += step) {
      const one = Math.floor(at);
      if (labels[one] !== label) chosen.push(one);
    }
    weights.fill(0);
    let own = 0;
    const alpha = new Float32Array(chosen.length);
    const rarity = Math.sqrt((chosen.length - positives.length) / Math.max(1, positives.length));
    const order = Int32Array.from(chosen.keys());
    for (let epoch = 0; epoch < epochs; epoch++) {
      shuffle(order, random);
      for (const at of order) {
        const { ids, values } = vectors[chosen[at] as number] as Sparse;
        const sign = labels[chosen[at] as number] === label ? 1 : -1;
        const slack = 1 / (2 * cost * (sign > 0 ? rarity : 1));
        let score = own;
        for (let i = 0; i < ids.length; i++)
          score += (weights[ids[i] as number] as number) * (values[i] as number);
        const before = alpha[at] as number;
        const gradient = sign * score - 1 + slack * before;
        if (before === 0 && gradient >= 0) continue;
        // Vectors have length 1, and the bias adds 1.
        const after = Math.max(0, before - gradient / (2 + slack));
        const change = (after - before) * sign;
        if (change === 0) continue;
        alpha[at] = after;
        own += change;
        for (let i = 0; i < ids.length; i++)
          weights[ids[i] as number] = (weights[ids[i] as number] as number) + change * (values[i] as number);
      }
    }
    bias[label] = own;
    for (let row = 0; row < weights.length; row++) {
      const weight = weights[row] as number;
      if (Math.abs(weight) < 0.01) continue;
      const list = lists[row] as { at: number[]; weight: number[] };
      list.at.push(label);
      list.weight.push(weight);
    }
  }
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, row) => {
    starts[row + 1] = (starts[row] as number) + list.at.length;
  });
  return {
    classes,
    rows,
    starts,
    classOf: Int32Array.from(lists.flatMap((list) => list.at)),
    weightOf: Float32Array.from(lists.flatMap((list) => list.weight)),
    idf,
    bias,
  };
}

/** The margin of every class: above 0 speaks for it, typical values −1 to 1. */
export function classify(classifier: Classifier, features: Features): Float32Array {
  const { ids, values } = sparse(features, classifier.rows, classifier.idf);
  const scores = Float32Array.from(classifier.bias);
  for (let i = 0; i < ids.length; i++) {
    const row = ids[i] as number;
    const value = values[i] as number;
    for (let at = classifier.starts[row] as number; at < (classifier.starts[row + 1] as number); at++) {
      const label = classifier.classOf[at] as number;
      scores[label] = (scores[label] as number) + value * (classifier.weightOf[at] as number);
    }
  }
  return scores;
}

type Sparse = { ids: Int32Array; values: Float32Array };

/** Known features with their idf, scaled to length 1 (unknown ones count in the length: what is new lowers the score). */
function sparse(features: Features, rows: Map<number, number>, idf: Float32Array): Sparse {
  const ids: number[] = [];
  let square = 0;
  const unseen = idf.length > 0 ? Math.max(1, idf[0] as number) : 1;
  for (const feature of features) {
    const row = rows.get(feature);
    if (row === undefined) square += unseen * unseen * 0.5;
    else {
      ids.push(row);
      square += (idf[row] as number) ** 2;
    }
  }
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
  return { ids: Int32Array.from(ids), values: Float32Array.from(ids, (row) => (idf[row] as number) * scale) };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] as number;
    order[at] = order[other] as number;
    order[other] = kept;
  }
}

/** Deterministic numbers in [0, 1) (mulberry32): the same shop trains the same classifier. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
