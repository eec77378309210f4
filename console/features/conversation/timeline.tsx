import { Button } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { Fragment, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { deskRoutes, type Entry, type StaffSnapshot } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { useAgents } from '../../app/me.ts';
import { keys, queries } from '../../app/queries.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';
import { onLive } from '../../live/live.ts';
import { clock, day, dayAndClock } from '../../ui/time.ts';
import { HandOffCard } from './hand-off-card.tsx';
import { MessageView } from './message-view.tsx';

const typingLastsMs = 6000;

/** The numbered timeline, as people read it: days, messages, quiet lines for everything else. */
export function Timeline({ snapshot }: { snapshot: StaffSnapshot }) {
  const say = useWords('conversation');
  const language = useLanguage();
  const { conversation, entries } = snapshot;
  const box = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const [typing, setTyping] = useState(false);
  useLayoutEffect(() => {
    if (atEnd) box.current?.scrollTo({ top: box.current.scrollHeight });
  });
  useEffect(() => {
    let timer = 0;
    const stop = onLive((message) => {
      if (
        !('conversationId' in message) ||
        message.conversationId !== conversation.id ||
        message.type !== 'typing'
      )
        return;
      setTyping(message.on);
      clearTimeout(timer);
      timer = window.setTimeout(() => setTyping(false), typingLastsMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [conversation.id]);

  const loadEarlier = async () => {
    const before = entries[0]?.seq ?? 1;
    const page = await call(deskRoutes.getConversation, {
      params: { conversationId: conversation.id },
      query: { before },
    });
    queries.setQueryData<StaffSnapshot>(
      keys.conversation(conversation.id),
      (known) => known && { ...known, entries: [...page.entries, ...known.entries], earlier: page.earlier },
    );
  };
  const handOff =
    conversation.status === 'ai' || conversation.status === 'resolved'
      ? undefined
      : entries.findLast(
          (entry) => entry.type === 'conversation.handed_off' && entry.episode === conversation.episode,
        );
  let today = '';
  return (
    <div
      className="timeline"
      ref={box}
      role="log"
      aria-live="polite"
      onScroll={(event) => {
        const { scrollHeight, scrollTop, clientHeight } = event.currentTarget;
        setAtEnd(scrollHeight - scrollTop - clientHeight < 60);
      }}
    >
      {snapshot.earlier && (
        <Button variant="subtle" size="xs" onClick={loadEarlier} style={{ alignSelf: 'center' }}>
          {say.earlier}
        </Button>
      )}
      {entries.map((entry) => {
        const on = day(entry.at, language);
        const isNewDay = on !== today;
        today = on;
        return (
          <Fragment key={entry.seq}>
            {isNewDay && <div className="line">{on}</div>}
            {entry === handOff && entry.type === 'conversation.handed_off' ? (
              <HandOffCard entry={entry} conversation={conversation} />
            ) : (
              <Item entry={entry} snapshot={snapshot} />
            )}
          </Fragment>
        );
      })}
      {typing && <div className="line">{say.typing}</div>}
      {!atEnd && (
        <Button
          className="jump"
          size="compact-sm"
          variant="default"
          radius="xl"
          leftSection={<IconArrowDown size={14} />}
          onClick={() => setAtEnd(true)}
        >
          {say.newest}
        </Button>
      )}
    </div>
  );
}

function Item({ entry, snapshot }: { entry: Entry; snapshot: StaffSnapshot }) {
  const say = useWords('conversation');
  const language = useLanguage();
  const agents = useAgents().data ?? [];
  const nameOf = (agentId: string) => agents.find((agent) => agent.id === agentId)?.name ?? '';
  if (entry.type === 'message.sent')
    return <MessageView entry={entry} seen={snapshot.customerReadSeq >= entry.seq} />;
  if (entry.type === 'note.added') {
    return (
      <div className="note">
        <div className="dim" style={{ fontSize: 12.5 }}>
          {say.note} · {entry.by.kind === 'agent' ? entry.by.name : ''} · {clock(entry.at, language)}
        </div>
        {entry.body.text}
      </div>
    );
  }
  const by =
    entry.by.kind === 'agent'
      ? entry.by.name
      : entry.by.kind === 'customer'
        ? say.customer
        : entry.by.kind === 'ai'
          ? say.ai
          : '';
  return (
    <div className="line">
      {[by, say.lines[entry.type], detail(entry)].filter(Boolean).join(' · ')} · {clock(entry.at, language)}
    </div>
  );

  function detail(one: Entry): string {
    switch (one.type) {
      case 'conversation.handed_off':
        return say.reasons[one.body.reasonCode];
      case 'assignment.offered':
      case 'assignment.returned':
        return nameOf(one.body.agentId);
      case 'conversation.assigned':
        return one.by.kind === 'agent' && one.by.name === one.body.agentName ? '' : one.body.agentName;
      case 'conversation.transferred':
      case 'conversation.handed_back':
        return one.body.note;
      case 'conversation.snoozed':
        return dayAndClock(one.body.until, language);
      case 'conversation.resolved':
        return one.body.wrapUp
          ? [say.outcomes[one.body.wrapUp.outcome], one.body.wrapUp.topic, one.body.wrapUp.note]
              .filter(Boolean)
              .join(' · ')
          : '';
      case 'message.left':
        return `${one.body.text} · ${one.body.contact} · ${say.promised(dayAndClock(one.body.promisedAt, language))}`;
      case 'customer.identified':
        return one.body.customerName;
      case 'conversation.rated':
        return [say.stars(one.body.score), one.body.comment].filter(Boolean).join(' · ');
      default:
        return '';
    }
  }
}
