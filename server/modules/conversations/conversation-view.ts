import {
  type Conversation,
  type Entry,
  entryForCustomer,
  type InboxRow,
  type PublicConversation,
  type StaffSnapshot,
} from '../../../contract/index.ts';
import type { Database } from '../../database/client.ts';
import { notFound } from '../../platform/problem.ts';
import type { ReadMarks } from './read-marks.ts';
import { entryColumns, toEntry } from './record-store.ts';

/** A gap larger than this is not filled entry by entry: the client starts over with a fresh snapshot. */
export const mostMissedEntries = 500;

export type Page = { since?: number | undefined; before?: number | undefined; limit: number };

type StoredEntry = Parameters<typeof toEntry>[0];

/**
 * State and entries as of one moment (one statement). With `since`: what came after it, or a resync when that is too
 * much or `since` lies ahead of the record; with `before`: an older page; else the latest page.
 */
export async function readConversation(
  database: Database,
  conversationId: string,
  page: Page,
): Promise<Pick<StaffSnapshot, 'conversation' | 'entries' | 'earlier' | 'resync'>> {
  const limit = page.since === undefined ? page.limit : mostMissedEntries;
  const rows = await database.query<{ state: Conversation } & (StoredEntry | { seq: null })>(
    `SELECT c.state, e.* FROM conversations c
     LEFT JOIN LATERAL (
       SELECT ${entryColumns} FROM timeline t
       WHERE t.conversation_id = c.id AND t.seq > $2 AND t.seq < $3 ORDER BY t.seq DESC LIMIT $4
     ) e ON true
     WHERE c.id = $1 ORDER BY e.seq`,
    [conversationId, page.since ?? 0, page.before ?? 2_147_483_647, limit],
  );
  const conversation = rows[0]?.state;
  if (!conversation) throw notFound('conversation');
  const entries = rows.filter((row) => row.seq !== null).map((row) => toEntry(fields(row as StoredEntry)));
  const first = entries[0]?.seq ?? 1;
  const tooOld =
    page.since !== undefined &&
    (page.since > conversation.lastSeq || (entries.length > 0 && first !== page.since + 1));
  return {
    conversation,
    entries,
    earlier: first > 1 && (page.since === undefined || tooOld),
    resync: tooOld,
  };
}

function fields({ conversation_id, seq, episode, at, type, by, body }: StoredEntry): StoredEntry {
  return { conversation_id, seq, episode, at, type, by, body };
}

export function forCustomer(state: Conversation, marks: ReadMarks): PublicConversation {
  return {
    id: state.id,
    status: state.status,
    language: state.language,
    episode: state.episode,
    episodeStartSeq: state.episodeStartSeq,
    speaker: { kind: state.speaker.kind, name: state.speaker.kind === 'agent' ? state.agentName : null },
    offerOpen: state.offerOpen,
    promisedAt: state.promise?.promisedAt ?? null,
    rating: state.rating?.score ?? null,
    lastPublicSeq: state.lastPublicSeq,
    agentReadSeq: marks.agent,
    customerReadSeq: marks.customer,
  };
}

export function entriesForCustomer(entries: Entry[]): Entry[] {
  return entries.flatMap((entry) => entryForCustomer(entry) ?? []);
}

export function inboxRow(conversation: Conversation, marks: Pick<ReadMarks, 'agent'>): InboxRow {
  return { conversation, unread: marks.agent >= conversation.customerSeq ? 0 : conversation.unanswered };
}
