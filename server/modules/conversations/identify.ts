import { desk } from './actor.ts';
import type { Conversations } from './index.ts';

/** A visitor proved who they are: what they said so far becomes the known customer's. */
export async function identify(
  conversations: Conversations,
  visitorId: string,
  customer: { id: string; name: string },
): Promise<void> {
  for (const state of await conversations.pastOf(visitorId, 20)) {
    await conversations.record.change({
      conversationId: state.id,
      decide: () => [
        {
          type: 'customer.identified',
          by: desk,
          body: { customerId: customer.id, customerName: customer.name },
        },
      ],
    });
  }
}
