import { z } from 'zod';
import { conversation } from './conversation.ts';
import { route, talkers } from './route.ts';
import { attachment, cardRef, entry, source, wrapUp } from './timeline.ts';
import { conversationStatus, fileLimitBytes, id, instant, language, textLimit } from './words.ts';

/** Routes about conversations: the customer's own (widget) and the staff's (console). */

/** What a customer may know of their conversation. */
export const publicConversation = z
  .object({
    id,
    status: conversationStatus,
    language,
    episode: z.number().int(),
    episodeStartSeq: z.number().int(),
    speaker: z.object({ kind: z.enum(['ai', 'agent', 'nobody']), name: z.string().nullable() }),
    offerOpen: z.boolean(),
    promisedAt: instant.nullable(),
    rating: z.number().int().nullable(),
    lastPublicSeq: z.number().int(),
    agentReadSeq: z.number().int(),
    customerReadSeq: z.number().int(),
  })
  .meta({ id: 'PublicConversation' });
export type PublicConversation = z.infer<typeof publicConversation>;

export const queuePlace = z
  .object({
    position: z.number().int().positive().describe('1 is next.'),
    expectedWaitSeconds: z
      .number()
      .int()
      .nullable()
      .describe('From measured rates; null while too little has been measured.'),
  })
  .meta({ id: 'QueuePlace' });
export type QueuePlace = z.infer<typeof queuePlace>;

export const publicSnapshot = z
  .object({
    conversation: publicConversation,
    entries: z.array(entry).describe('Only what the customer may see, ascending by seq.'),
    queuePlace: queuePlace.nullable(),
    resync: z
      .boolean()
      .describe('True when `since` was too old to fill the gap: replace everything by this answer.'),
  })
  .meta({ id: 'PublicSnapshot' });
export type PublicSnapshot = z.infer<typeof publicSnapshot>;

export const staffSnapshot = z
  .object({
    conversation,
    entries: z.array(entry).describe('Ascending by seq.'),
    customerReadSeq: z.number().int(),
    agentReadSeq: z.number().int(),
    earlier: z.boolean().describe('There are older entries: ask with `before`.'),
    resync: z.boolean(),
  })
  .meta({ id: 'StaffSnapshot' });
export type StaffSnapshot = z.infer<typeof staffSnapshot>;

export const inboxRow = z
  .object({
    conversation,
    unread: z.number().int().describe('Customer messages after the agents’ read mark.'),
  })
  .meta({ id: 'InboxRow' });
export type InboxRow = z.infer<typeof inboxRow>;

export const inboxCounts = z
  .object({ mine: z.number().int(), queue: z.number().int(), left: z.number().int(), all: z.number().int() })
  .meta({ id: 'InboxCounts' });
export type InboxCounts = z.infer<typeof inboxCounts>;

export const sent = z
  .object({
    entry,
    repeated: z.boolean().describe('This clientMessageId was stored before; the first result is returned.'),
  })
  .meta({ id: 'Sent' });

const text = z.string().max(textLimit, `at most ${textLimit} characters`);
export const sendBody = z.object({
  clientMessageId: z
    .string()
    .min(8)
    .max(64)
    .describe('Made by the sender, unique for the sender; the same id with the same text is stored once.'),
  text,
  attachmentIds: z.array(id).max(10).default([]),
  cards: z
    .array(cardRef)
    .max(5)
    .default([])
    .describe('Products, or orders of this conversation’s customer, shown under the text.'),
});

const changed = z.object({ conversation }).meta({ id: 'Changed' });
const publicChanged = z
  .object({ conversation: publicConversation, queuePlace: queuePlace.nullable() })
  .meta({ id: 'PublicChanged' });
const turnProblems = ['not_found', 'illegal_status_change', 'changed_meanwhile'] as const;

