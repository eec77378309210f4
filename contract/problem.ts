import { z } from 'zod';
import { brokenQuestion } from './broken-question.ts';

/**
 * Every way a request can be refused: the code clients translate, and the HTTP status it travels with.
 * Domain code throws a `Problem` with one of these codes and never speaks HTTP.
 */
export const problemCodes = {
  invalid_input: 400,
  text_too_long: 400,
  not_signed_in: 401,
  wrong_credentials: 401,
  not_allowed: 403,
  not_found: 404,
  already_exists: 409,
  client_message_id_reused: 409,
  not_your_turn_to_speak: 409,
  illegal_status_change: 409,
  changed_meanwhile: 409,
  golden_question_broken: 409,
  file_too_large: 413,
  file_type_refused: 415,
  too_many_requests: 429,
  internal_error: 500,
  storage_unavailable: 503,
  model_unavailable: 503,
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof problemCodes;

/** What a refused caller receives: which field (if one is to blame), why, and an id to quote to the operator. */
export const problemBody = z
  .object({
    code: z.enum(Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]]),
    message: z.string().describe('One English sentence for developers; screens translate the code.'),
    field: z.string().optional().describe('The input field that is wrong, as a dotted path.'),
    brokenQuestions: z
      .array(brokenQuestion)
      .optional()
      .describe('With golden_question_broken: which, and what they would get.'),
    problemId: z.string().describe('Appears in the server log beside the cause.'),
  })
  .meta({ id: 'Problem' });

export type ProblemBody = z.infer<typeof problemBody>;
