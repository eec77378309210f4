/**
 * Routing: who gets a waiting conversation, and when.
 *
 * Words: queue (the waiting conversations of a skill group), place, offer (an agent may accept until a time), overflow,
 * capacity, last agent.
 * Invariants: the queue is what the conversations' states say, nothing is remembered elsewhere, so a restart forgets
 * nothing; an agent never gets more than their capacity; an offer not taken up returns with its old waiting time.
 * It must not know: why a conversation waits, what is said in it, HTTP.
 */
import { chooseAgent } from '../../../brain/routing/choose-agent.ts';
import { expectedWaitSeconds } from '../../../brain/routing/expected-wait.ts';
import type { Agent, Conversation, QueuePlace } from '../../../contract/index.ts';
import type { Database } from '../../database/client.ts';
import type { Log } from '../../platform/log.ts';
import type { Accounts, SkillGroup } from '../accounts/index.ts';
import {
  type AgentActor,
  assignTo,
  type Conversations,
  offerTo,
  overflowTo,
  releaseFrom,
  returnToQueue,
  wakeInTime,
} from '../conversations/index.ts';
import { measureHandlings } from './handling-times.ts';

export type Routing = ReturnType<typeof createRouting>;

// Also without an event the queue is looked at this often, in case a clock jumped.
const longestSleepMs = 60_000;