export const widgetRoutes = {
  openWidget: route({
    method: 'post',
    path: '/widget/session',
    access: 'anyone',
    summary:
      'Start or resume a visitor’s session. Send the token you were given before; a shop’s signed identity makes the visitor a known customer.',
    body: z.object({
      token: z.string().max(200).optional(),
      identity: z
        .string()
        .max(4000)
        .optional()
        .describe('JWT signed by the shop (HS256): sub, exp ≤ 1 h, optional name, email.'),
      language: language.optional(),
    }),
    response: z
      .object({
        token: z.string(),
        customer: z.object({ id, name: z.string(), identified: z.boolean() }),
        shopName: z.string(),
        greeting: z.string(),
        aiEnabled: z.boolean(),
        peopleOnline: z.boolean(),
        nextOpeningAt: instant.nullable(),
        snapshot: publicSnapshot.nullable(),
        fileLimitBytes: z.number(),
        textLimit: z.number(),
      })
      .meta({ id: 'WidgetSession' }),
    problems: ['not_allowed', 'too_many_requests'],
  }),
  openConversation: route({
    method: 'post',
    path: '/widget/conversation',
    access: 'customer',
    summary: 'The customer’s conversation; opened if there is none yet.',
    body: z.object({ language, page: z.string().max(500).nullable().default(null) }),
    response: publicSnapshot,
  }),
  getOwnConversation: route({
    method: 'get',
    path: '/widget/conversation',
    access: 'customer',
    summary: 'The customer’s conversation, from `since` on.',
    query: z.object({ since: z.coerce.number().int().nonnegative().default(0) }),
    response: z.object({ snapshot: publicSnapshot.nullable() }),
  }),
  askForPerson: route({
    method: 'post',
    path: '/conversations/:conversationId/person',
    access: 'customer',
    summary:
      'The "talk to a person" button. Outside opening hours the answer is a message form instead of a queue.',
    response: publicChanged,
    problems: turnProblems,
  }),
  continueWithAi: route({
    method: 'post',
    path: '/conversations/:conversationId/ai',
    access: 'customer',
    summary: 'Leave the queue and go on with the AI.',
    response: publicChanged,
    problems: turnProblems,
  }),
  leaveMessage: route({
    method: 'post',
    path: '/conversations/:conversationId/left-message',
    access: 'customer',
    summary: 'Leave a message with a contact when nobody is on shift; answered with a promised date.',
    body: z.object({
      contact: z.string().min(3, 'a phone number or an e-mail address').max(200),
      text: text.min(1, 'the message is empty'),
    }),
    response: z.object({ conversation: publicConversation, promisedAt: instant }),
    problems: turnProblems,
  }),
  rate: route({
    method: 'post',
    path: '/conversations/:conversationId/rating',
    access: 'customer',
    summary: 'Rate the conversation, 1 to 5, with a comment.',
    body: z.object({ score: z.number().int().min(1).max(5), comment: z.string().max(2000).default('') }),
    response: z.object({ conversation: publicConversation }),
    problems: ['not_found'],
  }),
};

