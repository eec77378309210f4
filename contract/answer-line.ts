import { z } from 'zod';
import { changeWords } from './knowledge.ts';
import { editors, route } from './route.ts';
import { instant } from './words.ts';

/** The answer line: the confidence from which the AI answers by itself, and how careful the shop wants it to be. */

export const care = z.enum(['cautious', 'balanced', 'bold']).meta({ id: 'Care' });
export type Care = z.infer<typeof care>;

const share = z.number().min(0).max(1);

export const answerLine = z
  .object({
    state: z
      .enum(['measured', 'not_yet', 'too_few'])
      .describe('Not yet: learning goes on since the start. Too few: the articles hold too few phrasings.'),
    phrasings: z.number().int().describe('How many the published articles hold.'),
    fewest: z.number().int().describe('From about how many on there is something to measure.'),
    measured: z.number().int().describe('How many were asked as if nobody had written them down.'),
    care,
    answerFrom: share.describe('The line now in force.'),
    setBy: z.string().nullable().describe('Who chose the care; null: nobody yet, it came with the desk.'),
    setAt: instant.nullable(),
    curve: z
      .array(
        z.object({
          threshold: share,
          answered: share.describe('Of the questions the articles cover: answered at once.'),
          right: share.describe('Of the questions the articles cover: answered at once, and rightly.'),
          precision: share.describe('Of all answers, those to questions outside included: right.'),
          outsideAnswered: share.describe('Of questions no article covers: answered all the same.'),
        }),
      )
      .describe('What each line would do, the lowest first; empty unless measured.'),
    choices: z
      .array(
        z.object({
          care,
          wanted: share.describe('This share of all answers must be right.'),
          answerFrom: share.describe('The line it would set.'),
          isReached: z.boolean().describe('False: nothing measured reaches it; this line comes nearest.'),
        }),
      )
      .describe('The most careful first.'),
  })
  .meta({ id: 'AnswerLine' });
export type AnswerLine = z.infer<typeof answerLine>;

export const answerLineRoutes = {
  getAnswerLine: route({
    method: 'get',
    path: '/answer-line',
    access: editors,
    summary:
      'From which confidence on the AI answers, and what another line would do, measured on the shop’s own phrasings.',
    response: answerLine,
  }),
  setCare: route({
    method: 'put',
    path: '/answer-line',
    access: editors,
    summary:
      'Choose how careful the AI is. Takes effect with the next message, and with every later learning.',
    body: z.object({ care, overrideReason: changeWords.overrideReason }),
    response: answerLine,
    problems: ['golden_question_broken'],
  }),
};