export function createRouting(needs: {
  database: Database;
  conversations: Conversations;
  accounts: Accounts;
  queueLeftMessages: () => Promise<void>;
  now: () => number;
  log: Log;
}) {
  const { conversations, accounts, now } = needs;
  const { record } = conversations;
  const listeners: ((conversation: Conversation, place: QueuePlace | null) => void)[] = [];
  let places = new Map<string, QueuePlace>();
  let timer: NodeJS.Timeout | null = null;
  let round: Promise<void> | null = null;
  let wanted = false;
  let stopped = false;

  conversations.record.onWritten(({ before, conversation }) => {
    const moved =
      before.status !== conversation.status ||
      before.groupId !== conversation.groupId ||
      before.offeredTo !== conversation.offeredTo ||
      before.agentId !== conversation.agentId ||
      before.promise !== conversation.promise;
    if (moved) wake();
  });
  accounts.onAgentChanged(() => wake());

  /** Looks at the queue soon; calls while a round runs lead to one more round. */
  function wake(): void {
    wanted = true;
    if (round || stopped) return;
    wanted = false;
    round = runRound()
      .catch((error) => needs.log.error({ error: String(error) }, 'a routing round failed'))
      .finally(() => {
        round = null;
        if (wanted) wake();
      });
  }

  async function runRound(): Promise<void> {
    await needs.queueLeftMessages();
    const agents = await accounts.agents();
    for (const state of await conversations.unfinished.snoozed()) {
      if ((state.snoozedUntil ?? 0) <= now()) await attempt(wakeInTime(record, state.id, now()));
    }
    for (const agent of agents.filter((one) => one.presence.status === 'offline')) {
      for (const state of agent.load > 0 ? await conversations.unfinished.heldBy(agent.id) : []) {
        if (state.status === 'assigned') await attempt(releaseFrom(record, state.id, agent.id));
      }
    }
    const groups = await accounts.groups();
    let waiting = await conversations.unfinished.waiting();
    for (const state of waiting) {
      const offered = agents.find((agent) => agent.id === state.offeredTo);
      if (state.offeredTo && offered?.presence.status !== 'online') {
        await attempt(returnToQueue(record, state.id, state.offeredTo, 'agent_left'));
      } else if (state.offeredTo && (state.offeredUntil ?? 0) <= now()) {
        await attempt(returnToQueue(record, state.id, state.offeredTo, 'not_accepted_in_time'));
      }
      const group = groups.find((one) => one.id === state.groupId);
      const target = group?.overflowGroupId;
      const waitedMs = now() - (state.queuedAt ?? now());
      if (
        group &&
        target &&
        waitedMs >= group.overflowAfterSeconds * 1000 &&
        !state.overflowedFrom.includes(target)
      ) {
        await attempt(overflowTo(record, state.id, group.id, target));
      }
    }
    waiting = await conversations.unfinished.waiting();
    const offersOut = new Map<string, number>();
    for (const state of waiting) {
      if (state.offeredTo) offersOut.set(state.offeredTo, (offersOut.get(state.offeredTo) ?? 0) + 1);
    }
    const free = agents
      .filter((agent) => agent.presence.status === 'online' && !agent.disabled && agent.role !== 'editor')
      .map((agent) => ({
        id: agent.id,
        groupIds: agent.groupIds,
        languages: agent.languages,
        capacity: agent.capacity,
        load: agent.load + (offersOut.get(agent.id) ?? 0),
        lastAssignedAt: lastAssigned.get(agent.id) ?? 0,
      }));
    const asking = waiting
      .filter((state) => !state.offeredTo)
      .map((state) => ({
        conversationId: state.id,
        groupId: state.groupId ?? '',
        language: state.language,
        priority: state.priority,
        queuedAt: state.queuedAt ?? 0,
        lastAgentId: state.lastAgentId,
        declinedBy: stillDeclined(state, free),
      }));
    for (const { conversationId, agentId } of chooseAgent(asking, free)) {
      const agent = agents.find((one) => one.id === agentId) as Agent;
      const group = groups.find(
        (one) => one.id === waiting.find((state) => state.id === conversationId)?.groupId,
      );
      lastAssigned.set(agentId, now());
      if (agent.autoAccept) await attempt(assignTo(record, conversationId, asActor(agent), 'auto_accepted'));
      else
        await attempt(offerTo(record, conversationId, agentId, now() + (group?.acceptSeconds ?? 30) * 1000));
    }
    await tellPlaces(agents);
    await sleepUntilDue(groups);
  }

  const lastAssigned = new Map<string, number>();

  /** Who declined is not asked again, unless that leaves nobody: then everybody is, after a pause. */
  function stillDeclined(state: Conversation, free: { id: string; groupIds: string[] }[]): string[] {
    const members = free.filter((agent) => agent.groupIds.includes(state.groupId ?? ''));
    const everybody = members.length > 0 && members.every((agent) => state.declinedBy.includes(agent.id));
    return everybody && now() - state.lastAt >= askAgainAfterMs ? [] : state.declinedBy;
  }

  /** Refused because the conversation moved on meanwhile is as good as done; that change has woken us again. */
  async function attempt(writing: Promise<unknown>): Promise<void> {
    await writing.catch((error) => {
      if ((error as { code?: string }).code !== 'changed_meanwhile') throw error;
    });
  }

  async function tellPlaces(agents: Agent[]): Promise<void> {
    const waiting = (await conversations.unfinished.waiting()).sort(
      (a, b) => b.priority - a.priority || (a.queuedAt ?? 0) - (b.queuedAt ?? 0),
    );
    const next = new Map<string, QueuePlace>();
    const lengths = new Map<string, number>();
    for (const state of waiting) {
      const groupId = state.groupId ?? '';
      const position = (lengths.get(groupId) ?? 0) + 1;
      lengths.set(groupId, position);
      const slots = agents
        .filter((agent) => agent.presence.status === 'online' && agent.groupIds.includes(groupId))
        .reduce((sum, agent) => sum + agent.capacity, 0);
      const recentHandlings = await measureHandlings(needs.database, groupId, now());
      next.set(state.id, {
        position,
        expectedWaitSeconds: expectedWaitSeconds({ position, recentHandlings, capacitySlots: slots }),
      });
    }
    const before = places;
    places = next;
    for (const state of waiting) {
      const place = next.get(state.id) ?? null;
      if (JSON.stringify(before.get(state.id)) !== JSON.stringify(place))
        for (const listener of listeners) listener(state, place);
    }
    for (const id of before.keys()) {
      if (next.has(id)) continue;
      const state = await record.find(id);
      if (state) for (const listener of listeners) listener(state, null);
    }
  }

  /** Sleeps until the next offer, overflow, pause or renewed asking falls due. */
  async function sleepUntilDue(groups: SkillGroup[]): Promise<void> {
    const dues = (await conversations.unfinished.waiting()).flatMap((state) => {
      const group = groups.find((one) => one.id === state.groupId);
      const overflows = group?.overflowGroupId && !state.overflowedFrom.includes(group.overflowGroupId);
      return [
        state.offeredUntil,
        overflows ? (state.queuedAt ?? 0) + group.overflowAfterSeconds * 1000 : null,
        state.declinedBy.length > 0 ? state.lastAt + askAgainAfterMs : null,
      ];
    });
    dues.push(...(await conversations.unfinished.snoozed()).map((state) => state.snoozedUntil));
    const ahead = dues.filter((due): due is number => due !== null && due > now());
    if (timer) clearTimeout(timer);
    if (!stopped)
      timer = setTimeout(wake, Math.min(longestSleepMs, Math.max(20, Math.min(...ahead) - now())));
  }

  return {
    wake,
    placeOf: (conversationId: string): QueuePlace | null => places.get(conversationId) ?? null,
    onPlaceChanged(listener: (conversation: Conversation, place: QueuePlace | null) => void) {
      listeners.push(listener);
    },
    /** Resolves when no round is running or wanted. */
    async settled(): Promise<void> {
      while (round) await round;
    },
    async stop(): Promise<void> {
      stopped = true;
      if (timer) clearTimeout(timer);
      await round;
    },
  };
}

const askAgainAfterMs = 20_000;

function asActor(agent: Agent): AgentActor {
  return { kind: 'agent', id: agent.id, name: agent.name, role: agent.role };
}
