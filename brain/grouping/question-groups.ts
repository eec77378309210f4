import { detectLanguage, type Language } from '../language.ts';
import { isTelling, tokensOf } from '../text/tokens.ts';

/**
 * From this likeness on two questions are about the same. Tried on the demo shop's phrasings, 1,191 wordings of 160 near
 * subjects put in any order: squared rarity and .5 keep 2.3 times as many pairs pure as plain tokens do.
 */
export const sameQuestionFrom = 0.5;
/**
 * The same for cosines of e5's query vectors. Measured on 640 wordings of the demo shop: within a language .94 brings
 * together 101 pairs of one subject and 44 of two near ones (.90: 360 and 1,172); across languages, where cosines lie
 * lower, .865 some 80 and 30. Alike in words but below .86 are two subjects with common words. Since the encoder was taught
 * further its cosines spread wider: these are as rare among unlike questions as those were.
 */
const sameMeaningFrom = { within: 0.868, across: 0.826, despiteWords: 0.64 };
/** More wordings of one group than this tell nothing new. */
const mostWordings = 16;

export type Wording = { text: string; meaning?: Float32Array | null };
type Known = {
  groupId: string;
  language: Language;
  tokens: Map<string, number>;
  size: number;
  meaning: Float32Array | null;
};

/** How much a token says: the squared logarithm of how rare it is among the texts the shop knows. */
export type Rarity = (token: string) => number;

/** @param subjects all texts of one subject each */
export function rarityAmong(subjects: Iterable<readonly string[]>): Rarity {
  const containing = new Map<string, number>();
  let count = 0;
  for (const texts of subjects) {
    count++;
    const tokens = new Set(texts.flatMap((text) => tokensOf(text).map((token) => token.text)));
    for (const token of tokens) containing.set(token, (containing.get(token) ?? 0) + 1);
  }
  return (token) => Math.log(1 + Math.max(1, count) / (1 + (containing.get(token) ?? 0))) ** 2;
}

/**
 * Groups of questions, joined greedily: a question belongs to the group of the likest wording known, if that is like
 * enough, by its tokens or, where both have one, by the cosine of their vectors.
 */
export function createQuestionGroups(rarity: Rarity = () => 1) {
  const wordings: Known[] = [];
  const byToken = new Map<string, number[]>();
  const counts = new Map<string, number>();
  const seen = new Set<string>();

  function weigh(text: string): Map<string, number> {
    const tokens = new Map<string, number>();
    for (const token of tokensOf(text).filter(isTelling)) tokens.set(token.text, rarity(token.text));
    return tokens;
  }

  return {
    /** Weighted Dice coefficient of two questions' tokens, 0 to 1. */
    likeness(a: string, b: string): number {
      const [left, right] = [weigh(a), weigh(b)];
      let common = 0;
      for (const [token, weight] of left) common += Math.min(weight, right.get(token) ?? 0);
      const size = sizeOf(left) + sizeOf(right);
      return size === 0 ? 0 : (2 * common) / size;
    },
    /** Adds a wording to its group. The same text twice is one. */
    add(groupId: string, { text, meaning = null }: Wording): void {
      const count = counts.get(groupId) ?? 0;
      const tokens = weigh(text);
      const key = `${groupId} ${[...tokens.keys()].join(' ')}`;
      if (count >= mostWordings || seen.has(key)) return;
      seen.add(key);
      counts.set(groupId, count + 1);
      const at =
        wordings.push({
          groupId,
          language: detectLanguage(text, 'zh'),
          tokens,
          size: sizeOf(tokens),
          meaning,
        }) - 1;
      for (const token of tokens.keys()) {
        const list = byToken.get(token);
        if (list) list.push(at);
        else byToken.set(token, [at]);
      }
    },
    /** The group a question belongs to, or null when it is something new. */
    find({ text, meaning = null }: Wording): { groupId: string; likeness: number } | null {
      const tokens = weigh(text);
      const size = sizeOf(tokens);
      const shared = new Map<number, number>();
      for (const [token, weight] of tokens) {
        for (const at of byToken.get(token) ?? []) {
          const other = (wordings[at] as Known).tokens.get(token) ?? 0;
          shared.set(at, (shared.get(at) ?? 0) + Math.min(weight, other));
        }
      }
      let best: { groupId: string; likeness: number } | null = null;
      const consider = (groupId: string, value: number, from: number) => {
        if (value >= from && value > (best?.likeness ?? 0)) best = { groupId, likeness: value };
      };
      for (const [at, common] of shared) {
        const one = wordings[at] as Known;
        if (meaning && one.meaning && cosine(meaning, one.meaning) < sameMeaningFrom.despiteWords) continue;
        consider(one.groupId, (2 * common) / (size + one.size), sameQuestionFrom);
      }
      if (meaning && !best) {
        const language = detectLanguage(text, 'zh');
        for (const one of wordings) {
          if (!one.meaning) continue;
          const from = one.language === language ? sameMeaningFrom.within : sameMeaningFrom.across;
          consider(one.groupId, cosine(meaning, one.meaning), from);
        }
      }
      return best;
    },
    get size() {
      return counts.size;
    },
  };
}

function sizeOf(tokens: Map<string, number>): number {
  let size = 0;
  for (const weight of tokens.values()) size += weight;
  return size;
}

/** Of L2-normalised vectors. */
function cosine(a: Float32Array, b: Float32Array): number {
  let product = 0;
  for (let at = 0; at < a.length; at++) product += (a[at] as number) * (b[at] as number);
  return product;
}
