import type { Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import type { z } from 'zod';
import {
  problemCodes,
  type Role,
  type Route,
  type RouteBody,
  type RouteParams,
  type RouteQuery,
  type RouteResponse,
} from '../../contract/index.ts';
import type { Accounts, AgentRow } from '../modules/accounts/index.ts';
import type { Actor, AgentActor, CustomerActor } from '../modules/conversations/index.ts';
import type { Customer, Customers } from '../modules/customers/index.ts';
import { newId } from '../platform/ids.ts';
import type { Log } from '../platform/log.ts';
import { Problem } from '../platform/problem.ts';
import { storable } from '../platform/storable.ts';

export const sessionCookie = 'tandem_session';

/** What a handler gets: the checked input, and the caller as proven. */
export type Call<R extends Route> = {
  params: RouteParams<R>;
  query: RouteQuery<R>;
  body: RouteBody<R>;
  /** The raw body, for routes that take one. */
  bytes: () => Promise<Uint8Array>;
  /** The signed-in agent; only routes for staff may ask. */
  agent: AgentRow;
  /** The customer; only routes for customers may ask. */
  customer: Customer;
  /** Whoever calls, for routes both sides use. */
  actor: Actor;
  address: string;
  context: Context;
};

export type Handler<R extends Route> = (call: Call<R>) => Promise<RouteResponse<R>>;

/** Binds contract routes to handlers on one app. */
export type Serve = <R extends Route>(route: R, handler: Handler<R>) => void;

export type Callers = { accounts: Accounts; customers: Customers };

/** Checks who calls, checks what they send, runs the handler, answers JSON. Refusals are thrown and end in `onError`. */
export function createServe(app: Hono, callers: Callers): { serve: Serve; served: Route[] } {
  const served: Route[] = [];
  const serve: Serve = (route, handler) => {
    served.push(route);
    app.on(route.method.toUpperCase(), `/api${route.path}`, async (context) => {
      const known = await callerOf(context, callers, route);
      const body = route.body ? check(route.body, await readJson(context), 'body') : undefined;
      const query = route.query ? check(route.query, storable(context.req.query()), 'query') : undefined;
      const answer = await handler({
        params: storable(context.req.param()) as never,
        query: query as never,
        body: body as never,
        bytes: () => readBytes(context, route.rawBody?.limitBytes ?? 0),
        ...known,
        address: addressOf(context),
        context,
      });
      return context.json(answer as object);
    });
  };
  return { serve, served };
}

type Known = { agent: AgentRow; customer: Customer; actor: Actor };

async function callerOf(context: Context, callers: Callers, route: Route): Promise<Known> {
  const agent = async () => {
    const secret = getCookie(context, sessionCookie);
    return secret ? await callers.accounts.agentOfSession(secret) : null;
  };
  const customer = async () => {
    const token = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1];
    return token ? await callers.customers.byToken(token) : null;
  };
  const nobody = {} as Known;
  if (route.access === 'anyone') return nobody;
  if (route.access === 'customer' || route.access === 'participant') {
    const asking = await customer();
    if (asking) return { ...nobody, customer: asking, actor: customerActor(asking) };
    if (route.access === 'customer') throw new Problem('not_signed_in', 'This needs a visitor’s token.');
  }
  const working = await agent();
  if (!working) throw new Problem('not_signed_in', 'Sign in first.');
  const allowed: readonly Role[] =
    typeof route.access === 'string' ? ['owner', 'supervisor', 'agent'] : route.access;
  if (!allowed.includes(working.role))
    throw new Problem('not_allowed', `This is for: ${allowed.join(', ')}.`);
  return { ...nobody, agent: working, actor: agentActor(working) };
}

export function agentActor(row: { id: string; name: string; role: Role }): AgentActor {
  return { kind: 'agent', id: row.id, name: row.name, role: row.role };
}

export function customerActor(customer: Customer): CustomerActor {
  return { kind: 'customer', id: customer.id, name: customer.name };
}

/** Parses, or refuses naming the first wrong field. */
export function check<S extends z.ZodType>(schema: S, value: unknown, where: string): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') || where;
  const tooLong = issue?.code === 'too_big' && issue.path.at(-1) === 'text';
  throw new Problem(
    tooLong ? 'text_too_long' : 'invalid_input',
    `${field}: ${issue?.message ?? 'is wrong'}`,
    { field },
  );
}

const jsonLimitBytes = 32 * 1024 * 1024;

async function readJson(context: Context): Promise<unknown> {
  if (!context.req.header('content-type')?.startsWith('application/json')) {
    throw new Problem('invalid_input', 'The body must be application/json.', { field: 'body' });
  }
  const bytes = await readBytes(context, jsonLimitBytes);
  if (bytes.length === 0) return {};
  try {
    return storable(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    throw new Problem('invalid_input', 'The body is not valid JSON in UTF-8.', { field: 'body' });
  }
}

/** Reads no more than allowed, whatever the headers say. */
async function readBytes(context: Context, limit: number): Promise<Uint8Array> {
  const refused = new Problem('file_too_large', `At most ${limit / 1024 / 1024} MB.`, { field: 'body' });
  if (Number(context.req.header('content-length') ?? 0) > limit) throw refused;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (context.req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limit) throw refused;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function addressOf(context: Context): string {
  const incoming = (context.env as { incoming?: { socket?: { remoteAddress?: string } } }).incoming;
  return incoming?.socket?.remoteAddress ?? 'unknown';
}

/** The one place that decides what a refused caller sees. */
export function answerProblem(error: unknown, log: Log): { status: number; body: object } {
  const problemId = newId('prb');
  if (error instanceof Problem) {
    if (problemCodes[error.code] >= 500)
      log.error({ problemId, code: error.code, cause: String(error.cause) }, error.message);
    return {
      status: problemCodes[error.code],
      body: {
        code: error.code,
        message: error.message,
        field: error.field,
        brokenQuestions: error.brokenQuestions,
        problemId,
      },
    };
  }
  log.error(
    { problemId, error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    'unexpected failure',
  );
  return {
    status: 500,
    body: { code: 'internal_error', message: 'Something went wrong on our side.', problemId },
  };
}
