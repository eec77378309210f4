import type { Language } from '../language.ts';
import { highest } from './highest.ts';
import type { Unit } from './units.ts';

/** What the meaning of a question says for one article: cosines of sentence vectors, between −1 and 1. */
export type MeaningScore = {
  /** Likeness to the nearest title or phrasing, and to the nearest passage. */
  question: number;
  passage: number;
};

/** A vector of length 1 about the centre of its language. */
export type Centred = Float32Array;

/** `lengths`: what the rows had before they were brought to length 1 about the centre. */
type Stored = { language: Language; units: readonly Unit[]; rows: Float32Array; lengths: Float32Array };

/** Up to this many articles are compared; of more those whose sketch is nearest. */
const mostCompared = 120;
const sketchSize = 96;

/** How much of its language's centre is taken from a vector; tried on questions across languages. */
const centring = 0.9;

/**
 * The meaning voice: vectors of length 1 of the units of articles (numbered by the caller). An encoder's vectors of one
 * language lie together, whatever they say; so cosines are taken about a centre for each language, the mean of what
 * people ask in it, which lifts what is found across languages by a quarter and more. In a large shop a sketch of each
 * article (the mean of its vectors under a random projection of signs, Achlioptas 2003) chooses which are compared unit
 * by unit.
 */
export function createMeaningVoice() {
  const articles = new Map<number, Stored>();
  let numbers: number[] | null = null;
  let dimensions = 0;
  let signs = new Int8Array(0);
  let sketches = new Float32Array(0);
  let centres: Record<Language, Float32Array> | null = null;

  const centreOf = (language: Language): Float32Array | null => {
    const centre = centres?.[language];
    return centre?.length === dimensions ? centre : null;
  };

  /** Moves `row` about the centre of its language and scales it to length 1. @returns the length it had about the centre */
  function centreRow(row: Float32Array, language: Language): number {
    const centre = centreOf(language);
    if (centre)
      for (let at = 0; at < row.length; at++)
        row[at] = (row[at] as number) - centring * (centre[at] as number);
    const length = Math.sqrt(product(row, row, 0)) || 1;
    for (let at = 0; at < row.length; at++) row[at] = (row[at] as number) / length;
    return length;
  }

  function sketch(vector: Float32Array, into: Float32Array): void {
    for (let line = 0; line < sketchSize; line++) {
      let sum = 0;
      for (let at = 0; at < dimensions; at++)
        sum += (signs[line * dimensions + at] as number) * (vector[at] as number);
      into[line] = sum;
    }
  }

  function reset(size: number): void {
    articles.clear();
    numbers = null;
    dimensions = size;
    let state = 1;
    signs = Int8Array.from({ length: sketchSize * size }, () => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return state & 0x10000 ? 1 : -1;
    });
    sketches = new Float32Array(0);
  }

  /** @param vectors one for each unit, in their order, all of the same dimension */
  function put(
    article: number,
    language: Language,
    units: readonly Unit[],
    vectors: readonly Float32Array[],
  ): void {
    const width = vectors[0]?.length ?? 0;
    if (width === 0) return;
    // Another encoder speaks another language of numbers: nothing of the old one can be compared.
    if (width !== dimensions) reset(width);
    const rows = new Float32Array(vectors.length * width);
    const mean = new Float32Array(width);
    const lengths = Float32Array.from(vectors, (vector, at) => {
      const row = rows.subarray(at * width, (at + 1) * width);
      row.set(vector);
      const length = centreRow(row, language);
      for (let i = 0; i < width; i++)
        mean[i] = (mean[i] as number) + ((row[i] as number) * length) / vectors.length;
      return length;
    });
    if (sketches.length < (article + 1) * sketchSize) {
      const grown = new Float32Array((article + 1) * 2 * sketchSize);
      grown.set(sketches);
      sketches = grown;
    }
    sketch(mean, sketches.subarray(article * sketchSize, (article + 1) * sketchSize));
    numbers = null;
    articles.set(article, { language, units, rows, lengths });
  }

  /** The vectors as they were put. */
  function originalsOf({ language, rows, lengths }: Stored): Float32Array[] {
    const centre = centreOf(language);
    return Array.from(lengths, (length, at) => {
      const row = rows.slice(at * dimensions, (at + 1) * dimensions);
      return row.map((value, i) => value * length + (centre ? centring * (centre[i] as number) : 0));
    });
  }

  return {
    put,
    /** The mean vectors of what is asked in each language; null where it is not known. */
    centre(next: Record<Language, Float32Array> | null): void {
      const known = [...articles].map(([article, stored]) => ({
        article,
        ...stored,
        vectors: originalsOf(stored),
      }));
      centres = next;
      for (const { article, language, units, vectors } of known) put(article, language, units, vectors);
    },
    remove(article: number): void {
      numbers = null;
      articles.delete(article);
    },
    /** A question's vector as it is compared; null where nothing can be compared with it. */
    read(meaning: Float32Array, language: Language): Centred | null {
      if (meaning.length !== dimensions || articles.size === 0) return null;
      const row = Float32Array.from(meaning);
      centreRow(row, language);
      return row;
    },
    /** The articles worth comparing with a question. */
    near(asked: Centred): readonly number[] {
      numbers ??= [...articles.keys()];
      if (numbers.length <= mostCompared) return numbers;
      const drawn = new Float32Array(sketchSize);
      sketch(asked, drawn);
      return highest(numbers, mostCompared, (article) => product(drawn, sketches, article * sketchSize));
    },
    /** One article compared with a question; null when its meaning is not known. */
    score(asked: Centred, article: number): MeaningScore | null {
      const stored = articles.get(article);
      if (!stored) return null;
      const { units, rows } = stored;
      const score: MeaningScore = { question: -1, passage: -1 };
      for (let at = 0; at < units.length; at++) {
        const cosine = product(asked, rows, at * dimensions);
        const spoken = units[at]?.kind === 'passage' ? 'passage' : 'question';
        if (cosine > score[spoken]) score[spoken] = cosine;
      }
      return score;
    },
    get size() {
      return articles.size;
    },
  };
}

/** The product of `a` with as many numbers of `b`; four sums at once, which the compiler keeps apart. */
function product(a: Float32Array, b: Float32Array, from: number): number {
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  for (let at = 0; at < a.length; at += 4) {
    sum0 += (a[at] as number) * (b[from + at] as number);
    sum1 += (a[at + 1] as number) * (b[from + at + 1] as number);
    sum2 += (a[at + 2] as number) * (b[from + at + 2] as number);
    sum3 += (a[at + 3] as number) * (b[from + at + 3] as number);
  }
  return sum0 + sum1 + sum2 + sum3;
}