export const conversationRoutes = {
  sendMessage: route({
    method: 'post',
    path: '/conversations/:conversationId/messages',
    access: 'participant',
    summary: 'Send a message. Agents must hold the conversation.',
    body: sendBody,
    response: sent,
    problems: [
      'not_found',
      'text_too_long',
      'client_message_id_reused',
      'not_your_turn_to_speak',
      'storage_unavailable',
      'too_many_requests',
    ],
  }),
  markRead: route({
    method: 'post',
    path: '/conversations/:conversationId/read',
    access: 'participant',
    summary: 'Everything up to `seq` has been seen.',
    body: z.object({ seq: z.number().int().nonnegative() }),
    response: z.object({}),
    problems: ['not_found'],
  }),
  uploadFile: route({
    method: 'post',
    path: '/files',
    access: 'participant',
    summary: 'Upload a picture or file (raw body, its name in `?name=`); send it with a message by its id.',
    query: z.object({ name: z.string().min(1).max(200) }),
    rawBody: { mediaType: 'application/octet-stream', limitBytes: fileLimitBytes },
    response: attachment,
    problems: ['file_too_large', 'file_type_refused', 'too_many_requests'],
  }),
  listConversations: route({
    method: 'get',
    path: '/conversations',
    access: talkers,
    summary:
      'The inbox: mine, the queue, messages left outside opening hours, or all; `q` searches names and messages.',
    query: z.object({
      view: z.enum(['mine', 'queue', 'left', 'all']).default('all'),
      q: z.string().max(200).default(''),
      before: z.coerce
        .number()
        .int()
        .optional()
        .describe('Only conversations last active before this instant.'),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    response: z.object({ rows: z.array(inboxRow), counts: inboxCounts }),
  }),
  getConversation: route({
    method: 'get',
    path: '/conversations/:conversationId',
    access: talkers,
    summary: 'State and timeline: the latest entries, those after `since`, or those `before` a number.',
    query: z.object({
      since: z.coerce.number().int().optional(),
      before: z.coerce.number().int().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(200),
    }),
    response: staffSnapshot,
    problems: ['not_found'],
  }),
  addNote: route({
    method: 'post',
    path: '/conversations/:conversationId/notes',
    access: talkers,
    summary: 'A note customers never see.',
    body: z.object({ text: text.min(1, 'the note is empty') }),
    response: sent,
    problems: ['not_found'],
  }),
  accept: route({
    method: 'post',
    path: '/conversations/:conversationId/accept',
    access: talkers,
    summary: 'Accept a conversation offered to you, or pick one from the queue.',
    response: changed,
    problems: turnProblems,
  }),
  decline: route({
    method: 'post',
    path: '/conversations/:conversationId/decline',
    access: talkers,
    summary: 'Return an offered conversation to the queue.',
    response: changed,
    problems: turnProblems,
  }),
  takeOver: route({
    method: 'post',
    path: '/conversations/:conversationId/take-over',
    access: talkers,
    summary: 'Take the conversation from the AI, the queue or (supervisors) another agent.',
    response: changed,
    problems: [...turnProblems, 'not_allowed'],
  }),
  handBack: route({
    method: 'post',
    path: '/conversations/:conversationId/hand-back',
    access: talkers,
    summary: 'Give the conversation back to the AI.',
    body: z.object({ note: z.string().max(2000).default('') }),
    response: changed,
    problems: turnProblems,
  }),
  transfer: route({
    method: 'post',
    path: '/conversations/:conversationId/transfer',
    access: talkers,
    summary: 'Transfer to a skill group or directly to an agent.',
    body: z.object({
      groupId: id.optional(),
      agentId: id.optional(),
      note: z.string().max(2000).default(''),
    }),
    response: changed,
    problems: turnProblems,
  }),
  snooze: route({
    method: 'post',
    path: '/conversations/:conversationId/snooze',
    access: talkers,
    summary: 'Set aside until a time; comes back then or when the customer writes.',
    body: z.object({ until: instant }),
    response: changed,
    problems: turnProblems,
  }),
  setWaiting: route({
    method: 'post',
    path: '/conversations/:conversationId/wait',
    access: talkers,
    summary: 'Set aside until the customer writes.',
    response: changed,
    problems: turnProblems,
  }),
  wake: route({
    method: 'post',
    path: '/conversations/:conversationId/wake',
    access: talkers,
    summary: 'Bring back a conversation set aside.',
    response: changed,
    problems: turnProblems,
  }),
  startWrapUp: route({
    method: 'post',
    path: '/conversations/:conversationId/wrap-up',
    access: talkers,
    summary: 'The talk is over; notes are being written.',
    response: changed,
    problems: turnProblems,
  }),
  resolve: route({
    method: 'post',
    path: '/conversations/:conversationId/resolve',
    access: talkers,
    summary: 'Resolve with a wrap-up.',
    body: z.object({ wrapUp }),
    response: changed,
    problems: turnProblems,
  }),
  reopen: route({
    method: 'post',
    path: '/conversations/:conversationId/reopen',
    access: talkers,
    summary: 'Start a clean episode and take it.',
    response: changed,
    problems: turnProblems,
  }),
  suggestAnswers: route({
    method: 'get',
    path: '/conversations/:conversationId/suggestions',
    access: talkers,
    summary: 'Up to three articles that fit the customer’s last message, as suggested replies.',
    response: z.object({
      suggestions: z.array(z.object({ source, body: z.string(), confidence: z.number() })),
    }),
    problems: ['not_found'],
  }),
};
