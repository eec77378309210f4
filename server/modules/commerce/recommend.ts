import { normalise } from '../../../brain/text/normalise.ts';
import type { Both, Language } from '../../../contract/index.ts';
import type { Database } from '../../database/client.ts';

type Row = { sku: string; name: Both; category: string; priceCents: number; stock: number; picture: string };
export type Recommended = Row & { why: Both };

const why = {
  wished: { zh: '符合您的描述', en: 'Fits what you describe' },
  seen: { zh: '您最近看过', en: 'You looked at it recently' },
  goesWith: { zh: '与您买过的商品同类', en: 'Of the same kind as something you bought' },
  liked: { zh: '店铺推荐', en: 'Recommended by the shop' },
} satisfies Record<string, Both>;

/**
 * Up to five products in stock, each with its reason: what fits the wish first, then what the customer looked at and did
 * not buy, then what goes with what they bought, then the shop's own order.
 */
export async function recommend(
  database: Database,
  customerId: string | null,
  language: Language,
  wish: string,
): Promise<Recommended[]> {
  const [products, seen, bought] = await Promise.all([
    database.query<Row & { description: Both }>(
      `SELECT sku, name, category, price_cents AS "priceCents", stock, picture, description FROM products
       WHERE stock > 0 ORDER BY position LIMIT 500`,
    ),
    skus(
      database,
      'SELECT sku FROM browsing WHERE customer_id = $1 AND sku IS NOT NULL ORDER BY at DESC LIMIT 50',
      customerId,
    ),
    skus(
      database,
      `SELECT DISTINCT item ->> 'sku' AS sku FROM orders, jsonb_array_elements(items) AS item WHERE customer_id = $1`,
      customerId,
    ),
  ]);
  const kinds = new Set(products.filter((one) => bought.has(one.sku)).map((one) => one.category));
  const pieces = piecesOf(wish);
  const scored = products.map((product) => {
    const text = normalise(`${product.name[language]} ${product.category} ${product.description[language]}`);
    const fits = pieces.filter((piece) => text.includes(piece)).length / Math.max(1, pieces.length);
    const isNew = !bought.has(product.sku);
    const [score, reason]: [number, Both] =
      fits >= 0.34
        ? [10 + fits, why.wished]
        : isNew && seen.has(product.sku)
          ? [3, why.seen]
          : isNew && kinds.has(product.category)
            ? [2, why.goesWith]
            : [isNew ? 1 : 0, why.liked];
    return { product, score, reason };
  });
  return scored
    .sort((one, other) => other.score - one.score)
    .slice(0, 5)
    .map(({ product: { description: _, ...product }, reason }) => ({ ...product, why: reason }));
}

/** Words, and pairs of Chinese characters. */
function piecesOf(wish: string): string[] {
  const folded = normalise(wish);
  const han = [...folded.matchAll(/\p{Script=Han}{2,}/gu)].flatMap(([run]) =>
    Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  );
  return [...new Set([...(folded.match(/[a-z0-9]{3,}/g) ?? []), ...han])].slice(0, 40);
}

async function skus(database: Database, sql: string, customerId: string | null): Promise<Set<string>> {
  if (!customerId) return new Set();
  return new Set((await database.query<{ sku: string }>(sql, [customerId])).map((row) => row.sku));
}
