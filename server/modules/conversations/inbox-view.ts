import { gramsWithin } from '../../../brain/text/grams.ts';
import type { Conversation, InboxCounts, InboxRow } from '../../../contract/index.ts';
import type { Database } from '../../database/client.ts';
import { storable } from '../../platform/storable.ts';
import { inboxRow } from './conversation-view.ts';
import type { ConversationWords } from './follow-words.ts';

export type InboxQuery = {
  view: 'mine' | 'queue' | 'left' | 'all';
  q: string;
  before?: number | undefined;
  limit: number;
};

/** Which conversations each view holds; $1 is the agent. */
const views: Record<InboxQuery['view'], string> = {
  mine: `((c.agent_id = $1 AND c.status <> 'resolved') OR (c.status = 'queued' AND c.state ->> 'offeredTo' = $1))`,
  queue: `c.status = 'queued'`,
  left: `c.promised_at IS NOT NULL AND c.status IN ('ai', 'queued')`,
  all: 'true',
};

// The queue is read in the order it is served; everything else newest first.
const orders: Record<InboxQuery['view'], string> = {
  mine: 'c.last_at DESC',
  queue: `(c.state ->> 'priority')::integer DESC, (c.state ->> 'queuedAt')::bigint`,
  left: 'c.promised_at',
  all: 'c.last_at DESC',
};

/** Whether a conversation holds a wording; $4 is its pattern. */
const holdsWording = (fence = '') =>
  `(c.state ->> 'customerName' ILIKE $4 OR c.state #>> '{promise,contact}' ILIKE $4 OR EXISTS (
    SELECT 1 FROM timeline t WHERE t.conversation_id = c.id
      AND t.type IN ('message.sent', 'note.added') AND t.body ->> 'text' ILIKE $4 ${fence}))`;
/** For few conversations: each timeline by itself, whatever the planner thinks of reading all of them at once. */
const eachByItself = 'OFFSET 0';

const columns = `c.state, (SELECT seq FROM read_marks m WHERE m.conversation_id = c.id AND m.party = 'agent') AS mark`;
type Row = { state: Conversation; mark: number | null };

/** With more than this to look through, as after an upgrade, the whole inbox is. */
const mostUnread = 20_000;

/** One page of the inbox. `q` is looked for in customers' names, messages, notes and contacts. */
export async function listInbox(
  needs: { database: Database; words: ConversationWords },
  agentId: string,
  wanted: InboxQuery,
): Promise<InboxRow[]> {
  const query = { ...wanted, q: storable(wanted.q) };
  const { database, words } = needs;
  const grams = query.view === 'all' ? gramsWithin(query.q) : [];
  const unread = grams.length > 0 ? await words.unread() : null;
  const look = (most: number | null) => lookThrough(database, query, agentId, most);
  let rows: Row[];
  if (unread && unread.size <= mostUnread) {
    // What is said everywhere stands in the newest already.
    rows = await look(query.limit * 4);
    if (rows.length < query.limit) rows = await findByWords(database, query, grams, [...unread.keys()]);
  } else {
    rows = await look(null);
  }
  return rows.map((row) => inboxRow(row.state, { agent: row.mark ?? 0 }));
}

/** Conversations of a view, one after another. @param most only so many of the newest */
function lookThrough(database: Database, query: InboxQuery, agentId: string, most: number | null) {
  const newest = '(SELECT * FROM conversations WHERE last_at < $2 ORDER BY last_at DESC LIMIT $5)';
  return database.query<Row>(
    `SELECT ${columns} FROM ${most ? newest : 'conversations'} c
     WHERE $1::text IS NOT NULL AND ${views[query.view]} AND c.last_at < $2 AND c.state ->> 'lastMessage' IS NOT NULL
       AND ($4 = '%%' OR ${holdsWording(most ? eachByItself : '')})
     ORDER BY ${orders[query.view]} LIMIT $3`,
    [agentId, ...pageOf(query), ...(most ? [most] : [])],
  );
}

/**
 * Those whose words were read and hold all pieces, and those not read since their last entry; newest first, each
 * looked through until the page is full.
 */
function findByWords(database: Database, query: InboxQuery, grams: number[], unread: string[]) {
  return database.query<Row>(
    `SELECT ${columns} FROM (
       SELECT * FROM (
         SELECT w.conversation_id AS id, w.last_at FROM conversation_words w
         WHERE w.words @> $1::integer[] AND w.conversation_id NOT IN (SELECT unnest($5::text[]))
         UNION ALL
         SELECT id, last_at FROM conversations WHERE id = ANY($5)
       ) every WHERE last_at < $2 ORDER BY last_at DESC OFFSET 0
     ) found JOIN conversations c ON c.id = found.id
     WHERE c.state ->> 'lastMessage' IS NOT NULL AND ${holdsWording(eachByItself)}
     ORDER BY found.last_at DESC LIMIT $3`,
    [grams, ...pageOf(query), unread],
  );
}

/** Parameters from $2 on: before when, how many, the pattern. */
function pageOf({ before, limit, q }: InboxQuery): unknown[] {
  return [before ?? Number.MAX_SAFE_INTEGER, limit, `%${q.replace(/[\\%_]/g, '\\$&')}%`];
}

export async function countInbox(database: Database, agentId: string): Promise<InboxCounts> {
  const [counts] = await database.query<InboxCounts>(
    `SELECT count(*) FILTER (WHERE ${views.mine})::integer AS mine,
            count(*) FILTER (WHERE ${views.queue})::integer AS queue,
            count(*) FILTER (WHERE ${views.left})::integer AS left,
            (SELECT count(*) FROM conversations)::integer AS all
     FROM conversations c
     WHERE c.status IN ('queued', 'assigned', 'waiting_customer', 'snoozed', 'wrap_up')
        OR (c.promised_at IS NOT NULL AND c.status = 'ai')`,
    [agentId],
  );
  return counts as InboxCounts;
}
