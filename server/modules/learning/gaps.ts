import type { Article, Gap, GapDetail, GapStatus } from '../../../contract/index.ts';
import type { Database } from '../../database/client.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import type { Conversations } from '../conversations/index.ts';
import type { ChangeWords, Knowledge } from '../knowledge/index.ts';
import { draftFromReplies, type Reply, repliesTo } from './draft-from-replies.ts';
import { decideGap, type GapQuery, selectGap, selectGaps, selectQuestions } from './gap-store.ts';

const mostShown = 30;
const mostNear = 4;

/** What an editor does with a gap. */
export function createGaps(needs: {
  database: Database;
  conversations: Conversations;
  knowledge: Knowledge;
  now: () => number;
}) {
  const { database, conversations, knowledge, now } = needs;

  async function find(gapId: string): Promise<Gap> {
    const gap = await selectGap(database, gapId, now());
    if (!gap) throw notFound('gap');
    return gap;
  }

  async function decide(gapId: string, status: GapStatus, by: string, articleIds: string[] = [], note = '') {
    const isOpen = status === 'open';
    const decision = { status, articleIds, note, by: isOpen ? null : by, at: isOpen ? null : now() };
    if (!(await decideGap(database, gapId, decision))) throw notFound('gap');
    return find(gapId);
  }

  async function questionsOf(gapId: string): Promise<GapDetail['questions']> {
    const questions = await selectQuestions(database, gapId, mostShown);
    const timelines = new Map<string, Promise<Reply[]>>();
    const repliesIn = (conversationId: string, seq: number) => {
      const key = `${conversationId} ${seq}`;
      const known =
        timelines.get(key) ?? conversations.timelineOf(conversationId).then((all) => repliesTo(all, seq));
      timelines.set(key, known);
      return known;
    };
    return Promise.all(
      questions.map(async ({ gapId: _, ...one }) => ({
        ...one,
        replies: await repliesIn(one.conversationId, one.seq),
      })),
    );
  }

  async function articlesOf(gap: Gap): Promise<GapDetail['articles']> {
    const found = await Promise.all(
      gap.articleIds.map((articleId) => knowledge.getArticle(articleId).catch(() => null)),
    );
    return found.flatMap((one) => (one ? [{ articleId: one.id, title: one.title, status: one.status }] : []));
  }

  return {
    list: (wanted: GapQuery) => selectGaps(database, wanted, now()),
    async get(gapId: string): Promise<GapDetail> {
      const gap = await find(gapId);
      const [questions, tried, articles] = await Promise.all([
        questionsOf(gapId),
        knowledge.tryQuestion({ question: gap.question.slice(0, 2000) }),
        articlesOf(gap),
      ]);
      const [source] = tried.action === 'answer' ? tried.sources : [];
      return {
        gap,
        questions,
        nearest: tried.candidates
          .slice(0, mostNear)
          .map(({ articleId, title, language, confidence }) => ({ articleId, title, language, confidence })),
        answeredNow: source ? { articleId: source.articleId, title: source.title } : null,
        articles,
      };
    },
    /** A draft article from what people answered; the gap is decided with it. */
    async draft(gapId: string, by: string): Promise<{ article: Article; gap: Gap }> {
      const gap = await find(gapId);
      const questions = await questionsOf(gapId);
      const mine = questions.filter((one) => one.language === gap.language);
      const draft = draftFromReplies(
        gap.question,
        gap.language,
        mine.map((one) => one.text),
        mine.flatMap((one) => one.replies).concat(questions.flatMap((one) => one.replies)),
      );
      const article = await knowledge.createArticle(draft, by);
      return { article, gap: await decide(gapId, 'drafted', by, [article.id]) };
    },
    /** The wordings become phrasings of an article; the golden questions are asked first. */
    async addToArticle(
      gapId: string,
      wanted: { articleId: string; phrasings: string[] } & ChangeWords,
      by: string,
    ): Promise<{ article: Article; gap: Gap }> {
      await find(gapId);
      const before = await knowledge.getArticle(wanted.articleId);
      const phrasings = [...new Set([...before.phrasings, ...wanted.phrasings])].slice(0, 200);
      const article = await knowledge.updateArticle(before.id, { ...before, phrasings }, by, wanted);
      return { article, gap: await decide(gapId, 'phrasing_added', by, [article.id]) };
    },
    async markContradiction(gapId: string, articleIds: [string, string], note: string, by: string) {
      if (articleIds[0] === articleIds[1])
        throw new Problem('invalid_input', 'Name two different articles.', { field: 'articleIds' });
      await Promise.all(articleIds.map((articleId) => knowledge.getArticle(articleId)));
      return decide(gapId, 'contradiction', by, articleIds, note);
    },
    ignore: (gapId: string, note: string, by: string) => decide(gapId, 'ignored', by, [], note),
    reopen: (gapId: string) => decide(gapId, 'open', ''),
  };
}
