import { z } from 'zod';
import {
  deskRoutes,
  fromClient,
  problemBody,
  problemCodes,
  type Route,
  toClient,
} from '../../contract/index.ts';

/** The OpenAPI 3.1 document, derived from the contract's routes. */
export function openApiDocument(version: string): object {
  const components: Record<string, unknown> = {};
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
    const {
      $schema: _,
      $defs,
      ...own
    } = z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      reused: 'inline',
    }) as Record<string, unknown>;
    Object.assign(components, $defs);
    return JSON.parse(JSON.stringify(own).replaceAll('#/$defs/', '#/components/schemas/'));
  };
  const problem = { 'application/json': { schema: schemaOf(problemBody, 'output') } };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries(deskRoutes) as [string, Route][]) {
    const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method]: operation(name, route, schemaOf, problem) };
  }
  paths['/api/live'] = {
    get: {
      operationId: 'live',
      summary: 'WebSocket. First message `hello`; then `watch` a conversation and `send`.',
      tags: ['live'],
      'x-messages-from-client': schemaOf(fromClient, 'input'),
      'x-messages-to-client': schemaOf(toClient, 'output'),
      responses: { 101: { description: 'Switching protocols' } },
    },
  };
  const schemas = JSON.parse(JSON.stringify(components).replaceAll('#/$defs/', '#/components/schemas/'));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tandem',
      version,
      description:
        'Staff sign in with a session cookie; customers send their visitor token as a Bearer token. Refusals are always a Problem.',
    },
    components: {
      schemas,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'tandem_session' },
        visitor: { type: 'http', scheme: 'bearer' },
      },
    },
    paths,
  };
}

function operation(
  name: string,
  route: Route,
  schemaOf: (schema: z.ZodType, io: 'input' | 'output') => unknown,
  problem: object,
): object {
  const path = [...route.path.matchAll(/:(\w+)/g)].map(([, parameter]) => ({
    name: parameter,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const query = Object.entries(route.query?.shape ?? {}).map(([parameter, schema]) => ({
    name: parameter,
    in: 'query',
    required: false,
    schema: schemaOf(schema as z.ZodType, 'input'),
  }));
  const statuses = new Set((route.problems ?? []).map((code) => problemCodes[code]));
  if (route.access !== 'anyone') statuses.add(401);
  if (route.body || route.query) statuses.add(400);
  const security =
    route.access === 'anyone'
      ? []
      : route.access === 'customer'
        ? [{ visitor: [] }]
        : route.access === 'participant'
          ? [{ visitor: [] }, { session: [] }]
          : [{ session: [] }];
  const body = route.body
    ? { content: { 'application/json': { schema: schemaOf(route.body, 'input') } } }
    : route.rawBody && {
        content: { [route.rawBody.mediaType]: { schema: { type: 'string', format: 'binary' } } },
      };
  return {
    operationId: name,
    summary: route.summary,
    tags: [route.path.split('/')[1]],
    'x-access': route.access,
    security,
    parameters: [...path, ...query],
    ...(body ? { requestBody: { required: true, ...body } } : {}),
    responses: {
      200: {
        description: 'Done',
        content: { 'application/json': { schema: schemaOf(route.response, 'output') } },
      },
      ...Object.fromEntries(
        [...statuses].sort().map((status) => {
          const codes = Object.entries(problemCodes).filter(
            ([code, s]) => s === status && relevant(route, code),
          );
          return [
            status,
            { description: codes.map(([code]) => code).join(', ') || 'Refused', content: problem },
          ];
        }),
      ),
    },
  };
}

function relevant(route: Route, code: string): boolean {
  return (
    (route.problems as readonly string[] | undefined)?.includes(code) ||
    code === 'invalid_input' ||
    code === 'not_signed_in'
  );
}
