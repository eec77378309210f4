import { useHotkeys } from '@mantine/hooks';
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { IconBook2, IconMessage, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { deskRoutes } from '../../contract/index.ts';
import { call } from '../api.ts';
import { mayEdit, mayManage, useMe } from './me.ts';
import { showShortcuts } from './shortcuts.tsx';
import { useWords } from './use-words.ts';

/** Ctrl-K: conversations, articles and screens by name. */
export function GoTo({ talks }: { talks: boolean }) {
  const say = useWords('shared');
  const navigate = useNavigate();
  const role = useMe().data?.agent.role ?? 'agent';
  const [edits, manages] = [mayEdit(role), mayManage(role)];
  const [query, setQuery] = useState('');
  useHotkeys([['shift+/', showShortcuts]]);
  const found = useQuery({
    queryKey: ['go-to', query],
    enabled: query.length > 1,
    queryFn: async () => {
      const [conversations, articles] = await Promise.all([
        talks ? call(deskRoutes.listConversations, { query: { view: 'all', q: query, limit: 6 } }) : null,
        call(deskRoutes.listArticles, { query: { q: query, limit: 6 } }),
      ]);
      return { rows: conversations?.rows ?? [], articles: articles.articles };
    },
  });
  const screens: [string, string][] = [
    ...(talks ? ([['/inbox/mine', say.inbox]] as [string, string][]) : []),
    ['/knowledge', say.knowledge],
    ...(edits ? ([['/learning/gaps', say.learning]] as [string, string][]) : []),
    ['/macros', say.macros],
    ['/team', say.team],
    ...(manages ? ([['/policy', say.policy]] as [string, string][]) : []),
    ['/settings', say.settings],
  ];
  const actions: SpotlightActionData[] = [
    ...(found.data?.rows ?? []).map(({ conversation }) => ({
      id: conversation.id,
      label: conversation.customerName || conversation.id.slice(-6),
      description: conversation.lastMessage?.preview ?? '',
      leftSection: <IconMessage size={18} />,
      onClick: () =>
        navigate({
          to: '/inbox/$view/$conversationId',
          params: { view: 'all', conversationId: conversation.id },
        }),
    })),
    ...(found.data?.articles ?? []).map((article) => ({
      id: article.id,
      label: article.title,
      description: article.category,
      leftSection: <IconBook2 size={18} />,
      onClick: () => navigate({ to: '/knowledge/$articleId', params: { articleId: article.id } }),
    })),
    ...screens.map(([to, label]) => ({ id: to, label, onClick: () => navigate({ to }) })),
  ];
  return (
    <Spotlight
      actions={actions}
      query={query}
      onQueryChange={setQuery}
      shortcut="mod + K"
      nothingFound={say.nothingFound}
      filter={(text, all) => {
        const wanted = text.trim().toLowerCase();
        const plain = (all as SpotlightActionData[]).filter(
          (one) => !one.id?.startsWith('/') || !wanted || one.label?.toLowerCase().includes(wanted),
        );
        return plain;
      }}
      searchProps={{ leftSection: <IconSearch size={20} />, placeholder: say.jump, 'aria-label': say.jump }}
    />
  );
}
