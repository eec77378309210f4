import { z } from 'zod';
import { id, instant, language, reasonCode } from './words.ts';
import { feltInMessage, mood } from './feeling.ts';

/**
 * The timeline: every change of a conversation is one entry with the next gapless number (`seq`).
 * Screens, reports, webhooks and replays read it; the conversation's state is its fold (see conversation.ts).
 */

export const attachment = z
  .object({
    attachmentId: id,
    name: z.string(),
    mediaType: z.string(),
    sizeBytes: z.number().int(),
    url: z.string().describe('Unguessable: whoever has it can read the file.'),
  })
  .meta({ id: 'Attachment' });
export type Attachment = z.infer<typeof attachment>;

/** Where an AI answer comes from: the article, and the passage that carried the answer. */
export const source = z
  .object({ articleId: id, title: z.string(), language, passage: z.string() })
  .meta({ id: 'Source' });
export type Source = z.infer<typeof source>;

export const choice = z
  .object({
    label: z.string(),
    articleId: id.optional().describe('A near candidate: choosing it asks for this article.'),
    action: z.enum(['person', 'continue', 'leave_message']).optional(),
  })
  .meta({ id: 'Choice' });
export type Choice = z.infer<typeof choice>;

export const card = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('product'),
      sku: z.string(),
      title: z.string(),
      price: z.string(),
      pictureUrl: z.string(),
      url: z.string(),
    }),
    z.object({
      kind: z.literal('order'),
      number: z.string(),
      title: z.string(),
      status: z.string(),
      total: z.string(),
      pictureUrl: z.string().optional(),
      url: z.string().optional(),
    }),
  ])
  .meta({ id: 'Card' });
export type Card = z.infer<typeof card>;

/** What is asked for as a card. What stands on it comes from the shop, never from who sends it. */
export const cardRef = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('product'), sku: z.string().min(1).max(64) }),
    z.object({ kind: z.literal('order'), number: z.string().min(1).max(64) }),
  ])
  .meta({ id: 'CardRef' });
export type CardRef = z.infer<typeof cardRef>;

export const party = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('customer'), id, name: z.string() }),
    z.object({ kind: z.literal('ai') }),
    z.object({ kind: z.literal('agent'), id, name: z.string() }),
    z.object({ kind: z.literal('desk') }),
  ])
  .meta({ id: 'Party' });
export type Party = z.infer<typeof party>;

/** "Why did it say this": what the AI saw and weighed in one turn. Staff only. */
export const turnRecord = z
  .object({
    action: z.string(),
    reasonCode: reasonCode.optional(),
    confidence: z.number().optional(),
    missed: z.boolean(),
    durationMs: z.number(),
    why: z.unknown(),
  })
  .meta({ id: 'TurnRecord' });

export const handOffSummary = z
  .object({
    wants: z.array(z.string()),
    tried: z.array(z.object({ title: z.string(), articleId: id.nullable() })),
    open: z.array(z.string()),
    entities: z.array(z.object({ kind: z.string(), value: z.string() })),
    mood,
  })
  .meta({ id: 'HandOffSummary' });
export type HandOffSummary = z.infer<typeof handOffSummary>;

export const wrapUp = z
  .object({
    outcome: z.enum(['solved', 'unsolved', 'no_answer_needed', 'spam']),
    topic: z.string().max(80),
    note: z.string().max(2000),
  })
  .meta({ id: 'WrapUp' });
export type WrapUp = z.infer<typeof wrapUp>;

