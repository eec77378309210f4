import { deskRoutes as r } from '../../../contract/index.ts';
import type { Commerce } from '../../modules/commerce/index.ts';
import type { Conversations } from '../../modules/conversations/index.ts';
import type { Customers } from '../../modules/customers/index.ts';
import type { Macros } from '../../modules/macros/index.ts';
import type { Serve } from '../serve-route.ts';

export function serveShopSide(
  serve: Serve,
  needs: { customers: Customers; commerce: Commerce; conversations: Conversations; macros: Macros },
) {
  const { customers, commerce, conversations, macros } = needs;

  serve(r.getCustomerPanel, async ({ params, query }) => {
    const [customer, orders, browsing, past, spentCents] = await Promise.all([
      customers.find(params.customerId),
      commerce.ordersOf(params.customerId, query.language),
      commerce.browsingOf(params.customerId, query.language),
      conversations.pastOf(params.customerId, 20),
      commerce.spentCents(params.customerId),
    ]);
    return {
      customer: {
        id: customer.id,
        name: customer.name,
        identified: customer.externalId !== null,
        language: customer.language,
        email: customer.email,
        phone: customer.phone,
        city: customer.city[query.language],
        country: customer.country,
        level: customer.level,
        tags: customer.tags,
        firstSeenAt: customer.firstSeenAt,
        spentCents,
      },
      orders,
      browsing,
      past: past.map((state) => ({
        conversationId: state.id,
        openedAt: state.openedAt,
        status: state.status,
        reasonCode: state.reasonCode,
        preview: state.lastMessage?.preview ?? '',
        rating: state.rating?.score ?? null,
      })),
    };
  });
  serve(r.searchProducts, async ({ query }) => ({
    products: await commerce.searchProducts(query.search, query.language),
  }));
  serve(r.listMacros, async () => ({ macros: await macros.list() }));
  serve(r.createMacro, ({ body }) => macros.create(body));
  serve(r.updateMacro, ({ params, body }) => macros.update(params.macroId, body));
  serve(r.deleteMacro, async ({ params }) => {
    await macros.remove(params.macroId);
    return {};
  });
}
