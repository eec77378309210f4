import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { gramsOf, gramsWithin } from '../../../brain/text/grams.ts';
import { createTestDatabase } from '../../../tests/support/database.ts';
import { migrate } from '../../database/migrate.ts';
import { newId } from '../../platform/ids.ts';
import { silentLog } from '../../platform/log.ts';
import { packageRoot } from '../../platform/package-root.ts';
import {
  addNote,
  type Conversations,
  type CustomerActor,
  createConversations,
  identify,
  leaveMessage,
  sendMessage,
} from './index.ts';

let test: Awaited<ReturnType<typeof createTestDatabase>>;
let desk: Conversations;
let clock = Date.now();
const make = (database = test.database) =>
  createConversations({ database, now: () => ++clock, newId, log: silentLog });
beforeAll(async () => {
  test = await createTestDatabase();
});
beforeEach(async () => {
  await test.pool.query('TRUNCATE conversations CASCADE');
  desk = make();
});
afterAll(() => test.drop());

const agent = { kind: 'agent', id: 'agt_1', name: 'Chen', role: 'agent' } as const;

async function talk(texts: string[], name = 'Wang', conversations = desk) {
  const customer: CustomerActor = { kind: 'customer', id: newId('cus'), name };
  const { id } = await conversations.open(customer, { language: 'zh', page: null });
  const say = (text: string) =>
    sendMessage(conversations.record, newId, customer, id, {
      clientMessageId: newId('c'),
      text,
      attachments: [],
      cards: [],
      language: 'zh',
    });
  for (const text of texts) await say(text);
  return { id, customer, say };
}
const find = async (q: string, conversations = desk, more: { before?: number; limit?: number } = {}) =>
  (await conversations.listInbox('agt_1', { view: 'all', q, limit: 50, ...more })).map(
    (row) => row.conversation.id,
  );
const rowsOfWords = async () =>
  (
    await test.pool.query<{ id: string; seq: number; version: string }>(
      'SELECT conversation_id AS id, seq, xmin::text AS version FROM conversation_words',
    )
  ).rows;

