import { Button, Group, Paper, Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type Conversation, deskRoutes, type InboxRow } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { keys } from '../../app/queries.ts';
import { useAct } from '../../app/use-act.ts';
import { useWords } from '../../app/use-words.ts';
import { listInbox } from '../../live/live.ts';

/** What is offered to this agent now, with the time left. Read from the list, so a reload does not lose it. */
export function OfferBanner({ agentId }: { agentId: string }) {
  const mine = useQuery({
    queryKey: keys.inbox('mine', ''),
    queryFn: () => listInbox(call, { view: 'mine', q: '' }),
  });
  const offered = mine.data?.rows.find(
    (row: InboxRow) => row.conversation.offeredTo === agentId && row.conversation.status === 'queued',
  );
  return offered ? <Offer key={offered.conversation.id} conversation={offered.conversation} /> : null;
}

function Offer({ conversation }: { conversation: Conversation }) {
  const say = useWords('inbox');
  const { reasons } = useWords('conversation');
  const act = useAct();
  const navigate = useNavigate();
  const [now, setNow] = useState(Date.now());
  const [start] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  const until = conversation.offeredUntil ?? now;
  const left = Math.max(0, Math.ceil((until - now) / 1000));
  const accept = async () => {
    const params = { conversationId: conversation.id };
    if (await act(() => call(deskRoutes.accept, { params })))
      void navigate({ to: '/inbox/$view/$conversationId', params: { view: 'mine', ...params } });
  };
  const decline = () => act(() => call(deskRoutes.decline, { params: { conversationId: conversation.id } }));
  return (
    <Paper className="offer" shadow="xl" p="md" withBorder role="alertdialog" aria-label={say.offered}>
      <Group justify="space-between" mb={4}>
        <Text fw={650}>
          {say.offered} · {conversation.customerName || say.visitor}
        </Text>
        <Text className="dim" size="sm">
          {say.seconds(left)}
        </Text>
      </Group>
      {conversation.reasonCode && (
        <Text size="sm" fw={550}>
          {reasons[conversation.reasonCode]}
        </Text>
      )}
      <Text size="sm" lineClamp={2} mb="xs">
        {conversation.lastMessage?.fromKind === 'customer' && conversation.lastMessage.preview}
      </Text>
      <Progress value={(100 * (until - now)) / Math.max(1, until - start)} size="xs" mb="sm" aria-hidden />
      <Group grow>
        <Button onClick={accept}>{say.accept}</Button>
        <Button variant="default" onClick={decline}>
          {say.decline}
        </Button>
      </Group>
    </Paper>
  );
}
