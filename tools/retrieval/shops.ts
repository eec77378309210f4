import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../brain/language.ts';
import type { IndexedArticle } from '../../brain/retrieval/index.ts';
import { articles as demoArticles } from '../../seed/articles/index.ts';
import { packageRoot } from '../../server/platform/package-root.ts';

export const languages = ['zh', 'en'] as const;

/** A subject as a shop has it, in both languages, and what is asked about it. */
export type ShopSubject = { key: string } & Record<
  Language,
  { title: string; body: string; phrasings: readonly string[] }
>;
export type Shop = {
  name: string;
  subjects: ShopSubject[];
  questions: ShopQuestion[];
};
/** `keys`: the subjects that answer it; none when nothing of the shop does. */
export type ShopQuestion = { text: string; language: Language; keys: string[]; kind: string };

function linesOf<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

type Line = ShopSubject & {
  asked: Record<Language, string[]>;
  near: Record<Language, string[]>;
};

/**
 * The shops the encoder was not taught on (tools/encoder/pairs.py, docs/decisions/0016): only on these do its vectors lie as
 * they will in a shop it has never seen.
 */
const untaught = ['a2', 'b3', 'c1', 'd4', 'e2', 'f3', 'g1', 'h4', 'demo'];
export const isUntaught = (name: string): boolean => untaught.includes(name) || name.endsWith('untaught');

/** The shops written for training, the encoder's too. */
export function inventedShops(): Shop[] {
  const folder = join(packageRoot, 'tools/encoder/shops');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .map((file) => {
      const subjects = linesOf<Line>(join(folder, file));
      return {
        name: file.replace('.jsonl', ''),
        subjects,
        questions: subjects.flatMap(({ key, asked, near }) =>
          languages.flatMap((language) => [
            ...asked[language].map((text, at) => ({
              text,
              language,
              keys: [key],
              kind: at < 2 ? 'plain' : 'oblique',
            })),
            ...near[language].map((text) => ({ text, language, keys: [], kind: 'near' })),
          ]),
        ),
      };
    });
}

/** What many shops call differently, by parts of the keys. */
const topics: [topic: string, keys: RegExp][] = [
  ['refund time', /refund-(?:time|when)/],
  ['payment', /^pay(?:ment|ment-methods)?$/],
  ['cancel', /^(?:order-)?cancel(?:-order)?$/],
  ['returns', /^returns?$/],
  ['delivery time', /^(?:ship|delivery|dispatch)-time$/],
  ['delivery cost', /^(?:ship|shipping|delivery)-(?:cost|fee)$/],
  ['change address', /^(?:change-)?address(?:-change)?$/],
  ['exchange', /^exchange/],
  ['warranty', /^warranty/],
  ['damaged', /damage/],
  ['store', /^(?:showroom|store|shop|visit)/],
  ['repair', /repair/],
  ['invoice', /invoice/],
  ['trade-in', /trade-in/],
  ['subscription', /^subscri(?:be|ption)$/],
  ['pause', /pause/],
  ['storage', /^storage|shelf-life/],
  ['membership', /^(?:membership|points)/],
  ['gift wrap', /gift-?wrap/],
  ['samples', /sample/],
  ['abroad', /overseas|-intl|international/],
  ['account', /^account|password/],
  ['companies', /wholesale|corporate|^trade$/],
  ['price match', /price-match/],
  ['allergens', /allerg/],
  ['delivery slot', /slot/],
  ['collect', /collect|pickup|pick-up/],
  ['coupons', /coupon|voucher|promo/],
  ['instalments', /instal/],
];

/**
 * What several shops are asked about the same, as a support log is kept: few subjects, many phrasings each, no bodies. The
 * second question about each subject of a shop is asked, everything else was noted down.
 */
export function pooled(name: string, shops: readonly Shop[]): Shop {
  const questions: ShopQuestion[] = [];
  const subjects = topics.flatMap(([topic, pattern]): ShopSubject[] => {
    const asked: ShopQuestion[] = [];
    const noted = { zh: [] as string[], en: [] as string[] };
    for (const shop of shops) {
      for (const subject of shop.subjects.filter((one) => pattern.test(one.key))) {
        for (const language of languages) {
          const about = shop.questions.filter(
            (one) => one.language === language && one.keys[0] === subject.key,
          );
          noted[language].push(subject[language].title, ...subject[language].phrasings);
          about.forEach(({ text }, at) => {
            if (at === 1) asked.push({ text, language, keys: [topic], kind: 'plain' });
            else noted[language].push(text);
          });
        }
      }
    }
    if (noted.zh.length === 0) return [];
    questions.push(...asked);
    const as = ([title = '', ...phrasings]: string[]) => ({ title, body: '', phrasings });
    return [{ key: topic, zh: as(noted.zh), en: as(noted.en) }];
  });
  return { name, subjects, questions };
}

