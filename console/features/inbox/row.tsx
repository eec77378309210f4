import { Badge } from '@mantine/core';
import { IconSparkles, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { InboxRow } from '../../../contract/index.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';
import { ago } from '../../ui/time.ts';

/** One conversation in a list: who, who holds it, how long ago, what was said last. */
export function Row({
  row,
  view,
  current,
  mine,
}: {
  row: InboxRow;
  view: string;
  current: boolean;
  mine: boolean;
}) {
  const say = useWords('inbox');
  const language = useLanguage();
  const { conversation, unread } = row;
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 20_000);
    return () => clearInterval(timer);
  }, []);
  const since =
    conversation.status === 'queued' ? (conversation.queuedAt ?? conversation.lastAt) : conversation.lastAt;
  const holder = conversation.agentName && conversation.status !== 'resolved' ? conversation.agentName : null;
  return (
    <Link
      to="/inbox/$view/$conversationId"
      params={{ view, conversationId: conversation.id }}
      className={`row${unread > 0 ? ' unread' : ''}`}
      aria-current={current ? 'true' : undefined}
    >
      <span className="name">
        {conversation.customerName || `${say.visitor} ${conversation.customerId.slice(-4)}`}
      </span>
      <span className="meta">{ago(since, Math.max(now, since), language)}</span>
      <span className="preview">
        {conversation.promise ? conversation.promise.text : (conversation.lastMessage?.preview ?? '')}
      </span>
      <span className="meta" style={{ display: 'flex', gap: 6, alignItems: 'center' }}>
        {conversation.status === 'ai' ? (
          <IconSparkles size={14} aria-hidden />
        ) : holder ? (
          <IconUser size={14} aria-hidden />
        ) : null}
        {holder && !mine ? holder : say.status[conversation.status]}
        {conversation.priority >= 2 && conversation.status !== 'resolved' && (
          <Badge size="xs" color="red.9">
            {say.urgent}
          </Badge>
        )}
      </span>
      {unread > 0 ? (
        <Badge size="sm" color="leaf" aria-label={say.unread(unread)}>
          {unread}
        </Badge>
      ) : (
        <span className="meta">{conversation.language === 'zh' ? '中' : 'EN'}</span>
      )}
    </Link>
  );
}
