import { z } from 'zod';
import { withoutOrders } from '../../../brain/check/index.ts';
import {
  type Card,
  type CardRef,
  type Language,
  type Order,
  orderStatusNames,
  type Product,
  type ReasonCode,
} from '../../../contract/index.ts';
import type { ToolCall, ToolOffer } from '../model/index.ts';
import type { Passage } from './turn-prompt.ts';

/** The shop as a turn may see it. The customer is bound by the desk; no tool takes an id. */
export type Shop = {
  searchProducts(text: string, language: Language): Promise<Product[]>;
  recommend(
    customerId: string | null,
    language: Language,
    wish: string,
  ): Promise<(Product & { why: string })[]>;
  ordersOf(customerId: string, language: Language): Promise<Order[]>;
  cards(refs: CardRef[], customerId: string, language: Language): Promise<Card[]>;
};
export type FoundArticle = { id: string; title: string; body: string; language: Language };

export type ToolNeeds = {
  shop: Shop;
  findArticles: (text: string, language: Language) => Promise<FoundArticle[]>;
  customerId: string | null;
  language: Language;
  /** The customer's words of this turn: what a hand-off quotes must stand in them. */
  asked: string;
};

export type ToolResult =
  | { kind: 'data'; passages: Passage[]; articles: FoundArticle[]; cards: { ref: CardRef; name: string }[] }
  | { kind: 'refused'; text: string }
  | { kind: 'hand_off'; reasonCode: ReasonCode; quote: string }
  | { kind: 'not_found' };

const query = z.object({ query: z.string().trim().min(1).max(200) }).strict();
const nothing = z.object({}).strict();
const handOffReasons = [
  'asked_for_person',
  'anger',
  'threat',
  'legal_threat',
  'safety',
  'payment_details',
] as const satisfies readonly ReasonCode[];
const handOff = z.object({ reason: z.enum(handOffReasons), quote: z.string().min(1).max(400) }).strict();

const tools = {
  search_knowledge: {
    description: 'Search the shop’s articles: delivery, returns, payment, care, accounts, opening hours.',
    input: query,
  },
  search_products: {
    description: 'Search the catalogue by words of the name: price and stock.',
    input: query,
  },
  recommend_products: {
    description: 'Products that may suit this customer, with the reason.',
    input: z.object({ wish: z.string().trim().max(200).default('') }).strict(),
  },
  my_orders: {
    description: 'The orders of the customer you are writing to, with their shipments.',
    input: nothing,
  },
  hand_off: {
    description: 'Give the conversation to a person. `quote`: the customer’s own words that call for it.',
    input: handOff,
  },
  not_found: { description: 'Nothing in the data answers the question.', input: nothing },
} as const;
type ToolName = keyof typeof tools;

export const toolNames = Object.keys(tools);

export const toolOffers: ToolOffer[] = Object.entries(tools).map(([name, { description, input }]) => ({
  name,
  description,
  parameters: z.toJSONSchema(input, { io: 'input' }) as object,
}));

/** Runs one call. What the model sends is checked like anybody's input; a wrong call is answered, not thrown. */
export async function runTool(call: ToolCall, needs: ToolNeeds): Promise<ToolResult> {
  if (!Object.hasOwn(tools, call.name)) return refused(`There is no tool of this name.`);
  const name = call.name as ToolName;
  const parsed = tools[name].input.safeParse(call.input ?? {});
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refused(`Wrong arguments: ${issue?.path.join('.') || 'input'}: ${issue?.message}`);
  }
  const input = parsed.data as { query: string; wish: string } & z.infer<typeof handOff>;
  const { shop, language, customerId } = needs;
  switch (name) {
    case 'search_knowledge': {
      const articles = await needs.findArticles(input.query, language);
      return data(articles.map(articlePassage), 'No article fits.', { articles });
    }
    case 'search_products':
      return productData(await findProducts(shop, input.query, language), language);
    case 'recommend_products':
      return productData(await shop.recommend(customerId, language, input.wish), language);
    case 'my_orders': {
      const orders = customerId ? await shop.ordersOf(customerId, language) : [];
      const cards = orders.map(({ number }) => ({ ref: { kind: 'order' as const, number }, name: number }));
      return data(
        orders.slice(0, 8).map((order) => orderPassage(order, language)),
        'No orders are known for this customer.',
        { cards },
      );
    }
    case 'hand_off':
      if (!needs.asked.includes(input.quote.trim()))
        return refused('The quote must stand word for word in what the customer wrote now.');
      return { kind: 'hand_off', reasonCode: input.reason, quote: input.quote.trim() };
    case 'not_found':
      return { kind: 'not_found' };
  }
}

