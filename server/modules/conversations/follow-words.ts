import { gramsOf } from '../../../brain/text/grams.ts';
import type { Database } from '../../database/client.ts';
import type { Log } from '../../platform/log.ts';
import type { Record } from './record.ts';

export type ConversationWords = ReturnType<typeof followWords>;

/** Chats come first: a conversation is read once it is quiet, and only a few at once. */
const quietMs = 60_000;
const longAgo = Number.NEGATIVE_INFINITY;
const tickMs = 1000;
const mostAtOnce = 20;
/** While there is more to read, as after an upgrade: how many times as long as reading a handful took to wait then. */
const breath = 3;

/**
 * Reads conversations for the inbox search (`conversation_words`). How far each was read is stored beside what was
 * found, so a restart forgets nothing; `unread` says which ones the search must look through itself.
 */
export function followWords({ database, record, log }: { database: Database; record: Record; log: Log }) {
  /** Conversations with entries not yet read, and when the last came (`performance.now()`; long ago: of an earlier run). */
  const unread = new Map<string, number>();
  let loaded: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<unknown> = Promise.resolve();

  record.onWritten(({ conversation }) => unread.set(conversation.id, performance.now()));

  async function load(): Promise<void> {
    const rows = await database.query<{ id: string }>(
      `SELECT c.id FROM conversations c LEFT JOIN conversation_words w ON w.conversation_id = c.id
       WHERE (c.state ->> 'lastSeq')::integer > coalesce(w.seq, 1) ORDER BY c.last_at`,
    );
    for (const { id } of rows) if (!unread.has(id)) unread.set(id, longAgo);
  }
  const ready = () => {
    loaded ??= load().catch((error) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };

  async function read(ids: string[]): Promise<void> {
    const conversations = await database.query<{ id: string; seq: number; at: number; texts: string[] }>(
      `SELECT c.id, (c.state ->> 'lastSeq')::integer AS seq, c.last_at AS at,
              array_remove(ARRAY[c.state ->> 'customerName', c.state #>> '{promise,contact}'] || ARRAY(
                SELECT t.body ->> 'text' FROM timeline t
                WHERE t.conversation_id = c.id AND t.type IN ('message.sent', 'note.added')), NULL) AS texts
       FROM conversations c WHERE c.id = ANY($1)`,
      [ids],
    );
    const rows = conversations.map(({ id, seq, at, texts }) => ({
      conversation_id: id,
      seq,
      last_at: at,
      words: gramsOf(texts.join('\n')),
    }));
    await database.query(
      `INSERT INTO conversation_words (conversation_id, seq, last_at, words)
       SELECT * FROM json_to_recordset($1::json) AS w(conversation_id text, seq integer, last_at bigint, words integer[])
       ON CONFLICT (conversation_id) DO UPDATE SET seq = excluded.seq, last_at = excluded.last_at, words = excluded.words`,
      [JSON.stringify(rows)],
    );
  }

  /**
   * @param before only what was last written to before this
   * @returns whether there may be more
   */
  async function readSome(before: number): Promise<boolean> {
    const quiet = new Map<string, number>();
    for (const [id, writtenAt] of unread) {
      if (writtenAt <= before) quiet.set(id, writtenAt);
      if (quiet.size === mostAtOnce) break;
    }
    if (quiet.size === 0) return false;
    await read([...quiet.keys()]);
    // What was written to meanwhile stays to be read again.
    for (const [id, writtenAt] of quiet) if (unread.get(id) === writtenAt) unread.delete(id);
    return quiet.size === mostAtOnce;
  }

  const next = <T>(work: () => Promise<T>): Promise<T> => {
    const result = working.then(work);
    working = result.catch(() => {});
    return result;
  };

  return {
    /** What the search must look through itself: whatever was acknowledged before this was asked is read or among these. */
    async unread(): Promise<ReadonlyMap<string, number>> {
      await ready();
      // The record tells its listeners one turn after its callers.
      await new Promise((resolve) => setImmediate(resolve));
      return unread;
    },
    /** Conversations that came from elsewhere; the record tells nobody of them. */
    notice(ids: string[]): void {
      for (const id of ids) unread.set(id, longAgo);
    },
    /** Takes up where the last run stopped, then follows. */
    start(): void {
      const tick = async () => {
        const wait = await next(async () => {
          await ready();
          const from = performance.now();
          const more = await readSome(from - quietMs);
          return more ? (performance.now() - from) * breath : tickMs;
        }).catch((error) => {
          log.error({ error: String(error) }, 'conversations could not be read for the search; tried again');
          return tickMs;
        });
        if (timer) timer = setTimeout(tick, wait);
      };
      timer = setTimeout(tick, 0);
    },
    async stop(): Promise<void> {
      clearTimeout(timer);
      timer = undefined;
      await working;
    },
    /** Resolves when everything written so far has been read. */
    settled: () =>
      next(async () => {
        await ready();
        while (await readSome(Number.POSITIVE_INFINITY));
      }),
  };
}
