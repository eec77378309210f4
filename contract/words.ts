import { z } from 'zod';

/** The small closed vocabularies of the trade, each defined once. */

export const language = z.enum(['zh', 'en']).meta({ id: 'Language' });
export type Language = z.infer<typeof language>;

export const role = z.enum(['owner', 'supervisor', 'agent', 'editor']).meta({ id: 'Role' });
export type Role = z.infer<typeof role>;

export const presenceStatus = z.enum(['online', 'away', 'offline']).meta({ id: 'PresenceStatus' });
export type PresenceStatus = z.infer<typeof presenceStatus>;

export const conversationStatus = z
  .enum(['ai', 'queued', 'assigned', 'waiting_customer', 'snoozed', 'wrap_up', 'resolved'])
  .meta({ id: 'ConversationStatus' });
export type ConversationStatus = z.infer<typeof conversationStatus>;

/** Why a conversation went (or was offered) to a person. The words shown to the customer, the skill group and the priority follow from it. */
export const reasonCode = z
  .enum([
    'asked_for_person',
    'accepted_offer',
    'repeated_misses',
    'repeated_question',
    'anger',
    'threat',
    'legal_threat',
    'safety',
    'payment_details',
    'distress',
    'account_takeover',
    'minor',
    'dispute',
    'exception_wanted',
    'entangled',
    'high_value',
    'vip',
    'identity_needed',
    'dissatisfied',
    'tool_failed',
    'ai_failed',
    'transferred',
    'taken_over',
    'message_left',
  ])
  .meta({ id: 'ReasonCode' });
export type ReasonCode = z.infer<typeof reasonCode>;

export const both = z.object({ zh: z.string().max(4000), en: z.string().max(4000) });
export type Both = z.infer<typeof both>;

/** An order's state as a customer reads it; a shop's own states that are not here are shown as the shop writes them. */
export const orderStatusNames: Record<string, Both> = {
  awaiting_payment: { zh: '待付款', en: 'Awaiting payment' },
  awaiting_dispatch: { zh: '待发货', en: 'Awaiting dispatch' },
  in_transit: { zh: '运输中', en: 'In transit' },
  delivered: { zh: '已签收', en: 'Delivered' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  return_requested: { zh: '申请退货', en: 'Return requested' },
  returning: { zh: '退货中', en: 'Returning' },
  refunded: { zh: '已退款', en: 'Refunded' },
};

/** Milliseconds since 1970, UTC. */
export const instant = z.number().int().nonnegative();
export const id = z.string().min(1).max(64);

export const textLimit = 8000;
export const fileLimitBytes = 10 * 1024 * 1024;
