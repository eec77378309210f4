import { ActionIcon, Drawer, Loader, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowLeft, IconUserCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { deskRoutes } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { keys } from '../../app/queries.ts';
import { useWords } from '../../app/use-words.ts';
import { send, watch } from '../../live/live.ts';
import { CustomerPanel } from '../customer/customer-panel.tsx';
import { ConversationCost } from '../model/conversation-cost.tsx';
import { MarkHandOff } from '../policy/mark-hand-off.tsx';
import { ActionBar } from './action-bar.tsx';
import { Composer } from './composer.tsx';
import { Timeline } from './timeline.tsx';

/** One conversation: what was said, who holds it, what can be done, who the customer is. */
export function ConversationView({ conversationId, view }: { conversationId: string; view: string }) {
  const say = useWords('conversation');
  const inbox = useWords('inbox');
  const shared = useWords('shared');
  const [panelOpen, panel] = useDisclosure(false);
  const snapshot = useQuery({
    queryKey: keys.conversation(conversationId),
    queryFn: () => call(deskRoutes.getConversation, { params: { conversationId } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const loaded = snapshot.isSuccess;
  useEffect(() => (loaded ? watch(conversationId) : undefined), [conversationId, loaded]);
  const customerSeq = snapshot.data?.conversation.customerSeq ?? 0;
  useEffect(() => {
    const read = () => {
      if (customerSeq > 0 && document.hasFocus()) send({ type: 'read', conversationId, seq: customerSeq });
    };
    read();
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, [conversationId, customerSeq]);

  if (snapshot.isError) return <div className="empty talk">{shared.problem.not_found}</div>;
  if (!snapshot.data) return <Loader m="auto" className="talk" />;
  const { conversation } = snapshot.data;
  const name = conversation.customerName || `${inbox.visitor} ${conversation.customerId.slice(-4)}`;
  return (
    <>
      <section className="talk" aria-label={name}>
        <header>
          <ActionIcon
            component={Link}
            to={`/inbox/${view}`}
            variant="subtle"
            color="gray"
            size="lg"
            className="only-phone"
            aria-label={shared.back}
          >
            <IconArrowLeft />
          </ActionIcon>
          <div style={{ flex: 1, minWidth: 120 }}>
            <Text fw={650} component="h2" m={0} truncate>
              {name}
            </Text>
            <Text size="xs" className="dim">
              {inbox.status[conversation.status]}
              {conversation.agentName && conversation.status !== 'resolved'
                ? ` · ${conversation.agentName}`
                : ''}
            </Text>
            <ConversationCost conversationId={conversation.id} seq={conversation.lastSeq} />
          </div>
          <ActionBar conversation={conversation} />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            className="only-narrow"
            aria-label={say.panel}
            onClick={panel.open}
          >
            <IconUserCircle />
          </ActionIcon>
        </header>
        <Timeline snapshot={snapshot.data} />
        <MarkHandOff conversationId={conversation.id} />
        <Composer conversation={conversation} />
      </section>
      <aside className="aside" aria-label={say.panel}>
        <CustomerPanel
          customerId={conversation.customerId}
          conversationId={conversation.id}
          page={conversation.page}
        />
      </aside>
      <Drawer opened={panelOpen} onClose={panel.close} position="right" title={say.panel}>
        <CustomerPanel
          customerId={conversation.customerId}
          conversationId={conversation.id}
          page={conversation.page}
        />
      </Drawer>
    </>
  );
}
