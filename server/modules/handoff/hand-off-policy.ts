import type { Policy, Staffing } from '../../../brain/handoff/policy.ts';
import type { ReplayDialogue } from '../../../brain/handoff/replay.ts';
import type { HandOffMark, HandOffPolicy, PolicyReplay } from '../../../contract/index.ts';
import type { Database } from '../../database/client.ts';
import { notFound } from '../../platform/problem.ts';
import { createRecentMap } from '../../platform/recent-map.ts';
import type { Accounts } from '../accounts/index.ts';
import type { Conversations } from '../conversations/index.ts';
import { createPolicyStore } from './policy-store.ts';
import { readRecorded } from './recorded.ts';
import { tryPolicy } from './try-policy.ts';

export type HandOffPolicies = ReturnType<typeof createHandOffPolicies>;

const staffingLastsMs = 3000;
const standingLastsMs = 30_000;

/**
 * The hand-off policy of this desk: its versions, what the one in force needs in a turn, trying another on what was
 * recorded, and the marks it is measured on.
 */
export function createHandOffPolicies(needs: {
  database: Database;
  conversations: Conversations;
  accounts: Accounts;
  /** Whether a customer is VIP, and what their latest order is worth in the shop's currency. */
  standingOf: (customerId: string) => Promise<ReplayDialogue['customer']>;
  now: () => number;
}) {
  const { database, conversations, accounts } = needs;
  const store = createPolicyStore(database);
  const standings = createRecentMap<string, { at: number; value: ReplayDialogue['customer'] }>(5000);
  let staffing: { at: number; value: Staffing } | null = null;

  /** Who waits and who is there, a few seconds old at most. */
  async function staffingNow(): Promise<Staffing> {
    const at = needs.now();
    if (staffing && at - staffing.at < staffingLastsMs) return staffing.value;
    const [agents, waiting] = await Promise.all([accounts.agents(), conversations.unfinished.waiting()]);
    const agentsOnline = agents.filter(
      (agent) => agent.presence.status === 'online' && agent.role !== 'editor' && !agent.disabled,
    ).length;
    staffing = { at, value: { queueLength: waiting.length, agentsOnline } };
    return staffing.value;
  }

  /** A customer's standing moves slowly; every turn of a talk needs it. */
  async function standingNow(customerId: string): Promise<ReplayDialogue['customer']> {
    const at = needs.now();
    const known = standings.get(customerId);
    if (known && at - known.at < standingLastsMs) return known.value;
    const value = await needs.standingOf(customerId);
    standings.set(customerId, { at, value });
    return value;
  }

  async function markOf(conversationId: string): Promise<{ mark: HandOffMark | null; by: string | null }> {
    const state = await conversations.record.find(conversationId);
    if (!state) throw notFound('conversation');
    const [row] = await database.query<{ mark: HandOffMark; by: string }>(
      'SELECT mark, marked_by AS by FROM handoff_marks WHERE conversation_id = $1 AND episode = $2',
      [conversationId, state.episode],
    );
    return row ?? { mark: null, by: null };
  }

  return {
    ...store,
    markOf,
    /** What a turn is judged with. */
    async forTurn(
      customerId: string,
    ): Promise<{ policy: Policy; customer: ReplayDialogue['customer']; staffing: Staffing }> {
      const [{ policy }, customer, now] = await Promise.all([
        store.inForce(),
        standingNow(customerId),
        staffingNow(),
      ]);
      return { policy, customer, staffing: now };
    },
    async mark(conversationId: string, mark: HandOffMark | null, by: string) {
      const state = await conversations.record.find(conversationId);
      if (!state) throw notFound('conversation');
      const key = [conversationId, state.episode];
      if (mark === null)
        await database.query('DELETE FROM handoff_marks WHERE conversation_id = $1 AND episode = $2', key);
      else
        await database.query(
          `INSERT INTO handoff_marks (conversation_id, episode, mark, marked_by) VALUES ($1, $2, $3, $4)
           ON CONFLICT (conversation_id, episode) DO UPDATE SET mark = excluded.mark, marked_by = excluded.marked_by, marked_at = now()`,
          [...key, mark, by],
        );
      return markOf(conversationId);
    },
    /** The last recorded episodes, for a replay elsewhere. */
    recorded: (last: number) => readRecorded(database, last, needs.standingOf),
    async tryOn(policy: HandOffPolicy, last: number): Promise<PolicyReplay> {
      const [recorded, groups, agents, inForce, handlingMinutes] = await Promise.all([
        readRecorded(database, last, needs.standingOf),
        accounts.groups(),
        accounts.agents(),
        store.inForce(),
        meanHandlingMinutes(database, needs.now()),
      ]);
      return tryPolicy(recorded, inForce.policy, policy, {
        groups,
        agents,
        handlingMinutes,
        now: needs.now(),
      });
    },
  };
}

/** Fewer than this say nothing. */
const fewestHandlings = 5;

/** How long people held a conversation of the last 30 days, from joining to letting go, on average; null with too few. */
async function meanHandlingMinutes(database: Database, now: number): Promise<number | null> {
  const [row] = await database.query<{ mean: number | null; handled: number }>(
    `SELECT avg(least(ended.at - t.at, 14400000)) / 60000.0 AS mean, count(*)::integer AS handled FROM timeline t
     JOIN LATERAL (
       SELECT e.at FROM timeline e WHERE e.conversation_id = t.conversation_id AND e.seq > t.seq
         AND e.type IN ('conversation.resolved', 'conversation.handed_back', 'conversation.transferred', 'wrap_up.started')
       ORDER BY e.seq LIMIT 1
     ) ended ON true
     WHERE t.type = 'conversation.assigned' AND t.at > $1`,
    [now - 30 * 86_400_000],
  );
  return row && row.handled >= fewestHandlings ? Math.round(Number(row.mean) * 10) / 10 : null;
}
