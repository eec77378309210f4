/**
 * Commerce: the shop as the desk sees it. Products, a customer's orders with their shipments, what they looked at.
 *
 * Words: product, order, shipment, browsing.
 * Invariant: orders are read by customer only; there is no way to ask for somebody else's by number.
 * It must not know: conversations, HTTP. Money is integer cents.
 */
import {
  type Both,
  type Card,
  type CardRef,
  type CustomerPanel,
  type Product as FoundProduct,
  type Language,
  type Order,
  orderStatusNames,
} from '../../../contract/index.ts';
import type { Database, Queryable } from '../../database/client.ts';
import { Problem } from '../../platform/problem.ts';
import { recommend } from './recommend.ts';

export type Product = {
  sku: string;
  name: Both;
  category: string;
  priceCents: number;
  wasCents: number | null;
  stock: number;
  description: Both;
  attributes: { name: Both; value: Both }[];
  picture: string;
};

export type StoredOrder = {
  number: string;
  customerId: string;
  status: string;
  placedAt: number;
  items: { sku: string; quantity: number; priceCents: number }[];
  shippingCents: number;
  payment: string;
  address: string;
  shipment: { carrier: string; trackingNumber: string; steps: { at: number; text: Both }[] } | null;
  note: Both;
};

export type Browsed = {
  customerId: string;
  at: number;
  kind: 'view' | 'search' | 'cart';
  sku: string | null;
  query: string | null;
};

const productColumns = `sku, name, category, price_cents AS "priceCents", was_cents AS "wasCents", stock, description, attributes, picture`;
const orderColumns = `number, customer_id AS "customerId", status, placed_at AS "placedAt", items, shipping_cents AS "shippingCents",
  payment, address, shipment, note`;

export type Commerce = ReturnType<typeof createCommerce>;

/** Money as the shop's customers read it. */
const yuan = (cents: number) => `¥${(cents / 100).toFixed(2)}`;
const mostFound = 20;

