import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyEntry, type Conversation } from '../../../contract/index.ts';
import { createTestDatabase } from '../../../tests/support/database.ts';
import type { Database } from '../../database/client.ts';
import { newId } from '../../platform/ids.ts';
import { silentLog } from '../../platform/log.ts';
import { Problem } from '../../platform/problem.ts';
import {
  addNote,
  type CustomerActor,
  createConversations,
  sendMessage,
  speakAsAi,
  takeOver,
} from './index.ts';

let test: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const agent = { kind: 'agent', id: 'agt_1', name: 'Chen', role: 'agent' } as const;
const make = (database: Database = test.database) =>
  createConversations({ database, now: Date.now, newId, log: silentLog });
async function opened(conversations = make()) {
  const customer: CustomerActor = { kind: 'customer', id: newId('cus'), name: 'Wang' };
  const { id } = await conversations.open(customer, { language: 'zh', page: null });
  const say = (text: string, clientMessageId = newId('c')) =>
    sendMessage(conversations.record, newId, customer, id, {
      clientMessageId,
      text,
      attachments: [],
      cards: [],
      language: 'zh',
    });
  return { conversations, customer, id, say };
}
async function timeline(id: string) {
  const { entries, conversation } = await make().staffSnapshot(id, { limit: 500 });
  return { entries, conversation };
}

describe('the record', () => {
  it('numbers what arrives at once without a gap, and the stored state is the fold', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => opened()));
    await Promise.all(all.flatMap(({ say }) => Array.from({ length: 40 }, (_, at) => say(`message ${at}`))));
    for (const { id } of all) {
      const { entries, conversation } = await timeline(id);
      expect(entries.map((entry) => entry.seq)).toEqual(Array.from({ length: 41 }, (_, at) => at + 1));
      expect(entries.reduce<Conversation | null>(applyEntry, null)).toEqual(conversation);
    }
  });
  it('lets two writers of one database lose nothing to each other', async () => {
    const { id, say, customer } = await opened();
    const other = make();
    const sayThere = (text: string) =>
      sendMessage(other.record, newId, customer, id, {
        clientMessageId: newId('c'),
        text,
        attachments: [],
        cards: [],
        language: 'zh',
      });
    for (let round = 0; round < 10; round++)
      await Promise.all([say(`here ${round}`), sayThere(`there ${round}`)]);
    const { entries } = await timeline(id);
    expect(entries.map((entry) => entry.seq)).toEqual(Array.from({ length: 21 }, (_, at) => at + 1));
  });
  it('answers a repeat after a restart with what was stored, and refuses another text', async () => {
    const { id, say, customer } = await opened();
    const first = await say('hello', 'the-same-id');
    const again = (text: string) =>
      sendMessage(make().record, newId, customer, id, {
        clientMessageId: 'the-same-id',
        text,
        attachments: [],
        cards: [],
        language: 'zh',
      });
    expect(await again('hello')).toMatchObject({ repeated: true, entry: { seq: first.entry.seq } });
    await expect(again('other')).rejects.toMatchObject({ code: 'client_message_id_reused' });
  });
  it('drops an AI answer that is ready after a person took over, and one that missed a newer word', async () => {
    const { conversations, id, say } = await opened();
    await say('question');
    const state = (await conversations.record.find(id)) as Conversation;
    const lease = { speakerVersion: state.speakerVersion, customerSeq: state.customerSeq };
    const speak = () =>
      speakAsAi(conversations.record, newId, id, lease, { text: 'answer', language: 'zh', turn: null });
    await say('one more thing');
    await expect(speak()).rejects.toMatchObject({ code: 'changed_meanwhile' });
    await takeOver(conversations.record, agent, id);
    await expect(speak()).rejects.toMatchObject({ code: 'not_your_turn_to_speak' });
    expect((await timeline(id)).entries.some((entry) => entry.by.kind === 'ai')).toBe(false);
  });
  it('acknowledges nothing the database refuses, and goes on when it accepts again', async () => {
    let refusing = false;
    const database: Database = {
      ...test.database,
      query: (sql, parameters) =>
        refusing && /INSERT|UPDATE/.test(sql)
          ? Promise.reject(new Problem('storage_unavailable', 'disk full'))
          : test.database.query(sql, parameters),
    };
    const { id, say } = await opened(make(database));
    await say('before');
    refusing = true;
    const results = await Promise.allSettled(Array.from({ length: 10 }, (_, at) => say(`during ${at}`)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(0);
    refusing = false;
    await say('after');
    const { entries } = await timeline(id);
    expect(entries.map((entry) => (entry.type === 'message.sent' ? entry.body.text : entry.type))).toEqual([
      'conversation.opened',
      'before',
      'after',
    ]);
  });
  it('stores a message whose preview would end within an emoji', async () => {
    const { id, say } = await opened();
    await say(`${'x'.repeat(139)}🍵`);
    expect((await timeline(id)).conversation.lastMessage?.preview).toBe('x'.repeat(139));
  });
  it('stores a text that code has cut within an emoji, and a backslash as it was written', async () => {
    const { conversations, id } = await opened();
    const note = (text: string) =>
      conversations.record.change({
        conversationId: id,
        decide: () => [{ type: 'note.added', by: agent, body: { text } }],
      });
    await note('🍵🍵'.slice(0, 3));
    await note('\\ud83c \\\\ud83c');
    const notes = (await timeline(id)).entries.flatMap((entry) =>
      entry.type === 'note.added' ? [entry.body.text] : [],
    );
    expect(notes).toEqual(['🍵\ufffd', '\\ud83c \\\\ud83c']);
  });
  it('keeps one bad change from taking others down', async () => {
    const { conversations, id, say } = await opened();
    const bad = conversations.record.change({
      conversationId: id,
      decide: () => [{ type: 'note.added', by: agent, body: { text: 'not storable: \u0000' } }],
    });
    const [first, second] = await Promise.allSettled([bad, say('fine')]);
    expect(first.status).toBe('rejected');
    expect(second.status).toBe('fulfilled');
  });
  it('opens one conversation for a customer, however often at once', async () => {
    const conversations = make();
    const customer: CustomerActor = { kind: 'customer', id: newId('cus'), name: '' };
    const ids = await Promise.all(
      Array.from({ length: 8 }, () => conversations.open(customer, { language: 'en', page: null })),
    );
    expect(new Set(ids.map((one) => one.id)).size).toBe(1);
  });
  it('holds after any sequence of what people do: gapless, folded, legal', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('say', 'note', 'take', 'back', 'resolve'), { maxLength: 12 }),
        async (steps) => {
          const { conversations, id, say } = await opened();
          const { handBack, resolve } = await import('./index.ts');
          const act: Record<string, () => Promise<unknown>> = {
            say: () => say('x'),
            note: () => addNote(conversations.record, agent, id, 'n'),
            take: () => takeOver(conversations.record, agent, id),
            back: () => handBack(conversations.record, agent, id, ''),
            resolve: () =>
              resolve(conversations.record, agent, id, { outcome: 'solved', topic: '', note: '' }),
          };
          for (const step of steps) {
            await act[step]?.().catch((error) => {
              if (!(error instanceof Problem)) throw error;
            });
          }
          const { entries, conversation } = await timeline(id);
          expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, at) => at + 1));
          expect(entries.reduce<Conversation | null>(applyEntry, null)).toEqual(conversation);
        },
      ),
      { numRuns: 40 },
    );
  });
});
