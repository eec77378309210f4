import type { Article, ArticleDraft } from '../../../contract/index.ts';
import type { Queryable } from '../../database/client.ts';

const columns = `id, pair_key AS "pairKey", language, category, title, body, phrasings, status, valid_from AS "validFrom",
  valid_until AS "validUntil", version, updated_at AS "updatedAt", updated_by AS "updatedBy"`;

export type ArticleQuery = {
  q: string;
  language?: string | undefined;
  status?: string | undefined;
  category?: string | undefined;
  offset: number;
  limit: number;
};

export async function selectArticles(database: Queryable, wanted: ArticleQuery) {
  const where = `($1 = '' OR title ILIKE $2 OR body ILIKE $2 OR phrasings::text ILIKE $2)
    AND ($3::text IS NULL OR language = $3) AND ($4::text IS NULL OR status = $4) AND ($5::text IS NULL OR category = $5)`;
  const like = `%${wanted.q.replace(/[\\%_]/g, '\\$&')}%`;
  const parameters = [
    wanted.q,
    like,
    wanted.language ?? null,
    wanted.status ?? null,
    wanted.category ?? null,
  ];
  const [articles, [count], categories] = await Promise.all([
    database.query<Article>(
      `SELECT ${columns} FROM articles WHERE ${where} ORDER BY updated_at DESC, id LIMIT $6 OFFSET $7`,
      [...parameters, wanted.limit, wanted.offset],
    ),
    database.query<{ total: number }>(
      `SELECT count(*)::integer AS total FROM articles WHERE ${where}`,
      parameters,
    ),
    database.query<{ category: string }>(
      `SELECT DISTINCT category FROM articles WHERE category <> '' ORDER BY category`,
    ),
  ]);
  return { articles, total: count?.total ?? 0, categories: categories.map((row) => row.category) };
}

export async function selectArticle(database: Queryable, id: string): Promise<Article | null> {
  const [row] = await database.query<Article>(`SELECT ${columns} FROM articles WHERE id = $1`, [id]);
  return row ?? null;
}

export function selectAll(database: Queryable): Promise<Article[]> {
  return database.query<Article>(`SELECT ${columns} FROM articles ORDER BY language, category, title`);
}

/** The articles that have one of these titles in their language, to be updated rather than doubled by an import. */
export async function selectByTitle(database: Queryable, drafts: ArticleDraft[]): Promise<Article[]> {
  return database.query<Article>(
    `SELECT ${columns} FROM articles WHERE (language, lower(title)) IN (
       SELECT d.language, lower(d.title) FROM jsonb_to_recordset($1::jsonb) AS d(language text, title text))`,
    [JSON.stringify(drafts.map(({ language, title }) => ({ language, title })))],
  );
}

/** Inserts, or replaces with the next version; an article that comes back after its deletion counts on. */
export async function writeArticles(
  database: Queryable,
  articles: (ArticleDraft & { id: string })[],
  updatedBy: string,
): Promise<Article[]> {
  return database.query<Article>(
    `INSERT INTO articles (id, pair_key, language, category, title, body, phrasings, status, valid_from, valid_until, updated_by, version)
     SELECT a.id, a."pairKey", a.language, a.category, a.title, a.body, a.phrasings, a.status,
       to_timestamp(a."validFrom" / 1000.0), to_timestamp(a."validUntil" / 1000.0), $2,
       1 + coalesce((SELECT max(v.version) FROM article_versions v WHERE v.article_id = a.id), 0)
     FROM jsonb_to_recordset($1::jsonb) AS a(id text, "pairKey" text, language text, category text, title text, body text,
       phrasings jsonb, status text, "validFrom" bigint, "validUntil" bigint)
     ON CONFLICT (id) DO UPDATE SET pair_key = excluded.pair_key, language = excluded.language, category = excluded.category,
       title = excluded.title, body = excluded.body, phrasings = excluded.phrasings, status = excluded.status,
       valid_from = excluded.valid_from, valid_until = excluded.valid_until, version = articles.version + 1,
       updated_at = now(), updated_by = excluded.updated_by
     RETURNING ${columns}`,
    [JSON.stringify(articles), updatedBy],
  );
}
