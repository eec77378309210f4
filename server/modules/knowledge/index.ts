/**
 * Knowledge: what the shop knows, and finding it.
 *
 * Words: article, phrasing (another way to ask the same), draft, published, pair (the same article in the other
 * language), import, preview, version, golden question (must stay right whatever is changed), trial.
 * Invariants: only published articles within their validity dates answer; the index follows every write at once; an
 * import is whole or not at all; a change made on an outdated version is refused; every change is a version with its
 * author, in the same transaction; a change that breaks a golden question is not written without a reason.
 * It must not know: conversations, who asks, HTTP.
 */
import { nearDuplicates } from '../../../brain/grouping/near-duplicates.ts';
import type {
  AnswerLine,
  Article,
  ArticleDraft,
  BrokenQuestion,
  Care,
  GoldenDraft,
  Language,
  VersionKind,
} from '../../../contract/index.ts';
import type { Database, Queryable } from '../../database/client.ts';
import type { Log } from '../../platform/log.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import { createAnswerLine } from './answer-line.ts';
import {
  type ArticleQuery,
  selectAll,
  selectArticle,
  selectArticles,
  writeArticles,
} from './article-store.ts';
import { createGoldenQuestions } from './golden-questions.ts';
import { consumePreview, type ImportSource, previewImport, readPreview } from './import-articles.ts';
import { createLearning, type LearnShop } from './learning.ts';
import { createLibrary, type Library } from './library.ts';
import { createMeanings } from './meanings.ts';
import { readGoldenQuestions } from './read-golden-questions.ts';
import { type Change, createTrial, eachWithBreath, isFelt } from './trial.ts';
import { decideAlone, tryQuestion } from './try-question.ts';
import type { TextEncoder } from './vector-store.ts';
import { keepDeletion, keepVersions, selectVersion, selectVersions } from './versions.ts';

export { withOffer, wordsOf } from './words-of-decision.ts';

export type Knowledge = ReturnType<typeof createKnowledge>;

/** What is said along with a change. */
export type ChangeWords = { note?: string; overrideReason?: string };

