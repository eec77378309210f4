import type { Language } from '../language.ts';
import { highest } from './highest.ts';
import type { Unit } from './units.ts';
import { createVectors } from './vectors.ts';

/** What the meaning of a question says for one article: cosines of sentence vectors, between −1 and 1. */
export type MeaningScore = {
  /**
   * Likeness to the nearest title or phrasing, to the nearest passage (where there is none, its titles and phrasings are all
   * it says), and to the mean of all.
   */
  question: number;
  passage: number;
  all: number;
};

/** An article's units as rows of `vectors`, of length 1 about the centre of their language. */
type Stored = {
  language: Language;
  units: readonly Unit[];
  rows: number[];
  /** What the rows had for a length before. */
  lengths: number[];
  /** The length of the rows' mean. */
  together: number;
  sketch: number;
};

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
  /** All articles and their sketches, side by side; null when they have changed. */
  let listed: { numbers: number[]; sketches: number[]; places: number[] } | null = null;
  let signs = new Int8Array(0);
  let vectors = createVectors(0);
  let sketches = createVectors(sketchSize);
  /** The question of now, in both. */
  let asked = { row: 0, sketch: 0 };
  let centres: Record<Language, Float32Array> | null = null;

  /** A vector about the centre of its language, of length 1, and the length it had there. */
  function centred(vector: Float32Array, language: Language): { row: Float32Array; length: number } {
    const centre = centreOf(language);
    const row = centre ? vector.map((value, at) => value - centring * (centre[at] as number)) : vector;
    const length = lengthOf(row);
    return { row: row.map((value) => value / length), length };
  }

  function centreOf(language: Language): Float32Array | null {
    const centre = centres?.[language];
    return centre?.length === vectors.width ? centre : null;
  }

  function sketchOf(vector: Float32Array): Float32Array {
    return Float32Array.from({ length: sketchSize }, (_, line) => {
      const from = line * vectors.width;
      let sum = 0;
      for (let at = 0; at < vector.length; at++) sum += (signs[from + at] as number) * (vector[at] as number);
      return sum;
    });
  }

  function reset(width: number): void {
    articles.clear();
    listed = null;
    vectors = createVectors(width);
    sketches = createVectors(sketchSize);
    asked = { row: vectors.add([]), sketch: sketches.add([]) };
    let state = 1;
    signs = Int8Array.from({ length: sketchSize * width }, () => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return state & 0x10000 ? 1 : -1;
    });
  }

  /** @param meant one vector for each unit, in their order, all of the same dimension */
  function put(
    article: number,
    language: Language,
    units: readonly Unit[],
    meant: readonly Float32Array[],
  ): void {
    remove(article);
    const width = meant[0]?.length ?? 0;
    if (width === 0) return;
    // Another encoder speaks another language of numbers: nothing of the old one can be compared.
    if (width !== vectors.width) reset(width);
    const about = meant.map((vector) => centred(vector, language));
    const mean = new Float32Array(width);
    const together = new Float32Array(width);
    for (const { row, length } of about) {
      for (let at = 0; at < width; at++) {
        mean[at] = (mean[at] as number) + ((row[at] as number) * length) / meant.length;
        together[at] = (together[at] as number) + (row[at] as number) / meant.length;
      }
    }
    articles.set(article, {
      language,
      units,
      rows: about.map(({ row }) => vectors.add(row)),
      lengths: about.map(({ length }) => length),
      together: lengthOf(together),
      sketch: sketches.add(sketchOf(mean)),
    });
    listed = null;
  }

  function remove(article: number): void {
    const stored = articles.get(article);
    if (!stored) return;
    articles.delete(article);
    listed = null;
    for (const row of stored.rows) vectors.remove(row);
    sketches.remove(stored.sketch);
  }

  /** The vectors as they were put. */
  function originalsOf({ language, rows, lengths }: Stored): Float32Array[] {
    const centre = centreOf(language);
    return rows.map((row, at) =>
      vectors
        .copy(row)
        .map((value, i) => value * (lengths[at] as number) + (centre ? centring * (centre[i] as number) : 0)),
    );
  }

  return {
    put,
    remove,
    /** The mean vectors of what is asked in each language; null where it is not known. */
    centre(next: Record<Language, Float32Array> | null): void {
      const known = [...articles].map(([article, stored]) => ({
        article,
        ...stored,
        meant: originalsOf(stored),
      }));
      centres = next;
      for (const { article, language, units, meant } of known) put(article, language, units, meant);
    },
    /**
     * Takes a question: `near` and `score` are about it until the next one.
     * @returns whether anything can be compared with it
     */
    ask(meaning: Float32Array, language: Language): boolean {
      if (meaning.length !== vectors.width || articles.size === 0) return false;
      const { row } = centred(meaning, language);
      vectors.set(asked.row, row);
      if (articles.size > mostCompared) sketches.set(asked.sketch, sketchOf(row));
      return true;
    },
    /** The articles worth comparing with the question. */
    near(): readonly number[] {
      listed ??= {
        numbers: [...articles.keys()],
        sketches: Array.from(articles.values(), (stored) => stored.sketch),
        places: [...Array(articles.size).keys()],
      };
      const { numbers, sketches: of, places } = listed;
      if (numbers.length <= mostCompared) return numbers;
      return highest(places, mostCompared, (at) => sketches.product(asked.sketch, of[at] as number)).map(
        (at) => numbers[at] as number,
      );
    },
    /** One article compared with the question; null when its meaning is not known. */
    score(article: number): MeaningScore | null {
      const stored = articles.get(article);
      if (!stored) return null;
      const { units, rows, together } = stored;
      const score: MeaningScore = { question: -1, passage: -1, all: 0 };
      for (let at = 0; at < rows.length; at++) {
        const cosine = vectors.product(asked.row, rows[at] as number);
        const spoken = units[at]?.kind === 'passage' ? 'passage' : 'question';
        if (cosine > score[spoken]) score[spoken] = cosine;
        score.all += cosine;
      }
      score.all /= rows.length * together;
      if (score.passage === -1) score.passage = score.question;
      return score;
    },
    get size() {
      return articles.size;
    },
  };
}

function lengthOf(vector: Float32Array): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1;
}
