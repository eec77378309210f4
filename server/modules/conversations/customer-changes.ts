import { Problem } from '../../platform/problem.ts';
import { storable } from '../../platform/storable.ts';
import { type CustomerActor, mustBeOwn, partyOf } from './actor.ts';
import type { Record } from './record.ts';

/** What a customer does with their conversation, apart from speaking in it. */

/** Leaves the queue and goes on with the AI. */
export function continueWithAi(record: Record, customer: CustomerActor, conversationId: string) {
  return record.change({
    conversationId,
    decide(state) {
      mustBeOwn(state, customer);
      if (state.status === 'ai') return [];
      if (state.status !== 'queued')
        throw new Problem('illegal_status_change', 'Only from the queue can you go back to the AI.');
      return [{ type: 'conversation.handed_back', by: partyOf(customer), body: { note: '' } }];
    },
  });
}

/** A message with a contact, for when nobody is on shift; it becomes an open item with a promised time. */
export function leaveMessage(
  record: Record,
  customer: CustomerActor,
  conversationId: string,
  left: { contact: string; text: string; promisedAt: number },
) {
  return record.change({
    conversationId,
    decide(state) {
      mustBeOwn(state, customer);
      if (state.status !== 'ai' && state.status !== 'queued') {
        throw new Problem(
          'illegal_status_change',
          'A person is already in this conversation; just write to them.',
        );
      }
      return [
        {
          type: 'message.left',
          by: partyOf(customer),
          body: { contact: storable(left.contact), text: storable(left.text), promisedAt: left.promisedAt },
        },
      ];
    },
  });
}

export function rate(
  record: Record,
  customer: CustomerActor,
  conversationId: string,
  score: number,
  comment: string,
) {
  return record.change({
    conversationId,
    decide(state) {
      mustBeOwn(state, customer);
      return [
        { type: 'conversation.rated', by: partyOf(customer), body: { score, comment: storable(comment) } },
      ];
    },
  });
}