export function createCommerce(needs: {
  database: Database;
  pictureUrl: (picture: string) => string;
  productUrl: (sku: string) => string;
}) {
  const { database } = needs;

  const products = () => database.query<Product>(`SELECT ${productColumns} FROM products ORDER BY position`);

  async function productsBySku(skus: (string | null)[]): Promise<Map<string, Product>> {
    const rows = await database.query<Product>(`SELECT ${productColumns} FROM products WHERE sku = ANY($1)`, [
      skus,
    ]);
    return new Map(rows.map((row) => [row.sku, row]));
  }

  async function ordersOf(customerId: string, language: Language, limit = 20): Promise<Order[]> {
    const orders = await database.query<StoredOrder>(
      `SELECT ${orderColumns} FROM orders WHERE customer_id = $1 ORDER BY placed_at DESC LIMIT $2`,
      [customerId, limit],
    );
    const known = await productsBySku(orders.flatMap((order) => order.items.map((item) => item.sku)));
    return orders.map((order) => ({
      number: order.number,
      status: order.status,
      placedAt: order.placedAt,
      totalCents: order.items.reduce(
        (sum, item) => sum + item.priceCents * item.quantity,
        order.shippingCents,
      ),
      shippingCents: order.shippingCents,
      payment: order.payment,
      address: order.address,
      items: order.items.map((item) => {
        const product = known.get(item.sku);
        return {
          ...item,
          name: product?.name[language] ?? item.sku,
          pictureUrl: product ? needs.pictureUrl(product.picture) : '',
        };
      }),
      shipment: order.shipment && {
        carrier: order.shipment.carrier,
        trackingNumber: order.shipment.trackingNumber,
        steps: order.shipment.steps.map((step) => ({ at: step.at, text: step.text[language] })),
      },
      note: order.note[language],
    }));
  }

  async function browsingOf(customerId: string, language: Language): Promise<CustomerPanel['browsing']> {
    const rows = await database.query<Browsed>(
      `SELECT at, kind, sku, query FROM browsing WHERE customer_id = $1 ORDER BY at DESC LIMIT 20`,
      [customerId],
    );
    const known = await productsBySku(rows.map((row) => row.sku));
    return rows.map((row) => {
      const product = row.sku ? known.get(row.sku) : undefined;
      return {
        at: row.at,
        kind: row.kind,
        label: row.query ?? product?.name[language] ?? row.sku ?? '',
        pictureUrl: product ? needs.pictureUrl(product.picture) : null,
      };
    });
  }

  /**
   * Cards for a message, with what the shop says now.
   * @throws Problem invalid_input for a product the shop does not have or an order that is not this customer's
   */
  async function cards(refs: CardRef[], customerId: string, language: Language): Promise<Card[]> {
    const [known, orders] = await Promise.all([
      productsBySku(refs.map((ref) => (ref.kind === 'product' ? ref.sku : null))),
      refs.some((ref) => ref.kind === 'order') ? ordersOf(customerId, language, 200) : [],
    ]);
    return refs.map((ref, at) => {
      if (ref.kind === 'product') {
        const found = known.get(ref.sku);
        if (!found) throw unknownCard(at, `There is no product ${ref.sku}.`);
        return {
          kind: 'product',
          sku: ref.sku,
          title: found.name[language],
          price: yuan(found.priceCents),
          pictureUrl: needs.pictureUrl(found.picture),
          url: needs.productUrl(ref.sku),
        };
      }
      const order = orders.find((one) => one.number === ref.number);
      if (!order) throw unknownCard(at, `This customer has no order ${ref.number}.`);
      return {
        kind: 'order',
        number: order.number,
        title: order.number,
        status: orderStatusNames[order.status]?.[language] ?? order.status,
        total: yuan(order.totalCents),
        ...(order.items[0]?.pictureUrl ? { pictureUrl: order.items[0].pictureUrl } : {}),
      };
    });
  }

  return {
    products,
    cards,
    /** Products whose name, SKU or category contains every word of `text`, as the shop lists them. */
    async searchProducts(text: string, language: Language): Promise<FoundProduct[]> {
      const words = text.trim().split(/\s+/).filter(Boolean).slice(0, 8);
      const rows = await database.query<Product>(
        `SELECT ${productColumns} FROM products
         WHERE NOT EXISTS (
           SELECT FROM unnest($1::text[]) AS word
           WHERE strpos(lower(concat_ws(' ', name ->> 'zh', name ->> 'en', sku, category)), lower(word)) = 0)
         ORDER BY position LIMIT ${mostFound}`,
        [words],
      );
      return rows.map(({ sku, name, priceCents, stock, picture }) => ({
        sku,
        name: name[language],
        priceCents,
        stock,
        pictureUrl: needs.pictureUrl(picture),
      }));
    },
    /** Products that may suit this customer, each with its reason. */
    async recommend(
      customerId: string | null,
      language: Language,
      wish: string,
    ): Promise<(FoundProduct & { why: string })[]> {
      const found = await recommend(database, customerId, language, wish);
      return found.map(({ sku, name, priceCents, stock, picture, why }) => ({
        sku,
        name: name[language],
        priceCents,
        stock,
        pictureUrl: needs.pictureUrl(picture),
        why: why[language],
      }));
    },
    async product(sku: string): Promise<Product | null> {
      return (await productsBySku([sku])).get(sku) ?? null;
    },
    ordersOf,
    /** What the customer's latest order comes to; null without one. */
    async latestOrderCents(customerId: string): Promise<number | null> {
      const [row] = await database.query<{ cents: number }>(
        `SELECT shipping_cents + (
           SELECT coalesce(sum((item ->> 'priceCents')::bigint * (item ->> 'quantity')::bigint), 0)
           FROM jsonb_array_elements(items) AS item)::bigint AS cents
         FROM orders WHERE customer_id = $1 ORDER BY placed_at DESC LIMIT 1`,
        [customerId],
      );
      return row?.cents ?? null;
    },
    browsingOf,
    async spentCents(customerId: string): Promise<number> {
      const [row] = await database.query<{ spent: number }>(
        `SELECT coalesce(sum((item ->> 'priceCents')::bigint * (item ->> 'quantity')::bigint), 0)::bigint AS spent
         FROM orders, jsonb_array_elements(items) AS item
         WHERE customer_id = $1 AND status NOT IN ('cancelled', 'refunded', 'awaiting_payment')`,
        [customerId],
      );
      return row?.spent ?? 0;
    },
    async addProduct(tx: Queryable, product: Product, position: number): Promise<void> {
      await tx.query(
        `INSERT INTO products (sku, name, category, price_cents, was_cents, stock, description, attributes, picture, position)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          product.sku,
          JSON.stringify(product.name),
          product.category,
          product.priceCents,
          product.wasCents,
          product.stock,
          JSON.stringify(product.description),
          JSON.stringify(product.attributes),
          product.picture,
          position,
        ],
      );
    },
    async addOrder(tx: Queryable, order: StoredOrder): Promise<void> {
      await tx.query(
        `INSERT INTO orders (number, customer_id, status, placed_at, items, shipping_cents, payment, address, shipment, note)
         VALUES ($1, $2, $3, to_timestamp($4 / 1000.0), $5, $6, $7, $8, $9, $10)`,
        [
          order.number,
          order.customerId,
          order.status,
          order.placedAt,
          JSON.stringify(order.items),
          order.shippingCents,
          order.payment,
          order.address,
          JSON.stringify(order.shipment),
          JSON.stringify(order.note),
        ],
      );
    },
    async addBrowsing(tx: Queryable, browsed: Browsed): Promise<void> {
      await tx.query(
        `INSERT INTO browsing (customer_id, at, kind, sku, query) VALUES ($1, to_timestamp($2 / 1000.0), $3, $4, $5)`,
        [browsed.customerId, browsed.at, browsed.kind, browsed.sku, browsed.query],
      );
    },
  };
}

function unknownCard(at: number, reason: string): Problem {
  return new Problem('invalid_input', reason, { field: `cards.${at}` });
}
