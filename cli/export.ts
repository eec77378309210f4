import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { openDesk } from './open-desk.ts';

// What a person would want to take along; sessions, tokens and password hashes stay.
const tables: Record<string, string> = {
  settings: 'SELECT * FROM settings',
  groups: 'SELECT * FROM groups',
  agents: 'SELECT id, name, email, role, languages, capacity, disabled, created_at FROM agents',
  customers: 'SELECT * FROM customers',
  conversations: 'SELECT id, state FROM conversations',
  timeline: 'SELECT conversation_id, seq, episode, at, type, by, body FROM timeline',
  articles: 'SELECT * FROM articles',
  macros: 'SELECT * FROM macros',
  products: 'SELECT * FROM products',
  orders: 'SELECT * FROM orders',
  files: 'SELECT * FROM files',
};

// Rows are fetched through a cursor, so that a large desk does not have to fit into memory.
const rowsAtOnce = 1000;

/** One JSONL file a table, all of one moment. */
export async function exportDesk(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { desk, close } = await openDesk();
  try {
    await desk.database.transaction(async (tx) => {
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      for (const [name, sql] of Object.entries(tables)) {
        const out = createWriteStream(join(folder, `${name}.jsonl`));
        await tx.query(`DECLARE export_${name} CURSOR FOR ${sql}`);
        let count = 0;
        for (;;) {
          const rows = await tx.query(`FETCH ${rowsAtOnce} FROM export_${name}`);
          if (rows.length === 0) break;
          count += rows.length;
          const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
          if (!out.write(text)) await new Promise<void>((resolve) => out.once('drain', resolve));
        }
        out.end();
        await finished(out);
        console.log(`${name.padEnd(14)} ${count}`);
      }
    });
  } finally {
    await close();
  }
}
