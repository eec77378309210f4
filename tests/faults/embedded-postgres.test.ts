import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres } from '../../server/adapters/embedded-postgres/index.ts';
import { packageRoot } from '../../server/platform/package-root.ts';
import { waitFor } from '../support/desk.ts';

let folder: string;
let script: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tandem-faults-'));
  // Started as root, the server runs as somebody else, who must be able to reach it.
  await chmod(folder, 0o755);
  // Below node_modules, so that the bundle finds its packages.
  const outDir = join(packageRoot, 'node_modules/.tandem-faults');
  await build({
    configFile: false,
    root: packageRoot,
    logLevel: 'error',
    build: { ssr: join(packageRoot, 'server/adapters/embedded-postgres/index.ts'), outDir, minify: false },
  });
  script = join(outDir, 'owner.mjs');
  await writeFile(
    script,
    "import { startEmbeddedPostgres } from './index.js';\nconst server = await startEmbeddedPostgres({ dataDir: process.argv[2], log: () => {} });\nprocess.stdout.write(JSON.stringify(server.connection));\nsetInterval(() => {}, 1000);\n",
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A process of its own that owns a database; its connection is what it prints. */
async function owner(dataDir: string): Promise<{ child: ChildProcess; connection: pg.ClientConfig }> {
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout?.on('data', (data) => {
    printed += data;
  });
  await waitFor(() => printed.endsWith('}') || child.exitCode !== null, 20_000);
  return { child, connection: JSON.parse(printed) };
}
const kill = (child: ChildProcess) =>
  new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGKILL');
  });
async function run(connection: pg.ClientConfig, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  it('survives its owner being killed, and is not taken by two', async () => {
    const dataDir = join(folder, 'killed');
    const first = await owner(dataDir);
    await run(first.connection, 'CREATE TABLE kept (n integer); INSERT INTO kept VALUES (1)');
    for (let attempt = 0; attempt < 5; attempt++) {
      const from = Date.now();
      await expect(startEmbeddedPostgres({ dataDir, log: () => {} })).rejects.toThrow(
        new RegExp(`process ${first.child.pid}\\) is running on`),
      );
      expect(Date.now() - from).toBeLessThan(2000);
    }
    for (let round = 2; round <= 4; round++) {
      const one: Awaited<ReturnType<typeof owner>> = round === 2 ? first : await owner(dataDir);
      await run(one.connection, `INSERT INTO kept VALUES (${round})`);
      await kill(one.child);
    }
    const last = await startEmbeddedPostgres({ dataDir, log: () => {} });
    expect(await run(last.connection, 'SELECT n FROM kept ORDER BY n')).toEqual(
      [1, 2, 3, 4].map((n) => ({ n })),
    );
    await last.stop();
  }, 60_000);
  it('makes the database again when its first start was interrupted', async () => {
    const dataDir = join(folder, 'interrupted');
    await mkdir(join(dataDir, 'postgres.new/base'), { recursive: true });
    await writeFile(join(dataDir, 'postgres.new/PG_VERSION'), '18\n');
    const server = await startEmbeddedPostgres({ dataDir, log: () => {} });
    expect(await run(server.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
  }, 60_000);
  it('takes a folder too deep for a socket, and refuses one of another major with a sentence', async () => {
    const dataDir = join(folder, 'a-rather-long-name-'.repeat(6), 'and-deeper-still');
    const server = await startEmbeddedPostgres({ dataDir, log: () => {} });
    expect(
      await run(
        server.connection,
        "SELECT current_setting('fsync') AS fsync, current_setting('listen_addresses') AS listens",
      ),
    ).toEqual([{ fsync: 'on', listens: '' }]);
    await server.stop();
    const version = join(dataDir, 'postgres/PG_VERSION');
    expect((await readFile(version, 'utf8')).trim()).toBe('18');
    await writeFile(version, '17\n');
    await expect(startEmbeddedPostgres({ dataDir, log: () => {} })).rejects.toThrow(/made by PostgreSQL 17/);
  }, 60_000);
});
