import type { Conversation, Entry } from '../../../contract/index.ts';
import type { Queryable } from '../../database/client.ts';
import type { Once } from './record.ts';

export type TimelineRow = { entry: Entry; once: Once | undefined };

type StoredEntry = {
  conversation_id: string;
  seq: number;
  episode: number;
  at: number;
  type: string;
  by: unknown;
  body: unknown;
};

export const entryColumns = 'conversation_id, seq, episode, at, type, by, body';

export function toEntry(row: StoredEntry): Entry {
  const { conversation_id: conversationId, ...rest } = row;
  return { conversationId, ...rest } as Entry;
}

export async function loadStates(database: Queryable, conversationIds: string[]): Promise<Conversation[]> {
  const rows = await database.query<{ state: Conversation }>(
    'SELECT state FROM conversations WHERE id = ANY($1)',
    [conversationIds],
  );
  return rows.map((row) => row.state);
}

export async function selectTimeline(
  database: Queryable,
  conversationId: string,
  until = 2_147_483_647,
): Promise<Entry[]> {
  const rows = await database.query<StoredEntry>(
    `SELECT ${entryColumns} FROM timeline WHERE conversation_id = $1 AND seq <= $2 ORDER BY seq`,
    [conversationId, until],
  );
  return rows.map(toEntry);
}

export async function findSent(
  database: Queryable,
  conversationId: string,
  sender: string,
  clientMessageId: string,
): Promise<Entry | null> {
  const [row] = await database.query<StoredEntry>(
    `SELECT ${entryColumns} FROM timeline WHERE conversation_id = $1 AND sender = $2 AND client_message_id = $3`,
    [conversationId, sender, clientMessageId],
  );
  return row ? toEntry(row) : null;
}

/**
 * States and entries in one statement, hence one transaction. A conversation whose last number is no longer the
 * expected one is left out together with its entries.
 * @returns the conversations that were written
 */
export async function writeBatch(
  database: Queryable,
  states: Map<string, Conversation>,
  expected: Map<string, number>,
  rows: TimelineRow[],
): Promise<Set<string>> {
  const stateRows = [...states].map(([id, state]) => ({ id, expected: expected.get(id), state }));
  const entryRows = rows.map(({ entry, once }) => ({
    conversation_id: entry.conversationId,
    seq: entry.seq,
    episode: entry.episode,
    at: entry.at,
    type: entry.type,
    by: entry.by,
    body: entry.body,
    sender: once?.sender ?? null,
    client_message_id: once?.clientMessageId ?? null,
  }));
  const written = await database.query<{ id: string }>(
    `WITH kept AS (
       UPDATE conversations c SET state = s.state
       FROM jsonb_to_recordset($1::jsonb) AS s(id text, expected integer, state jsonb)
       WHERE c.id = s.id AND (c.state ->> 'lastSeq')::integer = s.expected
       RETURNING c.id
     ), added AS (
       INSERT INTO timeline (conversation_id, seq, episode, at, type, by, body, sender, client_message_id)
       SELECT e.* FROM jsonb_to_recordset($2::jsonb)
         AS e(conversation_id text, seq integer, episode integer, at bigint, type text, by jsonb, body jsonb, sender text, client_message_id text)
       WHERE e.conversation_id IN (SELECT id FROM kept)
     )
     SELECT id FROM kept`,
    [JSON.stringify(stateRows), JSON.stringify(entryRows)],
  );
  return new Set(written.map((row) => row.id));
}
