import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchOutside, OutboundRefused } from './outbound.ts';

const servers: Server[] = [];
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

let own = '';
let other = '';
let reachedOther = 0;
beforeAll(async () => {
  other = await serve((_, response) => {
    reachedOther++;
    response.end('secret');
  });
  own = await serve((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    if (pathname === '/away') response.writeHead(307, { location: `${other}/` }).end();
    else if (pathname === '/file') response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    else if (pathname === '/loop') response.writeHead(307, { location: '/loop' }).end();
    else if (pathname === '/moved') response.writeHead(308, { location: '/here' }).end();
    else if (pathname === '/big') response.end('x'.repeat(100_000));
    else if (pathname === '/drip') {
      response.write('a');
      setTimeout(() => response.end('b'), 2000).unref();
    } else if (pathname !== '/silent') response.end(`${request.method} ${request.headers.authorization}`);
  });
});
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

const limits = (changes: Partial<Parameters<typeof fetchOutside>[2]> = {}) => ({
  mayReach: (url: URL) => url.origin === own,
  headersWithinMs: 3000,
  wholeWithinMs: 3000,
  mostBytes: 1000,
  ...changes,
});
const why = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error: unknown) => (error instanceof OutboundRefused ? error.why : String(error)),
  );
const text = async (path: string, changes = {}) =>
  (await fetchOutside(own + path, { headers: { authorization: 'key' } }, limits(changes))).text();

describe('the way out', () => {
  it('follows within the same origin only', async () => {
    expect(await text('/moved')).toBe('GET key');
    expect(await why(text('/away'))).toBe('address');
    expect(await why(text('/away', { mayReach: () => true }))).toBe('redirect');
    expect(await why(text('/file', { mayReach: () => true }))).toBe('address');
    expect(await why(text('/loop'))).toBe('redirect');
    expect(reachedOther).toBe(0);
  });
  it('refuses other schemes, hosts and credentials in an address', async () => {
    for (const address of [
      'file:///etc/passwd',
      'ftp://127.0.0.1/',
      other,
      own.replace('//', '//user:pass@'),
    ])
      expect(await why(fetchOutside(address, {}, limits())), address).toBe('address');
  });
  it('is bounded in size and time', async () => {
    expect(await why(text('/big'))).toBe('size');
    expect((await text('/big', { mostBytes: 200_000 })).length).toBe(100_000);
    expect(await why(text('/silent', { headersWithinMs: 100 }))).toBe('time');
    expect(await why(text('/drip', { wholeWithinMs: 200 }))).toBe('time');
  });
});
