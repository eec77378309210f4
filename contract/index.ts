/**
 * The contract: everything that crosses the wire between the desk and its clients. Routes are values
 * (`deskRoutes`), live messages are two unions (`fromClient`, `toClient`), refusals are codes.
 * Imports zod only, so that every side can use it.
 */
export * from './answer-line.ts';
export * from './broken-question.ts';
export * from './call.ts';
export * from './conversation.ts';
export * from './customers.ts';
export * from './feeling.ts';
export * from './golden-questions.ts';
export * from './knowledge.ts';
export * from './learning.ts';
export * from './live.ts';
export * from './message-text.ts';
export * from './model.ts';
export * from './people.ts';
export * from './policy.ts';
export * from './problem.ts';
export * from './replay.ts';
export * from './route.ts';
export * from './talking.ts';
export * from './timeline.ts';
export * from './versions.ts';
export * from './words.ts';

import { z } from 'zod';
import { answerLineRoutes } from './answer-line.ts';
import { customerRoutes, macroRoutes } from './customers.ts';
import { goldenRoutes } from './golden-questions.ts';
import { knowledgeRoutes } from './knowledge.ts';
import { modelRoutes } from './model.ts';
import { learningRoutes } from './learning.ts';
import { peopleRoutes } from './people.ts';
import { policyRoutes } from './policy.ts';
import { replayRoutes } from './replay.ts';
import { route } from './route.ts';
import { conversationRoutes, widgetRoutes } from './talking.ts';
import { versionRoutes } from './versions.ts';

export const deskRoutes = {
  getHealth: route({
    method: 'get',
    path: '/health',
    access: 'anyone',
    summary: 'Ready to serve, and able to store.',
    response: z.object({ ready: z.boolean(), version: z.string() }),
    problems: ['storage_unavailable'],
  }),
  ...peopleRoutes,
  ...widgetRoutes,
  ...conversationRoutes,
  ...replayRoutes,
  ...customerRoutes,
  ...macroRoutes,
  ...knowledgeRoutes,
  ...answerLineRoutes,
  ...policyRoutes,
  ...versionRoutes,
  ...goldenRoutes,
  ...learningRoutes,
  ...modelRoutes,
};
