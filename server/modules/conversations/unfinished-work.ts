import { aiOwesReply, type Conversation } from '../../../contract/index.ts';
import type { Database } from '../../database/client.ts';

/** What the states say is still to be done: nothing else has to remember it over a restart. */
export function findWork(database: Database) {
  const states = async (where: string, parameters: unknown[] = []): Promise<Conversation[]> => {
    const rows = await database.query<{ state: Conversation }>(
      `SELECT state FROM conversations WHERE ${where}`,
      parameters,
    );
    return rows.map((row) => row.state);
  };
  return {
    /** The AI may speak and the last word is the customer's. */
    async owedReplies(): Promise<Conversation[]> {
      const talking = await states(
        `status = 'ai' AND (state ->> 'customerSeq')::integer > (state ->> 'answeredSeq')::integer`,
      );
      return talking.filter(aiOwesReply);
    },
    waiting: () => states(`status = 'queued'`),
    snoozed: () => states(`status = 'snoozed'`),
    /** Messages left outside opening hours that nobody has taken up. */
    promised: () => states(`promised_at IS NOT NULL AND status = 'ai'`),
    heldBy: (agentId: string) => states(`agent_id = $1 AND status <> 'resolved'`, [agentId]),
    /** How many open conversations each agent holds; those set aside do not count. */
    async loads(): Promise<Map<string, number>> {
      const rows = await database.query<{ agent_id: string; held: number }>(
        `SELECT agent_id, count(*)::integer AS held FROM conversations
         WHERE agent_id IS NOT NULL AND status IN ('assigned', 'wrap_up') GROUP BY agent_id`,
      );
      return new Map(rows.map((row) => [row.agent_id, row.held]));
    },
  };
}
