import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../server/adapters/embedded-postgres/index.ts';
import { createPool } from '../../server/database/client.ts';
import { migrate } from '../../server/database/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    server: pg.ClientConfig;
    template: string;
  }
}

/**
 * One database server for the whole run: the embedded one, or the one `TEST_DATABASE_URL` names. A template database
 * is migrated once; every test file gets a copy of it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.TEST_DATABASE_URL;
  const folder = await mkdtemp(join(tmpdir(), 'tandem-test-'));
  await chmod(folder, 0o755);
  const embedded = external ? null : await startEmbeddedPostgres({ dataDir: folder, log: () => {} });
  const server: pg.ClientConfig = external ? { connectionString: external } : (embedded?.connection ?? {});
  const template = `tandem_template_${process.pid}`;
  const admin = new pg.Client(server);
  await admin.connect();
  await admin.query(`CREATE DATABASE ${template}`);
  const pool = createPool(inDatabase(server, template));
  await migrate(pool);
  await pool.end();
  project.provide('server', server);
  project.provide('template', template);
  return async () => {
    await admin.query(`DROP DATABASE ${template}`);
    await admin.end();
    await embedded?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

function inDatabase(server: pg.ClientConfig, database: string): pg.ClientConfig {
  if (!server.connectionString) return { ...server, database };
  const url = new URL(server.connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.href };
}
