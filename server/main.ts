import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { detectLanguage } from '../brain/language.ts';
import { startEmbeddedPostgres } from './adapters/embedded-postgres/index.ts';
import { chooseEncoder } from './adapters/encoder/index.ts';
import { createDiskStorage } from './adapters/file-storage/disk-storage.ts';
import { learnApart } from './adapters/shop-learner/index.ts';
import { createDatabase, createPool, type Database } from './database/client.ts';
import { migrate } from './database/migrate.ts';
import { takeDesk } from './database/take-desk.ts';
import { createApp } from './http/app.ts';
import { createLimits } from './http/limits.ts';
import { createAccounts } from './modules/accounts/index.ts';
import { createAnswering } from './modules/answering/index.ts';
import { createCommerce } from './modules/commerce/index.ts';
import { createConversations } from './modules/conversations/index.ts';
import { createCustomers } from './modules/customers/index.ts';
import { createFiles } from './modules/files/index.ts';
import { createHandOffPolicies, createHandoff, createShifts } from './modules/handoff/index.ts';
import { createKnowledge } from './modules/knowledge/index.ts';
import { createLearning } from './modules/learning/index.ts';
import { createMacros } from './modules/macros/index.ts';
import { createModel, type StreamModel } from './modules/model/index.ts';
import { createRouting } from './modules/routing/index.ts';
import type { Config } from './platform/config.ts';
import { newId } from './platform/ids.ts';
import type { Log } from './platform/log.ts';
import { packageRoot } from './platform/package-root.ts';
import { createSealing } from './platform/sealing.ts';
import { createRealtime } from './realtime/index.ts';

export type Desk = Awaited<ReturnType<typeof buildDesk>>;

