import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useCallback, useState } from 'react';
import type { BrokenQuestion } from '../../../contract/index.ts';
import { problemOf } from '../../api.ts';
import { useAct } from '../../app/use-act.ts';
import { useWords } from '../../app/use-words.ts';

type Change<T> = (words: { overrideReason: string }) => Promise<T>;

/**
 * Runs a change of the knowledge. Where it would break golden questions they are shown by name, and it goes on only
 * with a reason. Null: refused, or given up.
 */
export function usePublish(): <T>(change: Change<T>, done?: string) => Promise<T | null> {
  const act = useAct();
  const say = useWords('knowledge');
  return useCallback(
    async <T,>(change: Change<T>, done?: string) => {
      const first = await change({ overrideReason: '' }).then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      );
      if ('value' in first) return act(async () => first.value, done);
      const { code, brokenQuestions } = problemOf(first.error);
      if (code !== 'golden_question_broken' || !brokenQuestions)
        return act(() => Promise.reject(first.error));
      const overrideReason = await askReason(say.broken.title(brokenQuestions.length), brokenQuestions);
      return overrideReason ? act(() => change({ overrideReason }), done) : null;
    },
    [act, say],
  );
}

function askReason(title: string, broken: BrokenQuestion[]): Promise<string | null> {
  return new Promise((resolve) => {
    const modalId = modals.open({
      title,
      size: 'lg',
      onClose: () => resolve(null),
      children: (
        <BrokenQuestions
          broken={broken}
          onDecided={(reason) => {
            resolve(reason);
            modals.close(modalId);
          }}
        />
      ),
    });
  });
}

const mostShown = 30;

function BrokenQuestions({
  broken,
  onDecided,
}: {
  broken: BrokenQuestion[];
  onDecided: (reason: string | null) => void;
}) {
  const say = useWords('knowledge');
  const shared = useWords('shared');
  const [reason, setReason] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim()) onDecided(reason.trim());
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{say.broken.explain}</Text>
        <ul style={{ margin: 0, paddingLeft: 20 }}>
          {broken.slice(0, mostShown).map((one) => (
            <li key={one.id} style={{ marginBottom: 6 }}>
              <Text size="sm" fw={600}>
                {one.question}
              </Text>
              <Text size="xs" className="dim">
                {say.broken.now}: {one.now ?? say.broken.nothing} · {say.broken.expected}:{' '}
                {one.expected ?? say.broken.nothing}
              </Text>
            </li>
          ))}
        </ul>
        <Textarea
          label={say.broken.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          data-autofocus
          required
          autosize
          minRows={2}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => onDecided(null)}>
            {shared.cancel}
          </Button>
          <Button type="submit" color="red.9" disabled={!reason.trim()}>
            {say.broken.anyway}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
