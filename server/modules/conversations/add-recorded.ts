import type { Conversation, Entry } from '../../../contract/index.ts';
import type { Database } from '../../database/client.ts';
import { type Draft, fold } from './record.ts';
import { writeBatch } from './record-store.ts';

/** A whole conversation with the times it was held at. */
export type Recorded = { conversationId: string; drafts: (Draft & { at: number })[] };

/** Numbers and folds the entries as they would have been then, and stores them in one transaction. */
export async function addRecorded(database: Database, recorded: Recorded[]): Promise<void> {
  const states = new Map<string, Conversation>();
  const entries: Entry[] = [];
  for (const { conversationId, drafts } of recorded) {
    let state: Conversation | null = null;
    for (const { at, ...draft } of drafts) {
      const folded: { conversation: Conversation; entries: Entry[] } = fold(
        state,
        [draft],
        at,
        conversationId,
      );
      state = folded.conversation;
      entries.push(...folded.entries);
    }
    if (state) states.set(conversationId, state);
  }
  await database.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO conversations (id, state) SELECT * FROM jsonb_to_recordset($1::jsonb) AS c(id text, state jsonb)`,
      [JSON.stringify([...states].map(([id, state]) => ({ id, state })))],
    );
    const expected = new Map([...states].map(([id, state]) => [id, state.lastSeq]));
    await writeBatch(
      tx,
      states,
      expected,
      entries.map((entry) => ({ entry, once: undefined })),
    );
  });
}
