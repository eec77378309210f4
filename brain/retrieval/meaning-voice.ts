import type { Language } from '../language.ts';
import { highest } from './highest.ts';
import type { Unit } from './units.ts';

/** A question's vector, and the language it is asked in. */
export type Meant = { meaning: Float32Array; language: Language };

/** What the meaning of a question says for one article: cosines of sentence vectors, between −1 and 1. */
export type MeaningScore = {
  /** Likeness to the nearest title or phrasing, and to the nearest passage. */
  question: number;
  passage: number;
};

type Stored = {
  language: Language;
  units: readonly Unit[];
  vectors: readonly Float32Array[];
  /** For each unit its products with the centres of zh and en, and its length about its own language's centre. */
  about: Float32Array;
};

/** Up to this many articles all are compared; of more only those whose sketch is near. */
const mostCompared = 1000;
const sketched = 300;
const sketchSize = 96;

/** How much of its language's centre is taken from a vector; tried on questions across languages. */
const centring = 0.9;

/**
 * The meaning voice: vectors of length 1 of the units of articles (numbered by the caller). An encoder's vectors of one
 * language lie together, whatever they say; so cosines are taken about a centre for each language, the mean of what
 * people ask in it, which lifts what is found across languages by a quarter and more. In a large shop a sketch of each article (the mean of its vectors under a random projection of
 * signs, Achlioptas 2003) chooses which are compared unit by unit.
 */
export function createMeaningVoice() {
  const articles = new Map<number, Stored>();
  let dimensions = 0;
  let signs = new Int8Array(0);
  let sketches = new Float32Array(0);
  let centres: Record<Language, Float32Array> | null = null;

  function aboutOf(language: Language, vectors: readonly Float32Array[]): Float32Array {
    const about = new Float32Array(vectors.length * 3);
    vectors.forEach((vector, at) => {
      about.set(placeOf(vector, language), at * 3);
    });
    return about;
  }

  /** Products with both centres, and the length about the language's own. */
  function placeOf(vector: Float32Array, language: Language): [zh: number, en: number, length: number] {
    if (!centres || centres.zh.length !== vector.length) return [0, 0, 1];
    const [zh, en] = [product(vector, centres.zh, 0), product(vector, centres.en, 0)];
    const along = language === 'zh' ? zh : en;
    const square = product(centres[language], centres[language], 0);
    return [zh, en, Math.sqrt(Math.max(1e-6, 1 - 2 * centring * along + centring * centring * square))];
  }

  function sketch(vectors: readonly Float32Array[], language: Language, into: Float32Array): void {
    const centre = centres?.[language];
    const mean =
      centre?.length === dimensions ? centre.map((value) => -centring * value) : new Float32Array(dimensions);
    for (const vector of vectors) {
      for (let at = 0; at < dimensions; at++)
        mean[at] = (mean[at] as number) + (vector[at] as number) / vectors.length;
    }
    for (let row = 0; row < sketchSize; row++) {
      let sum = 0;
      for (let at = 0; at < dimensions; at++)
        sum += (signs[row * dimensions + at] as number) * (mean[at] as number);
      into[row] = sum;
    }
  }

  function reset(size: number): void {
    articles.clear();
    dimensions = size;
    let state = 1;
    signs = Int8Array.from({ length: sketchSize * size }, () => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return state & 0x10000 ? 1 : -1;
    });
    sketches = new Float32Array(0);
  }

  return {
    /** @param vectors one for each unit, in their order, all of the same dimension */
    put(article: number, language: Language, units: readonly Unit[], vectors: readonly Float32Array[]): void {
      const size = vectors[0]?.length ?? 0;
      if (size === 0) return;
      // Another encoder speaks another language of numbers: nothing of the old one can be compared.
      if (size !== dimensions) reset(size);
      if (sketches.length < (article + 1) * sketchSize) {
        const grown = new Float32Array((article + 1) * 2 * sketchSize);
        grown.set(sketches);
        sketches = grown;
      }
      sketch(vectors, language, sketches.subarray(article * sketchSize, (article + 1) * sketchSize));
      articles.set(article, { language, units, vectors, about: aboutOf(language, vectors) });
    },
    /** The mean vectors of what is asked in each language; null where it is not known. */
    centre(next: Record<Language, Float32Array> | null): void {
      centres = next;
      for (const [article, { language, units, vectors }] of [...articles])
        this.put(article, language, units, vectors);
    },
    remove(article: number): void {
      articles.delete(article);
    },
    /** The articles worth comparing with a question. */
    near({ meaning, language }: Meant): number[] {
      if (meaning.length !== dimensions) return [];
      const all = [...articles.keys()];
      if (all.length <= mostCompared) return all;
      const asked = new Float32Array(sketchSize);
      sketch([meaning], language, asked);
      return highest(all, sketched, (article) => product(asked, sketches, article * sketchSize));
    },
    /** One article compared with a question; null when its meaning is not known. */
    score(asked: Meant, article: number): MeaningScore | null {
      const stored = articles.get(article);
      if (!stored || asked.meaning.length !== dimensions) return null;
      const { units, vectors, about } = stored;
      const side = stored.language === 'zh' ? 0 : 1;
      const place = placeOf(asked.meaning, asked.language);
      const between = centres ? product(centres[asked.language], centres[stored.language], 0) : 0;
      const constant = centring * centring * between - centring * place[side];
      const score: MeaningScore = { question: -1, passage: -1 };
      for (let at = 0; at < units.length; at++) {
        const ofUnit = about[at * 3 + (asked.language === 'zh' ? 0 : 1)] as number;
        const raw = product(asked.meaning, vectors[at] as Float32Array, 0);
        const cosine = (raw + constant - centring * ofUnit) / (place[2] * (about[at * 3 + 2] as number));
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