export function createKnowledge(needs: {
  database: Database;
  now: () => number;
  newId: (prefix: string) => string;
  log: Log;
  encoder: TextEncoder | null;
  /** Null: only what comes with the desk is known of how people ask. */
  learnShop: LearnShop | null;
}) {
  const { database, now, newId } = needs;
  const live = createLibrary(now);
  const meanings = createMeanings(needs);
  const answerLine = createAnswerLine({ database, live, now });
  const learning = createLearning({
    ...needs,
    live,
    meanings,
    fit: answerLine.fit,
    onLearned: () => golden.changed(),
  });
  const trial = createTrial(live, now);
  const inTurn = createTurns();
  let reading: Promise<void> = Promise.resolve();
  const decideOn = (library: Library, question: string, language: Language) =>
    decideAlone(library, meanings, question, language, now());
  const golden = createGoldenQuestions({ database, newId, now, live, decide: decideOn });

  function learn(article: Article, vectors?: readonly Float32Array[]): void {
    live.learn(article, vectors);
    trial.fellBehind(article.id);
  }

  /** Gives articles their meaning, a few at a time, where they have not changed meanwhile. */
  async function giveMeaning(articles: readonly Article[]): Promise<void> {
    for (let at = 0; at < articles.length; at += mostAtOnce) {
      const part = articles.slice(at, at + mostAtOnce);
      const vectors = await meanings.ofArticles(part);
      await eachWithBreath(part, (article) => {
        const known = live.lookup(article.id);
        if (vectors.has(article.id) && known?.version === article.version)
          learn(article, vectors.get(article.id));
      });
    }
    golden.changed();
    learning.wake();
  }

  /**
   * The one way the knowledge changes: tried on the golden questions, written with its versions, then learned.
   * @param also what else belongs to the transaction; may refuse
   * @throws Problem `golden_question_broken` when the change breaks one and no reason is given
   */
  async function write(
    change: Change,
    said: { by: string; kind: VersionKind } & ChangeWords,
    also: (tx: Queryable) => Promise<void> = async () => {},
  ): Promise<Article[]> {
    for (const draft of change.put) checkDates(draft);
    const felt = isFelt(change, live);
    const questions = felt ? await golden.all() : [];
    // A large import is found by its words at once, and by its meaning as soon as that is read.
    const isLarge = change.put.length > mostAtOnce;
    const vectors = felt && !isLarge ? await meanings.ofArticles(change.put) : new Map();
    const { broken, answers } =
      questions.length > 0
        ? await trial.on(change, (wouldBe) => golden.tryOn(wouldBe, questions), vectors)
        : { broken: [], answers: undefined };
    const overrideReason = said.overrideReason ?? '';
    refuseBroken(broken, overrideReason);
    const author = { by: said.by, kind: said.kind, note: said.note ?? '', overrideReason, broken };
    const articles = await database.transaction(async (tx) => {
      await also(tx);
      const written = change.put.length > 0 ? await writeArticles(tx, change.put, said.by) : [];
      await keepVersions(tx, written, author);
      if (change.remove.length > 0) {
        const deleted = await tx.query<{ id: string; version: number }>(
          'DELETE FROM articles WHERE id = ANY($1) RETURNING id, version',
          [change.remove],
        );
        if (deleted.length < change.remove.length) throw notFound('article');
        await keepDeletion(tx, deleted, { ...author, kind: 'deleted' });
      }
      return written;
    });
    await eachWithBreath(articles, (article) => learn(article, vectors.get(article.id)));
    for (const articleId of change.remove) {
      live.forget(articleId);
      trial.fellBehind(articleId);
    }
    if (felt) golden.changed(answers);
    if (isLarge) reading = reading.then(() => giveMeaning(articles.filter(isPublished)));
    else if (felt) learning.wake();
    return articles;
  }

  /** Sets how careful the AI is, tried on the golden questions first. @throws Problem `golden_question_broken` */
  async function setCare(care: Care, by: string, overrideReason = ''): Promise<AnswerLine> {
    const { calibration } = live.index;
    const isFelt = answerLine.fit(calibration, care).answerFrom !== calibration.answerFrom;
    const questions = isFelt ? await golden.all() : [];
    if (questions.length > 0) {
      const { broken } = await trial.on(
        { put: [], remove: [] },
        (wouldBe) => {
          const { learned } = wouldBe.index;
          wouldBe.index.learn({ ...learned, calibration: answerLine.fit(learned.calibration, care) });
          return golden.tryOn(wouldBe, questions);
        },
        new Map(),
      );
      refuseBroken(broken, overrideReason);
    }
    await answerLine.choose(care, by, overrideReason);
    golden.changed();
    return answerLine.shown(learning.hasLearned);
  }

  async function writeOne(
    draft: ArticleDraft & { id: string },
    said: Parameters<typeof write>[1],
    also?: Parameters<typeof write>[2],
  ): Promise<Article> {
    const [article] = await inTurn(() => write({ put: [draft], remove: [] }, said, also));
    return article as Article;
  }

  return {
    index: live.index,
    lookup: live.lookup,
    pairOf: live.pairOf,
    /** Fills the index from the database: the words before it resolves, the meaning soon after. */
    async load(): Promise<void> {
      await answerLine.load();
      const articles = (await selectAll(database)).filter(isPublished);
      for (const article of articles) learn(article);
      reading = reading.then(async () => {
        await learning.setBackground();
        await giveMeaning(articles);
        await meanings.tidy([...live.published.values()], learning.asked);
      });
    },
    /** Resolves when everything is read and learned. */
    async settled(): Promise<void> {
      await reading;
      await learning.settled();
    },
    /** @param closeEncoder ends what is being read; nothing new is read after */
    async stop(closeEncoder: () => Promise<void>): Promise<void> {
      meanings.stop();
      await closeEncoder();
      await learning.stop();
      await reading;
    },
    /** The vectors of what is asked, by text. */
    meaningsOf: (texts: readonly string[]) => meanings.ofQuestions(texts),
    /** The articles nearest to a text, best first. */
    async search(text: string, options: { limit: number; language: Language }) {
      const meaning = (await meanings.ofQuestions([text])).get(text) ?? null;
      return live.index.search({ text, meaning }, { ...options, at: now() });
    },
    /** What would be done with this as a customer's first message, on the knowledge of this moment. */
    decide: (question: string, language: Language) => decideOn(live, question, language),
    listArticles: (wanted: ArticleQuery) => selectArticles(database, wanted),
    exportArticles: () => selectAll(database),
    async getArticle(articleId: string): Promise<Article> {
      const article = await selectArticle(database, articleId);
      if (!article) throw notFound('article');
      return article;
    },
    createArticle: (draft: ArticleDraft, by: string, words: ChangeWords = {}) =>
      writeOne({ ...draft, id: newId('art') }, { by, kind: 'written', ...words }),
    /** @throws Problem `changed_meanwhile` when somebody saved since `version` */
    updateArticle: (
      articleId: string,
      draft: ArticleDraft & { version: number },
      by: string,
      words: ChangeWords = {},
    ): Promise<Article> =>
      writeOne({ ...draft, id: articleId }, { by, kind: 'written', ...words }, async (tx) => {
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
      }),
    async deleteArticle(articleId: string, by: string, words: ChangeWords = {}): Promise<void> {
      await inTurn(() => write({ put: [], remove: [articleId] }, { by, kind: 'deleted', ...words }));
    },
    async versions(articleId: string) {
      const versions = await selectVersions(database, articleId);
      if (versions.length === 0) throw notFound('article');
      return versions;
    },
    /** An old version saved as the newest; a deleted article comes back under its id. */
    async rollBack(articleId: string, toVersion: number, by: string, words: ChangeWords = {}) {
      const content = await selectVersion(database, articleId, toVersion);
      if (!content) throw notFound('version');
      return writeOne({ ...content, id: articleId }, { by, kind: 'rolled_back', ...words });
    },
    answerLine: (): AnswerLine => answerLine.shown(learning.hasLearned),
    setCare: (care: Care, by: string, words: Pick<ChangeWords, 'overrideReason'> = {}) =>
      inTurn(() => setCare(care, by, words.overrideReason)),
    golden,
    /** For whoever measures an answering engine on this shop. */
    async goldenQuestions() {
      const all = await golden.all();
      return all.map(({ question, language, expectedArticleId }) => ({
        question,
        language,
        expectedArticleId,
      }));
    },
    async importGoldenQuestions(bytes: Uint8Array, language: Language, by: string) {
      return golden.addAll(readGoldenQuestions(bytes, await selectAll(database), language), by);
    },
    addGoldenQuestions: (drafts: GoldenDraft[], by: string) => golden.addAll(drafts, by),
    previewImport: (source: ImportSource, createdBy: string) => previewImport(needs, source, createdBy),
    async commitImport(
      importId: string,
      options: { skipInvalid: boolean } & ChangeWords,
      by: { id: string; name: string },
    ) {
      return inTurn(async () => {
        const { put, created, updated } = await readPreview(needs, importId, options.skipInvalid, by.id);
        const { skipInvalid: _, ...words } = options;
        await write({ put, remove: [] }, { by: by.name, kind: 'imported', ...words }, (tx) =>
          consumePreview(tx, importId),
        );
        return { created, updated };
      });
    },
    /** Writes articles that need no preview: the demo shop's. */
    addArticles: (drafts: ArticleDraft[], by: string): Promise<Article[]> =>
      inTurn(() =>
        write(
          { put: drafts.map((draft) => ({ ...draft, id: newId('art') })), remove: [] },
          { by, kind: 'imported' },
        ),
      ),
    /** Articles, drafts too, the latest 2,000, that answer nearly the same question. */
    async nearDuplicates() {
      const articles = (await selectAll(database))
        .sort((a, b) => b.updatedAt - a.updatedAt)
        .slice(0, mostCompared);
      const byId = new Map(articles.map((one) => [one.id, one]));
      return nearDuplicates(articles).map(({ ids, ...pair }) => ({
        ...pair,
        articles: ids.map((articleId) => {
          const { id, title, language, status } = byId.get(articleId) as Article;
          return { id, title, language, status };
        }),
      }));
    },
    /** What a customer would be answered, taking an unsaved draft into account. */
    async tryQuestion({
      question,
      draft,
      replaces,
    }: {
      question: string;
      draft?: ArticleDraft | undefined;
      replaces?: string | undefined;
    }) {
      if (!draft) return tryQuestion(live, meanings, question, now());
      const put = [{ ...draft, id: replaces ?? 'draft', status: 'published' as const }];
      const vectors = await meanings.ofArticles(put);
      return inTurn(() =>
        trial.on({ put, remove: [] }, (wouldBe) => tryQuestion(wouldBe, meanings, question, now()), vectors),
      );
    },
  };
}

/** Comparing is quick but not interruptible; the latest changes are what an editor looks for. */
const mostCompared = 2000;
/** Articles whose meaning is read while the writer waits. */
const mostAtOnce = 20;

/** @throws Problem `golden_question_broken` when any would be and nobody says why all the same */
function refuseBroken(broken: BrokenQuestion[], overrideReason: string): void {
  if (broken.length === 0 || overrideReason) return;
  const message = `${broken.length} golden questions would no longer be right; say why it is published anyway.`;
  throw new Problem('golden_question_broken', message, {
    field: 'overrideReason',
    brokenQuestions: broken,
  });
}

function isPublished(article: Article): boolean {
  return article.status === 'published';
}

/** One change or trial at a time, in the order they came. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };
}

function checkDates(draft: ArticleDraft): void {
  if (draft.validFrom !== null && draft.validUntil !== null && draft.validUntil <= draft.validFrom) {
    throw new Problem('invalid_input', 'The article would end before it begins.', { field: 'validUntil' });
  }
}