/** The demo shop with its questions for tuning. Those in *.test.jsonl are never read here. */
export function demoShop(): Shop {
  const rows = ['demo-shop-everyday', 'demo-shop'].flatMap((name) =>
    linesOf<{ query: string; language: Language; key: string | null; alsoKeys?: string[]; kind: string }>(
      join(packageRoot, `evals/questions/${name}.tune.jsonl`),
    ).map((row) => ({ ...row, kind: name === 'demo-shop' ? `oblique ${row.kind}` : row.kind })),
  );
  return {
    name: 'demo',
    subjects: demoArticles.map(({ key, zh, en }) => ({ key, zh, en })),
    questions: rows.map(({ query, language, key, alsoKeys, kind }) => ({
      text: query,
      language,
      keys: key ? [key, ...(alsoKeys ?? [])] : [],
      kind: kind
        .replace('near_miss', 'near')
        .replace('answerable', 'plain')
        .replace('oblique plain', 'oblique')
        .replace('oblique near', 'near')
        .replace('oblique outside', 'outside'),
    })),
  };
}

/** A way in which a shop may keep its articles. */
export type Guise = {
  name: string;
  /** In which languages it has an article: of each pair both, or one; `mixed`: every other one only in the other language. */
  has: 'both' | 'own' | 'other' | 'mixed';
  phrasings: number;
  /** How many of a subject's questions, the oblique first, were noted down as phrasings too: they are asked no longer. */
  taken: number;
  body: boolean;
  learned: boolean;
};

const usual = { taken: 0, body: true, learned: true };

export const guises: Guise[] = [
  { ...usual, name: 'both 3', has: 'both', phrasings: 3 },
  { ...usual, name: 'both 5', has: 'both', phrasings: 3, taken: 2 },
  { ...usual, name: 'both 1 unlearned', has: 'both', phrasings: 1, learned: false },
  { ...usual, name: 'own 3', has: 'own', phrasings: 3 },
  { ...usual, name: 'own 0', has: 'own', phrasings: 0 },
  { ...usual, name: 'own 5 without bodies', has: 'own', phrasings: 3, taken: 2, body: false },
  { ...usual, name: 'other 3', has: 'other', phrasings: 3 },
  { ...usual, name: 'other 0', has: 'other', phrasings: 0 },
  { ...usual, name: 'mixed 2', has: 'mixed', phrasings: 2 },
];
export const guisesOfPooled: Guise[] = [
  { ...usual, name: 'many phrasings', has: 'own', phrasings: 1000, body: false },
  { ...usual, name: 'ten phrasings', has: 'own', phrasings: 10, body: false },
];

/**
 * A shop in one guise as a customer of `language` meets it. Of every seven subjects one is left out, another each turn: what is asked about it has no answer. Without
 * bodies nothing is stated, so near misses are not asked.
 */
export function dress(
  shop: Shop,
  guise: Guise,
  language: Language,
  turn: number,
): { articles: IndexedArticle[]; questions: ShopQuestion[] } {
  const other: Language = language === 'zh' ? 'en' : 'zh';
  const missing = new Set(shop.subjects.filter((_, at) => at % 7 === turn % 7).map((one) => one.key));
  const spent = new Set<string>();
  const articles = shop.subjects.flatMap((subject, at) => {
    if (missing.has(subject.key)) return [];
    const has: Language[] =
      guise.has === 'both'
        ? ['zh', 'en']
        : guise.has === 'own'
          ? [language]
          : guise.has === 'other'
            ? [other]
            : at % 2 === 0
              ? [other]
              : ['zh', 'en'];
    return has.map((one): IndexedArticle => {
      const { title, body, phrasings } = subject[one];
      const more = shop.questions
        .filter((question) => question.language === one && question.keys[0] === subject.key)
        .sort((a, b) => Number(b.kind === 'oblique') - Number(a.kind === 'oblique'))
        .slice(0, guise.taken)
        .map((question) => question.text);
      for (const text of more) spent.add(text);
      return {
        id: `${subject.key} ${one}`,
        language: one,
        title,
        body: guise.body ? body : '',
        phrasings: [...phrasings.slice(0, guise.phrasings), ...more],
        pairKey: has.length > 1 ? subject.key : null,
        validFrom: null,
        validUntil: null,
      };
    });
  });
  return {
    articles,
    questions: shop.questions
      .filter(
        (question) =>
          question.language === language &&
          !spent.has(question.text) &&
          (guise.body || question.kind !== 'near'),
      )
      .map((question) => {
        const keys = question.keys.filter((key) => !missing.has(key));
        return {
          ...question,
          keys,
          kind: question.keys.length > keys.length && keys.length === 0 ? 'left out' : question.kind,
        };
      }),
  };
}
