import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectLanguage, type Language } from '../brain/language.ts';
import { articles } from '../seed/articles/index.ts';
import { packageRoot } from '../server/platform/package-root.ts';

export type SetArticle = {
  id: string;
  language: Language;
  title: string;
  body: string;
  phrasings: string[];
  pairKey: string | null;
};
/** Questions to a shop, each with the articles that answer it (none: nothing does). */
export type QuestionSet = {
  name: string;
  articles: SetArticle[];
  questions: { text: string; language: Language; expected: string[] }[];
};

type Row = Record<string, unknown> & {
  answerId?: string | null;
  label?: string | null;
  text?: string;
  query?: string;
};

function readJsonLines<T = Row>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

/** The folder of public sets, if one is named. */
export const publicFolder = process.env.TANDEM_EVAL_DATA;

function publicRows(...names: string[]): Row[] {
  const path = join(publicFolder ?? '', ...names);
  return publicFolder && existsSync(path) ? readJsonLines(path) : [];
}

/** Texts of one answer become an article: the first its title, the others its phrasings. */
function asArticles(rows: { answer: string; text: string }[], language?: Language): SetArticle[] {
  const byAnswer = new Map<string, string[]>();
  for (const { answer, text } of rows) byAnswer.set(answer, [...(byAnswer.get(answer) ?? []), text]);
  return [...byAnswer].map(([id, [title, ...phrasings]]) => ({
    id,
    language: language ?? detectLanguage(title as string, 'en'),
    title: title as string,
    body: '',
    phrasings,
    pairKey: null,
  }));
}

function faq(name: string, folder: string, language: Language): QuestionSet {
  const kb = publicRows(folder, 'kb.jsonl').map((row) => ({
    answer: row.answerId as string,
    text: row.text as string,
  }));
  return {
    name,
    articles: asArticles(kb, language),
    questions: publicRows(folder, 'queries.jsonl').map((row) => ({
      text: row.query as string,
      language,
      expected: row.answerId ? [row.answerId] : [],
    })),
  };
}

export const hint3 = () => faq('HINT3 SOFMattress', 'en_faq_hint3_sofmattress', 'en');
export const lcqmc = () => faq('zh_faq_lcqmc', 'zh_faq_lcqmc', 'zh');
export const oppo = () => faq('zh_faq_oppo', 'zh_faq_oppo', 'zh');

/** A fifth of the training part held out (every fifth row of a label); `shots` keeps that many of the others per label. */
export function banking(shots = Number.POSITIVE_INFINITY): QuestionSet {
  const seen = new Map<string, number>();
  const known: { answer: string; text: string }[] = [];
  const questions: QuestionSet['questions'] = [];
  for (const row of publicRows('en_faq_banking77', 'train.jsonl')) {
    const label = row.label as string;
    const at = seen.get(label) ?? 0;
    seen.set(label, at + 1);
    if (at % 5 === 4) questions.push({ text: row.text as string, language: 'en', expected: [label] });
    else if (at - Math.floor(at / 5) < shots) known.push({ answer: label, text: row.text as string });
  }
  return {
    name: Number.isFinite(shots) ? `BANKING77 ${shots}-shot` : 'BANKING77 full',
    articles: asArticles(known, 'en'),
    questions,
  };
}

export function clinc(): QuestionSet {
  const train = publicRows('en_oos_clinc150', 'train.jsonl').filter((row) => row.label);
  return {
    name: 'CLINC150 valid',
    articles: asArticles(
      train.map((row) => ({ answer: row.label as string, text: row.text as string })),
      'en',
    ),
    questions: publicRows('en_oos_clinc150', 'valid.jsonl').map((row) => ({
      text: row.text as string,
      language: 'en',
      expected: row.label ? [row.label] : [],
    })),
  };
}

/**
 * The demo shop. `across`: the shop has its articles in the other language only, so that questions must find across.
 */
export function demoShop(file: string, language: Language, across = false): QuestionSet {
  const rows = readJsonLines<{ query: string; language: Language; key: string | null; alsoKeys?: string[] }>(
    join(packageRoot, `evals/questions/${file}.jsonl`),
  );
  return {
    name: `${file.replace('.test', '')} ${language}${across ? ' → other language' : ''}`,
    articles: articles.flatMap((article) =>
      (['zh', 'en'] as const)
        .filter((one) => !across || one !== language)
        .map((one) => ({
          id: `${article.key} ${one}`,
          language: one,
          pairKey: article.key,
          ...article[one],
        })),
    ),
    questions: rows
      .filter((row) => row.language === language)
      .map((row) => ({
        text: row.query,
        language,
        expected: row.key
          ? [row.key, ...(row.alsoKeys ?? [])].flatMap((key) => [`${key} zh`, `${key} en`])
          : [],
      })),
  };
}
