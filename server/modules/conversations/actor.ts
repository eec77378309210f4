import type { Conversation, Party, Role } from '../../../contract/index.ts';
import { notFound, Problem } from '../../platform/problem.ts';

/** Who acts on a conversation, as proven by the session or the visitor's token. */
export type AgentActor = { kind: 'agent'; id: string; name: string; role: Role };
export type CustomerActor = { kind: 'customer'; id: string; name: string };
export type Actor = AgentActor | CustomerActor;

export const desk: Party = { kind: 'desk' };
export const ai: Party = { kind: 'ai' };

export function partyOf(actor: Actor): Party {
  return { kind: actor.kind, id: actor.id, name: actor.name };
}

/** A customer sees their own conversations only; others do not exist for them. */
export function mustBeOwn(state: Conversation, actor: CustomerActor): void {
  if (state.customerId !== actor.id) throw notFound('conversation');
}

/** Only the agent who holds the conversation may do this. */
export function mustHold(state: Conversation, actor: AgentActor): void {
  if (state.agentId === actor.id && state.status !== 'resolved') return;
  const holder = state.agentName ?? (state.speaker.kind === 'ai' ? 'the AI' : 'nobody');
  throw new Problem('not_your_turn_to_speak', `The conversation is held by ${holder}; take it over first.`);
}
