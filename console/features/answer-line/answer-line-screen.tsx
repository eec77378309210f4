import { Badge, Button, Group, Loader, Radio, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type AnswerLine, type Care, deskRoutes } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { keys, queries } from '../../app/queries.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';
import { day } from '../../ui/time.ts';
import { usePublish } from '../knowledge/publish.tsx';
import { inHundred, LineChart, type Mark } from './line-chart.tsx';

/** From which confidence on the AI answers by itself, what that means for customers, and how careful the shop wants it. */
export function AnswerLineScreen() {
  const say = useWords('answerLine');
  const shared = useWords('shared');
  const line = useQuery({
    queryKey: keys.answerLine,
    queryFn: () => call(deskRoutes.getAnswerLine),
    staleTime: 0,
    refetchInterval: (query) => (query.state.data?.state === 'not_yet' ? 3000 : false),
  });
  return (
    <div className="screen">
      <Button
        component={Link}
        to="/knowledge"
        variant="subtle"
        size="compact-sm"
        leftSection={<IconArrowLeft size={16} />}
        mb="xs"
      >
        {shared.knowledge}
      </Button>
      <Title order={1} size="h3" mb="xs">
        {say.title}
      </Title>
      <Text className="dim" mb="md" maw={720}>
        {say.explain}
      </Text>
      {line.data ? <Choosing line={line.data} /> : <Loader m="auto" display="block" />}
    </div>
  );
}

function Choosing({ line }: { line: AnswerLine }) {
  const say = useWords('answerLine');
  const language = useLanguage();
  const publish = usePublish();
  const [picked, setPicked] = useState<Care | null>(null);
  const [isBusy, setBusy] = useState(false);
  const chosen = picked ?? line.care;
  const pointAt = (threshold: number) => line.curve.find((point) => point.threshold === threshold);
  const now = pointAt(line.answerFrom);
  const then = pointAt(line.choices.find((one) => one.care === chosen)?.answerFrom ?? -1);
  const marks: Mark[] = [
    ...(now ? [{ name: say.now, point: now, isNow: true }] : []),
    ...(then && then !== now ? [{ name: say.cares[chosen], point: then, isNow: false }] : []),
  ];
  const use = async () => {
    setBusy(true);
    const saved = await publish(
      (words) => call(deskRoutes.setCare, { body: { care: chosen, ...words } }),
      say.used,
    );
    setBusy(false);
    if (!saved) return;
    queries.setQueryData(keys.answerLine, saved);
    setPicked(null);
    await queries.invalidateQueries({ queryKey: ['golden'] });
  };
  return (
    <Stack maw={860}>
      {line.state === 'not_yet' && (
        <Group gap="sm" role="status">
          <Loader size="xs" />
          <Text>{say.notYet}</Text>
        </Group>
      )}
      {line.state === 'too_few' && (
        <section className="card plain" role="status">
          <Text mb="sm">{say.tooFew(line.phrasings, line.fewest)}</Text>
          <Button component={Link} to="/knowledge" variant="default" size="compact-md">
            {say.toArticles}
          </Button>
        </section>
      )}
      {marks.length > 0 && (
        <section aria-label={say.curve}>
          <Text mb={4}>{say.of}</Text>
          <Stack gap={2} mb="sm" aria-live="polite">
            {marks.map(({ name, point }) => (
              <Text key={name}>
                {say.point(name, say.answers(inHundred(point.answered), inHundred(point.right)))}
              </Text>
            ))}
          </Stack>
          <LineChart curve={line.curve} marks={marks} />
        </section>
      )}
      <Radio.Group value={chosen} onChange={(next) => setPicked(next as Care)} label={say.choose}>
        <SimpleGrid cols={{ base: 1, sm: 3 }} mt="xs">
          {line.choices.map((one) => (
            <Choice
              key={one.care}
              choice={one}
              point={pointAt(one.answerFrom)}
              isInForce={one.care === line.care}
            />
          ))}
        </SimpleGrid>
      </Radio.Group>
      <Group gap="md">
        <Button onClick={use} disabled={chosen === line.care} loading={isBusy}>
          {say.use}
        </Button>
        {line.setBy && line.setAt !== null && (
          <Text size="sm" className="dim">
            {say.setBy(line.setBy, day(line.setAt, language))}
          </Text>
        )}
      </Group>
      {line.state === 'measured' && (
        <Text size="sm" className="dim">
          {say.measured(line.measured.toLocaleString(language))}
        </Text>
      )}
    </Stack>
  );
}

function Choice({
  choice,
  point,
  isInForce,
}: {
  choice: AnswerLine['choices'][number];
  point: AnswerLine['curve'][number] | undefined;
  isInForce: boolean;
}) {
  const say = useWords('answerLine');
  const { outsideAnswered = 0, precision = 0 } = point ?? {};
  return (
    <Radio.Card value={choice.care} p="sm" className="choice">
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <Radio.Indicator mt={3} />
        <div>
          <Group gap={8}>
            <Text fw={600} span>
              {say.cares[choice.care]}
            </Text>
            {isInForce && (
              <Badge size="sm" variant="light" tt="none">
                {say.inForce}
              </Badge>
            )}
          </Group>
          <Text size="sm">{say.wants(Math.round(choice.wanted * 100))}</Text>
          {point && !choice.isReached && (
            <Text size="sm" className="warned">
              {say.notReached(Math.floor(precision * 100))}
            </Text>
          )}
          {point && (
            <Text size="xs" className="dim" mt={4}>
              {say.answers(inHundred(point.answered), inHundred(point.right))}
              <br />
              {0 < outsideAnswered && outsideAnswered < 0.01
                ? say.strangeFew
                : say.strange(inHundred(outsideAnswered))}
            </Text>
          )}
        </div>
      </Group>
    </Radio.Card>
  );
}
