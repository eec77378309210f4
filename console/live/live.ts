import {
  applyEntry,
  type Conversation,
  deskRoutes,
  type Entry,
  type FromClient,
  type InboxRow,
  type StaffSnapshot,
  type ToClient,
} from '../../contract/index.ts';
import { keys, queries } from '../app/queries.ts';

/**
 * The console's live line. Entries are folded into the cached snapshot with the same function the server folds with;
 * inbox rows replace the row they are about. After a cut everything watched is asked for again from where it stopped.
 */
type Listener = (message: ToClient) => void;

let socket: WebSocket | null = null;
let attempt = 0;
let meId = '';
let isUp = false;
const watched = new Map<string, number>();
const listeners = new Set<Listener>();
const statusListeners = new Set<() => void>();
let heartbeat = 0;
let lastHeard = 0;

export function startLive(agentId: string): () => void {
  meId = agentId;
  connect();
  const now = () => {
    if (!socket) connect();
  };
  window.addEventListener('online', now);
  return () => {
    window.removeEventListener('online', now);
    const closing = socket;
    socket = null;
    meId = '';
    clearInterval(heartbeat);
    closing?.close();
  };
}

function connect(): void {
  const mine = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/api/live`);
  socket = mine;
  mine.onopen = () => mine.send(JSON.stringify({ type: 'hello' }));
  mine.onmessage = (event) => {
    lastHeard = Date.now();
    hear(JSON.parse(event.data) as ToClient);
  };
  mine.onclose = () => {
    if (socket !== mine) return;
    socket = null;
    setUp(false);
    clearInterval(heartbeat);
    attempt++;
    setTimeout(() => meId && !socket && connect(), Math.random() * Math.min(15_000, 400 * 2 ** attempt));
  };
  lastHeard = Date.now();
  heartbeat = window.setInterval(() => {
    if (Date.now() - lastHeard > 30_000) mine.close();
    else send({ type: 'ping' });
  }, 15_000);
}

function setUp(up: boolean): void {
  isUp = up;
  for (const listener of statusListeners) listener();
}

export const liveStatus = {
  subscribe(listener: () => void) {
    statusListeners.add(listener);
    return () => statusListeners.delete(listener);
  },
  isUp: () => isUp,
};

export function send(message: FromClient): boolean {
  if (socket?.readyState !== WebSocket.OPEN) return false;
  socket.send(JSON.stringify(message));
  return true;
}

export function onLive(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Keeps a conversation's snapshot live while somebody looks at it. */
export function watch(conversationId: string): () => void {
  watched.set(conversationId, (watched.get(conversationId) ?? 0) + 1);
  askFor(conversationId);
  return () => {
    const left = (watched.get(conversationId) ?? 1) - 1;
    if (left > 0) {
      watched.set(conversationId, left);
      return;
    }
    watched.delete(conversationId);
    send({ type: 'unwatch', conversationId });
  };
}

function askFor(conversationId: string): void {
  const known = queries.getQueryData<StaffSnapshot>(keys.conversation(conversationId));
  send({ type: 'watch', conversationId, since: known?.conversation.lastSeq ?? 0 });
}

function hear(message: ToClient): void {
  switch (message.type) {
    case 'welcome':
      // After a cut the lists may have missed rows; after the first welcome they have just been read.
      if (attempt > 0) void queries.invalidateQueries({ queryKey: ['inbox'] });
      attempt = 0;
      for (const conversationId of watched.keys()) askFor(conversationId);
      setUp(true);
      break;
    case 'staff_snapshot':
      patch(message.conversation.id, (known) => mergeSnapshot(known, message));
      break;
    case 'staff_entry':
      patch(message.entry.conversationId, (known) => known && takeEntry(known, message.entry));
      break;
    case 'read':
      patch(message.conversationId, (known) => known && takeRead(known, message.by, message.seq));
      break;
    case 'inbox':
      takeRow(message.row);
      if (message.counts) {
        const { counts } = message;
        queries.setQueriesData<Inbox>({ queryKey: ['inbox'] }, (known) => known && { ...known, counts });
      }
      break;
    case 'agent':
      void queries.invalidateQueries({ queryKey: keys.agents });
      if (message.agent.id === meId) void queries.invalidateQueries({ queryKey: keys.me });
      break;
  }
  for (const listener of listeners) listener(message);
}

function patch(
  conversationId: string,
  change: (known: StaffSnapshot | undefined) => StaffSnapshot | undefined,
): void {
  queries.setQueryData<StaffSnapshot>(keys.conversation(conversationId), (known) => change(known));
}

/** Adds what was missed; starts over when the gap was too large. */
export function mergeSnapshot(
  known: StaffSnapshot | undefined,
  fresh: Omit<StaffSnapshot, never>,
): StaffSnapshot {
  if (!known || fresh.resync) return fresh;
  const entries = [
    ...known.entries,
    ...fresh.entries.filter((entry) => entry.seq > known.conversation.lastSeq),
  ];
  return { ...fresh, entries, earlier: known.earlier };
}

/** Folds one live entry in; one that is known already changes nothing, and one that skips ahead asks for the gap. */
export function takeEntry(known: StaffSnapshot, entry: Entry): StaffSnapshot {
  if (entry.seq <= known.conversation.lastSeq) return known;
  if (entry.seq > known.conversation.lastSeq + 1) {
    askFor(entry.conversationId);
    return known;
  }
  return {
    ...known,
    conversation: applyEntry(known.conversation, entry),
    entries: [...known.entries, entry],
  };
}

export function takeRead(known: StaffSnapshot, by: 'customer' | 'agent', seq: number): StaffSnapshot {
  const mark = by === 'customer' ? 'customerReadSeq' : 'agentReadSeq';
  return seq > known[mark] ? { ...known, [mark]: seq } : known;
}

export type Inbox = Awaited<ReturnType<typeof listInbox>>;
export const listInbox = async (
  call: typeof import('../api.ts').call,
  query: { view: 'mine' | 'queue' | 'left' | 'all'; q: string },
) => call(deskRoutes.listConversations, { query });

/** Whether a conversation belongs into a view, by its state alone. */
export function belongs(view: string, state: Conversation, agentId: string): boolean {
  switch (view) {
    case 'mine':
      return (
        (state.agentId === agentId && state.status !== 'resolved') ||
        (state.status === 'queued' && state.offeredTo === agentId)
      );
    case 'queue':
      return state.status === 'queued';
    case 'left':
      return state.promise !== null && (state.status === 'ai' || state.status === 'queued');
    default:
      return true;
  }
}

/** Puts a changed row where it belongs in one list. The queue keeps the order it is served in. */
export function placeRow(rows: InboxRow[], row: InboxRow, view: string, agentId: string): InboxRow[] {
  const before = rows.find((one) => one.conversation.id === row.conversation.id);
  if (before && before.conversation.lastSeq > row.conversation.lastSeq) return rows;
  const others = rows.filter((one) => one.conversation.id !== row.conversation.id);
  if (!belongs(view, row.conversation, agentId)) return others;
  const order = (a: InboxRow, b: InboxRow) =>
    view === 'queue'
      ? b.conversation.priority - a.conversation.priority ||
        (a.conversation.queuedAt ?? 0) - (b.conversation.queuedAt ?? 0)
      : b.conversation.lastAt - a.conversation.lastAt;
  return [...others, row].sort(order);
}

function takeRow(row: InboxRow): void {
  for (const [key, known] of queries.getQueriesData<Inbox>({ queryKey: ['inbox'] })) {
    const [, view, q] = key as [string, string, string];
    if (!known || q) continue;
    queries.setQueryData<Inbox>(key, { ...known, rows: placeRow(known.rows, row, view, meId) });
  }
}
