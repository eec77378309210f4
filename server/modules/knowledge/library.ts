import { createKnowledgeIndex } from '../../../brain/retrieval/index.ts';
import type { Article } from '../../../contract/index.ts';

export type Library = ReturnType<typeof createLibrary>;

/** The published articles and the index over them, always in step. */
export function createLibrary(now: () => number) {
  const index = createKnowledgeIndex();
  const published = new Map<string, Article>();
  const pairs = new Map<string, string>();
  const vectors = new Map<string, readonly Float32Array[]>();

  function forget(articleId: string): void {
    const known = published.get(articleId);
    if (known?.pairKey) pairs.delete(pairId(known.pairKey, known.language));
    published.delete(articleId);
    vectors.delete(articleId);
    index.remove(articleId);
  }

  return {
    index,
    published: published as ReadonlyMap<string, Article>,
    forget,
    /** The vectors of a published article's units, if it has any. */
    vectorsOf: (articleId: string): readonly Float32Array[] | undefined => vectors.get(articleId),
    /** Takes an article in as it now is; a draft is forgotten. Without `meaning` it is found by its words only. */
    learn(article: Article, meaning?: readonly Float32Array[]): void {
      forget(article.id);
      if (article.status !== 'published') return;
      published.set(article.id, article);
      if (meaning) vectors.set(article.id, meaning);
      if (article.pairKey) pairs.set(pairId(article.pairKey, article.language), article.id);
      index.put(article, meaning);
    },
    lookup: (articleId: string): Article | undefined => published.get(articleId),
    pairOf(pairKey: string, language: 'zh' | 'en'): Article | undefined {
      const pair = published.get(pairs.get(pairId(pairKey, language)) ?? '');
      const valid =
        pair && (pair.validFrom ?? 0) <= now() && now() < (pair.validUntil ?? Number.POSITIVE_INFINITY);
      return valid ? pair : undefined;
    },
  };
}

function pairId(pairKey: string, language: string): string {
  return `${language} ${pairKey}`;
}
