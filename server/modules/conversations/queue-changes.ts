import type { EntryBody } from '../../../contract/index.ts';
import { Problem } from '../../platform/problem.ts';
import { type AgentActor, desk, partyOf } from './actor.ts';
import type { Record } from './record.ts';

/** What routing writes about a waiting conversation. Each is refused when the conversation is no longer waiting as assumed. */

/** Offers a waiting conversation to an agent, who has until `until` to accept. */
export function offerTo(record: Record, conversationId: string, agentId: string, until: number) {
  return record.change({
    conversationId,
    decide(state) {
      if (state.status !== 'queued' || state.offeredTo) throw movedOn();
      return [{ type: 'assignment.offered', by: desk, body: { agentId, until } }];
    },
  });
}

/** Gives a waiting conversation to an agent at once. */
export function assignTo(
  record: Record,
  conversationId: string,
  agent: AgentActor,
  how: EntryBody<'conversation.assigned'>['how'],
) {
  return record.change({
    conversationId,
    decide(state) {
      if (state.status !== 'queued' || state.offeredTo) throw movedOn();
      return [assignment(agent, how)];
    },
  });
}

/** Takes back an offer nobody took up, or a conversation whose agent left; it waits on, in its old place. */
export function returnToQueue(
  record: Record,
  conversationId: string,
  agentId: string,
  because: EntryBody<'assignment.returned'>['because'],
) {
  return record.change({
    conversationId,
    decide(state) {
      if (state.status !== 'queued' || state.offeredTo !== agentId) throw movedOn();
      return [{ type: 'assignment.returned', by: desk, body: { agentId, because } }];
    },
  });
}

/** Moves a conversation that waited too long to the next group; it keeps its waiting time. */
export function overflowTo(record: Record, conversationId: string, fromGroupId: string, toGroupId: string) {
  return record.change({
    conversationId,
    decide(state) {
      if (state.status !== 'queued' || state.groupId !== fromGroupId) throw movedOn();
      return [{ type: 'queue.overflowed', by: desk, body: { fromGroupId, toGroupId } }];
    },
  });
}

/** Ends a pause whose time has come. */
export function wakeInTime(record: Record, conversationId: string, at: number) {
  return record.change({
    conversationId,
    decide(state) {
      if (state.status !== 'snoozed' || (state.snoozedUntil ?? Number.POSITIVE_INFINITY) > at)
        throw movedOn();
      return [{ type: 'conversation.woken', by: desk, body: { because: 'time' } }];
    },
  });
}

export function assignment(agent: AgentActor, how: EntryBody<'conversation.assigned'>['how']) {
  return {
    type: 'conversation.assigned',
    by: partyOf(agent),
    body: { agentId: agent.id, agentName: agent.name, how },
  } as const;
}

function movedOn(): Problem {
  return new Problem('changed_meanwhile', 'The conversation has moved on.');
}

/** Puts a conversation back into the queue whose agent has gone; set-aside ones stay with them. */
export function releaseFrom(record: Record, conversationId: string, agentId: string) {
  return record.change({
    conversationId,
    decide(state) {
      if (state.status !== 'assigned' || state.agentId !== agentId) throw movedOn();
      return [{ type: 'assignment.returned', by: desk, body: { agentId, because: 'agent_left' } }];
    },
  });
}
