import type { Conversation, InboxCounts, InboxRow } from '../../../contract/index.ts';
import type { Database } from '../../database/client.ts';
import { inboxRow } from './conversation-view.ts';

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

/** One page of the inbox. `q` is looked for in customers' names, messages, notes and contacts. */
export async function listInbox(
  database: Database,
  agentId: string,
  wanted: InboxQuery,
): Promise<InboxRow[]> {
  const rows = await database.query<{ state: Conversation; mark: number | null }>(
    `SELECT c.state, m.seq AS mark FROM conversations c
     LEFT JOIN read_marks m ON m.conversation_id = c.id AND m.party = 'agent'
     WHERE $1::text IS NOT NULL AND ${views[wanted.view]} AND c.last_at < $2 AND c.state ->> 'lastMessage' IS NOT NULL
       AND ($3 = '' OR c.state ->> 'customerName' ILIKE $4 OR c.state #>> '{promise,contact}' ILIKE $4 OR EXISTS (
         SELECT 1 FROM timeline t WHERE t.conversation_id = c.id
           AND t.type IN ('message.sent', 'note.added') AND t.body ->> 'text' ILIKE $4))
     ORDER BY ${orders[wanted.view]} LIMIT $5`,
    [
      agentId,
      wanted.before ?? Number.MAX_SAFE_INTEGER,
      wanted.q,
      `%${wanted.q.replace(/[\\%_]/g, '\\$&')}%`,
      wanted.limit,
    ],
  );
  return rows.map((row) => inboxRow(row.state, { agent: row.mark ?? 0 }));
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