/** An opened database: embedded, or the one `DATABASE_URL` names; migrated, and held by this process alone. */
export async function openDatabase(
  config: Config,
  log: Log,
): Promise<{ database: Database; close: () => Promise<void> }> {
  await mkdir(config.dataDir, { recursive: true });
  const embedded = config.databaseUrl
    ? null
    : await startEmbeddedPostgres({ dataDir: config.dataDir, log: (line) => log.info({}, line) });
  const pool = createPool(
    config.databaseUrl ? { connectionString: config.databaseUrl } : (embedded?.connection ?? {}),
  );
  try {
    const release = await takeDesk(pool);
    await migrate(pool);
    return {
      database: createDatabase(pool),
      async close() {
        await release();
        await pool.end();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await pool.end().catch(() => {});
    await embedded?.stop();
    throw error;
  }
}

/** All modules, wired. Nothing listens and nothing works by itself until `startDesk`. */
export async function buildDesk(
  config: Config,
  database: Database,
  log: Log,
  now: () => number = Date.now,
  modelTimes: { firstTokenMs: number; turnMs: number } = { firstTokenMs: 6000, turnMs: 8500 },
) {
  const base = { database, now, newId, log };
  const identitySecret = await keptSecret(config.dataDir, 'identity-secret');
  const encoder = await chooseEncoder(config, packageRoot, log);
  const conversations = createConversations(base);
  const accounts = createAccounts({ ...base, loads: conversations.unfinished.loads });
  const customers = createCustomers({ ...base, identitySecret });
  const commerce = createCommerce({
    ...base,
    pictureUrl: (picture) => `/shop/pictures/${picture}`,
    productUrl: (sku) => `/shop/products/${encodeURIComponent(sku)}`,
  });
  const files = createFiles({ ...base, storage: createDiskStorage(join(config.dataDir, 'files')) });
  const learnShop = config.learning ? learnApart : null;
  const knowledge = createKnowledge({ ...base, encoder, learnShop });
  const macros = createMacros(base);
  const shifts = createShifts(now);
  const levelOf = async (customerId: string) => (await customers.find(customerId)).level;
  const handoff = createHandoff({ ...base, conversations, accounts, shifts, levelOf });
  const standingOf = async (customerId: string) => {
    const [level, cents] = await Promise.all([levelOf(customerId), commerce.latestOrderCents(customerId)]);
    return { vip: level === 'gold', orderValue: cents === null ? null : cents / 100 };
  };
  const policies = createHandOffPolicies({ ...base, conversations, accounts, standingOf });
  const routing = createRouting({
    ...base,
    conversations,
    accounts,
    queueLeftMessages: handoff.queueLeftMessages,
  });
  const timeZone = async () => {
    const [settings, groups] = await Promise.all([accounts.settings.get(), accounts.groups()]);
    const group = groups.find((one) => one.id === settings.defaultGroupId) ?? groups[0];
    return group?.hours.timeZone ?? 'UTC';
  };
  const model = createModel({
    ...base,
    sealing: createSealing(await keptSecret(config.dataDir, 'model-key-secret')),
    stream: streamModelWhenNeeded,
    timeZone,
    firstTokenMs: modelTimes.firstTokenMs,
  });
  const answering = createAnswering({
    ...base,
    conversations,
    accounts,
    handoff,
    policies,
    knowledge,
    model,
    shop: commerce,
    macros: macros.list,
    personOf: customers.find,
    goldenQuestions: knowledge.goldenQuestions,
    ownOrigins: async () => [
      ...(config.publicUrl ? [new URL(config.publicUrl).origin] : []),
      ...(await accounts.settings.get()).allowedOrigins,
    ],
    timeZone,
    modelTurnMs: modelTimes.turnMs,
  });
  const learning = createLearning({
    ...base,
    conversations,
    knowledge,
    embed: encoder ? (texts) => encoder.embed(texts, 'query') : null,
  });
  return {
    ...base,
    config,
    identitySecret,
    encoder,
    conversations,
    accounts,
    customers,
    commerce,
    files,
    knowledge,
    macros,
    model,
    shifts,
    handoff,
    policies,
    routing,
    answering,
    learning,
  };
}

/** The model's libraries are only loaded once a model is asked: a desk without one does not pay for them. */
const streamModelWhenNeeded: StreamModel = async function* (endpoint, request) {
  const { streamModel } = await import('./adapters/model/index.ts');
  yield* streamModel(endpoint, request);
};

export type RunningDesk = { url: string; server: Server; stop: () => Promise<void> };

/** Loads the index, answers what was owed, listens. `extend` adds pages such as the demo shop. */
export async function startDesk(desk: Desk, extend: (app: Hono) => void = () => {}): Promise<RunningDesk> {
  const { config, log, database, conversations } = desk;
  await desk.knowledge.load();
  const limits = createLimits(config.rateLimits);
  const allowsOrigin = (origin: string | undefined, host: string | undefined) =>
    !origin || new URL(origin).host === host || origin === config.publicUrl;
  const talking = { ...desk, limits, detectLanguage };
  const realtime = createRealtime({ ...talking, allowsOrigin });
  const app = createApp({
    ...talking,
    onRead: realtime.onRead,
    version: await packageVersion(),
    secureCookies: config.publicUrl?.startsWith('https:') ?? false,
    probe: async () => void (await database.query('SELECT 1 FROM settings LIMIT 1')),
    folders: [
      {
        at: '/console',
        folder: join(packageRoot, 'dist/console'),
        index: 'index.html',
        headers: consoleHeaders,
      },
      {
        at: '/widget',
        folder: join(packageRoot, 'dist/widget'),
        headers: { 'access-control-allow-origin': '*' },
      },
    ],
  });
  app.get('/', (context) => context.redirect(config.demo ? '/shop' : '/console/'));
  app.get('/console', (context) => context.redirect('/console/'));
  extend(app);
  const server = createServer(getRequestListener(app.fetch));
  realtime.attach(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  await realtime.start();
  await desk.answering.sweep();
  conversations.words.start();
  await desk.learning.start();
  desk.routing.wake();
  const { port } = server.address() as AddressInfo;
  return {
    url: config.publicUrl ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    server,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      realtime.stop();
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 8000).unref();
      await closed;
      await desk.answering.settled();
      await conversations.words.stop();
      await desk.learning.stop();
      await desk.routing.stop();
      await desk.knowledge.stop(async () => desk.encoder?.close());
      await conversations.record.drained();
      log.info({}, 'stopped');
    },
  };
}

const consoleHeaders = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; connect-src 'self' ws: wss:; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
};

/** A secret made at the first start and kept in the data folder, readable by its owner only. */
async function keptSecret(dataDir: string, name: string): Promise<string> {
  const path = join(dataDir, name);
  const kept = await readFile(path, 'utf8').catch(() => null);
  if (kept) return kept.trim();
  const secret = randomBytes(32).toString('base64url');
  await mkdir(dataDir, { recursive: true });
  await writeFile(path, `${secret}\n`, { mode: 0o600 });
  await chmod(path, 0o600);
  return secret;
}

async function packageVersion(): Promise<string> {
  return (JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8')) as { version: string })
    .version;
}
