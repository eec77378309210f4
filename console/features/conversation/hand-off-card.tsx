import { Badge, Group, Text } from '@mantine/core';
import type { Conversation, Emotion, Entry } from '../../../contract/index.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';
import { ago, dayAndClock } from '../../ui/time.ts';
import { FeelingsLine } from './feelings-line.tsx';

type HandOff = Extract<Entry, { type: 'conversation.handed_off' }>;

const badgeColours: Record<Emotion, string> = {
  calm: 'gray.7',
  anxious: '#b93c08',
  dissatisfied: '#b93c08',
  angry: 'red.9',
  happy: 'leaf.8',
  sad: 'blue.9',
};

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
          <Badge color={badgeColours[mood.feeling]} size="sm">
            {say.feeling(mood.feeling, mood.strength ?? 2)}
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
          {mood?.line && mood.line.length > 1 ? (
            <>
              <dt>{say.feelings}</dt>
              <dd>
                <FeelingsLine line={mood.line} turningPoints={mood.turningPoints ?? []} />
              </dd>
            </>
          ) : (
            mood?.quote &&
            mood.quote !== evidence?.quote && <Part title={say.feelings} items={[`“${mood.quote}”`]} />
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
