import type { WrapUp } from '../../../contract/index.ts';
import { Problem } from '../../platform/problem.ts';
import { storable } from '../../platform/storable.ts';
import { type AgentActor, mustHold, partyOf } from './actor.ts';
import { assignment } from './queue-changes.ts';
import type { Draft, Record } from './record.ts';

/** What an agent does with a conversation, apart from speaking in it. */

export function addNote(record: Record, agent: AgentActor, conversationId: string, text: string) {
  return record.change({
    conversationId,
    decide: () => [{ type: 'note.added', by: partyOf(agent), body: { text: storable(text) } }],
  });
}

/** Accepts a conversation offered to this agent, or picks one that waits and is offered to nobody. */
export function accept(record: Record, agent: AgentActor, conversationId: string) {
  return record.change({
    conversationId,
    decide(state) {
      if (state.status !== 'queued')
        throw new Problem('changed_meanwhile', 'The conversation is not waiting any more.');
      if (state.offeredTo && state.offeredTo !== agent.id) {
        throw new Problem('changed_meanwhile', 'The conversation is being offered to a colleague.');
      }
      return [assignment(agent, 'accepted')];
    },
  });
}

export function decline(record: Record, agent: AgentActor, conversationId: string) {
  return record.change({
    conversationId,
    decide(state) {
      if (state.status !== 'queued' || state.offeredTo !== agent.id) {
        throw new Problem('changed_meanwhile', 'The conversation is not offered to you any more.');
      }
      return [
        { type: 'assignment.returned', by: partyOf(agent), body: { agentId: agent.id, because: 'declined' } },
      ];
    },
  });
}

/** Takes the conversation from the AI or the queue; from a colleague only as owner or supervisor. */
export function takeOver(record: Record, agent: AgentActor, conversationId: string) {
  return record.change({
    conversationId,
    decide(state) {
      if (state.agentId === agent.id && state.status === 'assigned') return [];
      const heldByColleague = state.agentId && state.agentId !== agent.id && state.status !== 'resolved';
      if (heldByColleague && agent.role !== 'owner' && agent.role !== 'supervisor') {
        throw new Problem(
          'not_allowed',
          `${state.agentName ?? 'A colleague'} holds this conversation; only a supervisor may take it.`,
        );
      }
      return [...reopened(agent, state.status, state.episode), assignment(agent, 'taken_over')];
    },
  });
}

export function handBack(record: Record, agent: AgentActor, conversationId: string, note: string) {
  return record.change({
    conversationId,
    decide(state) {
      mustHold(state, agent);
      return [{ type: 'conversation.handed_back', by: partyOf(agent), body: { note: storable(note) } }];
    },
  });
}

export type TransferTarget = { groupId: string; agent: AgentActor | null };

/** Transfers to a group's queue, or directly to an agent. The holder may, and supervisors. */
export function transfer(
  record: Record,
  agent: AgentActor,
  conversationId: string,
  to: TransferTarget,
  note: string,
) {
  return record.change({
    conversationId,
    decide(state) {
      if (agent.role === 'agent' && state.status !== 'queued') mustHold(state, agent);
      const drafts: Draft[] = [
        {
          type: 'conversation.transferred',
          by: partyOf(agent),
          body: { toGroupId: to.groupId, toAgentId: to.agent?.id ?? null, note: storable(note) },
        },
      ];
      if (to.agent) drafts.push({ ...assignment(to.agent, 'transferred'), by: partyOf(agent) });
      return drafts;
    },
  });
}

export function snooze(record: Record, agent: AgentActor, conversationId: string, until: number) {
  return record.change({
    conversationId,
    decide(state) {
      mustHold(state, agent);
      return [{ type: 'conversation.snoozed', by: partyOf(agent), body: { until } }];
    },
  });
}

export function setWaiting(record: Record, agent: AgentActor, conversationId: string) {
  return byHolder(record, agent, conversationId, {
    type: 'conversation.set_waiting',
    by: partyOf(agent),
    body: {},
  });
}

export function wake(record: Record, agent: AgentActor, conversationId: string) {
  return byHolder(record, agent, conversationId, {
    type: 'conversation.woken',
    by: partyOf(agent),
    body: { because: 'agent' },
  });
}

export function startWrapUp(record: Record, agent: AgentActor, conversationId: string) {
  return byHolder(record, agent, conversationId, { type: 'wrap_up.started', by: partyOf(agent), body: {} });
}

/** Resolves; the holder may, supervisors always, and anyone a conversation no person holds. */
export function resolve(record: Record, agent: AgentActor, conversationId: string, wrapUp: WrapUp) {
  return record.change({
    conversationId,
    decide(state) {
      if (state.status === 'resolved')
        throw new Problem('illegal_status_change', 'The conversation is resolved already.');
      if (state.agentId && agent.role === 'agent') mustHold(state, agent);
      return [{ type: 'conversation.resolved', by: partyOf(agent), body: { wrapUp } }];
    },
  });
}

/** A clean episode, taken by the agent who reopens. */
export function reopen(record: Record, agent: AgentActor, conversationId: string) {
  return record.change({
    conversationId,
    decide(state) {
      if (state.status !== 'resolved')
        throw new Problem('illegal_status_change', 'Only a resolved conversation can be reopened.');
      return [...reopened(agent, state.status, state.episode), assignment(agent, 'taken_over')];
    },
  });
}

function reopened(agent: AgentActor, status: string, episode: number): Draft[] {
  if (status !== 'resolved') return [];
  return [{ type: 'conversation.reopened', by: partyOf(agent), body: { episode: episode + 1 } }];
}

function byHolder(record: Record, agent: AgentActor, conversationId: string, draft: Draft) {
  return record.change({
    conversationId,
    decide(state) {
      mustHold(state, agent);
      return [draft];
    },
  });
}
