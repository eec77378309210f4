import { Badge, Card, Group, Progress, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ArticleDraft, deskRoutes } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { useWords } from '../../app/use-words.ts';
import { RichText } from '../../ui/rich-text.tsx';

/** What a customer would be answered, and why; with an unsaved draft taken into account. */
export function TryQuestion({ draft, replaces }: { draft?: ArticleDraft; replaces?: string }) {
  const say = useWords('knowledge');
  const [question, setQuestion] = useState('');
  const [asked] = useDebouncedValue(question.trim(), 250);
  const [trial] = useDebouncedValue(draft, 400);
  const complete = trial?.title.trim() && trial.body.trim() ? trial : undefined;
  const tried = useQuery({
    queryKey: ['try', asked, complete],
    queryFn: () =>
      call(deskRoutes.tryQuestion, {
        body: {
          question: asked,
          ...(complete ? { draft: complete, ...(replaces ? { replaces } : {}) } : {}),
        },
      }),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
  });
  const answer = asked ? tried.data : undefined;
  const line = Math.round((answer?.thresholds.answer ?? 0) * 100);
  return (
    <Card withBorder>
      <TextInput
        label={say.tryTitle}
        placeholder={say.tryHint}
        value={question}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      {answer && (
        <Stack gap="xs" mt="sm" aria-live="polite">
          <Group gap={8}>
            <Text size="sm" className="dim">
              {say.wouldSay}
            </Text>
            <Badge tt="none">{say.actions[answer.action] ?? answer.action}</Badge>
            <Text size="xs" className="dim">
              {answer.durationMs.toFixed(1)} ms
            </Text>
          </Group>
          <div className="rich">
            <RichText text={answer.text} />
          </div>
          {answer.choices.length > 0 && (
            <Group gap={6}>
              {answer.choices.map((choice) => (
                <Badge key={choice.label} variant="default" tt="none">
                  {choice.label}
                </Badge>
              ))}
            </Group>
          )}
          {answer.candidates.length > 0 && (
            <Text size="sm" className="dim" mt={4}>
              {say.because} ({say.threshold}: {line} %)
            </Text>
          )}
          {answer.candidates.map((one) => (
            <div key={one.articleId}>
              <Group justify="space-between" gap={6} wrap="nowrap">
                <Text size="sm" lineClamp={1}>
                  {one.title}
                </Text>
                <Text size="sm">{Math.round(one.confidence * 100)} %</Text>
              </Group>
              <Progress
                value={one.confidence * 100}
                color={one.confidence >= (answer?.thresholds.answer ?? 0) ? 'leaf' : 'gray'}
                aria-label={one.title}
              />
              <Text size="xs" className="dim">
                {say.matched}: {one.matched.join(' ') || '–'} · {say.uncovered}:{' '}
                {one.uncovered.join(' ') || '–'}
              </Text>
            </div>
          ))}
        </Stack>
      )}
    </Card>
  );
}
