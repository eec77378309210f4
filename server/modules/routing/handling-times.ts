import type { Database } from '../../database/client.ts';

type Handling = { handlingSeconds: number };

const keepMs = 30_000;
const windowDays = 7;
const measured = new WeakMap<Database, Map<string, { at: number; handlings: Handling[] }>>();

/** How long people of a group held their last 50 conversations of the last week, from being assigned to letting go. */
export async function measureHandlings(
  database: Database,
  groupId: string,
  now: number,
): Promise<Handling[]> {
  const groups = measured.get(database) ?? new Map();
  measured.set(database, groups);
  const known = groups.get(groupId);
  if (known && now - known.at < keepMs) return known.handlings;
  const handlings = await database.query<Handling>(
    `SELECT (ended.at - t.at) / 1000.0 AS "handlingSeconds" FROM timeline t
     JOIN conversations c ON c.id = t.conversation_id AND c.state ->> 'groupId' = $1
     JOIN LATERAL (
       SELECT e.at FROM timeline e WHERE e.conversation_id = t.conversation_id AND e.seq > t.seq
         AND e.type IN ('conversation.resolved', 'conversation.handed_back', 'conversation.transferred', 'wrap_up.started')
       ORDER BY e.seq LIMIT 1
     ) ended ON true
     WHERE t.type = 'conversation.assigned' AND t.at > $2 ORDER BY t.at DESC LIMIT 50`,
    [groupId, now - windowDays * 86_400_000],
  );
  const numbers = handlings.map((row) => ({ handlingSeconds: Number(row.handlingSeconds) }));
  groups.set(groupId, { at: now, handlings: numbers });
  return numbers;
}
