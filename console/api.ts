import { createCaller, type ProblemBody, Refused } from '../contract/index.ts';

/** The desk's routes, typed: `await call(deskRoutes.getMe)`. The session cookie goes along by itself. */
export const call = createCaller('');

/** What was wrong, for a screen to translate. */
export function problemOf(error: unknown): ProblemBody {
  if (error instanceof Refused) return error.problem;
  return {
    code: 'internal_error',
    message: error instanceof Error ? error.message : String(error),
    problemId: '',
  };
}
