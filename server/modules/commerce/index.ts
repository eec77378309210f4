/**
 * Commerce: the shop as the desk sees it. Products, a customer's orders with their shipments, what they looked at.
 *
 * Words: product, order, shipment, browsing.
 * Invariant: orders are read by customer only; there is no way to ask for somebody else's by number.
 * It must not know: conversations, HTTP. Money is integer cents.
 */
import type { Both, CustomerPanel, Language, Order } from '../../../contract/index.ts';
import type { Database, Queryable } from '../../database/client.ts';

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

export function createCommerce(needs: { database: Database; pictureUrl: (picture: string) => string }) {
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

  return {
    products,
    async product(sku: string): Promise<Product | null> {
      return (await productsBySku([sku])).get(sku) ?? null;
    },
    ordersOf,
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
