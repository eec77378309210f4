import type { Gap, GapReason, GapStatus, Language } from '../../../contract/index.ts';
import type { Queryable } from '../../database/client.ts';

export type GapQuestion = {
  conversationId: string;
  seq: number;
  gapId: string;
  text: string;
  language: Language;
  reason: GapReason;
  at: number;
};

export type GapQuery = {
  view: 'open' | 'decided' | 'ignored';
  language?: Language | undefined;
  articleId?: string | undefined;
  q: string;
  offset: number;
  limit: number;
};

const weekMs = 7 * 86_400_000;
const weeksShown = 8;

/** A decided gap that people ask again about after the decision is open again. */
const views: Record<GapQuery['view'], string> = {
  open: `(status = 'open' OR (status IN ('drafted', 'phrasing_added') AND "sinceDecision" > 0))`,
  decided: `(status = 'contradiction' OR (status IN ('drafted', 'phrasing_added') AND "sinceDecision" = 0))`,
  ignored: `status = 'ignored'`,
};

/** Every gap with its figures; `$1` is now. */
const figures = `
  SELECT g.id, g.question, g.language, g.status, g.article_ids AS "articleIds", g.note, g.decided_by AS "decidedBy",
    g.decided_at AS "decidedAt", f.*
  FROM gaps g JOIN LATERAL (
    SELECT count(*)::integer AS count, count(DISTINCT q.conversation_id)::integer AS customers,
      count(*) FILTER (WHERE q.at > extract(epoch FROM g.decided_at) * 1000)::integer AS "sinceDecision",
      max(q.at) AS "lastAt", array_agg(DISTINCT q.language) AS languages,
      array_agg(q.at) FILTER (WHERE q.at > $1::bigint - ${weekMs * weeksShown}) AS times,
      array_agg(q.reason) AS "allReasons", (array_agg(q.text ORDER BY q.at DESC))[1:12] AS texts
    FROM gap_questions q WHERE q.gap_id = g.id
  ) f ON f.count > 0`;

type Row = Omit<Gap, 'weeks' | 'reasons' | 'examples'> & {
  times: string[] | null;
  allReasons: GapReason[];
  texts: string[];
};

export async function selectGaps(database: Queryable, wanted: GapQuery, now: number) {
  const where = `($2::text IS NULL OR $2 = ANY(languages)) AND ($3 = '' OR question ILIKE $4 OR array_to_string(texts, ' ') ILIKE $4)
    AND ($5::text IS NULL OR $5 = ANY("articleIds"))`;
  const parameters = [
    now,
    wanted.language ?? null,
    wanted.q,
    `%${wanted.q.replace(/[\\%_]/g, '\\$&')}%`,
    wanted.articleId ?? null,
  ];
  const [rows, [counts]] = await Promise.all([
    database.query<Row & { total: number }>(
      `SELECT *, count(*) OVER ()::integer AS total FROM (${figures}) all_gaps WHERE ${where} AND ${views[wanted.view]}
       ORDER BY coalesce(array_length(times, 1), 0) DESC, "lastAt" DESC, id OFFSET $6 LIMIT $7`,
      [...parameters, wanted.offset, wanted.limit],
    ),
    database.query<{ open: number; decided: number; ignored: number }>(
      `SELECT ${Object.entries(views)
        .map(([name, sql]) => `count(*) FILTER (WHERE ${sql})::integer AS ${name}`)
        .join(', ')} FROM (${figures}) all_gaps WHERE ${where}`,
      parameters,
    ),
  ]);
  return {
    gaps: rows.map((row) => toGap(row, now)),
    total: rows[0]?.total ?? 0,
    counts: counts ?? { open: 0, decided: 0, ignored: 0 },
  };
}

export async function selectGap(database: Queryable, gapId: string, now: number): Promise<Gap | null> {
  const [row] = await database.query<Row>(`SELECT * FROM (${figures}) all_gaps WHERE id = $2`, [now, gapId]);
  return row ? toGap(row, now) : null;
}

function toGap(row: Row, now: number): Gap {
  const { times, allReasons, texts, ...rest } = row;
  const weeks = Array<number>(weeksShown).fill(0);
  for (const at of times ?? []) {
    const weeksAgo = Math.floor((now - Number(at)) / weekMs);
    const slot = weeksShown - 1 - Math.max(0, weeksAgo);
    if (slot >= 0) weeks[slot] = (weeks[slot] as number) + 1;
  }
  const reasons: Record<string, number> = {};
  for (const reason of allReasons) reasons[reason] = (reasons[reason] ?? 0) + 1;
  const { total: _, ...gap } = rest as typeof rest & { total?: number };
  return { ...gap, lastAt: Number(gap.lastAt), weeks, reasons, examples: [...new Set(texts)].slice(0, 3) };
}

export function selectQuestions(database: Queryable, gapId: string, limit: number): Promise<GapQuestion[]> {
  return database.query<GapQuestion>(
    `SELECT conversation_id AS "conversationId", seq, gap_id AS "gapId", text, language, reason, at
     FROM gap_questions WHERE gap_id = $1 ORDER BY at DESC, seq DESC LIMIT $2`,
    [gapId, limit],
  );
}

/** Every wording known, oldest first: what new questions are compared with. */
export function selectWordings(database: Queryable): Promise<{ gapId: string; text: string }[]> {
  return database.query(
    `SELECT gap_id AS "gapId", text FROM gap_questions ORDER BY at, conversation_id, seq`,
  );
}

export async function selectKnownSeqs(database: Queryable, conversationId: string): Promise<Set<number>> {
  const rows = await database.query<{ seq: number }>(
    'SELECT seq FROM gap_questions WHERE conversation_id = $1',
    [conversationId],
  );
  return new Set(rows.map((row) => row.seq));
}

export async function insertQuestions(
  tx: Queryable,
  begun: { id: string; question: string; language: Language }[],
  questions: GapQuestion[],
): Promise<void> {
  if (begun.length > 0) {
    await tx.query(
      `INSERT INTO gaps (id, question, language)
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS g(id text, question text, language text)`,
      [JSON.stringify(begun)],
    );
  }
  await tx.query(
    `INSERT INTO gap_questions (conversation_id, seq, gap_id, text, language, reason, at)
     SELECT * FROM jsonb_to_recordset($1::jsonb)
       AS q("conversationId" text, seq integer, "gapId" text, text text, language text, reason text, at bigint)`,
    [JSON.stringify(questions)],
  );
}

/** @returns whether there is such a gap, in one of the statuses expected */
export async function decideGap(
  database: Queryable,
  gapId: string,
  decision: { status: GapStatus; articleIds: string[]; note: string; by: string | null; at: number | null },
): Promise<boolean> {
  const rows = await database.query(
    `UPDATE gaps SET status = $2, article_ids = $3, note = $4, decided_by = $5, decided_at = to_timestamp($6::bigint / 1000.0)
     WHERE id = $1 RETURNING id`,
    [gapId, decision.status, decision.articleIds, decision.note, decision.by, decision.at],
  );
  return rows.length > 0;
}
