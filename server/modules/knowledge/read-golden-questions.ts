import { detectLanguage } from '../../../brain/language.ts';
import { type Article, type GoldenDraft, goldenDraft, type Language } from '../../../contract/index.ts';
import { Problem } from '../../platform/problem.ts';
import { decodeText } from './decode-text.ts';
import { readTable } from './read-table.ts';

const names: Record<string, 'question' | 'language' | 'article' | 'note'> = {
  question: 'question',
  问题: 'question',
  language: 'language',
  lang: 'language',
  语言: 'language',
  article: 'article',
  answer: 'article',
  文章: 'article',
  知识: 'article',
  note: 'note',
  备注: 'note',
};
const languages: Record<string, Language> = {
  zh: 'zh',
  中文: 'zh',
  chinese: 'zh',
  en: 'en',
  英文: 'en',
  english: 'en',
};

/**
 * Golden questions from CSV with a header. The article is named by its id, or its title in the question's language or
 * the other; an empty cell means: must not be answered.
 * @throws Problem `invalid_input` naming the first wrong row as `rows.<number>`
 */
export function readGoldenQuestions(
  bytes: Uint8Array,
  articles: readonly Article[],
  fallback: Language,
): GoldenDraft[] {
  const byName = new Map<string, string>();
  for (const article of articles) {
    byName.set(article.id, article.id);
    byName.set(article.title.toLowerCase(), article.id);
  }
  const drafts = new Map<string, GoldenDraft>();
  for (const [at, record] of readTable(decodeText(bytes).text).entries()) {
    const cells: Partial<Record<'question' | 'language' | 'article' | 'note', string>> = {};
    for (const [name, value] of Object.entries(record)) {
      const known = names[name.trim().toLowerCase()];
      if (known) cells[known] = value;
    }
    const wrong = (message: string) =>
      new Problem('invalid_input', `row ${at + 2}: ${message}`, { field: `rows.${at + 2}` });
    const question = cells.question ?? '';
    const expected = cells.article ? byName.get(cells.article.toLowerCase()) : null;
    if (expected === undefined) throw wrong(`there is no article “${cells.article}”`);
    const parsed = goldenDraft.safeParse({
      question,
      language: cells.language
        ? (languages[cells.language.toLowerCase()] ?? cells.language)
        : detectLanguage(question, fallback),
      expectedArticleId: expected,
      note: cells.note ?? '',
    });
    if (!parsed.success) throw wrong(parsed.error.issues[0]?.message ?? 'is wrong');
    drafts.set(`${parsed.data.language} ${parsed.data.question.toLowerCase()}`, parsed.data);
  }
  if (drafts.size === 0)
    throw new Problem('invalid_input', 'There is nothing to import.', { field: 'contentBase64' });
  return [...drafts.values()];
}
