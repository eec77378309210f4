import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { call } from '../api.ts';
import { keys } from '../app/queries.ts';
import { beep, notifyDesktop, setTitle } from './alerts.ts';
import { listInbox, onLive } from './live.ts';

/** Sounds and notifications for what concerns this agent, and the unread number in the title. */
export function useAlerts(agentId: string, talks: boolean): void {
  const navigate = useNavigate();
  const mine = useQuery({
    queryKey: keys.inbox('mine', ''),
    queryFn: () => listInbox(call, { view: 'mine', q: '' }),
    enabled: talks,
  });
  const unread = mine.data?.rows.reduce((sum, row) => sum + row.unread, 0) ?? 0;
  useEffect(() => setTitle(unread), [unread]);
  useEffect(
    () =>
      onLive((message) => {
        const row = message.type === 'offered' || message.type === 'inbox' ? message.row : null;
        if (!row) return;
        const { conversation } = row;
        const open = () =>
          navigate({
            to: '/inbox/$view/$conversationId',
            params: { view: 'mine', conversationId: conversation.id },
          });
        const preview = conversation.lastMessage?.preview ?? '';
        if (message.type === 'offered') {
          beep(true);
          notifyDesktop(conversation.customerName || 'Tandem', preview, open);
        } else if (
          conversation.agentId === agentId &&
          row.unread > 0 &&
          conversation.lastMessage?.fromKind === 'customer'
        ) {
          if (!document.hasFocus()) beep();
          notifyDesktop(conversation.customerName || 'Tandem', preview, open);
        }
      }),
    [agentId, navigate],
  );
}
