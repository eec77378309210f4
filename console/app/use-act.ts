import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { problemOf } from '../api.ts';
import { useWords } from './use-words.ts';

/** Runs something that may be refused; a refusal is shown in the reader's language, with the field it blames. */
export function useAct(): <T>(work: () => Promise<T>, done?: string) => Promise<T | null> {
  const say = useWords('shared');
  return useCallback(
    async (work, done) => {
      try {
        const result = await work();
        if (done) notifications.show({ message: done, color: 'leaf' });
        return result;
      } catch (error) {
        const { code, field, message } = problemOf(error);
        const detail = field ? `${field}: ${message.replace(`${field}: `, '')}` : undefined;
        notifications.show({ title: say.problem[code], message: detail ?? '', color: 'red' });
        return null;
      }
    },
    [say],
  );
}
