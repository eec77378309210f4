import {
  applyEntry,
  type Conversation,
  type Entry,
  type EntryBody,
  type EntryType,
  type Party,
  statusChanges,
} from '../../../contract/index.ts';
import { type Database, violatedUnique } from '../../database/client.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import { createRecentMap } from '../../platform/recent-map.ts';
import { findSent, loadStates, type TimelineRow, writeBatch } from './record-store.ts';

/** What a verb wants written: entries without number and time, which the record gives. */
export type Draft = { [T in EntryType]: { type: T; by: Party; body: EntryBody<T> } }[EntryType];

/** A send that must be stored once: the same id from the same sender is answered with what was stored first. */
export type Once = { sender: string; clientMessageId: string; sameAs: (stored: Entry) => boolean };

export type Change = {
  conversationId: string;
  /** The rule: looks at the current state and says what follows, or throws a `Problem`. Pure; may run twice. */
  decide: (state: Conversation) => Draft[];
  once?: Once;
};

export type Written = {
  before: Conversation;
  conversation: Conversation;
  entries: Entry[];
  repeated: boolean;
};

export type Record = ReturnType<typeof createRecord>;

type Pending = Change & {
  resolve: (written: Written) => void;
  reject: (error: unknown) => void;
  tries: number;
};

const batchLimit = 200;
const lanes = 4;
const mostTries = 5;

/**
 * The record: the only writer of timelines. Changes that arrive together are decided one after another on the
 * current states and stored by one statement, which is one transaction: timeline entries with the next gapless numbers
 * and the folded states. The statement only writes a conversation whose last number is still the one decided on;
 * a change that lost such a race is decided again. Nothing is acknowledged before the commit, and
 * listeners hear of it after the callers have.
 */
