import { sameQuestionFrom } from '../../../brain/grouping/question-groups.ts';
import type { Language, Outcome } from '../../../contract/index.ts';
import type { Queryable } from '../../database/client.ts';
import { againWithinMs, type Stretch } from './outcomes-of.ts';

/** Replaces what was known of a conversation by what its timeline says now. */
export async function writeStretches(
  tx: Queryable,
  conversationId: string,
  stretches: Stretch[],
): Promise<void> {
  await tx.query('DELETE FROM outcomes WHERE conversation_id = $1 AND NOT (start_seq = ANY($2::integer[]))', [
    conversationId,
    stretches.map((one) => one.startSeq),
  ]);
  if (stretches.length === 0) return;
  await tx.query(
    `INSERT INTO outcomes (conversation_id, start_seq, customer_id, language, started_at, last_at, due_at, outcome, questions, article_ids)
     SELECT $1, o."startSeq", o."customerId", o.language, o."startedAt", o."lastAt", o."dueAt", o.outcome, o.questions,
       ARRAY(SELECT jsonb_array_elements_text(o."articleIds"))
     FROM jsonb_to_recordset($2::jsonb) AS o("startSeq" integer, "customerId" text, language text, "startedAt" bigint,
       "lastAt" bigint, "dueAt" bigint, outcome text, questions jsonb, "articleIds" jsonb)
     ON CONFLICT (conversation_id, start_seq) DO UPDATE SET customer_id = excluded.customer_id,
       language = excluded.language, last_at = excluded.last_at, due_at = excluded.due_at, outcome = excluded.outcome,
       questions = excluded.questions, article_ids = excluded.article_ids`,
    [conversationId, JSON.stringify(stretches)],
  );
}

type Known = {
  conversationId: string;
  startSeq: number;
  startedAt: number;
  lastAt: number;
  questions: string[];
  articleIds: string[];
};

/**
 * Marks each stretch of a customer after which they asked the same again within 7 days, in whatever conversation.
 * `topicOf`: articles in two languages count as one.
 */
export async function markAgain(tx: Queryable, customerId: string, how: Likeness): Promise<void> {
  const all = await tx.query<Known & { againAt: number | null }>(
    `SELECT conversation_id AS "conversationId", start_seq AS "startSeq", started_at AS "startedAt", last_at AS "lastAt",
       questions, article_ids AS "articleIds", again_at AS "againAt"
     FROM outcomes WHERE customer_id = $1 ORDER BY started_at DESC LIMIT 50`,
    [customerId],
  );
  for (const one of all) {
    const again = all.findLast(
      (later) =>
        later.startedAt > one.startedAt &&
        later.startedAt - one.lastAt <= againWithinMs &&
        isSameTopic(one, later, how),
    );
    const at = again?.startedAt ?? null;
    if (at === one.againAt) continue;
    await tx.query('UPDATE outcomes SET again_at = $3 WHERE conversation_id = $1 AND start_seq = $2', [
      one.conversationId,
      one.startSeq,
      at,
    ]);
  }
}

type Likeness = { topicOf: (articleId: string) => string; likeness: (a: string, b: string) => number };

function isSameTopic(a: Known, b: Known, { topicOf, likeness }: Likeness): boolean {
  const topics = new Set(a.articleIds.map(topicOf));
  return (
    b.articleIds.some((articleId) => topics.has(topicOf(articleId))) ||
    a.questions.some((one) => b.questions.some((other) => likeness(one, other) >= sameQuestionFrom))
  );
}

export type OutcomeRow = { week: number; language: Language; outcome: Outcome; count: number; again: number };

export async function countOutcomes(database: Queryable, since: number) {
  const [rows, [open]] = await Promise.all([
    database.query<OutcomeRow>(
      `SELECT (extract(epoch FROM date_trunc('week', to_timestamp(started_at / 1000.0) AT TIME ZONE 'UTC')) * 1000)::bigint AS week,
         language, outcome, count(*)::integer AS count, count(again_at)::integer AS again
       FROM outcomes WHERE outcome IS NOT NULL AND started_at >= $1 GROUP BY 1, 2, 3 ORDER BY 1 DESC, 2, 3`,
      [since],
    ),
    database.query<{ undecided: number }>(
      'SELECT count(*)::integer AS undecided FROM outcomes WHERE outcome IS NULL',
    ),
  ]);
  return { rows, undecided: open?.undecided ?? 0 };
}