const shapes = {
  'conversation.opened': {
    customerId: id,
    customerName: z.string(),
    channel: z.enum(['widget']),
    language,
    page: z.string().nullable(),
  },
  'message.sent': {
    messageId: id,
    from: party,
    text: z.string(),
    language,
    clientMessageId: z.string().nullable(),
    attachments: z.array(attachment),
    sources: z.array(source),
    choices: z.array(choice),
    cards: z.array(card),
    offer: z.boolean().describe('The AI asks: a person, or go on with me?'),
    otherLanguage: z
      .boolean()
      .describe('The article is shown in its own language because the shop has no other.'),
    turn: turnRecord.nullable().describe('Staff only; null for customers.'),
    feeling: feltInMessage
      .optional()
      .describe("Staff only. What a customer's message feels like, read when it was written."),
  },
  'note.added': { text: z.string() },
  'conversation.handed_off': {
    reasonCode,
    evidence: z
      .object({ quote: z.string(), rule: z.string() })
      .nullable()
      .describe('Staff only; null for customers.'),
    confidence: z.number(),
    groupId: id,
    priority: z.number().int().min(0).max(3).describe('3 is the most urgent.'),
    summary: handOffSummary.nullable().describe('Staff only; null for customers.'),
  },
  'assignment.offered': { agentId: id, until: instant },
  'assignment.returned': { agentId: id, because: z.enum(['not_accepted_in_time', 'declined', 'agent_left']) },
  'queue.overflowed': { fromGroupId: id, toGroupId: id },
  'conversation.assigned': {
    agentId: id,
    agentName: z.string(),
    how: z.enum(['accepted', 'auto_accepted', 'taken_over', 'transferred']),
  },
  'conversation.transferred': { toGroupId: id, toAgentId: id.nullable(), note: z.string() },
  'conversation.handed_back': { note: z.string() },
  'conversation.snoozed': { until: instant },
  'conversation.set_waiting': {},
  'conversation.woken': { because: z.enum(['time', 'customer_wrote', 'agent']) },
  'wrap_up.started': {},
  'conversation.resolved': { wrapUp: wrapUp.nullable() },
  'conversation.reopened': { episode: z.number().int() },
  'message.left': { contact: z.string(), text: z.string(), promisedAt: instant },
  'customer.identified': { customerId: id, customerName: z.string() },
  'conversation.rated': { score: z.number().int().min(1).max(5), comment: z.string() },
} as const;

export type EntryType = keyof typeof shapes;

/** Entries customers never see, not even as a gap they could count. */
export const staffOnlyTypes = [
  'note.added',
  'assignment.offered',
  'assignment.returned',
  'queue.overflowed',
  'customer.identified',
] as const satisfies readonly EntryType[];

function entryOf<T extends EntryType>(type: T) {
  return z.object({
    conversationId: id,
    seq: z.number().int().positive(),
    episode: z.number().int().positive(),
    at: instant,
    by: party,
    type: z.literal(type),
    body: z.object(shapes[type]) as unknown as z.ZodType<EntryBody<T>>,
  });
}

export type EntryBody<T extends EntryType> = z.infer<z.ZodObject<(typeof shapes)[T]>>;

/** One numbered entry; narrow on `type` to know `body`. */
export type Entry = {
  [T in EntryType]: {
    conversationId: string;
    seq: number;
    episode: number;
    at: number;
    by: Party;
    type: T;
    body: EntryBody<T>;
  };
}[EntryType];

export const entry = z
  .discriminatedUnion(
    'type',
    (Object.keys(shapes) as EntryType[]).map((type) => entryOf(type)) as unknown as [
      ReturnType<typeof entryOf>,
    ],
  )
  .meta({ id: 'Entry' }) as unknown as z.ZodType<Entry>;

export const entryTypes = Object.keys(shapes) as EntryType[];

/** The same entry as its customer may see it; null when it is not for customers. */
export function entryForCustomer(entry: Entry): Entry | null {
  if ((staffOnlyTypes as readonly string[]).includes(entry.type)) return null;
  switch (entry.type) {
    case 'message.sent':
      return { ...entry, body: { ...entry.body, turn: null, feeling: undefined } };
    case 'conversation.handed_off':
      return { ...entry, body: { ...entry.body, evidence: null, summary: null } };
    case 'conversation.transferred':
      return { ...entry, body: { ...entry.body, note: '' } };
    case 'conversation.handed_back':
      return { ...entry, body: { note: '' } };
    case 'conversation.resolved':
      return { ...entry, body: { wrapUp: null } };
    default:
      return entry;
  }
}
