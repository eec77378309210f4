import { z } from 'zod';
import { type Entry, staffOnlyTypes } from './timeline.ts';
import { type ConversationStatus, conversationStatus, id, instant, language, reasonCode } from './words.ts';

/**
 * The state of a conversation: the fold of its timeline by `applyEntry`. The server keeps it beside the timeline,
 * in the same transaction; the console folds live entries with the same function, so both always agree:
 * old snapshot + entries = fresh snapshot.
 */

export const speaker = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('ai') }),
    z.object({ kind: z.literal('agent'), agentId: id }),
    z.object({ kind: z.literal('nobody') }),
  ])
  .meta({ id: 'Speaker' });
export type Speaker = z.infer<typeof speaker>;

export const conversation = z
  .object({
    id,
    customerId: id,
    customerName: z.string(),
    channel: z.enum(['widget']),
    language,
    page: z.string().nullable(),
    status: conversationStatus,
    episode: z.number().int(),
    episodeStartSeq: z.number().int(),
    speaker,
    speakerVersion: z
      .number()
      .int()
      .describe('Grows whenever the right to speak moves; an answer carries the version it was made under.'),
    groupId: id.nullable(),
    priority: z.number().int(),
    queuedAt: instant.nullable(),
    offeredTo: id.nullable(),
    offeredUntil: instant.nullable(),
    declinedBy: z.array(id),
    overflowedFrom: z.array(id),
    agentId: id.nullable(),
    agentName: z.string().nullable(),
    assignedAt: instant.nullable(),
    lastAgentId: id.nullable(),
    reasonCode: reasonCode.nullable(),
    lastSeq: z.number().int(),
    lastPublicSeq: z.number().int().describe('The last entry the customer can see.'),
    lastAt: instant,
    lastMessage: z.object({ seq: z.number().int(), fromKind: z.string(), preview: z.string() }).nullable(),
    customerSeq: z.number().int().describe('Number of the last customer message.'),
    answeredSeq: z
      .number()
      .int()
      .describe(
        'Number of the last message of the AI or an agent; the AI owes a reply while it may speak and this is behind customerSeq.',
      ),
    unanswered: z.number().int().describe('Customer messages since the last word of the AI or an agent.'),
    agentAnsweredAt: instant.nullable(),
    misses: z.number().int().describe('AI turns in a row without an answer.'),
    offerOpen: z.boolean(),
    promise: z
      .object({ contact: z.string(), text: z.string(), promisedAt: instant, leftAt: instant })
      .nullable(),
    snoozedUntil: instant.nullable(),
    rating: z.object({ score: z.number().int(), comment: z.string() }).nullable(),
    openedAt: instant,
    resolvedAt: instant.nullable(),
  })
  .meta({ id: 'Conversation' });
export type Conversation = z.infer<typeof conversation>;

/** Which status changes are legal. Every entry that moves the status is checked against this table before it is written. */
export const statusChanges: Record<ConversationStatus, readonly ConversationStatus[]> = {
  ai: ['queued', 'assigned', 'resolved'],
  queued: ['assigned', 'ai', 'queued', 'resolved'],
  assigned: ['assigned', 'queued', 'ai', 'waiting_customer', 'snoozed', 'wrap_up', 'resolved'],
  waiting_customer: ['assigned', 'queued', 'ai', 'snoozed', 'wrap_up', 'resolved'],
  snoozed: ['assigned', 'queued', 'ai', 'waiting_customer', 'wrap_up', 'resolved'],
  wrap_up: ['assigned', 'resolved'],
  resolved: ['ai'],
};

/** The state before the first entry. */
function blank(conversationId: string): Conversation {
  return {
    id: conversationId,
    customerId: '',
    customerName: '',
    channel: 'widget',
    language: 'zh',
    page: null,
    status: 'ai',
    episode: 1,
    episodeStartSeq: 1,
    speaker: { kind: 'ai' },
    speakerVersion: 1,
    groupId: null,
    priority: 0,
    queuedAt: null,
    offeredTo: null,
    offeredUntil: null,
    declinedBy: [],
    overflowedFrom: [],
    agentId: null,
    agentName: null,
    assignedAt: null,
    lastAgentId: null,
    reasonCode: null,
    lastSeq: 0,
    lastPublicSeq: 0,
    lastAt: 0,
    lastMessage: null,
    customerSeq: 0,
    answeredSeq: 0,
    unanswered: 0,
    agentAnsweredAt: null,
    misses: 0,
    offerOpen: false,
    promise: null,
    snoozedUntil: null,
    rating: null,
    openedAt: 0,
    resolvedAt: null,
  };
}

const previewLength = 140;

const staffOnly = new Set<string>(staffOnlyTypes);

/**
 * The next state. Pure; `state` is null for the first entry. An entry that is already folded in is ignored,
 * so a client may apply what it receives twice without harm.
 */
