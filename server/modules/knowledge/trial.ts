import type { Article, ArticleDraft } from '../../../contract/index.ts';
import { createLibrary, type Library } from './library.ts';

/** What is to be written, with the ids it will have, and what is to be removed. */
export type Change = { put: (ArticleDraft & { id: string })[]; remove: string[] };

/** Whether customers could be answered differently after it. */
export function isFelt({ put, remove }: Change, live: Library): boolean {
  const answers = (articleId: string) => live.lookup(articleId) !== undefined;
  return put.some((one) => one.status === 'published' || answers(one.id)) || remove.some(answers);
}

/** Long changes let the chats in between have their turn. */
const breathEvery = 50;

/**
 * A second library beside the live one, on which a change is tried before customers feel it. It follows the live
 * library lazily, and costs nothing until the first trial.
 */
export function createTrial(live: Library, now: () => number) {
  let library: Library | null = null;
  /** What the live library took in since the trial last looked. */
  let behind = new Set<string>();

  async function catchUp(): Promise<Library> {
    if (!library) {
      library = createLibrary(now);
      behind = new Set(live.published.keys());
    }
    library.index.adopt(live.index);
    const missing = [...behind];
    behind = new Set();
    await eachWithBreath(missing, (articleId) => follow(articleId));
    return library;
  }

  function follow(articleId: string): void {
    const known = live.lookup(articleId);
    if (known) library?.learn(known, live.vectorsOf(articleId));
    else library?.forget(articleId);
  }

  return {
    /** The live library took in or forgot this article. */
    fellBehind: (articleId: string) => library && behind.add(articleId),
    /** Asks something of the knowledge as it would be after the change. One trial at a time. */
    async on<T>(
      change: Change,
      ask: (wouldBe: Library) => Promise<T>,
      vectors: ReadonlyMap<string, Float32Array[]>,
    ): Promise<T> {
      const wouldBe = await catchUp();
      const touched = [...change.put.map((one) => one.id), ...change.remove];
      try {
        await eachWithBreath(change.put, (draft) => wouldBe.learn(asArticle(draft), vectors.get(draft.id)));
        for (const articleId of change.remove) wouldBe.forget(articleId);
        return await ask(wouldBe);
      } finally {
        for (const articleId of touched) behind.add(articleId);
      }
    },
  };
}

function asArticle(draft: ArticleDraft & { id: string }): Article {
  return { ...draft, version: 0, updatedAt: 0, updatedBy: '' };
}

/** Does it for each, and gives the process away now and then. */
export async function eachWithBreath<T>(all: readonly T[], work: (one: T) => void): Promise<void> {
  for (let at = 0; at < all.length; at++) {
    if (at % breathEvery === breathEvery - 1) await new Promise((resolve) => setImmediate(resolve));
    work(all[at] as T);
  }
}
