import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { WebSocket } from 'ws';
import {
  createCaller,
  deskRoutes,
  type FromClient,
  type PublicSnapshot,
  type ToClient,
  toClient,
} from '../../contract/index.ts';
import { loadDemoShop } from '../../seed/load-demo-shop.ts';
import { buildDesk, type Desk, startDesk } from '../../server/main.ts';
import { readConfig } from '../../server/platform/config.ts';
import { silentLog } from '../../server/platform/log.ts';
import { createTestDatabase } from './database.ts';

export const password = 'correct horse battery';

export type TestDesk = Desk & {
  url: string;
  /** The whole of it again on the same database, as after a restart. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

/**
 * A running desk with the demo shop (or on the `found` database), on a database and port of its own. Every answer is
 * checked against the contract.
 */
export async function startTestDesk(
  options: {
    now?: () => number;
    /** Learns from the shop's articles, in this thread; for tests of just that. */
    learning?: boolean;
    extend?: (app: Hono, desk: Desk) => void;
    found?: Awaited<ReturnType<typeof createTestDatabase>>;
    modelTimes?: Parameters<typeof buildDesk>[4];
  } = {},
): Promise<TestDesk> {
  const { database, drop } = options.found ?? (await createTestDatabase());
  const dataDir = await mkdtemp(join(tmpdir(), 'tandem-desk-'));
  const config = {
    ...readConfig({ PORT: '0', TANDEM_DATA: dataDir, TANDEM_ENCODER: 'off' }),
    rateLimits: false,
    learning: options.learning ?? false,
  };
  const build = () => buildDesk(config, database, silentLog, options.now, options.modelTimes);
  let desk = await build();
  if (!options.found) await loadDemoShop(desk, password);
  let running = await startDesk(desk, (app) => options.extend?.(app, desk));
  const test = { ...desk, url: running.url } as TestDesk;
  test.restart = async () => {
    await running.stop();
    desk = await build();
    running = await startDesk(desk, (app) => options.extend?.(app, desk));
    Object.assign(test, desk, { url: running.url });
  };
  test.stop = async () => {
    await running.stop();
    await drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return test;
}

const checked: Parameters<typeof createCaller>[2] = (route, answer) => {
  const parsed = route.response.safeParse(answer);
  if (!parsed.success)
    throw new Error(`${route.method} ${route.path} answered against its contract: ${parsed.error.message}`);
};

/** A signed-in agent: a caller with their session, and their live socket. */
export async function signIn(desk: TestDesk, email: string) {
  const response = await fetch(`${desk.url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`sign-in: ${await response.text()}`);
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] as string;
  const { agent } = (await response.json()) as { agent: { id: string; name: string } };
  const call = createCaller(desk.url, () => ({ cookie }), checked);
  return { call, agent, cookie, live: () => connect(desk.url, undefined, { cookie }) };
}

/** A customer with the widget open. `identity` as the shop would sign it. */
export async function visit(desk: TestDesk, options: { language?: 'zh' | 'en'; identity?: string } = {}) {
  const open = createCaller(desk.url, () => ({}), checked);
  const session = await open(deskRoutes.openWidget, { body: { language: 'zh', ...options } });
  const call = createCaller(desk.url, () => ({ authorization: `Bearer ${session.token}` }), checked);
  const { conversation } = await call(deskRoutes.openConversation, {
    body: { language: options.language ?? 'zh' },
  });
  let sent = 0;
  const send = (text: string, clientMessageId = `client-${conversation.id.slice(-6)}-${++sent}`) =>
    call(deskRoutes.sendMessage, {
      params: { conversationId: conversation.id },
      body: { clientMessageId, text },
    });
  const read = async (): Promise<PublicSnapshot> => {
    const { snapshot } = await call(deskRoutes.getOwnConversation, { query: { since: 0 } });
    return snapshot as PublicSnapshot;
  };
  /** Says something and waits for the AI to have answered it. */
  const ask = async (text: string) => {
    const { entry } = await send(text);
    return waitFor(async () => {
      const snapshot = await read();
      const reply = snapshot.entries.findLast(
        (one) => one.seq > entry.seq && one.type === 'message.sent' && one.body.from.kind === 'ai',
      );
      return reply?.type === 'message.sent' ? { ...reply.body, snapshot } : null;
    });
  };
  const live = () => connect(desk.url, session.token);
  return { session, call, conversationId: conversation.id, send, read, ask, live };
}

/** A live socket that remembers what it heard; every message is checked against the contract. */
export async function connect(url: string, token?: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/live`, { headers });
  const heard: ToClient[] = [];
  socket.on('message', (data) => heard.push(toClient.parse(JSON.parse(String(data)))));
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const send = (message: FromClient) => socket.send(JSON.stringify(message));
  const until = <T extends ToClient['type']>(
    type: T,
    fits: (message: Extract<ToClient, { type: T }>) => boolean = () => true,
  ) =>
    waitFor(
      async () =>
        heard.find((one) => one.type === type && fits(one as never)) as
          | Extract<ToClient, { type: T }>
          | undefined,
    );
  send({ type: 'hello', ...(token ? { token } : {}) });
  return { socket, heard, send, until, close: () => socket.close(), cut: () => socket.terminate() };
}

/** Asks again until there is an answer; a condition, never a sleep for luck. */
export async function waitFor<T>(
  look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  withinMs = 8000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
