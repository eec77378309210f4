import type { ArticleDraft, ImportFormat, ImportPreview } from '../../../contract/index.ts';
import type { Database, Queryable } from '../../database/client.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import { selectByTitle } from './article-store.ts';
import { type ImportRow, readImport } from './read-import.ts';

export type ImportSource = {
  format: ImportFormat;
  fileName: string;
  contentBase64: string;
  language: 'zh' | 'en';
  status: 'draft' | 'published';
};

type Needs = { database: Database; newId: (prefix: string) => string };

/** Reads and checks; stores only the preview. */
export async function previewImport(
  needs: Needs,
  source: ImportSource,
  createdBy: string,
): Promise<ImportPreview> {
  const { encoding, rows } = readImport(source.format, Buffer.from(source.contentBase64, 'base64'), source);
  const importId = needs.newId('imp');
  await needs.database.query('INSERT INTO imports (id, created_by, format, rows) VALUES ($1, $2, $3, $4)', [
    importId,
    createdBy,
    source.format,
    JSON.stringify(rows),
  ]);
  const existing = await existingTitles(needs.database, drafts(rows));
  const shown = rows.map((row) => ({
    ...row,
    updates: row.article !== null && existing.has(titleKey(row.article)),
  }));
  const valid = drafts(rows).length;
  return { importId, format: source.format, encoding, rows: shown, valid, invalid: rows.length - valid };
}

/**
 * What committing a preview would write: all valid rows, with the ids they will have; an article with the same title
 * and language is updated.
 * @throws Problem `invalid_input` while rows are wrong and `skipInvalid` is not said: nothing is imported then
 */
export async function readPreview(
  { database, newId }: Needs,
  importId: string,
  skipInvalid: boolean,
  createdBy: string,
): Promise<{ put: (ArticleDraft & { id: string })[]; created: number; updated: number }> {
  const [stored] = await database.query<{ rows: ImportRow[] }>(
    'SELECT rows FROM imports WHERE id = $1 AND created_by = $2',
    [importId, createdBy],
  );
  if (!stored) throw notFound('import');
  const articles = drafts(stored.rows);
  const invalid = stored.rows.length - articles.length;
  if (articles.length === 0 || (invalid > 0 && !skipInvalid)) {
    throw new Problem('invalid_input', `${invalid} rows are wrong; nothing was imported.`, { field: 'rows' });
  }
  const existing = await existingTitles(database, articles);
  const put = articles.map((article) => ({
    ...article,
    id: existing.get(titleKey(article)) ?? newId('art'),
  }));
  const updated = articles.filter((article) => existing.has(titleKey(article))).length;
  return { put, created: articles.length - updated, updated };
}

/** A preview is imported once: it is gone in the transaction that writes its articles. */
export async function consumePreview(tx: Queryable, importId: string): Promise<void> {
  const rows = await tx.query('DELETE FROM imports WHERE id = $1 RETURNING id', [importId]);
  if (rows.length === 0) throw notFound('import');
}

function drafts(rows: ImportRow[]): ArticleDraft[] {
  return rows.flatMap((row) => row.article ?? []);
}

async function existingTitles(
  database: Pick<Database, 'query'>,
  articles: ArticleDraft[],
): Promise<Map<string, string>> {
  const found = await selectByTitle(database, articles);
  return new Map(found.map((article) => [titleKey(article), article.id]));
}

function titleKey(article: { language: string; title: string }): string {
  return `${article.language} ${article.title.toLowerCase()}`;
}
