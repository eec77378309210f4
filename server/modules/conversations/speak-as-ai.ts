import type { EntryBody } from '../../../contract/index.ts';
import { Problem } from '../../platform/problem.ts';
import { ai } from './actor.ts';
import type { Draft, Record, Written } from './record.ts';

export type AiMessage = Pick<EntryBody<'message.sent'>, 'text' | 'language' | 'turn'> &
  Partial<Pick<EntryBody<'message.sent'>, 'sources' | 'choices' | 'cards' | 'offer' | 'otherLanguage'>>;

/** The right to speak under which a turn was thought out: the lease's version and the last customer message it saw. */
export type Lease = { speakerVersion: number; customerSeq: number };

/**
 * The AI's answer, written only if it still may speak and nothing newer was said.
 * @param after what follows from the turn, such as a hand-off, in the same transaction
 * @throws Problem `not_your_turn_to_speak` when a person took over: drop the answer; `changed_meanwhile` when the
 * customer wrote more: think again
 */
export function speakAsAi(
  record: Record,
  newId: (prefix: string) => string,
  conversationId: string,
  lease: Lease,
  message: AiMessage,
  after: Draft[] = [],
): Promise<Written> {
  return record.change({
    conversationId,
    decide(state) {
      if (state.speaker.kind !== 'ai' || state.speakerVersion !== lease.speakerVersion) {
        throw new Problem('not_your_turn_to_speak', 'A person has taken over; the answer is dropped.');
      }
      if (state.customerSeq !== lease.customerSeq) {
        throw new Problem('changed_meanwhile', 'The customer wrote more; think again.');
      }
      return [aiMessage(newId, message), ...after];
    },
  });
}

export function aiMessage(newId: (prefix: string) => string, message: AiMessage): Draft {
  return {
    type: 'message.sent',
    by: ai,
    body: {
      messageId: newId('msg'),
      from: ai,
      clientMessageId: null,
      attachments: [],
      sources: [],
      choices: [],
      cards: [],
      offer: false,
      otherLanguage: false,
      ...message,
    },
  };
}
