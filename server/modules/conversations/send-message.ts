import { readFeeling } from '../../../brain/emotion/index.ts';
import type { Attachment, Card, Conversation, Entry, Language } from '../../../contract/index.ts';
import { Problem } from '../../platform/problem.ts';
import { storable } from '../../platform/storable.ts';
import { type Actor, mustBeOwn, mustHold, partyOf } from './actor.ts';
import type { Draft, Record } from './record.ts';

type Said = Extract<Entry, { type: 'message.sent' }>['body'];

export type Outgoing = {
  clientMessageId: string;
  text: string;
  attachments: Attachment[];
  cards: Card[];
  language: Language;
};

/**
 * A customer or the agent who holds the conversation says something. Sending the same `clientMessageId` with the same
 * text again gives the first result; with another text it is refused. A customer's word wakes what was set aside and
 * reopens what was resolved.
 */
export async function sendMessage(
  record: Record,
  newId: (prefix: string) => string,
  actor: Actor,
  conversationId: string,
  outgoing: Outgoing,
): Promise<{ entry: Entry; repeated: boolean }> {
  const text = storable(outgoing.text);
  if (!text.trim() && outgoing.attachments.length === 0 && outgoing.cards.length === 0) {
    throw new Problem('invalid_input', 'The message is empty.', { field: 'text' });
  }
  const extras = extrasOf(outgoing);
  const feeling = actor.kind === 'customer' ? feelingOf(text, outgoing.language) : undefined;
  const written = await record.change({
    conversationId,
    once: {
      sender: `${actor.kind}:${actor.id}`,
      clientMessageId: outgoing.clientMessageId,
      sameAs: (stored) =>
        stored.type === 'message.sent' && stored.body.text === text && extrasOf(stored.body) === extras,
    },
    decide(state) {
      if (actor.kind === 'customer') mustBeOwn(state, actor);
      else mustHold(state, actor);
      return [
        ...reopening(state, actor),
        messageOf(newId, actor, { ...outgoing, text }, feeling),
        ...waking(state, actor),
      ];
    },
  });
  const entry = written.entries.find((one) => one.type === 'message.sent') as Entry;
  return { entry, repeated: written.repeated };
}

/** What a message carries beside its text, to tell whether two are the same. */
function extrasOf({ attachments, cards }: Pick<Outgoing, 'attachments' | 'cards'>): string {
  return JSON.stringify([
    attachments.map((file) => file.attachmentId),
    cards.map((card) => (card.kind === 'product' ? card.sku : card.number)),
  ]);
}

/** Read once, where every message passes whoever holds the conversation, and kept with it. */
function feelingOf(text: string, language: Language): Said['feeling'] {
  if (!text.trim()) return undefined;
  const { emotion, strength } = readFeeling(text, language);
  return { emotion, strength };
}

function messageOf(
  newId: (prefix: string) => string,
  actor: Actor,
  outgoing: Outgoing,
  feeling: Said['feeling'],
): Draft {
  const from = partyOf(actor);
  return {
    type: 'message.sent',
    by: from,
    body: {
      messageId: newId('msg'),
      from,
      text: outgoing.text,
      language: outgoing.language,
      clientMessageId: outgoing.clientMessageId,
      attachments: outgoing.attachments,
      sources: [],
      choices: [],
      cards: outgoing.cards,
      offer: false,
      otherLanguage: false,
      turn: null,
      ...(feeling ? { feeling } : {}),
    },
  };
}

function reopening(state: Conversation, actor: Actor): Draft[] {
  if (state.status !== 'resolved') return [];
  return [{ type: 'conversation.reopened', by: partyOf(actor), body: { episode: state.episode + 1 } }];
}

function waking(state: Conversation, actor: Actor): Draft[] {
  if (state.status !== 'snoozed' && state.status !== 'waiting_customer' && state.status !== 'wrap_up')
    return [];
  const because = actor.kind === 'customer' ? 'customer_wrote' : 'agent';
  return [{ type: 'conversation.woken', by: partyOf(actor), body: { because } }];
}
