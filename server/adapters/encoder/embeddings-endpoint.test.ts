import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { silentLog } from '../../platform/log.ts';
import { createEndpointEncoder, type EndpointOptions } from './embeddings-endpoint.ts';

type Asked = { path: string; key: string | undefined; model: string; input: string[] };
/** What the scripted server does with one request; `right` answers as a good one would. */
type Step = (response: ServerResponse, asked: Asked) => void;

const embedding = (text: string) => [text.length, 1, 2];
const json = (response: ServerResponse, status: number, body: unknown) => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};
const right: Step = (response, { input }) =>
  json(response, 200, {
    object: 'list',
    // Backwards, for the order is in `index`.
    data: input.map((text, index) => ({ index, embedding: embedding(text) })).reverse(),
  });
const status =
  (code: number): Step =>
  (response) =>
    json(response, code, { error: { message: 'no' } });

describe('the embeddings endpoint', () => {
  let server: Server;
  let asked: Asked[];
  let steps: Step[];
  beforeEach(async () => {
    asked = [];
    steps = [];
    server = createServer(async (request: IncomingMessage, response) => {
      let body = '';
      for await (const part of request) body += part;
      const { model, input } = JSON.parse(body) as { model: string; input: string[] };
      const one = { path: request.url ?? '', key: request.headers.authorization, model, input };
      asked.push(one);
      (steps.shift() ?? right)(response, one);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  const open = (options: Partial<EndpointOptions> = {}) =>
    createEndpointEncoder({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`,
      model: 'some-model',
      key: 'secret',
      prefixes: false,
      log: silentLog,
      timeoutMs: 4000,
      backoffMs: [1, 1],
      ...options,
    });

  it('asks in batches, in order, with its key, and makes the vectors one long', async () => {
    const encoder = await open({ batchTexts: 2 });
    expect(encoder?.dimensions).toBe(3);
    expect(encoder?.id).toMatch(/some-model\/3$/);
    const vectors = await encoder!.embed(['a', 'bb', 'ccc'], 'passage');
    expect(asked.map((one) => one.input)).toEqual([['hello'], ['a', 'bb'], ['ccc']]);
    expect(asked[0]).toMatchObject({ path: '/v1/embeddings', key: 'Bearer secret', model: 'some-model' });
    for (const [i, vector] of vectors.entries()) {
      expect(Math.hypot(...vector)).toBeCloseTo(1, 6);
      expect((vector[0] as number) / (vector[1] as number)).toBeCloseTo(i + 1, 5);
    }
  });

  it('masks what is personal before it leaves', async () => {
    const encoder = await open();
    await encoder!.embed(['call me at 13812345678, lina@mail.example'], 'query');
    expect(asked.at(-1)?.input).toEqual(['call me at [PHONE_1], [EMAIL_1]']);
  });

  it('puts the prefixes of the E5 family before the texts', async () => {
    const encoder = await open({ prefixes: true, key: null });
    await encoder!.embed(['a'], 'passage');
    expect(asked.map((one) => one.input[0])).toEqual(['passage: hello', 'passage: a']);
    expect(asked[0]?.key).toBeUndefined();
  });

  it.each([
    ['429', status(429)],
    ['500', status(500)],
    ['a stall', () => {}],
    ['half an answer', (response: ServerResponse) => void response.writeHead(200).write('{"data":[')],
    ['a cut', (response: ServerResponse) => void response.destroy()],
    ['no JSON', (response: ServerResponse) => void response.end('<html>busy</html>')],
    ['another form', (response: ServerResponse) => json(response, 200, { embeddings: [] })],
    [
      'a text left out',
      (response: ServerResponse) => json(response, 200, { data: [{ index: 1, embedding: [1, 2, 3] }] }),
    ],
    [
      'a vector of nothing',
      (response: ServerResponse) => json(response, 200, { data: [{ index: 0, embedding: [0, 0, 0] }] }),
    ],
  ] as [string, Step][])('repeats after %s, and gives up in the end', async (_, step) => {
    const encoder = await open();
    steps.push(step, right);
    expect(await encoder!.embed(['a'], 'query')).toHaveLength(1);
    expect(asked).toHaveLength(3);
    steps.push(step, step);
    await expect(encoder!.embed(['b'], 'query')).rejects.toThrow();
    expect(asked).toHaveLength(5);
  });

  it.each([
    ['a refused key', status(401)],
    ['an unknown model', status(404)],
    [
      'other dimensions',
      (response: ServerResponse) => json(response, 200, { data: [{ index: 0, embedding: [1, 2] }] }),
    ],
  ] as [string, Step][])('does not repeat after %s', async (_, step) => {
    const encoder = await open();
    steps.push(step);
    await expect(encoder!.embed(['a'], 'query')).rejects.toThrow(/embeddings endpoint/);
    expect(asked).toHaveLength(2);
  });

  it('asks once for a repeated question', async () => {
    const encoder = await open();
    const [first] = await encoder!.embed(['a'], 'query');
    expect(await encoder!.embed(['a'], 'query')).toEqual([first]);
    expect(asked).toHaveLength(2);
  });

  it('is more patient with passages', async () => {
    const encoder = await open();
    steps.push(status(500), status(500));
    expect(await encoder!.embed(['a'], 'passage')).toHaveLength(1);
    expect(asked).toHaveLength(4);
  });

  it('is null, with a line in the log, when nobody answers at the start', async () => {
    const lines: string[] = [];
    const keep = (_: object, message: string) => lines.push(message);
    steps.push(status(503), status(503), status(503));
    expect(await open({ log: { info: keep, warn: keep, error: keep } })).toBeNull();
    expect(lines).toEqual(['the embeddings endpoint cannot be used']);
  });

  it('stops asking when closed', async () => {
    const encoder = await open({ timeoutMs: 60_000 });
    steps.push(() => {});
    const waiting = encoder!.embed(['a'], 'query');
    const closed = expect(waiting).rejects.toThrow('closed');
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    await encoder!.close();
    await closed;
    await expect(encoder!.embed(['a'], 'query')).rejects.toThrow('closed');
    expect(asked).toHaveLength(2);
  });
});
