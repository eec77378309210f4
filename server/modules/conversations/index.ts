/**
 * Conversations: the record. Who said what when, who may speak, and every change of a conversation as one entry with
 * a gapless number in its timeline.
 *
 * Words: entry, episode (what lies between opening or reopening and resolving), speaker (the one party with the right
 * to speak), lease (the right to speak with its version), read mark.
 * Invariants: an entry is acknowledged after its commit, never before; the state of a conversation is the fold of its
 * timeline; a status changes only as `statusChanges` allows; an AI answer is stored only under the lease it was
 * thought out under; a sender's message id is stored once.
 * It must not know: why a conversation is handed off, who should get it, what the AI answers, sockets, HTTP.
 */
import type {
  Conversation,
  Entry,
  InboxCounts,
  InboxRow,
  PublicSnapshot,
  StaffSnapshot,
} from '../../../contract/index.ts';
import type { Database } from '../../database/client.ts';
import type { Log } from '../../platform/log.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, type CustomerActor, mustBeOwn } from './actor.ts';
import { addRecorded, type Recorded } from './add-recorded.ts';
import {
  entriesForCustomer,
  forCustomer,
  inboxRow,
  mostMissedEntries,
  type Page,
  readConversation,
} from './conversation-view.ts';
import { followWords } from './follow-words.ts';
import { countInbox, type InboxQuery, listInbox } from './inbox-view.ts';
import { openConversation } from './open-conversation.ts';
import { createReadMarks } from './read-marks.ts';
import { createRecord } from './record.ts';
import { selectTimeline } from './record-store.ts';
import { findWork } from './unfinished-work.ts';

export * from './actor.ts';
export type { Recorded } from './add-recorded.ts';
export * from './agent-changes.ts';
export { forCustomer } from './conversation-view.ts';
export * from './customer-changes.ts';
export { identify } from './identify.ts';
export type { InboxQuery } from './inbox-view.ts';
export * from './queue-changes.ts';
export type { Draft, Written } from './record.ts';
export { sendMessage } from './send-message.ts';
export * from './speak-as-ai.ts';

export type Conversations = ReturnType<typeof createConversations>;

export function createConversations(needs: {
  database: Database;
  now: () => number;
  newId: (prefix: string) => string;
  log: Log;
}) {
  const { database } = needs;
  const record = createRecord(needs);
  const words = followWords({ ...needs, record });
  const marks = createReadMarks(database);

  async function own(customer: CustomerActor, conversationId: string): Promise<Conversation> {
    const state = await record.find(conversationId);
    if (!state) throw notFound('conversation');
    mustBeOwn(state, customer);
    return state;
  }

  return {
    record,
    marks,
    own,
    open: (customer: CustomerActor, opening: Parameters<typeof openConversation>[2]) =>
      openConversation({ ...needs, record }, customer, opening),
    /** The customer's latest conversation, if there is one. */
    async latestOf(customerId: string): Promise<Conversation | null> {
      const [row] = await database.query<{ id: string }>(
        'SELECT id FROM conversations WHERE customer_id = $1 ORDER BY last_at DESC LIMIT 1',
        [customerId],
      );
      return row ? record.find(row.id) : null;
    },
    /** All conversations of a customer, newest first. */
    async pastOf(customerId: string, limit: number): Promise<Conversation[]> {
      const rows = await database.query<{ state: Conversation }>(
        'SELECT state FROM conversations WHERE customer_id = $1 ORDER BY last_at DESC LIMIT $2',
        [customerId, limit],
      );
      return rows.map((row) => row.state);
    },
    async staffSnapshot(conversationId: string, page: Page): Promise<StaffSnapshot> {
      const [read, seen] = await Promise.all([
        readConversation(database, conversationId, page),
        marks.of(conversationId),
      ]);
      return { ...read, customerReadSeq: seen.customer, agentReadSeq: seen.agent };
    },
    async publicSnapshot(conversationId: string, since: number): Promise<Omit<PublicSnapshot, 'queuePlace'>> {
      const page = since > 0 ? { since, limit: mostMissedEntries } : { limit: mostMissedEntries };
      const [read, seen] = await Promise.all([
        readConversation(database, conversationId, page),
        marks.of(conversationId),
      ]);
      return {
        conversation: forCustomer(read.conversation, seen),
        entries: entriesForCustomer(read.entries),
        resync: read.resync,
      };
    },
    /** All entries of the current episode. */
    async episode(state: Conversation): Promise<Entry[]> {
      const page = { since: state.episodeStartSeq - 1, limit: mostMissedEntries };
      return (await readConversation(database, state.id, page)).entries;
    },
    /** Every entry of a conversation, up to and with number `until`. */
    timelineOf: (conversationId: string, until?: number): Promise<Entry[]> =>
      selectTimeline(database, conversationId, until),
    /** Conversations held elsewhere or earlier, with their own times; nobody is told of them. */
    async addRecorded(recorded: Recorded[]): Promise<void> {
      await addRecorded(database, recorded);
      words.notice(recorded.map((one) => one.conversationId));
    },
    /** Reads what was said for the inbox search. */
    words,
    listInbox: (agentId: string, wanted: InboxQuery): Promise<InboxRow[]> =>
      listInbox({ database, words }, agentId, wanted),
    countInbox: (agentId: string): Promise<InboxCounts> => countInbox(database, agentId),
    async inboxRow(conversation: Conversation): Promise<InboxRow> {
      return inboxRow(conversation, await marks.of(conversation.id));
    },
    async markRead(reader: Actor, conversationId: string, seq: number): Promise<number | null> {
      const state = await record.find(conversationId);
      if (!state) throw notFound('conversation');
      if (reader.kind === 'customer') mustBeOwn(state, reader);
      return marks.advance(conversationId, reader.kind, Math.min(seq, state.lastSeq));
    },
    unfinished: findWork(database),
  };
}
