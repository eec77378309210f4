import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyEntry, type Conversation, deskRoutes as r } from '../../contract/index.ts';
import { migrate } from '../../server/database/migrate.ts';
import { packageRoot } from '../../server/platform/package-root.ts';
import { createTestDatabase } from '../support/database.ts';
import { signIn, startTestDesk, type TestDesk, waitFor } from '../support/desk.ts';

type Fixture = {
  migration: string;
  conversationId: string;
  tables: Record<string, Record<string, unknown>[]>;
};

let desk: TestDesk;
let fixture: Fixture;

/** A database as the first release left it, brought up to date by this one. */
beforeAll(async () => {
  fixture = JSON.parse(await readFile(join(packageRoot, 'tests/fixtures/release-1.json'), 'utf8'));
  const found = await createTestDatabase({ empty: true });
  const sql = await readFile(join(packageRoot, 'server/database/migrations', fixture.migration), 'utf8');
  await found.pool.query(sql);
  await found.pool.query(
    'CREATE TABLE migrations (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
  );
  await found.pool.query('INSERT INTO migrations (name, checksum) VALUES ($1, $2)', [
    fixture.migration,
    createHash('sha256').update(sql).digest('hex'),
  ]);
  for (const [table, rows] of Object.entries(fixture.tables)) {
    const columns = Object.keys(rows[0] as object).join(', ');
    await found.pool.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  }
  await migrate(found.pool);
  desk = await startTestDesk({ found });
});
afterAll(() => desk.stop());

it('reads every conversation an older release wrote, and goes on with it', async () => {
  const chen = await signIn(desk, 'chen@yucha.example');
  const params = { conversationId: fixture.conversationId };
  const before = await chen.call(r.getConversation, { params });
  expect(before.conversation).toMatchObject({ status: 'resolved', episode: 1, rating: { score: 5 } });
  const stored = fixture.tables.timeline?.filter((row) => row.conversation_id === fixture.conversationId);
  expect(before.entries.map((entry) => entry.seq)).toEqual(stored?.map((row) => row.seq));
  const folded = before.entries.reduce<Conversation | null>(applyEntry, null);
  expect(folded).toEqual(before.conversation);

  await chen.call(r.setPresence, { body: { status: 'online' } });
  const { conversation } = await chen.call(r.reopen, { params });
  expect(conversation).toMatchObject({ status: 'assigned', episode: 2 });
});

it('answers from the knowledge it held', async () => {
  const chen = await signIn(desk, 'owner@yucha.example');
  const tried = await waitFor(() => chen.call(r.tryQuestion, { body: { question: '今天下单今天发吗' } }));
  expect(tried).toMatchObject({ action: 'answer', sources: [{ title: '下单后多久发货' }] });
});
