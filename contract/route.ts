import type { z } from 'zod';
import type { ProblemCode } from './problem.ts';
import type { Role } from './words.ts';

/**
 * Who may call a route. `customer`: whoever holds a visitor token, and only for their own things;
 * a list of roles: people who work here; `participant`: the conversation's own customer or any staff.
 */
export type Access = 'anyone' | 'customer' | 'participant' | readonly Role[];

export const anyStaff = ['owner', 'supervisor', 'agent', 'editor'] as const satisfies readonly Role[];
export const talkers = ['owner', 'supervisor', 'agent'] as const satisfies readonly Role[];
export const editors = ['owner', 'supervisor', 'editor'] as const satisfies readonly Role[];
export const managers = ['owner', 'supervisor'] as const satisfies readonly Role[];
export const owners = ['owner'] as const satisfies readonly Role[];

/** One route as one value: the server serves it, the clients call it, the API document describes it, the access test walks it. */
export type Route = {
  method: 'get' | 'post' | 'put' | 'delete';
  /** With `:name` parameters, below /api. */
  path: string;
  access: Access;
  summary: string;
  query?: z.ZodObject;
  body?: z.ZodObject;
  /** A raw body (a file) instead of JSON. */
  rawBody?: { mediaType: string; limitBytes: number };
  response: z.ZodType;
  problems?: readonly ProblemCode[];
};

export function route<const R extends Route>(value: R): R {
  return value;
}

type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

export type RouteParams<R extends Route> = { [K in ParamNames<R['path']>]: string };
export type RouteQuery<R extends Route> = R['query'] extends z.ZodType ? z.output<R['query']> : undefined;
export type RouteBody<R extends Route> = R['body'] extends z.ZodType ? z.output<R['body']> : undefined;
export type RouteResponse<R extends Route> = z.output<R['response']>;

/** What a caller passes: parameters, query and body, each only where the route has it. */
export type RouteInput<R extends Route> = ([ParamNames<R['path']>] extends [never]
  ? unknown
  : { params: RouteParams<R> }) &
  (R['query'] extends z.ZodType ? { query?: z.input<R['query']> } : unknown) &
  (R['body'] extends z.ZodType ? { body: z.input<R['body']> } : unknown);