/** All words together, or else any of them. */
async function findProducts(shop: Shop, text: string, language: Language): Promise<Product[]> {
  const all = await shop.searchProducts(text, language);
  if (all.length > 0) return all.slice(0, 6);
  const found = new Map<string, Product>();
  for (const word of text
    .split(/[\s,，、]+/)
    .filter((one) => one.length > 1)
    .slice(0, 5))
    for (const product of await shop.searchProducts(word, language)) found.set(product.sku, product);
  return [...found.values()].slice(0, 6);
}

function refused(text: string): ToolResult {
  return { kind: 'refused', text };
}

function data(
  passages: Passage[],
  empty: string,
  rest: Partial<Pick<Extract<ToolResult, { kind: 'data' }>, 'articles' | 'cards'>> = {},
): ToolResult {
  const shown = passages.length > 0 ? passages : [{ from: 'the desk', text: empty }];
  return { kind: 'data', passages: shown, articles: [], cards: [], ...rest };
}

function productData(products: (Product & { why?: string })[], language: Language): ToolResult {
  return data(
    products.slice(0, 6).map((product) => {
      const state = `${product.sku}: ${yuan(product.priceCents)}, ${stock(product.stock, language)}${product.why ? `. ${product.why}` : ''}`;
      return {
        from: `product ${product.sku}`,
        text: `${withoutOrders(product.name)} ${state}`,
        source: state,
      };
    }),
    'No product fits.',
    {
      cards: products.map(({ sku, name }) => ({ ref: { kind: 'product' as const, sku }, name })),
    },
  );
}

export function articlePassage(article: FoundArticle): Passage {
  return {
    from: `article ${article.id}`,
    text: withoutOrders(`${article.title}\n${article.body.slice(0, 2500)}`),
  };
}

const yuan = (cents: number) => `¥${(cents / 100).toFixed(2)}`;
const stock = (count: number, language: Language) =>
  language === 'zh'
    ? count > 0
      ? `有货，库存 ${count}`
      : '缺货'
    : count > 0
      ? `in stock: ${count}`
      : 'out of stock';
const day = (at: number) => new Date(at).toISOString().slice(0, 10);

function orderPassage(order: Order, language: Language): Passage {
  const zh = language === 'zh';
  const line = (label: string, value: string) => (value ? `${label}: ${value}\n` : '');
  const { shipment } = order;
  const state =
    line(zh ? '订单号' : 'Order', order.number) +
    line(zh ? '状态' : 'Status', orderStatusNames[order.status]?.[language] ?? order.status) +
    line(zh ? '下单日期' : 'Placed', day(order.placedAt)) +
    line(zh ? '合计' : 'Total', yuan(order.totalCents)) +
    line(
      zh ? '单价' : 'Prices',
      order.items.map((item) => `× ${item.quantity} ${yuan(item.priceCents)}`).join('; '),
    ) +
    line(zh ? '收货地址' : 'Address', order.address) +
    line(zh ? '快递' : 'Carrier', shipment ? `${shipment.carrier} ${shipment.trackingNumber}` : '') +
    line(zh ? '物流日期' : 'Shipment dates', shipment?.steps.map((step) => day(step.at)).join('; ') ?? '');
  const items = order.items.map((item) => `${withoutOrders(item.name)} × ${item.quantity}`).join('; ');
  const steps = shipment?.steps.map((step) => `${day(step.at)} ${withoutOrders(step.text)}`).join('; ') ?? '';
  const words =
    line(zh ? '商品' : 'Items', items) +
    line(zh ? '物流' : 'Shipment', steps) +
    line(zh ? '备注' : 'Note', withoutOrders(order.note));
  return { from: `order ${order.number}`, text: state + words, source: state };
}
