import type { TurnInput } from '../../../brain/answer/decide-turn.ts';
import type { Conversation, Entry } from '../../../contract/index.ts';

type Said = Extract<Entry, { type: 'message.sent' }>;

/** What the turn has to answer, and what was said before it, read from the episode's entries. */
export function readTurn(
  state: Conversation,
  entries: Entry[],
): Omit<TurnInput, 'index' | 'article' | 'pairOf' | 'at'> {
  const said = entries.filter((entry): entry is Said => entry.type === 'message.sent');
  const asked = said.filter((entry) => entry.body.from.kind === 'customer' && entry.seq > state.answeredSeq);
  const earlier = said.filter((entry) => !asked.includes(entry));
  const lastOfAi = earlier.findLast((entry) => entry.body.from.kind === 'ai');
  const choices =
    lastOfAi?.body.choices.flatMap((one) =>
      one.articleId ? [{ articleId: one.articleId, label: one.label }] : [],
    ) ?? [];
  return {
    text: asked
      .map((entry) => entry.body.text)
      .join('\n')
      .trim(),
    hasAttachments: asked.some((entry) => entry.body.attachments.length > 0),
    language: state.language,
    history: earlier.flatMap((entry) => {
      const from = entry.body.from.kind;
      return from === 'desk'
        ? []
        : [
            {
              from,
              text: entry.body.text,
              action: entry.body.turn?.action ?? null,
              offered: entry.body.offer,
            },
          ];
    }),
    consecutiveMisses: state.misses,
    offeredChoices: choices,
    offerOpen: state.offerOpen,
  };
}