export function createRecord(needs: { database: Database; now: () => number }) {
  const states = createRecentMap<string, Conversation>(10_000);
  const sentBefore = createRecentMap<string, Entry>(5_000);
  const listeners: ((written: Written) => void)[] = [];
  const busy = new Set<string>();
  let pending: Pending[] = [];
  let running = 0;
  let scheduled = false;

  function change(wanted: Change): Promise<Written> {
    return new Promise((resolve, reject) => {
      pending.push({ ...wanted, resolve, reject, tries: 0 });
      schedule();
    });
  }

  /** Batches grow by themselves: what arrives while both lanes are busy leaves together. */
  function schedule() {
    if (scheduled) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      while (running < lanes && pending.length > 0) {
        const batch = takeBatch();
        if (batch.length === 0) return;
        running++;
        store(batch).finally(() => {
          for (const one of batch) busy.delete(one.conversationId);
          running--;
          schedule();
        });
      }
    });
  }

  /** A conversation is in one batch at a time, so that its changes keep their order. */
  function takeBatch(): Pending[] {
    const batch: Pending[] = [];
    const rest: Pending[] = [];
    for (const one of pending) {
      if (batch.length < batchLimit && !busy.has(one.conversationId)) batch.push(one);
      else rest.push(one);
    }
    for (const one of batch) busy.add(one.conversationId);
    pending = rest;
    return batch;
  }

  async function store(batch: Pending[]): Promise<void> {
    try {
      await settle(batch);
    } catch (error) {
      for (const one of batch) states.delete(one.conversationId);
      if (error instanceof Problem || batch.length === 1) {
        for (const one of batch) one.reject(error);
        return;
      }
      // One bad change must not take the others down with it.
      for (const one of batch) await store([one]);
    }
  }

  async function settle(batch: Pending[]): Promise<void> {
    await loadMissing(batch);
    const current = new Map<string, Conversation>();
    const expected = new Map<string, number>();
    const rows: TimelineRow[] = [];
    const done: { one: Pending; written: Written }[] = [];
    const inBatch = new Map<string, Entry>();
    for (const one of batch) {
      const before = current.get(one.conversationId) ?? states.get(one.conversationId);
      if (!before) {
        one.reject(notFound('conversation'));
        continue;
      }
      try {
        const key = one.once && onceKey(one.conversationId, one.once);
        const known = key ? (inBatch.get(key) ?? sentBefore.get(key)) : undefined;
        if (known && one.once) {
          done.push({ one, written: repeat(before, known, one.once) });
          continue;
        }
        const { conversation, entries } = fold(before, one.decide(before), needs.now());
        if (!expected.has(one.conversationId)) expected.set(one.conversationId, before.lastSeq);
        current.set(one.conversationId, conversation);
        rows.push(
          ...entries.map((entry) => ({ entry, once: entry.type === 'message.sent' ? one.once : undefined })),
        );
        const written = { before, conversation, entries, repeated: false };
        const sent = entries.find((entry) => entry.type === 'message.sent');
        if (key && sent) inBatch.set(key, sent);
        done.push({ one, written });
      } catch (error) {
        one.reject(error);
      }
    }
    const stale = await write(current, expected, rows, batch);
    for (const { one, written } of done) {
      if (stale.has(one.conversationId)) {
        again(one);
        continue;
      }
      if (!written.repeated) {
        states.set(one.conversationId, written.conversation);
      }
      one.resolve(written);
    }
    for (const [key, entry] of inBatch) if (!stale.has(entry.conversationId)) sentBefore.set(key, entry);
    // The callers' acknowledgements leave first, then everybody else hears of it.
    setImmediate(() => {
      for (const { one, written } of done) {
        if (stale.has(one.conversationId) || written.repeated || written.entries.length === 0) continue;
        for (const listener of listeners) listener(written);
      }
    });
  }

  /** @returns the conversations that somebody else wrote meanwhile */
  async function write(
    current: Map<string, Conversation>,
    expected: Map<string, number>,
    rows: TimelineRow[],
    batch: Pending[],
  ): Promise<Set<string>> {
    if (rows.length === 0) return new Set();
    try {
      const stored = await writeBatch(needs.database, current, expected, rows);
      return new Set([...current.keys()].filter((conversationId) => !stored.has(conversationId)));
    } catch (error) {
      if (violatedUnique(error) !== 'timeline_once') throw error;
      // A repeat of something sent long ago: find it, so that the next try answers with it.
      for (const one of batch) {
        if (!one.once) continue;
        const found = await findSent(
          needs.database,
          one.conversationId,
          one.once.sender,
          one.once.clientMessageId,
        );
        if (found) sentBefore.set(onceKey(one.conversationId, one.once), found);
      }
      return new Set(current.keys());
    }
  }

  function again(one: Pending) {
    states.delete(one.conversationId);
    one.tries++;
    if (one.tries < mostTries) pending.push(one);
    else one.reject(new Problem('changed_meanwhile', 'The conversation kept changing; try again.'));
  }

  async function loadMissing(batch: Pending[]): Promise<void> {
    const missing = [...new Set(batch.map((one) => one.conversationId))].filter((id) => !states.get(id));
    if (missing.length === 0) return;
    for (const state of await loadStates(needs.database, missing)) states.set(state.id, state);
  }

  return {
    change,
    /** The current state, or null. */
    async find(conversationId: string): Promise<Conversation | null> {
      const known = states.get(conversationId);
      if (known) return known;
      const [state] = await loadStates(needs.database, [conversationId]);
      return state ?? null;
    },
    /** Writes the first entry of a new conversation inside the caller's transaction. */
    async open(tx: Pick<Database, 'query'>, conversationId: string, draft: Draft): Promise<Conversation> {
      const { conversation, entries } = fold(null, [draft], needs.now(), conversationId);
      await tx.query('INSERT INTO conversations (id, state) VALUES ($1, $2)', [
        conversationId,
        JSON.stringify(conversation),
      ]);
      await tx.query(
        'INSERT INTO timeline (conversation_id, seq, episode, at, type, by, body) VALUES ($1, 1, 1, $2, $3, $4, $5)',
        [conversationId, entries[0]?.at, draft.type, JSON.stringify(draft.by), JSON.stringify(draft.body)],
      );
      return conversation;
    },
    /** Hears of every stored change, in order for each conversation, after its caller was answered. */
    onWritten(listener: (written: Written) => void) {
      listeners.push(listener);
    },
    /** Resolves when everything handed in so far is stored or refused. */
    async drained(): Promise<void> {
      while (pending.length > 0 || running > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
}

function onceKey(conversationId: string, once: Once): string {
  return `${conversationId} ${once.sender} ${once.clientMessageId}`;
}

function repeat(state: Conversation, stored: Entry, once: Once): Written {
  if (!once.sameAs(stored)) {
    throw new Problem(
      'client_message_id_reused',
      'This clientMessageId was already used for another message; the first one is kept.',
      {
        field: 'clientMessageId',
      },
    );
  }
  return { before: state, conversation: state, entries: [stored], repeated: true };
}

export function fold(
  before: Conversation | null,
  drafts: Draft[],
  at: number,
  conversationId = before?.id ?? '',
) {
  let state = before;
  const entries: Entry[] = [];
  for (const draft of drafts) {
    const seq = (state?.lastSeq ?? 0) + 1;
    const episode = draft.type === 'conversation.reopened' ? draft.body.episode : (state?.episode ?? 1);
    const entry = { conversationId, seq, episode, at, ...draft } as Entry;
    const next: Conversation = applyEntry(state, entry);
    if (state && next.status !== state.status && !statusChanges[state.status].includes(next.status)) {
      throw new Problem(
        'illegal_status_change',
        `A conversation cannot go from ${state.status} to ${next.status}.`,
      );
    }
    state = next;
    entries.push(entry);
  }
  return { conversation: state as Conversation, entries };
}
