import type {
  Article,
  ArticleDraft,
  ArticleVersion,
  BrokenQuestion,
  VersionKind,
} from '../../../contract/index.ts';
import type { Queryable } from '../../database/client.ts';

/** Who changed the knowledge, how, and what they said about it. */
export type Author = {
  by: string;
  kind: VersionKind;
  note: string;
  overrideReason: string;
  broken: BrokenQuestion[];
};

/** Writes the version rows of articles just written; in the same transaction. */
export async function keepVersions(database: Queryable, articles: Article[], author: Author): Promise<void> {
  const rows = articles.map((one) => ({ id: one.id, version: one.version, content: contentOf(one) }));
  await insertVersions(database, rows, author);
}

/** The version row that says an article was deleted. */
export async function keepDeletion(
  database: Queryable,
  deleted: { id: string; version: number }[],
  author: Author,
): Promise<void> {
  const rows = deleted.map((one) => ({ id: one.id, version: one.version + 1, content: null }));
  await insertVersions(database, rows, author);
}

async function insertVersions(
  database: Queryable,
  rows: { id: string; version: number; content: ArticleDraft | null }[],
  author: Author,
): Promise<void> {
  await database.query(
    `INSERT INTO article_versions (article_id, version, by, kind, note, override_reason, broken, content)
     SELECT v.id, v.version, $2, $3, $4, $5, $6, nullif(v.content, 'null'::jsonb)
     FROM jsonb_to_recordset($1::jsonb) AS v(id text, version integer, content jsonb)`,
    [
      JSON.stringify(rows),
      author.by,
      author.kind,
      author.note,
      author.overrideReason,
      JSON.stringify(author.broken),
    ],
  );
}

export function selectVersions(database: Queryable, articleId: string): Promise<ArticleVersion[]> {
  return database.query<ArticleVersion>(
    `SELECT version, at, by, kind, note, override_reason AS "overrideReason", broken, content
     FROM article_versions WHERE article_id = $1 ORDER BY version DESC LIMIT 200`,
    [articleId],
  );
}

export async function selectVersion(
  database: Queryable,
  articleId: string,
  version: number,
): Promise<ArticleDraft | null> {
  const [row] = await database.query<{ content: ArticleDraft | null }>(
    'SELECT content FROM article_versions WHERE article_id = $1 AND version = $2',
    [articleId, version],
  );
  return row?.content ?? null;
}

/** What an editor wrote, without what the desk adds. */
export function contentOf(article: ArticleDraft): ArticleDraft {
  const { title, body, phrasings, language, category, pairKey, validFrom, validUntil, status } = article;
  return { title, body, phrasings, language, category, pairKey, validFrom, validUntil, status };
}
