import type pg from 'pg';

// Any number will do, as long as every desk takes the same one.
const deskLock = 74_205_530;

/**
 * One desk process per database: sockets, queue and index live in it. The lock is held by a connection, so it ends
 * with the process however it ends.
 * @throws when another desk holds it
 */
export async function takeDesk(pool: pg.Pool): Promise<() => Promise<void>> {
  const client = await pool.connect();
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [
    deskLock,
  ]);
  if (!rows[0]?.taken) {
    client.release();
    throw new Error(
      'Another desk is running on this database. Stop it first, or give this one a database of its own.',
    );
  }
  // Left open on purpose; if it breaks, the desk has lost its hold and must not go on writing.
  client.on('error', () => {});
  return async () => {
    await client.query('SELECT pg_advisory_unlock($1)', [deskLock]).catch(() => {});
    client.release();
  };
}
