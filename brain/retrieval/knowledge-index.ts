import type { Language } from '../language.ts';
import { translateShopWords } from '../text/glossary.ts';
import { normalise } from '../text/normalise.ts';
import { coversPlace, placesIn } from '../text/places.ts';
import { type Token, tokensOf } from '../text/tokens.ts';
import { type Confidence, confidenceOf, thresholds } from './confidence.ts';
import { createPostings } from './postings.ts';

export type IndexedArticle = {
  id: string;
  language: Language;
  title: string;
  body: string;
  phrasings: string[];
  /** Articles with the same key say the same in different languages. */
  pairKey: string | null;
  validFrom: number | null;
  validUntil: number | null;
};

export type Match = {
  articleId: string;
  pairKey: string | null;
  language: Language;
  score: number;
  confidence: number;
  /** The nearest title or phrasing, or the sentence of the body that shares most with the question. */
  passage: string;
  features: Confidence;
  matched: string[];
  uncovered: string[];
};

export type KnowledgeIndex = ReturnType<typeof createKnowledgeIndex>;

/** One searchable text of an article: its title, one phrasing, or its body. */
type Unit = { article: Stored; text: string; tokens: Map<string, number>; isQuestion: boolean };
type Stored = IndexedArticle & { units: number[]; places: Set<string>; vocabulary: Set<string> };

const candidates = 12;
/** What the body, and the share of the question the article mentions at all, add to the nearest question. Tried on the demo shop. */
const bodyWeight = 0.6;
const mentionWeight = 0.3;

/**
 * An incremental index: `put` replaces an article, `remove` forgets it, `search` ranks.
 * Ranking: idf-weighted likeness of the question to the nearest title or phrasing, plus BM25 over the body
 * (Robertson & Zaragoza 2009, k1 = 1.2, b = 0.5). Cost of a search is that of its tokens' posting lists.
 */
