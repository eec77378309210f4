import { createQuestionGroups, rarityAmong, type Wording } from '../../../brain/grouping/question-groups.ts';
import type { Database } from '../../database/client.ts';
import type { Log } from '../../platform/log.ts';
import type { Conversations } from '../conversations/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { type BadAnswer, findBadAnswers } from './find-bad-answers.ts';
import { type GapQuestion, insertQuestions, selectKnownSeqs, selectWordings } from './gap-store.ts';
import { markAgain, writeStretches } from './outcome-store.ts';
import { outcomesOf } from './outcomes-of.ts';

export type FollowNeeds = {
  database: Database;
  conversations: Conversations;
  knowledge: Knowledge;
  newId: (prefix: string) => string;
  now: () => number;
  log: Log;
  /** Sentence vectors of questions, where there is an encoder. */
  embed?: ((texts: string[]) => Promise<Float32Array[]>) | null;
};

const tickMs = 1000;
/** Chats come first: a conversation is read once it is quiet, and only so many a tick. */
const quietMs = 2000;
const mostATick = 50;
const embedAtOnce = 64;

/**
 * Reads timelines as they grow. What has been read is stored beside what was found, in one transaction, so a restart
 * forgets nothing; a conversation read twice gives the same rows, so nothing is doubled.
 */
export function followTimeline(needs: FollowNeeds) {
  const { database, conversations, knowledge, now, log } = needs;
  let groups = createQuestionGroups();
  /** Conversations with entries not yet read, and when the last came (`performance.now()`). */
  const unread = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();

  conversations.record.onWritten(({ conversation }) => unread.set(conversation.id, performance.now()));

  const withMeaning = async (texts: string[]): Promise<Wording[]> => {
    const vectors = await needs.embed?.(texts).catch(() => null);
    return texts.map((text, at) => ({ text, meaning: vectors?.[at] ?? null }));
  };

  async function load(): Promise<void> {
    const articles = await knowledge.exportArticles();
    groups = createQuestionGroups(rarityAmong(articles.map((one) => [one.title, ...one.phrasings])));
    const known = await selectWordings(database);
    for (let at = 0; at < known.length; at += embedAtOnce) {
      const part = known.slice(at, at + embedAtOnce);
      const wordings = await withMeaning(part.map((one) => one.text));
      for (const [index, one] of part.entries()) groups.add(one.gapId, wordings[index] as Wording);
    }
    const rows = await database.query<{ id: string }>(
      `SELECT c.id FROM conversations c LEFT JOIN learned l ON l.conversation_id = c.id
       WHERE (c.state ->> 'lastSeq')::integer > coalesce(l.seq, 1) ORDER BY c.last_at`,
    );
    for (const row of rows) unread.set(row.id, 0);
  }

  /** What silence has decided since it was last looked at. */
  async function addDue(): Promise<void> {
    const rows = await database.query<{ id: string }>(
      `SELECT DISTINCT conversation_id AS id FROM outcomes WHERE outcome IS NULL AND due_at <= $1 LIMIT ${mostATick}`,
      [now()],
    );
    for (const row of rows) unread.set(row.id, 0);
  }

  async function read(conversationId: string): Promise<void> {
    const timeline = await conversations.timelineOf(conversationId);
    const last = timeline.at(-1);
    if (!last) return;
    const known = await selectKnownSeqs(database, conversationId);
    const bad = await stillOpen(findBadAnswers(timeline).filter((one) => !known.has(one.seq)));
    const wordings = await withMeaning(bad.map((one) => one.text));
    const begun: { id: string; question: string; language: 'zh' | 'en' }[] = [];
    const questions: GapQuestion[] = bad.map(({ aiTried: _, ...one }, at) => {
      const wording = wordings[at] as Wording;
      const group = groups.find(wording);
      const gapId = group?.groupId ?? needs.newId('gap');
      if (!group) begun.push({ id: gapId, question: one.text.slice(0, 300), language: one.language });
      groups.add(gapId, wording);
      return { ...one, conversationId, gapId };
    });
    const stretches = outcomesOf(timeline, now());
    await database.transaction(async (tx) => {
      if (questions.length > 0) await insertQuestions(tx, begun, questions);
      await writeStretches(tx, conversationId, stretches);
      const customerId = stretches[0]?.customerId;
      if (customerId) await markAgain(tx, customerId, { topicOf, likeness: groups.likeness });
      await tx.query(
        `INSERT INTO learned (conversation_id, seq) VALUES ($1, $2)
         ON CONFLICT (conversation_id) DO UPDATE SET seq = excluded.seq`,
        [conversationId, last.seq],
      );
    });
  }

  /** What a person was asked without the AI having had its turn is no gap when the knowledge holds the answer. */
  async function stillOpen(bad: BadAnswer[]): Promise<BadAnswer[]> {
    const kept: BadAnswer[] = [];
    for (const one of bad) {
      const isAnswered = !one.aiTried && (await knowledge.decide(one.text, one.language)).action === 'answer';
      if (!isAnswered) kept.push(one);
    }
    return kept;
  }

  const topicOf = (articleId: string) => knowledge.lookup(articleId)?.pairKey ?? articleId;

  /** @param before only what was last written to before this */
  async function readSome(before: number): Promise<void> {
    const quiet = [...unread].filter(([, writtenAt]) => writtenAt <= before).slice(0, mostATick);
    for (const [conversationId] of quiet) {
      unread.delete(conversationId);
      try {
        await read(conversationId);
      } catch (error) {
        unread.set(conversationId, performance.now());
        throw error;
      }
    }
  }

  const next = (work: () => Promise<void>) => {
    working = working.then(work).catch((error) => {
      log.error({ error: String(error) }, 'a conversation could not be read for gaps; tried again');
    });
    return working;
  };

  return {
    /** Takes up where the last run stopped, then follows. */
    async start(): Promise<void> {
      await load();
      const tick = () =>
        next(async () => {
          await addDue();
          await readSome(performance.now() - quietMs);
        }).finally(() => {
          if (timer) timer = setTimeout(tick, tickMs);
        });
      timer = setTimeout(tick, 0);
    },
    async stop(): Promise<void> {
      clearTimeout(timer);
      timer = undefined;
      await working;
    },
    /** Resolves when everything written so far has been read. */
    settled: () =>
      next(async () => {
        await addDue();
        while (unread.size > 0) await readSome(Number.POSITIVE_INFINITY);
      }),
  };
}
