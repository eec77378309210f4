import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { createDatabase, createPool, type Database } from '../../server/database/client.ts';

/** A fresh database of this test's own, migrated unless `empty`; `drop` removes it. */
export async function createTestDatabase({ empty = false } = {}): Promise<{
  database: Database;
  pool: pg.Pool;
  drop: () => Promise<void>;
}> {
  const server = inject('server');
  const name = `tandem_test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client(server);
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}${empty ? '' : ` TEMPLATE ${inject('template')}`}`);
  const url = server.connectionString ? new URL(server.connectionString) : null;
  if (url) url.pathname = `/${name}`;
  const pool = createPool(url ? { connectionString: url.href } : { ...server, database: name });
  return {
    database: createDatabase(pool),
    pool,
    async drop() {
      await pool.end();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}
