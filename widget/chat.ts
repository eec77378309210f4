import type {
  Attachment,
  Entry,
  PublicConversation,
  PublicSnapshot,
  QueuePlace,
  ToClient,
} from '../contract/index.ts';
import { type Connection, connect } from './connection.ts';
import { createDeskClient, Failure, memory, type Session } from './desk-client.ts';
import type { Host } from './host.ts';
import { createOutbox, type Unsent } from './outbox.ts';
import { sound } from './sound.ts';

export type ChatState = {
  session: Session | null;
  conversation: PublicConversation | null;
  /** In order, each number once. */
  entries: Entry[];
  unsent: Unsent[];
  place: QueuePlace | null;
  online: boolean;
  otherTyping: boolean;
  /** The checked beginning of an answer the AI is writing. */
  draft: string;
};

const pollEveryMs = 4000;
const typingLastsMs = { agent: 5000, customer: 5000, ai: 15_000 };

/** The conversation behind the panel: session, live connection, outbox. Tells `changed` whenever something is new. */
export function createChat(host: Host, changed: () => void) {
  const desk = createDeskClient(host);
  const outbox = createOutbox(
    memory,
    () => `w_${crypto.getRandomValues(new Uint32Array(4)).join('')}`.slice(0, 40),
    Date.now,
  );
  const state: ChatState = {
    session: null,
    conversation: null,
    entries: [],
    unsent: [],
    place: null,
    online: false,
    otherTyping: false,
    draft: '',
  };
  /** Up to here nothing is missing. Only the desk's own order moves it: the answer to a send may skip entries of others. */
  let cursor = 0;
  let connection: Connection | null = null;
  let polling = 0;
  let typingTimer = 0;
  let flushing = false;
  let starting: Promise<void> | null = null;

  /** What this customer has not sent yet. On a shared computer another's words stay theirs. */
  const own = () => outbox.all().filter((one) => !one.owner || one.owner === state.session?.customer.id);
  const lastSeq = () => state.entries[state.entries.length - 1]?.seq ?? 0;

  function take(entry: Entry): void {
    if (state.entries.some((one) => one.seq === entry.seq)) return;
    state.entries.push(entry);
    state.entries.sort((a, b) => a.seq - b.seq);
    if (entry.type === 'message.sent') {
      if (entry.body.clientMessageId) outbox.done(entry.body.clientMessageId);
      if (entry.body.from.kind !== 'customer') {
        state.otherTyping = false;
        state.draft = '';
      }
    }
  }

  function takeSnapshot(snapshot: PublicSnapshot): void {
    if (snapshot.resync) state.entries = [];
    cursor = snapshot.resync ? 0 : cursor;
    state.conversation = snapshot.conversation;
    state.draft = '';
    state.place = snapshot.queuePlace;
    for (const entry of snapshot.entries) take(entry);
    cursor = Math.max(cursor, snapshot.entries.at(-1)?.seq ?? 0);
  }

  function refresh(): void {
    state.unsent = own();
    changed();
  }

  function hear(message: ToClient): void {
    if ('conversationId' in message && message.conversationId !== state.conversation?.id) return;
    switch (message.type) {
      case 'snapshot':
        takeSnapshot(message);
        void flush();
        break;
      case 'entry':
        state.conversation = message.conversation;
        if (message.conversation.speaker.kind !== 'ai') state.draft = '';
        take(message.entry);
        if (message.entry.type === 'message.sent' && message.entry.body.from.kind !== 'customer')
          sound.ring();
        cursor = Math.max(cursor, message.entry.seq);
        break;
      case 'draft':
        state.draft = message.text;
        break;
      case 'queue_place':
        state.place = message.place;
        break;
      case 'read':
        if (message.by === 'agent' && state.conversation) state.conversation.agentReadSeq = message.seq;
        break;
      case 'typing':
        state.otherTyping = message.on;
        clearTimeout(typingTimer);
        typingTimer = window.setTimeout(() => {
          state.otherTyping = false;
          changed();
        }, typingLastsMs[message.from]);
        break;
      default:
        return;
    }
    refresh();
  }

  function watch(): void {
    if (state.conversation)
      connection?.send({ type: 'watch', conversationId: state.conversation.id, since: cursor });
  }

  function live(): void {
    connection?.close();
    connection = connect(host.base, desk.token, {
      open() {
        state.online = true;
        clearInterval(polling);
        polling = 0;
        watch();
        void flush();
        refresh();
      },
      message: hear,
      down() {
        state.online = false;
        refresh();
      },
      // Sockets do not get through here: ask by HTTP until they do.
      blocked() {
        if (!polling) polling = window.setInterval(poll, pollEveryMs);
        void poll();
      },
    });
  }

  async function poll(): Promise<void> {
    const answer = await desk.read(cursor).catch(() => null);
    if (!answer) return;
    state.online = true;
    if (answer.snapshot) takeSnapshot(answer.snapshot);
    refresh();
    void flush();
  }

  async function start(): Promise<void> {
    const session = await desk.openSession();
    if (state.session && state.session.customer.id !== session.customer.id) {
      state.entries = [];
      state.conversation = null;
      cursor = 0;
    }
    state.session = session;
    state.online = true;
    if (session.snapshot) takeSnapshot(session.snapshot);
    live();
    refresh();
    void flush();
  }

  /** Starts once; after a failure the next call tries again. */
  function ready(): Promise<void> {
    starting ??= start().catch((error) => {
      starting = null;
      state.online = false;
      refresh();
      window.setTimeout(() => void ready().catch(() => {}), 4000);
      throw error;
    });
    return starting;
  }

  /** Sends what is in the outbox, one after another, in one tab at a time. */
  async function flush(): Promise<void> {
    if (flushing || own().every((one) => one.refused)) return;
    flushing = true;
    try {
      await exclusively(async () => {
        for (const unsent of own().filter((one) => !one.refused)) if (!(await deliver(unsent))) break;
      });
    } finally {
      flushing = false;
      refresh();
    }
  }

  async function deliver({ clientMessageId, text, attachments }: Unsent): Promise<boolean> {
    try {
      if (!state.conversation) takeSnapshot(await desk.openConversation());
      watch();
      const attachmentIds = attachments.map((file) => file.attachmentId);
      const path = `/conversations/${state.conversation?.id}/messages`;
      const { entry } = await desk.post<{ entry: Entry }>(path, { clientMessageId, text, attachmentIds });
      take(entry);
      outbox.done(clientMessageId);
      if (!connection?.isOpen()) void poll();
      refresh();
      return true;
    } catch (error) {
      const problem = error instanceof Failure ? error.problem : null;
      if (!problem || problem.code === 'too_many_requests') {
        state.online = problem !== null;
        window.setTimeout(() => void flush(), 3000);
        return false;
      }
      if (problem.code === 'not_signed_in') {
        // The session has run out: a new one, and the message goes with it.
        starting = null;
        void ready().catch(() => {});
        return false;
      }
      outbox.refuse(clientMessageId, problem.code);
      return true;
    }
  }

  async function act<T extends { conversation: PublicConversation; queuePlace?: QueuePlace | null }>(
    path: string,
    body?: unknown,
  ): Promise<T> {
    await ready();
    if (!state.conversation) takeSnapshot(await desk.openConversation());
    watch();
    const answer = await desk.post<T>(`/conversations/${state.conversation?.id}/${path}`, body);
    state.conversation = answer.conversation;
    if (answer.queuePlace !== undefined) state.place = answer.queuePlace;
    if (!connection?.isOpen()) void poll();
    refresh();
    return answer;
  }

  // Another tab of this browser sends or adds, or has opened the conversation.
  window.addEventListener('storage', () => {
    refresh();
    if (state.session && !state.conversation) void poll().then(watch);
  });

  return {
    state,
    ready,
    send(text: string, attachments: Attachment[]): void {
      outbox.add(text, attachments, state.session?.customer.id ?? null);
      refresh();
      void ready().then(flush, () => {});
    },
    retry(clientMessageId: string): void {
      outbox.refuse(clientMessageId, null);
      refresh();
      void flush();
    },
    person: () => act('person'),
    backToAi: () => act('ai'),
    leave: (contact: string, text: string) =>
      act<{ conversation: PublicConversation; promisedAt: number }>('left-message', { contact, text }),
    rate: (score: number, comment: string) => act('rating', { score, comment }),
    async upload(file: File, onProgress: (share: number) => void): Promise<Attachment> {
      await ready();
      return desk.upload(file, onProgress);
    },
    typing(on: boolean): void {
      if (state.conversation?.speaker.kind === 'agent')
        connection?.send({ type: 'typing', conversationId: state.conversation.id, on });
    },
    read(): void {
      const { conversation } = state;
      if (
        !conversation ||
        document.visibilityState !== 'visible' ||
        lastSeq() <= conversation.customerReadSeq
      )
        return;
      conversation.customerReadSeq = lastSeq();
      const seq = lastSeq();
      if (!connection?.send({ type: 'read', conversationId: conversation.id, seq })) {
        void desk.post(`/conversations/${conversation.id}/read`, { seq }).catch(() => {});
      }
    },
    unread(): number {
      const seen = state.conversation?.customerReadSeq ?? 0;
      return state.entries.filter(
        (entry) => entry.type === 'message.sent' && entry.body.from.kind !== 'customer' && entry.seq > seen,
      ).length;
    },
    /** Another customer signed in on the page, or this one proved who they are. */
    restart(): void {
      starting = null;
      void ready().catch(() => {});
    },
  };
}
export type Chat = ReturnType<typeof createChat>;

/** One tab at a time where the browser can say so; else the desk's idempotence keeps a message from being stored twice. */
async function exclusively(work: () => Promise<void>): Promise<void> {
  if (navigator.locks) await navigator.locks.request('tandem.outbox', work);
  else await work();
}
