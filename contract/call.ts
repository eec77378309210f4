import type { ProblemBody } from './problem.ts';
import type { Route, RouteInput, RouteResponse } from './route.ts';

/** Thrown when the desk refuses a call; `problem` says which field and why. */
export class Refused extends Error {
  readonly problem: ProblemBody;
  readonly status: number;
  constructor(problem: ProblemBody, status: number) {
    super(problem.message);
    this.problem = problem;
    this.status = status;
  }
}

export type Caller = <R extends Route>(
  route: R,
  ...input: unknown extends RouteInput<R> ? [input?: RouteInput<R>] : [input: RouteInput<R>]
) => Promise<RouteResponse<R>>;

/**
 * A typed caller of the desk's routes: `const call = createCaller('https://desk.example'); await call(deskRoutes.getMe)`.
 * @param headers made anew for each call (a visitor token, a cookie in tests)
 * @param inspect sees every parsed answer; the tests validate each one against the contract here
 */
export function createCaller(
  baseUrl: string,
  headers: () => Record<string, string> = () => ({}),
  inspect: (route: Route, answer: unknown) => void = () => {},
): Caller {
  return async (route, ...[input]) => {
    const { params, query, body } = (input ?? {}) as {
      params?: Record<string, string>;
      query?: Record<string, unknown>;
      body?: unknown;
    };
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query ?? {})) {
      if (value !== undefined && value !== null) search.set(name, String(value));
    }
    const response = await fetch(`${baseUrl}/api${path}${search.size ? `?${search}` : ''}`, {
      method: route.method.toUpperCase(),
      headers: { ...headers(), ...(route.method === 'get' ? {} : { 'content-type': 'application/json' }) },
      ...(route.method === 'get' ? {} : { body: JSON.stringify(body ?? {}) }),
    });
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) throw new Refused(problemOf(answer, response.status), response.status);
    inspect(route, answer);
    return answer as never;
  };
}

function problemOf(answer: unknown, status: number): ProblemBody {
  if (answer && typeof answer === 'object' && 'code' in answer) return answer as ProblemBody;
  return {
    code: 'internal_error',
    message: `The desk answered ${status} without saying why.`,
    problemId: '',
  };
}
