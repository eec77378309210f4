/**
 * Knowledge: what the shop knows, and finding it.
 *
 * Words: article, phrasing (another way to ask the same), draft, published, pair (the same article in the other
 * language), import, preview.
 * Invariants: only published articles within their validity dates answer; the index follows every write at once; an
 * import is whole or not at all; a change made on an outdated version is refused.
 * It must not know: conversations, who asks, HTTP.
 */
import { createKnowledgeIndex } from '../../../brain/retrieval/index.ts';
import type { Article, ArticleDraft } from '../../../contract/index.ts';
import type { Database } from '../../database/client.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import {
  type ArticleQuery,
  selectAll,
  selectArticle,
  selectArticles,
  writeArticles,
} from './article-store.ts';
import { commitImport, type ImportSource, previewImport } from './import-articles.ts';
import { tryQuestion } from './try-question.ts';

export { wordsOf } from './words-of-decision.ts';

export type Knowledge = ReturnType<typeof createKnowledge>;

export function createKnowledge(needs: {
  database: Database;
  now: () => number;
  newId: (prefix: string) => string;
}) {
  const { database, now } = needs;
  const index = createKnowledgeIndex();
  const published = new Map<string, Article>();
  const pairs = new Map<string, string>();

  function forget(articleId: string): void {
    const known = published.get(articleId);
    if (known?.pairKey) pairs.delete(pairId(known.pairKey, known.language));
    published.delete(articleId);
    index.remove(articleId);
  }

  function learn(article: Article): void {
    forget(article.id);
    if (article.status !== 'published') return;
    published.set(article.id, article);
    if (article.pairKey) pairs.set(pairId(article.pairKey, article.language), article.id);
    index.put(article);
  }

  const lookup = (articleId: string): Article | undefined => published.get(articleId);
  const pairOf = (pairKey: string, language: 'zh' | 'en'): Article | undefined => {
    const pair = published.get(pairs.get(pairId(pairKey, language)) ?? '');
    const valid =
      pair && (pair.validFrom ?? 0) <= now() && now() < (pair.validUntil ?? Number.POSITIVE_INFINITY);
    return valid ? pair : undefined;
  };

  async function write(draft: ArticleDraft & { id: string }, by: string): Promise<Article> {
    const [article] = await writeArticles(database, [checked(draft)], by);
    learn(article as Article);
    return article as Article;
  }

  return {
    index,
    lookup,
    pairOf,
    /** Fills the index from the database. */
    async load(): Promise<void> {
      for (const article of await selectAll(database)) learn(article);
    },
    listArticles: (wanted: ArticleQuery) => selectArticles(database, wanted),
    exportArticles: () => selectAll(database),
    async getArticle(articleId: string): Promise<Article> {
      const article = await selectArticle(database, articleId);
      if (!article) throw notFound('article');
      return article;
    },
    createArticle: (draft: ArticleDraft, by: string) => write({ ...draft, id: needs.newId('art') }, by),
    /** @throws Problem `changed_meanwhile` when somebody saved since `version` */
    async updateArticle(
      articleId: string,
      draft: ArticleDraft & { version: number },
      by: string,
    ): Promise<Article> {
      const [article] = await database.transaction(async (tx) => {
        const [row] = await tx.query<{ version: number }>(
          'SELECT version FROM articles WHERE id = $1 FOR UPDATE',
          [articleId],
        );
        if (!row) throw notFound('article');
        if (row.version !== draft.version) {
          throw new Problem('changed_meanwhile', 'Somebody saved this article since you opened it.', {
            field: 'version',
          });
        }
        return writeArticles(tx, [checked({ ...draft, id: articleId })], by);
      });
      learn(article as Article);
      return article as Article;
    },
    async deleteArticle(articleId: string): Promise<void> {
      const rows = await database.query('DELETE FROM articles WHERE id = $1 RETURNING id', [articleId]);
      if (rows.length === 0) throw notFound('article');
      forget(articleId);
    },
    previewImport: (source: ImportSource, createdBy: string) => previewImport(needs, source, createdBy),
    async commitImport(
      importId: string,
      options: { skipInvalid: boolean },
      by: { id: string; name: string },
    ) {
      const { articles, created, updated } = await commitImport(needs, importId, options.skipInvalid, by);
      for (const article of articles) learn(article);
      return { created, updated };
    },
    /** Writes articles that need no preview: the demo shop's. */
    async addArticles(drafts: ArticleDraft[], by: string): Promise<void> {
      const articles = await writeArticles(
        database,
        drafts.map((draft) => ({ ...draft, id: needs.newId('art') })),
        by,
      );
      for (const article of articles) learn(article);
    },
    /** What a customer would be answered, taking an unsaved draft into account. */
    tryQuestion({
      question,
      draft,
      replaces,
    }: {
      question: string;
      draft?: ArticleDraft | undefined;
      replaces?: string | undefined;
    }) {
      if (!draft) return Promise.resolve(tryQuestion({ index, lookup, pairOf }, question, now()));
      const saved = replaces ? published.get(replaces) : undefined;
      const trial: Article = {
        ...draft,
        id: replaces ?? 'draft',
        status: 'published',
        version: 0,
        updatedAt: now(),
        updatedBy: '',
      };
      learn(trial);
      try {
        return Promise.resolve(tryQuestion({ index, lookup, pairOf }, question, now()));
      } finally {
        forget(trial.id);
        if (saved) learn(saved);
      }
    },
  };
}

function pairId(pairKey: string, language: string): string {
  return `${language} ${pairKey}`;
}

function checked<T extends ArticleDraft>(draft: T): T {
  if (draft.validFrom !== null && draft.validUntil !== null && draft.validUntil <= draft.validFrom) {
    throw new Problem('invalid_input', 'The article would end before it begins.', { field: 'validUntil' });
  }
  return draft;
}
