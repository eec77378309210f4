import { tokensOf } from '../text/tokens.ts';
import { highest } from './highest.ts';
import { createPostings } from './postings.ts';
import type { Unit } from './units.ts';

/** What the words of a question say, by article number; shares between 0 and 1. Valid until the next `score`. */
export type LexicalScores = {
  /** Articles that share words with the question. */
  articles: number[];
  /** Likeness to the nearest title or phrasing: idf-weighted Dice coefficient. */
  question: Float32Array;
  /** The unit that is nearest; only where `question` is above 0. */
  nearest: Int32Array;
  /** BM25 of the best passage, as a share of what a passage with every word would reach. */
  passage: Float32Array;
};

/** Entries of posting lists read for one question before common tokens are left for later. */
const mostVisited = 8000;
const mostPromising = 300;

type StoredUnit = { article: number; unit: Unit; tokens: string[]; size: number };

/**
 * The lexical voice: an incremental inverted index over the units of articles (numbered by the caller). `put` and
 * `remove` cost the article's tokens, `score` the posting lists of the question's. Passages are scored by BM25
 * (Robertson & Zaragoza 2009, k1 = 1.2, b = 0.5), titles and phrasings by the Dice coefficient over idf weights.
 */
export function createLexicalVoice() {
  const units: (StoredUnit | null)[] = [];
  const free: number[] = [];
  const postings = createPostings();
  const documentCount = new Map<string, number>();
  const ofArticle = new Map<number, { units: number[]; vocabulary: Set<string> }>();
  let overlap = new Float32Array(0);
  const scores: LexicalScores = {
    articles: [],
    question: new Float32Array(0),
    nearest: new Int32Array(0),
    passage: new Float32Array(0),
  };
  let seen = new Uint8Array(0);
  let passageTokens = 0;
  let passages = 0;
  let sizesAreOld = false;
  let lastArticle = 0;

  function idf(token: string): number {
    const containing = documentCount.get(token) ?? 0;
    return Math.log(1 + (ofArticle.size - containing + 0.5) / (containing + 0.5));
  }

  function put(article: number, texts: readonly Unit[]): void {
    lastArticle = Math.max(lastArticle, article);
    const vocabulary = new Set<string>();
    const numbers = texts.map((unit) => {
      const tokens = [...new Set(tokensOf(unit.text).map((token) => token.text))];
      const at = free.pop() ?? units.length;
      units[at] = { article, unit, tokens, size: 0 };
      for (const token of tokens) {
        postings.add(token, at);
        vocabulary.add(token);
      }
      if (unit.kind === 'passage') {
        passages++;
        passageTokens += tokens.length;
      }
      return at;
    });
    ofArticle.set(article, { units: numbers, vocabulary });
    for (const token of vocabulary) documentCount.set(token, (documentCount.get(token) ?? 0) + 1);
    sizesAreOld = true;
  }

  function remove(article: number): void {
    const known = ofArticle.get(article);
    if (!known) return;
    for (const at of known.units) {
      const { unit, tokens } = units[at] as StoredUnit;
      for (const token of tokens) postings.remove(token, at);
      if (unit.kind === 'passage') {
        passages--;
        passageTokens -= tokens.length;
      }
      units[at] = null;
      free.push(at);
    }
    for (const token of known.vocabulary) {
      const left = (documentCount.get(token) ?? 1) - 1;
      if (left > 0) documentCount.set(token, left);
      else documentCount.delete(token);
    }
    ofArticle.delete(article);
    sizesAreOld = true;
  }

  /** A unit's size is the sum of its tokens' idf, which every change of the knowledge moves a little. */
  function renewSizes(): void {
    if (!sizesAreOld) return;
    sizesAreOld = false;
    if (overlap.length < units.length) overlap = new Float32Array(units.length * 2);
    if (seen.length <= lastArticle) {
      const room = (lastArticle + 1) * 2;
      scores.question = new Float32Array(room);
      scores.nearest = new Int32Array(room);
      scores.passage = new Float32Array(room);
      seen = new Uint8Array(room);
    }
    const weights = new Map<string, number>();
    const weightOf = (token: string) => {
      let weight = weights.get(token);
      if (weight === undefined) {
        weight = idf(token);
        weights.set(token, weight);
      }
      return weight;
    };
    for (const stored of units) {
      if (!stored) continue;
      stored.size = 0;
      for (const token of stored.tokens) stored.size += weightOf(token);
    }
  }

  /**
   * Adds up, for every unit, the weight of the tokens it shares with the question. Rare tokens come first; when their
   * lists have been long enough to choose by, common ones are only looked up in the units that are promising already.
   * @returns the units whose `overlap` is set
   */
  function gather({ weights, total }: LexicalQuery): number[] {
    const touched: number[] = [];
    let visited = 0;
    const rest: [token: string, weight: number][] = [];
    for (const [token, weight] of [...weights].sort((a, b) => b[1] - a[1])) {
      const list = postings.get(token);
      if (!list) continue;
      if (visited > 0 && visited + list.length > mostVisited) {
        rest.push([token, weight]);
        continue;
      }
      visited += list.length;
      for (let at = 0; at < list.length; at++) {
        const unit = list.units[at] as number;
        if (overlap[unit] === 0) touched.push(unit);
        overlap[unit] = (overlap[unit] as number) + weight;
      }
    }
    if (rest.length === 0) return touched;
    const sizeOf = (at: number) => (units[at] as StoredUnit).size;
    const promising = highest(touched, mostPromising, (at) => (overlap[at] as number) / (total + sizeOf(at)));
    const kept = new Float32Array(promising.length);
    promising.forEach((at, i) => {
      const { tokens } = units[at] as StoredUnit;
      kept[i] = rest.reduce(
        (sum, [token, weight]) => (tokens.includes(token) ? sum + weight : sum),
        overlap[at] as number,
      );
    });
    for (const at of touched) overlap[at] = 0;
    promising.forEach((at, i) => {
      overlap[at] = kept[i] as number;
    });
    return promising;
  }

  /** Scores the articles that share words with the question. */
  function score(query: LexicalQuery): LexicalScores {
    renewSizes();
    for (const article of scores.articles) {
      scores.question[article] = 0;
      scores.passage[article] = 0;
      seen[article] = 0;
    }
    scores.articles = [];
    const { total } = query;
    const touched = gather(query);
    const averageLength = passageTokens / Math.max(1, passages);
    for (const at of touched) {
      const shared = overlap[at] as number;
      overlap[at] = 0;
      const { article, unit, tokens, size } = units[at] as StoredUnit;
      if (seen[article] === 0) {
        seen[article] = 1;
        scores.articles.push(article);
      }
      if (unit.kind === 'passage') {
        // Tokens are counted once a passage, so BM25's term frequency is 1.
        const bm25 = (shared * 2.2) / (1 + 1.2 * (0.5 + (0.5 * tokens.length) / averageLength)) / total;
        if (bm25 > (scores.passage[article] as number)) scores.passage[article] = bm25;
        continue;
      }
      const likeness = (2 * shared) / (total + size);
      if (likeness > (scores.question[article] as number)) {
        scores.question[article] = likeness;
        scores.nearest[article] = at;
      }
    }
    return scores;
  }

  /** The question's tokens with their idf; a token no article has weighs the most. */
  function read(text: string): LexicalQuery {
    const weights = new Map<string, number>();
    const content = new Set<string>();
    let total = 0;
    for (const token of tokensOf(text)) {
      if (token.content) content.add(token.text);
      if (weights.has(token.text)) continue;
      const weight = idf(token.text);
      weights.set(token.text, weight);
      total += weight;
    }
    return { weights, content, total: Math.max(total, 1e-9) };
  }

  return {
    put,
    remove,
    read,
    score,
    /** Whether any article has this token. */
    has: (token: string) => documentCount.has(token),
    unit: (at: number): Unit | undefined => units[at]?.unit,
    vocabulary: (article: number): ReadonlySet<string> => ofArticle.get(article)?.vocabulary ?? new Set(),
    get size() {
      return ofArticle.size;
    },
  };
}

/** The tokens of a question with their weights, and which of them carry content. */
export type LexicalQuery = { weights: Map<string, number>; content: Set<string>; total: number };
