import { Badge, Group, Text } from '@mantine/core';
import type { Conversation, Entry } from '../../../contract/index.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';
import { ago, dayAndClock } from '../../ui/time.ts';

type HandOff = Extract<Entry, { type: 'conversation.handed_off' }>;

/** Everything a person needs to go on, at the place where the AI stopped. */
export function HandOffCard({ entry, conversation }: { entry: HandOff; conversation: Conversation }) {
  const say = useWords('conversation');
  const language = useLanguage();
  const { reasonCode, evidence, summary, priority } = entry.body;
  const mood = summary?.mood;
  return (
    <section className="card" aria-label={say.card}>
      <Group gap={8} mb={6}>
        <Text fw={650}>
          {say.card}: {say.reasons[reasonCode]}
        </Text>
        {priority >= 2 && (
          <Badge color="red.9" size="sm">
            {say.priority} {priority}
          </Badge>
        )}
        {mood && mood.feeling !== 'calm' && (
          <Badge color={mood.feeling === 'angry' ? 'red.9' : 'orange.9'} size="sm">
            {say.moods[mood.feeling]}
          </Badge>
        )}
        {conversation.status === 'queued' && conversation.queuedAt && (
          <Text size="xs" className="dim">
            {say.waited} {ago(conversation.queuedAt, Date.now(), language)}
          </Text>
        )}
      </Group>
      {evidence?.quote && <blockquote>{evidence.quote}</blockquote>}
      {conversation.promise && (
        <Text size="sm">
          {say.promised(dayAndClock(conversation.promise.promisedAt, language))} · {say.contact}:{' '}
          {conversation.promise.contact}
        </Text>
      )}
      {summary && (
        <dl style={{ margin: '8px 0 0' }}>
          <Part title={say.wants} items={summary.wants} />
          <Part title={say.open} items={summary.open.filter((one) => !summary.wants.includes(one))} />
          <Part title={say.tried} items={summary.tried.map((one) => one.title)} />
          <Part title={say.found} items={summary.entities.map((one) => one.value)} />
          {mood?.quote && mood.quote !== evidence?.quote && (
            <Part title={say.mood} items={[`“${mood.quote}”`]} />
          )}
        </dl>
      )}
    </section>
  );
}

function Part({ title, items }: { title: string; items: string[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {items.map((item) => (
          <div key={item}>{item}</div>
        ))}
      </dd>
    </>
  );
}
