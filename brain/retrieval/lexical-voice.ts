import { tokensOf } from '../text/tokens.ts';
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

/** Entries of posting lists a question may bring units in by; then common tokens only add to units that are in already. */
const mostOpened = 8000;

type StoredUnit = { unit: Unit; tokens: string[] };

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
  // By unit, in arrays of numbers, since one question reads thousands of them.
  let owner = new Int32Array(0);
  let size = new Float32Array(0);
  let overlap = new Float32Array(0);
  /** How many tokens a passage has; 0 for titles and phrasings. */
  let bodyLength = new Int32Array(0);
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

  function makeRoom(): void {
    if (units.length <= owner.length) return;
    const room = units.length * 2;
    owner = grown(owner, new Int32Array(room));
    bodyLength = grown(bodyLength, new Int32Array(room));
    size = new Float32Array(room);
    overlap = new Float32Array(room);
  }

  function put(article: number, texts: readonly Unit[]): void {
    lastArticle = Math.max(lastArticle, article);
    const vocabulary = new Set<string>();
    const numbers = texts.map((unit) => {
      const tokens = [...new Set(tokensOf(unit.text).map((token) => token.text))];
      const at = free.pop() ?? units.length;
      units[at] = { unit, tokens };
      makeRoom();
      owner[at] = article;
      bodyLength[at] = unit.kind === 'passage' ? tokens.length : 0;
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
    units.forEach((stored, at) => {
      size[at] = (stored?.tokens ?? []).reduce((sum, token) => sum + weightOf(token), 0);
    });
  }

  /**
   * Adds up, for every unit, the weight of the tokens it shares with the question, rare tokens first.
   * @returns the units whose `overlap` is set
   */
  function gather({ weights }: LexicalQuery): number[] {
    const touched: number[] = [];
    let opened = 0;
    for (const [token, weight] of [...weights].sort((a, b) => b[1] - a[1])) {
      const list = postings.get(token);
      if (!list) continue;
      const opens = opened === 0 || opened + list.length <= mostOpened;
      if (opens) opened += list.length;
      const { units: sharing, length } = list;
      for (let at = 0; at < length; at++) {
        const unit = sharing[at] as number;
        if (overlap[unit] === 0) {
          if (!opens) continue;
          touched.push(unit);
        }
        overlap[unit] = (overlap[unit] as number) + weight;
      }
    }
    return touched;
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
      const article = owner[at] as number;
      if (seen[article] === 0) {
        seen[article] = 1;
        scores.articles.push(article);
      }
      const length = bodyLength[at] as number;
      if (length > 0) {
        // Tokens are counted once a passage, so BM25's term frequency is 1.
        const bm25 = (shared * 2.2) / (1 + 1.2 * (0.5 + (0.5 * length) / averageLength)) / total;
        if (bm25 > (scores.passage[article] as number)) scores.passage[article] = bm25;
        continue;
      }
      const likeness = (2 * shared) / (total + (size[at] as number));
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

function grown<T extends Int32Array | Float32Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