describe('the inbox search', () => {
  it.each([
    ['a Chinese word', '有没有紫砂壶', '紫砂'],
    ['one Chinese character', '有没有紫砂壶', '砂'],
    ['Chinese beside letters', '要XL码的茶服', 'l码的'],
    ['an English word, whatever its case', 'Where is my Teapot?', 'tEAPOT'],
    ['the middle of a word', 'unboxing the teapot', 'box'],
    ['two letters', 'size XL please', 'xl'],
    ['one letter', 'size XL please', 'x'],
    ['part of an order number', 'my order YC-1024-88', '1024'],
    ['an order number over its signs', 'my order YC-1024-88', 'c-1024-8'],
    ['part of a phone number', '电话13812345678', '2345'],
    ['part of an e-mail address', 'write to anna.lee@example.com', 'lee@exam'],
    ['words with a space', 'the blue  teapot, the red teapot', 'red tea'],
    ['a percent sign', 'is it 100% silk', '100%'],
    ['signs alone', 'is it 100% silk', '%'],
    ['an underscore', 'file_name', 'e_n'],
    ['a backslash', 'c:\\tea', ':\\t'],
    ['an emoji', 'great 🍵', '🍵'],
    ['a currency sign', '要 ¥88 的', '¥8'],
    ['accents', 'café crème', 'é cr'],
  ])('finds %s, before it is read and after', async (_, text, q) => {
    const { id } = await talk(['hello', text]);
    await talk(['nothing of it', '别的']);
    expect(await find(q)).toEqual([id]);
    await desk.words.settled();
    expect(await rowsOfWords()).toHaveLength(2);
    expect(await find(q)).toEqual([id]);
  });
  it.each(['1_24', '10%', 'YC\\', '24-1', '没紫砂', '1024 88', 'teapott', 'y c'])(
    'does not find %s',
    async (q) => {
      await talk(['order YC-1024-88 of 没有紫砂', 'teapot']);
      expect(await find(q)).toEqual([]);
      await desk.words.settled();
      expect(await find(q)).toEqual([]);
    },
  );
  it('goes by what was read', async () => {
    await talk(['teapot']);
    await desk.words.settled();
    await test.pool.query(`UPDATE conversation_words SET words = '{}'`);
    expect(await find('teapot')).toEqual([]);
  });
  it('looks for a wording in one text at a time', async () => {
    await talk(['紫色', '砂壶', 'tea', 'pot']);
    await desk.words.settled();
    expect(await find('紫色砂壶')).toEqual([]);
    expect(await find('teapot')).toEqual([]);
  });
  it('finds notes, names and the contact of a promise, as they are now', async () => {
    const { id, customer } = await talk(['hello'], 'Visitor 7');
    await addNote(desk.record, agent, id, '此人要发票');
    await leaveMessage(desk.record, customer, id, {
      contact: 'anna@example.com',
      text: 'call me',
      promisedAt: Date.now() + 1000,
    });
    await desk.words.settled();
    expect(await find('发票')).toEqual([id]);
    expect(await find('visitor')).toEqual([id]);
    expect(await find('anna@')).toEqual([id]);
    await identify(desk, customer.id, { id: newId('cus'), name: '欧阳' });
    for (const read of [false, true]) {
      if (read) await desk.words.settled();
      expect(await find('欧阳')).toEqual([id]);
      expect(await find('visitor')).toEqual([]);
    }
  });
  it('finds what was said since it was read, newest first, page by page', async () => {
    const first = await talk(['teapot one']);
    const second = await talk(['teapot two']);
    const third = await talk(['nothing']);
    await desk.words.settled();
    await third.say('teapot three');
    await first.say('and more');
    const { entry } = await second.say('teapot again');
    expect(await find('teapot')).toEqual([second.id, first.id, third.id]);
    expect(await find('teapot', desk, { limit: 1 })).toEqual([second.id]);
    await desk.words.settled();
    expect(await find('teapot')).toEqual([second.id, first.id, third.id]);
    expect(await find('teapot', desk, { before: entry.at })).not.toContain(second.id);
  });
  it('knows what is unread as soon as it is acknowledged, and reads again what was written to meanwhile', async () => {
    let meanwhile = async () => {};
    const slow = make({
      ...test.database,
      async query(sql, parameters) {
        if (sql.includes('INSERT INTO conversation_words')) await meanwhile();
        return test.database.query(sql, parameters);
      },
    });
    const { id, say } = await talk(['teapot'], 'Wang', slow);
    await slow.words.settled();
    await say('kettle');
    expect([...(await slow.words.unread()).keys()]).toEqual([id]);
    meanwhile = async () => {
      meanwhile = async () => {};
      await say('jug');
    };
    await slow.words.settled();
    expect(await find('jug', slow)).toEqual([id]);
    await slow.words.settled();
    expect((await rowsOfWords())[0]?.seq).toBe(4);
  });
  it('finds conversations that came from elsewhere', async () => {
    const customer = { kind: 'customer', id: newId('cus'), name: 'Old' } as const;
    const language = 'en' as const;
    const page = null;
    await desk.words.settled();
    const conversationId = newId('cnv');
    await desk.addRecorded([
      {
        conversationId,
        drafts: [
          {
            type: 'conversation.opened',
            by: customer,
            at: 1,
            body: { customerId: customer.id, customerName: 'Old', channel: 'widget', language, page },
          },
          {
            type: 'message.sent',
            by: customer,
            at: 2,
            body: {
              ...{
                messageId: newId('msg'),
                from: customer,
                text: 'long ago',
                language,
                clientMessageId: null,
              },
              ...{ attachments: [], sources: [], choices: [], cards: [], offer: false, otherLanguage: false },
              turn: null,
            },
          },
        ],
      },
    ]);
    expect(await find('ong ag')).toEqual([conversationId]);
    await desk.words.settled();
    expect(await find('ong ag')).toEqual([conversationId]);
  });
  it('goes on after a restart where it stopped', async () => {
    const old = await talk(['teapot old']);
    const grown = await talk(['hello']);
    await desk.words.settled();
    const before = await rowsOfWords();
    await grown.say('teapot grown');
    const fresh = await talk(['teapot fresh']);

    const next = make();
    expect(await find('teapot', next)).toEqual([fresh.id, grown.id, old.id]);
    expect([...(await next.words.unread()).keys()].sort()).toEqual([grown.id, fresh.id].sort());
    await next.words.settled();
    expect(await find('teapot', next)).toEqual([fresh.id, grown.id, old.id]);
    const of = (rows: Awaited<ReturnType<typeof rowsOfWords>>, id: string) =>
      rows.find((row) => row.id === id);
    const after = await rowsOfWords();
    expect(of(after, old.id)).toEqual(of(before, old.id));
    expect(of(after, grown.id)?.seq).toBe(3);
  });
  it('reads behind the chats by itself, and stops', async () => {
    const { id } = await talk(['teapot']);
    const next = make();
    next.words.start();
    await expect.poll(async () => (await next.words.unread()).size, { timeout: 5000 }).toBe(0);
    await next.words.stop();
    expect((await rowsOfWords()).map((row) => row.id)).toEqual([id]);
  });
  it('finds the same with words as without, whatever is said and sought', async () => {
    const piece = fc.constantFrom(
      ...[
        '茶',
        '茶壶',
        '壶',
        'Tea',
        'pot',
        'e',
        ' ',
        '-',
        '1024',
        '24',
        '%',
        '_',
        '\\',
        '.',
        '¥',
        '🍵',
        'É',
        'ß',
        'ά',
        'I',
        'ı',
        'İ',
        'Σ',
      ],
    );
    const wording = (maxLength: number) =>
      fc.array(piece, { minLength: 1, maxLength }).map((all) => all.join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(wording(8), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        fc.array(wording(3), { minLength: 1, maxLength: 12 }),
        async (talks, wanted) => {
          await test.pool.query('TRUNCATE conversations CASCADE');
          desk = make();
          for (const texts of talks) await talk(texts.map((text) => `${text}.`));
          const without = [];
          for (const q of wanted) without.push(await find(q));
          await desk.words.settled();
          for (const [at, q] of wanted.entries()) expect(await find(q)).toEqual(without[at]);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('pieces', () => {
  it('of a wording are among those of every text around it, whatever the case', () => {
    const said = fc.string({ unit: 'grapheme', maxLength: 12 });
    fc.assert(
      fc.property(said, said, said, (before, wording, after) => {
        const all = new Set(gramsOf(before + wording + after));
        for (const one of [wording, wording.toLowerCase()])
          expect(gramsWithin(one).filter((gram) => !all.has(gram))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
  it.each(['ISTANBUL', 'İstanbul', 'ıstanbul', 'i\u0307stanbul'])(
    'of %s are the same in every locale',
    (text) => {
      expect(gramsWithin(text)).toEqual(gramsWithin('istanbul'));
      expect(gramsWithin('ΟΔΟΣ')).toEqual(gramsWithin('οδοσ'));
    },
  );
});

describe('a database from before there were words', () => {
  it('is searched at once, and caught up with', async () => {
    const old = await createTestDatabase({ empty: true });
    const folder = join(packageRoot, 'server/database/migrations');
    await old.pool.query(
      'CREATE TABLE migrations (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    for (const name of (await readdir(folder)).sort()) {
      if (name.includes('conversation-words')) break;
      const sql = await readFile(join(folder, name), 'utf8');
      await old.pool.query(sql);
      const checksum = createHash('sha256').update(sql).digest('hex');
      await old.pool.query('INSERT INTO migrations (name, checksum) VALUES ($1, $2)', [name, checksum]);
    }
    const then = make(old.database);
    const ids: string[] = [];
    for (let at = 0; at < 45; at++) ids.push((await talk([`订单 YC-${at}-77`], 'Old', then)).id);
    expect((await migrate(old.pool)).applied[0]).toContain('conversation-words');
    const desk = make(old.database);
    expect(await find('YC-30-7', desk)).toEqual([ids[30]]);
    await desk.words.settled();
    expect((await desk.words.unread()).size).toBe(0);
    expect(await find('YC-30-7', desk)).toEqual([ids[30]]);
    expect(await find('订单', desk)).toEqual(ids.reverse());
    await old.drop();
  });
});