export function createKnowledgeIndex() {
  const articles = new Map<string, Stored>();
  const units: (Unit | null)[] = [];
  const free: number[] = [];
  const postings = createPostings();
  const documentCount = new Map<string, number>();
  let bodyLength = 0;
  let bodyCount = 0;

  function idf(token: string): number {
    const containing = documentCount.get(token) ?? 0;
    return Math.log(1 + (articles.size - containing + 0.5) / (containing + 0.5));
  }

  function put(article: IndexedArticle): void {
    remove(article.id);
    const everything = `${article.title}\n${article.phrasings.join('\n')}\n${article.body}`;
    const stored: Stored = { ...article, units: [], places: placesIn(everything), vocabulary: new Set() };
    articles.set(article.id, stored);
    for (const question of [article.title, ...article.phrasings]) addUnit(stored, question, true);
    addUnit(stored, article.body, false);
    for (const token of stored.vocabulary) documentCount.set(token, (documentCount.get(token) ?? 0) + 1);
  }

  function addUnit(article: Stored, text: string, isQuestion: boolean): void {
    const unit: Unit = { article, text, tokens: countTokens(tokensOf(text)), isQuestion };
    const at = free.pop() ?? units.length;
    units[at] = unit;
    article.units.push(at);
    for (const [token, weight] of unit.tokens) {
      postings.add(token, at, weight);
      article.vocabulary.add(token);
    }
    if (!isQuestion) {
      bodyLength += unit.tokens.size;
      bodyCount++;
    }
  }

  function remove(articleId: string): void {
    const article = articles.get(articleId);
    if (!article) return;
    for (const at of article.units) {
      const unit = units[at] as Unit;
      for (const token of unit.tokens.keys()) postings.remove(token, at);
      if (!unit.isQuestion) {
        bodyLength -= unit.tokens.size;
        bodyCount--;
      }
      units[at] = null;
      free.push(at);
    }
    for (const token of article.vocabulary) {
      const left = (documentCount.get(token) ?? 1) - 1;
      if (left > 0) documentCount.set(token, left);
      else documentCount.delete(token);
    }
    articles.delete(articleId);
  }

  function search(query: string, options: { limit: number; at: number; language?: Language }): Match[] {
    const own = rank(query, query, options, null);
    if (!options.language || (own[0]?.confidence ?? 0) >= thresholds.answer)
      return own.slice(0, options.limit);
    const translated = translateShopWords(query);
    if (!translated.words) return own.slice(0, options.limit);
    const other = rank(query, translated.words, options, translated.share);
    return [...own, ...other].sort((a, b) => b.confidence - a.confidence).slice(0, options.limit);
  }

  /**
   * @param words what is searched for: the question itself, or its shop words in the other language
   * @param share how much of the question those words stand for; null when they are the question itself
   */
  function rank(
    query: string,
    words: string,
    options: { at: number; language?: Language },
    share: number | null,
  ): Match[] {
    const asked = countTokens(tokensOf(words));
    const weights = new Map([...asked].map(([token, weight]) => [token, weight * idf(token)]));
    const total = sum(weights.values());
    if (total === 0) return [];
    const otherLanguage = share !== null;
    const overlap = new Map<number, number>();
    for (const [token, weight] of weights) {
      const list = postings.get(token);
      for (let at = 0; list && at < list.length; at++) {
        const unit = list.units[at] as number;
        overlap.set(unit, (overlap.get(unit) ?? 0) + weight);
      }
    }
    const best = new Map<Stored, { question: number; nearest: Unit | null; body: number; exact: boolean }>();
    const asWritten = normalise(query);
    for (const [at, shared] of overlap) {
      const unit = units[at] as Unit;
      const { article } = unit;
      if (options.language && (article.language === options.language) === otherLanguage) continue;
      if (!isValid(article, options.at)) continue;
      const entry = best.get(article) ?? { question: 0, nearest: null, body: 0, exact: false };
      best.set(article, entry);
      if (!unit.isQuestion) {
        entry.body = bodyScore(unit, weights);
        continue;
      }
      // The unit is at least as large as what it shares: most need not be measured.
      if ((2 * shared) / (total + shared) < entry.question) continue;
      // A phrasing's own size is measured by the tokens it has, so that a short phrasing fully met scores high.
      let size = 0;
      for (const [token, weight] of unit.tokens) size += weight * idf(token);
      const likeness = (2 * shared) / (total + size);
      // Asked word for word: no other article's overlap outweighs that.
      if (likeness > 0.99 && normalise(unit.text) === asWritten) entry.exact = true;
      if (likeness > entry.question) {
        entry.question = likeness;
        entry.nearest = unit;
      }
    }
    const ranked = [...best]
      .map(([article, entry]) => {
        let covered = 0;
        for (const [token, weight] of weights) if (article.vocabulary.has(token)) covered += weight;
        const score =
          entry.question +
          (bodyWeight * entry.body) / total +
          (mentionWeight * covered) / total +
          (entry.exact ? 2 : 0);
        return { article, ...entry, score };
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, candidates);
    const places = placesIn(query);
    return ranked
      .map((one, rankAt) => {
        const uncovered = [...weights.keys()].filter((token) => !one.article.vocabulary.has(token));
        const rival = ranked.find((other, at) => at !== rankAt && !samePair(other.article, one.article));
        const features: Confidence = {
          question: one.question * (share ?? 1),
          coverage: (1 - sum(uncovered.map((token) => weights.get(token) ?? 0)) / total) * (share ?? 1),
          margin: rival ? clamp((one.score - rival.score) / Math.max(one.score, rival.score)) : 1,
          foreignPlaces: [...places].filter((place) => !coversPlace(one.article.places, place)).length,
          otherLanguage,
        };
        return {
          articleId: one.article.id,
          pairKey: one.article.pairKey,
          language: one.article.language,
          score: one.score,
          confidence: confidenceOf(features),
          passage: passageOf(one.article, one.nearest, one.question, weights),
          features,
          matched: [...weights.keys()].filter(
            (token) => one.article.vocabulary.has(token) && token.length > 1,
          ),
          uncovered: uncovered.filter((token) => token.length > 1),
        };
      })
      .sort((a, b) => b.confidence - a.confidence);
  }

  function bodyScore(unit: Unit, weights: Map<string, number>): number {
    const average = bodyLength / Math.max(1, bodyCount);
    const norm = 1.2 * (0.5 + (0.5 * unit.tokens.size) / average);
    let score = 0;
    for (const [token, weight] of weights) {
      const frequency = unit.tokens.get(token) ?? 0;
      if (frequency > 0) score += (weight * (frequency * 2.2)) / (frequency + norm) / 2.2;
    }
    return score;
  }

  return {
    put,
    remove,
    search,
    get size() {
      return articles.size;
    },
  };
}

function passageOf(
  article: Stored,
  nearest: Unit | null,
  likeness: number,
  weights: Map<string, number>,
): string {
  if (nearest && likeness >= 0.5) return nearest.text;
  let best = article.title;
  let bestShared = 0;
  for (const sentence of article.body.split(/(?<=[。！？.!?])\s*|\n+/)) {
    const shared = sum([...countTokens(tokensOf(sentence)).keys()].map((token) => weights.get(token) ?? 0));
    if (shared > bestShared) {
      bestShared = shared;
      best = sentence.replace(/^[-*#>|\s]+/, '').trim();
    }
  }
  return best;
}

function countTokens(tokens: Token[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text, weight } of tokens) counts.set(text, Math.max(weight, counts.get(text) ?? 0));
  return counts;
}

function isValid(article: IndexedArticle, at: number): boolean {
  return (article.validFrom ?? 0) <= at && at < (article.validUntil ?? Number.POSITIVE_INFINITY);
}

function samePair(a: Stored, b: Stored): boolean {
  return a.id === b.id || (a.pairKey !== null && a.pairKey === b.pairKey);
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

function clamp(value: number): number {
  return Math.max(0, Math.min(1, value));
}
