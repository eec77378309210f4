import { z } from 'zod';
import { id, language } from './words.ts';

/** A golden question that was answered rightly before a change of the knowledge and would not be after it. */
export const brokenQuestion = z
  .object({
    id,
    question: z.string(),
    language,
    expected: z.string().nullable().describe('Title of the right article; null: must not be answered.'),
    now: z
      .string()
      .nullable()
      .describe('Title of the article it would be answered with; null: not answered.'),
  })
  .meta({ id: 'BrokenQuestion' });
export type BrokenQuestion = z.infer<typeof brokenQuestion>;
