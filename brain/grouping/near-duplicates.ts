import type { Language } from '../language.ts';
import { normalise } from '../text/normalise.ts';
import { isTelling, tokensOf } from '../text/tokens.ts';
import { rarityAmong } from './question-groups.ts';

export type Comparable = {
  id: string;
  pairKey: string | null;
  language: Language;
  title: string;
  phrasings: string[];
  body: string;
};

export type NearDuplicate = {
  ids: [string, string];
  /** 0 to 1, of the two wordings that are likest. */
  likeness: number;
  wordings: [string, string];
  /** Numbers that only the one or only the other names; both filled: they may contradict. */
  numbers: [string[], string[]];
};

/** From here on two articles answer what sounds like the same question. */
const alikeFrom = 0.8;
/** Two short wordings share a token or two without meaning the same. Chinese gives a token for each character and each pair. */
const leastShared = { zh: 6, en: 3 };
const mostPairs = 200;
/** A single Chinese character says less than a word. */
const lightly = 0.35;
/** A token in more wordings than this brings no candidate: everything would be compared with everything. */
const commonFrom = 400;
const mostNumbers = 6;

type Wording = { article: Comparable; text: string; tokens: Map<string, number>; size: number };

/**
 * Pairs of articles in one language whose titles or phrasings say nearly the same (weighted Dice coefficient of the
 * tokens, rare ones counting more). An article and its translation are no pair.
 */
export function nearDuplicates(articles: readonly Comparable[]): NearDuplicate[] {
  const rarity = rarityAmong(articles.map((one) => [one.title, ...one.phrasings]));
  const wordings: Wording[] = [];
  const holding = new Map<string, number[]>();
  const pairs = new Map<string, NearDuplicate>();
  for (const article of articles) {
    for (const text of [article.title, ...article.phrasings]) {
      const wording = weighed(article, text, rarity);
      const shared = new Map<number, number>();
      const counts = new Map<number, number>();
      for (const [token, weight] of wording.tokens) {
        const list = holding.get(token) ?? [];
        if (list.length > commonFrom) continue;
        for (const at of list) {
          const other = wordings[at] as Wording;
          if (other.article.language !== article.language || isSame(other.article, article)) continue;
          shared.set(at, (shared.get(at) ?? 0) + Math.min(weight, other.tokens.get(token) ?? 0));
          counts.set(at, (counts.get(at) ?? 0) + 1);
        }
      }
      for (const [at, common] of shared) {
        const other = wordings[at] as Wording;
        if ((counts.get(at) ?? 0) < leastShared[article.language]) continue;
        keep(pairs, other, wording, (2 * common) / (other.size + wording.size));
      }
      const at = wordings.push(wording) - 1;
      for (const token of wording.tokens.keys()) {
        const list = holding.get(token);
        if (list) list.push(at);
        else holding.set(token, [at]);
      }
    }
  }
  return [...pairs.values()].sort((a, b) => b.likeness - a.likeness).slice(0, mostPairs);
}

function keep(pairs: Map<string, NearDuplicate>, a: Wording, b: Wording, likeness: number): void {
  if (likeness < alikeFrom) return;
  const key = `${a.article.id} ${b.article.id}`;
  if ((pairs.get(key)?.likeness ?? 0) >= likeness) return;
  pairs.set(key, {
    ids: [a.article.id, b.article.id],
    likeness,
    wordings: [a.text, b.text],
    numbers: differingNumbers(a.article.body, b.article.body),
  });
}

function isSame(a: Comparable, b: Comparable): boolean {
  return a.id === b.id || (a.pairKey !== null && a.pairKey === b.pairKey);
}

function weighed(article: Comparable, text: string, rarity: (token: string) => number): Wording {
  const tokens = new Map<string, number>();
  let size = 0;
  for (const token of tokensOf(text)) {
    if (!token.content || tokens.has(token.text)) continue;
    const weight = rarity(token.text) * (isTelling(token) ? 1 : lightly);
    tokens.set(token.text, weight);
    size += weight;
  }
  return { article, text, tokens, size };
}

/** A number with its unit, or one of two digits and more: single digits alone number lists. */
const number =
  /\d{1,12}(?:\.\d{1,4})?\s?(?:%|小时|分钟|个月|工作日|\p{Script=Han}|[a-z]{1,12})|\d{2,12}(?:\.\d{1,4})?/gu;

function differingNumbers(a: string, b: string): [string[], string[]] {
  const [left, right] = [numbersIn(a), numbersIn(b)];
  return [
    [...left].filter((one) => !right.has(one)).slice(0, mostNumbers),
    [...right].filter((one) => !left.has(one)).slice(0, mostNumbers),
  ];
}

function numbersIn(body: string): Set<string> {
  return new Set([...normalise(body).matchAll(number)].map(([found]) => found.replace(/\s/g, '')));
}
