import { Badge, Button, Group, Loader, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { deskRoutes, type InboxRow } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { useMe } from '../../app/me.ts';
import { keys, queries } from '../../app/queries.ts';
import { useWords } from '../../app/use-words.ts';
import { type Inbox, listInbox } from '../../live/live.ts';
import { ConversationView } from '../conversation/conversation-view.tsx';
import { Row } from './row.tsx';

type View = 'mine' | 'queue' | 'left' | 'all';
const views: View[] = ['mine', 'queue', 'left', 'all'];

/** The inbox: list, conversation, customer. On a phone one at a time. */
export function InboxScreen() {
  const say = useWords('inbox');
  const params = useParams({ strict: false }) as { view?: string; conversationId?: string };
  const view = views.find((one) => one === params.view) ?? 'mine';
  const navigate = useNavigate();
  const [q, setQ] = useState('');
  const [wanted] = useDebouncedValue(q, 250);
  const agentId = useMe().data?.agent.id ?? '';
  const list = useQuery({
    queryKey: keys.inbox(view, wanted),
    queryFn: () => listInbox(call, { view, q: wanted }),
  });
  const rows = list.data?.rows ?? [];
  const open = (conversationId: string) =>
    navigate({ to: '/inbox/$view/$conversationId', params: { view, conversationId } });
  const step = (by: number) => {
    const at = rows.findIndex((row) => row.conversation.id === params.conversationId);
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    if (next) void open(next.conversation.id);
  };
  useHotkeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
  ]);

  const loadEarlier = async () => {
    const before = rows.at(-1)?.conversation.lastAt;
    const more = await call(deskRoutes.listConversations, {
      query: { view, q: wanted, ...(before ? { before } : {}) },
    });
    queries.setQueryData<Inbox>(
      keys.inbox(view, wanted),
      (known) => known && { ...known, rows: [...known.rows, ...more.rows] },
    );
  };
  const counts = list.data?.counts;
  return (
    <div className={`columns${params.conversationId ? ' reading' : ''}`}>
      <section className="list" aria-label={say.views[view]}>
        <div style={{ padding: 12, display: 'grid', gap: 10 }}>
          <SegmentedControl
            fullWidth
            size="xs"
            value={view}
            onChange={(next) => navigate({ to: '/inbox/$view', params: { view: next } })}
            data={views.map((one) => ({
              value: one,
              label: (
                <Group gap={5} justify="center" wrap="nowrap">
                  {say.views[one]}
                  {one !== 'all' && counts && counts[one] > 0 ? (
                    <Badge size="xs" circle={counts[one] < 10} color={one === 'queue' ? 'orange.9' : 'leaf'}>
                      {counts[one]}
                    </Badge>
                  ) : null}
                </Group>
              ),
            }))}
          />
          <TextInput
            value={q}
            onChange={(event) => setQ(event.currentTarget.value)}
            placeholder={say.searchPlaceholder}
            aria-label={say.searchPlaceholder}
            leftSection={<IconSearch size={16} />}
          />
        </div>
        <div className="rows">
          {list.isPending && <Loader m="40px auto" display="block" size="sm" />}
          {list.data && rows.length === 0 && <p className="empty">{say.empty[view]}</p>}
          {rows.map((row: InboxRow) => (
            <Row
              key={row.conversation.id}
              row={row}
              view={view}
              current={row.conversation.id === params.conversationId}
              mine={row.conversation.agentId === agentId}
            />
          ))}
          {rows.length >= 50 && view !== 'queue' && (
            <Button variant="subtle" fullWidth onClick={loadEarlier}>
              {say.more}
            </Button>
          )}
        </div>
      </section>
      {params.conversationId ? (
        <ConversationView key={params.conversationId} conversationId={params.conversationId} view={view} />
      ) : (
        <div className="empty talk">{say.choose}</div>
      )}
    </div>
  );
}
