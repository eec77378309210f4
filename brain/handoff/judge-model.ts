import { remembered } from '../text/remembered.ts';
import { bothWeights, buckets, headNames, meaningHeads, wordHeads, wordWeights } from './judge-weights.ts';

/** What a message by itself seems to be about, as the model learned it (tools/handoff-policy/train.py). */
export type Head = (typeof headNames)[number];

/** How likely it is, 0 to 1, that a person is needed now; that one should be offered; that something has gone wrong. */
export type Likelihoods = { handOff: number; offer: number; wrong: number };

/**
 * As the training program writes it, numbers in rows: logistic regression, and beside it small trees of depth three, of
 * each the signals of its seven questions breadth first, their limits and the eight leaves. The sum is a logit, with a
 * half at `line`.
 */
export type PackedDecider = { weights: string; bias: number; line: number; trees: string };

type Decider = { weights: Float64Array; bias: number; trees: Float64Array };

const columns = headNames.length;
const words = unpack(wordHeads.rows);
const meanings = unpack(meaningHeads.rows);
const withWords = unpacked(wordWeights);
const withMeaning = unpacked(bothWeights);
const longest = 600;
const piece = /[\u4e00-\u9fff]+|[a-z0-9']+/g;
/** A message that is not there is about nothing. */
const nothing = -4;

/**
 * The logit of every head for a message. Logistic regression over hashed n-grams; with a sentence vector the mean of its
 * logit and that of the vector's own heads. Looks at the first 600 characters.
 * @param meaning L2-normalised `query: ` vector of the text, if there is one
 */
export function headsOf(text: string | null, meaning: Float32Array | null): number[] {
  if (text === null) return headNames.map(() => nothing);
  const logits = wordLogits(text);
  if (!knowsMeaning(meaning)) return logits;
  const second = meaningHeads.bias.slice();
  for (let at = 0; at < meaning.length; at++) {
    const value = (meaning[at] as number) * meaningHeads.scale;
    for (let head = 0; head < columns; head++)
      second[head] = (second[head] as number) + value * (meanings[at * columns + head] as number);
  }
  return logits.map((logit, head) => (logit + (second[head] as number)) / 2);
}

/** Is this a vector the model was trained with? Another encoder's has another length. */
export function knowsMeaning(meaning: Float32Array | null): meaning is Float32Array {
  return meaning !== null && meaning.length * columns === meanings.length;
}

/** @param signals in the order of judge-signals.ts, behind the heads of this message and of the one before it */
export function likelihoods(signals: readonly number[], hasMeaning: boolean): Likelihoods {
  const { handOff, offer, wrong } = hasMeaning ? withMeaning : withWords;
  return { handOff: decide(handOff, signals), offer: decide(offer, signals), wrong: decide(wrong, signals) };
}

const asks = 7;
const treeSize = 2 * asks + 8;

function decide({ weights, bias, trees }: Decider, signals: readonly number[]): number {
  let logit = bias;
  for (let at = 0; at < weights.length; at++) logit += (weights[at] as number) * (signals[at] as number);
  for (let start = 0; start < trees.length; start += treeSize) {
    let at = 0;
    while (at < asks) {
      const signal = signals[trees[start + at] as number] as number;
      at = 2 * at + (signal <= (trees[start + asks + at] as number) ? 1 : 2);
    }
    logit += trees[start + asks + at] as number;
  }
  return logistic(logit);
}

export function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

const wordLogits = remembered((text): number[] => {
  const grams = gramsOf(text);
  const rows = new Set(grams.map(bucketOf));
  const value = wordHeads.scale / Math.max(1, Math.sqrt(rows.size));
  const logits: number[] = wordHeads.bias.slice();
  for (const row of rows) {
    for (let head = 0; head < columns; head++)
      logits[head] = (logits[head] as number) + value * (words[row * columns + head] as number);
  }
  return logits;
});

/** The n-grams: words, pairs of words, parts of long words; of Chinese every run of one to three characters. */
function gramsOf(text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase().replaceAll('’', "'").slice(0, longest);
  const found = new Set<string>();
  let before = '^';
  for (const [run] of folded.matchAll(piece)) {
    if (run >= '\u4e00') {
      for (let length = 1; length <= 3; length++)
        for (let at = 0; at + length <= run.length; at++) found.add(run.slice(at, at + length));
      before = '^';
      continue;
    }
    const word = run.replace(/\d/g, '0');
    found.add(`w:${word}`);
    found.add(`b:${before} ${word}`);
    before = word;
    for (let at = 0; word.length > 4 && at + 4 <= word.length; at++) found.add(`c:${word.slice(at, at + 4)}`);
  }
  return [...found];
}

/** FNV-1a over code units. */
function bucketOf(text: string): number {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619) >>> 0;
  return hash % buckets;
}

function unpack(packed: string): Int8Array {
  const bytes = atob(packed);
  return Int8Array.from(bytes, (byte) => byte.charCodeAt(0));
}

function unpacked<Name extends string>(deciders: Record<Name, PackedDecider>): Record<Name, Decider> {
  const row = (numbers: string) => Float64Array.from(numbers === '' ? [] : numbers.split(' '), Number);
  const one = ({ weights, bias, line, trees }: PackedDecider) => ({
    weights: row(weights),
    bias: bias - line,
    trees: row(trees),
  });
  return Object.fromEntries(
    Object.entries<PackedDecider>(deciders).map(([name, decider]) => [name, one(decider)]),
  ) as Record<Name, Decider>;
}
