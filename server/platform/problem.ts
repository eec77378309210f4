import type { BrokenQuestion, ProblemCode } from '../../contract/index.ts';

/**
 * The one way domain code refuses: a code from the contract, an English sentence, the field to blame.
 * The HTTP status and what the caller sees follow from the code; anything else thrown is an internal error.
 */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly field: string | undefined;
  readonly brokenQuestions: BrokenQuestion[] | undefined;
  constructor(
    code: ProblemCode,
    message: string,
    options: { field?: string; brokenQuestions?: BrokenQuestion[]; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.field = options.field;
    this.brokenQuestions = options.brokenQuestions;
  }
}

export function notFound(what: string): Problem {
  return new Problem('not_found', `There is no such ${what}.`);
}
