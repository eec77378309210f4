import { z } from 'zod';
import { conversation } from './conversation.ts';
import { agent } from './people.ts';
import { problemBody } from './problem.ts';
import {
  inboxCounts,
  inboxRow,
  publicConversation,
  publicSnapshot,
  queuePlace,
  sendBody,
  staffSnapshot,
} from './talking.ts';
import { entry } from './timeline.ts';
import { id, instant } from './words.ts';

/**
 * The WebSocket at /api/live. The first message is `hello`; agents are known by their cookie, customers by their token.
 * A client watches conversations with the last number it has (`since`) and gets a snapshot with what it missed,
 * then every entry as it is stored. When the gap is too large the snapshot says `resync: true`.
 */
export const fromClient = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    token: z.string().max(200).optional().describe('Customers: their visitor token.'),
  }),
  z.object({
    type: z.literal('watch'),
    conversationId: id,
    since: z.number().int().nonnegative().optional(),
  }),
  z.object({ type: z.literal('unwatch'), conversationId: id }),
  z.object({ type: z.literal('send'), requestId: z.string().max(64), conversationId: id, ...sendBody.shape }),
  z.object({ type: z.literal('typing'), conversationId: id, on: z.boolean() }),
  z.object({ type: z.literal('read'), conversationId: id, seq: z.number().int().nonnegative() }),
  z.object({ type: z.literal('ping') }),
]);
export type FromClient = z.infer<typeof fromClient>;

export const toClient = z.discriminatedUnion('type', [
  z.object({ type: z.literal('welcome'), as: z.enum(['agent', 'customer']), at: instant }),
  z.object({ type: z.literal('sent'), requestId: z.string(), entry, repeated: z.boolean() }),
  z.object({ type: z.literal('refused'), requestId: z.string().nullable(), problem: problemBody }),
  z.object({
    type: z.literal('typing'),
    conversationId: id,
    from: z.enum(['customer', 'agent', 'ai']),
    on: z.boolean(),
  }),
  z.object({
    type: z.literal('read'),
    conversationId: id,
    by: z.enum(['customer', 'agent']),
    seq: z.number().int(),
  }),
  z.object({ type: z.literal('pong') }),
  // For customers
  z.object({ type: z.literal('snapshot'), ...publicSnapshot.shape }),
  z.object({ type: z.literal('entry'), entry, conversation: publicConversation }),
  z
    .object({ type: z.literal('draft'), conversationId: id, text: z.string() })
    .describe(
      'The checked beginning of an answer being written, whole each time; the stored message takes its place. Empty: withdrawn.',
    ),
  z.object({ type: z.literal('queue_place'), conversationId: id, place: queuePlace.nullable() }),
  // For agents
  z.object({ type: z.literal('staff_snapshot'), ...staffSnapshot.shape }),
  z.object({
    type: z.literal('staff_entry'),
    entry,
    conversation: conversation.nullable().describe('The whole state, when the entry is not a message.'),
  }),
  z.object({ type: z.literal('inbox'), row: inboxRow, counts: inboxCounts.nullable() }),
  z
    .object({ type: z.literal('offered'), row: inboxRow })
    .describe('This conversation is yours to accept, until `offeredUntil`.'),
  z.object({ type: z.literal('agent'), agent }),
]);
export type ToClient = z.infer<typeof toClient>;
