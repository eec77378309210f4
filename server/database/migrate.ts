import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { packageRoot } from '../platform/package-root.ts';

const folder = join(packageRoot, 'server/database/migrations');
// Any number will do, as long as every desk takes the same one.
const migrationLock = 74_205_531;

/**
 * Brings a database up to date: applies the files of `migrations/` that it has not seen, in order, each in its own
 * transaction, one process at a time. A released file is never edited: a changed checksum is refused.
 */
export async function migrate(pool: pg.Pool): Promise<{ applied: string[] }> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'SELECT name, checksum FROM migrations',
    );
    const seen = new Map(rows.map((row) => [row.name, row.checksum]));
    const unknown = rows.find((row) => !files.includes(row.name));
    if (unknown)
      throw new Error(
        `The database was made by a newer release (it has ${unknown.name}). Start that release or a newer one.`,
      );
    const applied: string[] = [];
    for (const name of files) {
      const sql = await readFile(join(folder, name), 'utf8');
      const checksum = createHash('sha256').update(sql).digest('hex');
      const known = seen.get(name);
      if (known && known !== checksum)
        throw new Error(`Migration ${name} was changed after it had been applied.`);
      if (known) continue;
      await client.query('BEGIN');
      try {
        await client.query(sql);
        await client.query('INSERT INTO migrations (name, checksum) VALUES ($1, $2)', [name, checksum]);
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      }
      applied.push(name);
    }
    return { applied };
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [migrationLock]).catch(() => {});
    client.release();
  }
}
