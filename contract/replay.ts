import { z } from 'zod';
import { route, talkers } from './route.ts';
import { source } from './timeline.ts';
import { id, language, reasonCode } from './words.ts';

/** What the AI did with a message, then or now. */
const side = z.object({
  action: z.string(),
  reasonCode: reasonCode.nullable(),
  confidence: z.number().nullable(),
  missed: z.boolean(),
  language,
  text: z.string(),
  sources: z.array(source),
  choices: z.array(z.string()),
  why: z.unknown(),
});

export const replayedTurn = z
  .object({
    asked: z.string().describe('What the customer had said since the last answer.'),
    askedLanguage: language,
    before: side.describe('As it was said.'),
    now: side.describe('On today’s knowledge and rules, from the conversation as it stood; without a model.'),
    differs: z.array(z.enum(['action', 'reason', 'source', 'text', 'choices'])),
    answeredBy: id.nullable().describe('The article that answers it now.'),
  })
  .meta({ id: 'ReplayedTurn' });
export type ReplayedTurn = z.infer<typeof replayedTurn>;

export const replayRoutes = {
  replayTurn: route({
    method: 'get',
    path: '/conversations/:conversationId/turns/:seq/replay',
    access: talkers,
    summary: 'Take one of the AI’s turns again on today’s knowledge, and compare. Stores and sends nothing.',
    response: replayedTurn,
    problems: ['not_found'],
  }),
};