export function applyEntry(state: Conversation | null, entry: Entry): Conversation {
  const before = state ?? blank(entry.conversationId);
  if (entry.seq <= before.lastSeq) return before;
  const next: Conversation = {
    ...before,
    lastSeq: entry.seq,
    lastAt: entry.at,
    lastPublicSeq: staffOnly.has(entry.type) ? before.lastPublicSeq : entry.seq,
  };
  switch (entry.type) {
    case 'conversation.opened':
      return { ...next, ...entry.body, openedAt: entry.at };
    case 'message.sent':
      return afterMessage(next, entry);
    case 'note.added':
      return next;
    case 'conversation.handed_off':
      return queued(next, entry.body.groupId, entry.body.priority, entry.at, entry.body.reasonCode);
    case 'conversation.transferred':
      return { ...queued(next, entry.body.toGroupId, Math.max(next.priority, 1), entry.at, 'transferred') };
    case 'assignment.offered':
      return { ...next, offeredTo: entry.body.agentId, offeredUntil: entry.body.until };
    case 'assignment.returned':
      return {
        ...(next.status === 'queued'
          ? next
          : queued(next, next.groupId ?? '', next.priority, entry.at, next.reasonCode ?? 'transferred')),
        offeredTo: null,
        offeredUntil: null,
        declinedBy: [
          ...next.declinedBy.filter((agentId) => agentId !== entry.body.agentId),
          entry.body.agentId,
        ],
      };
    case 'queue.overflowed':
      return {
        ...next,
        groupId: entry.body.toGroupId,
        overflowedFrom: [...next.overflowedFrom, entry.body.fromGroupId],
        offeredTo: null,
        offeredUntil: null,
        declinedBy: [],
      };
    case 'conversation.assigned':
      return {
        ...speaking(next, { kind: 'agent', agentId: entry.body.agentId }),
        status: 'assigned',
        agentId: entry.body.agentId,
        agentName: entry.body.agentName,
        assignedAt: entry.at,
        lastAgentId: entry.body.agentId,
        reasonCode: next.reasonCode ?? (entry.body.how === 'taken_over' ? 'taken_over' : null),
        ...outOfQueue,
      };
    case 'conversation.handed_back':
      return {
        ...speaking(next, { kind: 'ai' }),
        status: 'ai',
        ...noAgent,
        ...outOfQueue,
        misses: 0,
        reasonCode: null,
        priority: 0,
      };
    case 'conversation.snoozed':
      return { ...next, status: 'snoozed', snoozedUntil: entry.body.until };
    case 'conversation.set_waiting':
      return { ...next, status: 'waiting_customer', snoozedUntil: null };
    case 'conversation.woken':
      return { ...next, status: 'assigned', snoozedUntil: null };
    case 'wrap_up.started':
      return { ...next, status: 'wrap_up', snoozedUntil: null };
    case 'conversation.resolved':
      return {
        ...speaking(next, { kind: 'nobody' }),
        status: 'resolved',
        resolvedAt: entry.at,
        ...outOfQueue,
        snoozedUntil: null,
        promise: null,
        offerOpen: false,
      };
    case 'conversation.reopened':
      return {
        ...speaking(next, { kind: 'ai' }),
        status: 'ai',
        episode: entry.body.episode,
        episodeStartSeq: entry.seq,
        ...noAgent,
        ...outOfQueue,
        reasonCode: null,
        priority: 0,
        misses: 0,
        offerOpen: false,
        rating: null,
        resolvedAt: null,
        agentAnsweredAt: null,
      };
    case 'message.left':
      return {
        ...next,
        promise: {
          contact: entry.body.contact,
          text: entry.body.text,
          promisedAt: entry.body.promisedAt,
          leftAt: entry.at,
        },
      };
    case 'customer.identified':
      return { ...next, customerId: entry.body.customerId, customerName: entry.body.customerName };
    case 'conversation.rated':
      return { ...next, rating: { score: entry.body.score, comment: entry.body.comment } };
  }
}

const outOfQueue = {
  queuedAt: null,
  offeredTo: null,
  offeredUntil: null,
  declinedBy: [] as string[],
  overflowedFrom: [] as string[],
};
const noAgent = { agentId: null, agentName: null, assignedAt: null };

function speaking(state: Conversation, next: Speaker): Conversation {
  return { ...state, speaker: next, speakerVersion: state.speakerVersion + 1, offerOpen: false };
}

function queued(
  state: Conversation,
  groupId: string,
  priority: number,
  at: number,
  code: NonNullable<Conversation['reasonCode']>,
): Conversation {
  return {
    ...speaking(state, { kind: 'nobody' }),
    status: 'queued',
    ...noAgent,
    ...outOfQueue,
    groupId,
    priority,
    queuedAt: at,
    reasonCode: code,
    snoozedUntil: null,
  };
}

function afterMessage(state: Conversation, entry: Extract<Entry, { type: 'message.sent' }>): Conversation {
  const { from, text, attachments, cards, turn, offer } = entry.body;
  const shown = [...attachments.map((file) => file.name), ...cards.map((card) => card.title)];
  const whole = text || shown.map((name) => `[${name}]`).join(' ');
  // Never half of an emoji, which no database stores.
  const preview = whole.slice(0, previewLength).replace(/[\ud800-\udbff]$/, '');
  const next = { ...state, lastMessage: { seq: entry.seq, fromKind: from.kind, preview } };
  if (from.kind === 'customer') {
    return {
      ...next,
      language: entry.body.language,
      customerSeq: entry.seq,
      unanswered: state.unanswered + 1,
    };
  }
  if (from.kind === 'ai') {
    return {
      ...next,
      answeredSeq: entry.seq,
      unanswered: 0,
      // Thanks or a greeting between two misses answers nothing, so it does not break the row.
      misses: turn?.missed ? state.misses + 1 : turn?.action === 'small_talk' ? state.misses : 0,
      offerOpen: offer,
    };
  }
  if (from.kind === 'agent')
    return { ...next, answeredSeq: entry.seq, unanswered: 0, agentAnsweredAt: entry.at, promise: null };
  return next;
}

/** Whether the AI may speak and the last word is the customer's. */
export function aiOwesReply(state: Conversation): boolean {
  return state.speaker.kind === 'ai' && state.customerSeq > state.answeredSeq;
}
