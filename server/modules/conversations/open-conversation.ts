import type { Conversation, Language } from '../../../contract/index.ts';
import type { Database } from '../../database/client.ts';
import { type CustomerActor, partyOf } from './actor.ts';
import type { Record } from './record.ts';

/**
 * The customer's conversation: the latest one, or a new one when there is none. Two calls at once give the same.
 */
export function openConversation(
  needs: { database: Database; record: Record; newId: (prefix: string) => string },
  customer: CustomerActor,
  opening: { language: Language; page: string | null },
): Promise<Conversation> {
  return needs.database.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [customer.id]);
    const [latest] = await tx.query<{ state: Conversation }>(
      'SELECT state FROM conversations WHERE customer_id = $1 ORDER BY last_at DESC LIMIT 1',
      [customer.id],
    );
    if (latest) return latest.state;
    return needs.record.open(tx, needs.newId('cnv'), {
      type: 'conversation.opened',
      by: partyOf(customer),
      body: { customerId: customer.id, customerName: customer.name, channel: 'widget', ...opening },
    });
  });
}
