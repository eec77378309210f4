import { useState } from 'react';
import { type CardRef, deskRoutes } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { useAct } from '../../app/use-act.ts';

type Outgoing = { text: string; attachmentIds: string[]; cards: CardRef[] };
export type Unsent = Outgoing & { clientMessageId: string; failed: boolean };

/** Replies on their way: each is shown until the desk has stored it, and can be sent again when that failed. */
export function useOutgoing(conversationId: string) {
  const act = useAct();
  const [unsent, setUnsent] = useState<Unsent[]>([]);

  async function deliver(one: Unsent) {
    const mark = (failed: boolean) =>
      setUnsent((all) =>
        all.map((other) => (other.clientMessageId === one.clientMessageId ? { ...other, failed } : other)),
      );
    mark(false);
    const { failed: _, ...body } = one;
    const sent = await act(() => call(deskRoutes.sendMessage, { params: { conversationId }, body }));
    if (sent) setUnsent((all) => all.filter((other) => other.clientMessageId !== one.clientMessageId));
    else mark(true);
  }

  return {
    unsent,
    deliver,
    send(outgoing: Outgoing) {
      const one = { ...outgoing, clientMessageId: `a_${crypto.randomUUID()}`, failed: false };
      setUnsent((all) => [...all, one]);
      return deliver(one);
    },
  };
}
