import { Button, Group, Loader, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { deskRoutes, type HandOffPolicy, type PolicyReplay } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { keys } from '../../app/queries.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';
import { dayAndClock } from '../../ui/time.ts';
import { QueueLoad } from './queue-load.tsx';

/** What the edited policy would have done in the recorded conversations, beside the one in force. */
export function PolicyEffect({ policy, differs }: { policy: HandOffPolicy; differs: boolean }) {
  const say = useWords('policy');
  const tried = useQuery({
    queryKey: keys.policyReplay(policy),
    queryFn: () => call(deskRoutes.replayPolicy, { body: { policy } }),
  });
  if (tried.isError)
    return (
      <Button variant="default" onClick={() => tried.refetch()}>
        {say.try}
      </Button>
    );
  if (!tried.data)
    return (
      <Group gap="xs">
        <Loader size="sm" />
        <Text size="sm">{say.trying}</Text>
      </Group>
    );
  const { conversations, before, after, changed, load } = tried.data;
  if (conversations === 0) return <Text className="dim">{say.nothingRecorded}</Text>;
  return (
    <Stack maw={1100} gap="lg">
      <div>
        <Text size="sm" className="dim" mb="xs">
          {say.over(conversations)}
          {differs ? '' : ` · ${say.unchanged}`}
        </Text>
        <SimpleGrid cols={{ base: 2, sm: 5 }}>
          <Figure title={say.handOffs} was={before.handOffs} is={after.handOffs} />
          <Figure title={say.offers} was={before.offers} is={after.offers} />
          <Figure title={say.recall} was={percent(before.rates.recall)} is={percent(after.rates.recall)} />
          <Figure
            title={say.needless}
            was={percent(before.rates.needless)}
            is={percent(after.rates.needless)}
          />
          <Figure title={say.tooLate} was={before.rates.tooLate} is={after.rates.tooLate} />
        </SimpleGrid>
        <Text size="sm" className="dim" mt="xs">
          {after.rates.labelled === 0 ? say.noMarks : say.marked(after.rates.labelled)}
        </Text>
      </div>
      <div>
        <Title order={2} size="h5" mb="xs">
          {say.changed(changed.length)}
        </Title>
        {changed.length > 0 && <Changed changed={changed} />}
      </div>
      <QueueLoad load={load} />
    </Stack>
  );
}

function percent(rate: number | null): string {
  return rate === null ? '–' : `${Math.round(rate * 1000) / 10} %`;
}

function Figure({ title, was, is }: { title: string; was: number | string; is: number | string }) {
  return (
    <div style={{ background: 'var(--soft)', borderRadius: 10, padding: '10px 14px' }}>
      <Text size="sm" className="dim">
        {title}
      </Text>
      <Text fw={650} size="lg">
        {was === is ? is : `${was} → ${is}`}
      </Text>
    </div>
  );
}

type Changes = PolicyReplay['changed'];

function Changed({ changed }: { changed: Changes }) {
  const say = useWords('policy');
  const talk = useWords('conversation');
  const inbox = useWords('inbox');
  const language = useLanguage();
  const outcome = (one: Changes[number]['before']) =>
    [
      say.actions[one.action],
      one.turn === null ? '' : say.turn(one.turn),
      one.reasonCode ? talk.reasons[one.reasonCode] : '',
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Table.ScrollContainer minWidth={640} type="native" tabIndex={0}>
      <Table>
        <Table.Tbody>
          {changed.map((one) => (
            <Table.Tr key={one.conversationId}>
              <Table.Td>
                <Link
                  to="/inbox/$view/$conversationId"
                  params={{ view: 'all', conversationId: one.conversationId }}
                  style={{ color: 'inherit' }}
                >
                  {one.customerName || `${inbox.visitor} ${one.conversationId.slice(-4)}`}
                </Link>
                <Text size="xs" className="dim">
                  {dayAndClock(one.at, language)}
                  {one.mark ? ` · ${say.marks[one.mark]}` : ''}
                </Text>
              </Table.Td>
              <Table.Td maw={320}>
                <Text size="sm" lineClamp={2}>
                  {one.quote}
                </Text>
                <Text size="xs" className="dim">
                  {say.because}:{' '}
                  {one.decidedBy
                    .map((two) => `${say.features[two.feature as keyof typeof say.features]} ${two.points}`)
                    .join(', ')}
                </Text>
              </Table.Td>
              <Table.Td>
                <Text size="sm" className="dim" td="line-through">
                  {outcome(one.before)}
                </Text>
                <Text size="sm" fw={600}>
                  {outcome(one.after)}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
