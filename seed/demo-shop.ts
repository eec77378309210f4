/**
 * The shapes of the demo shop's data files. One coherent shop, in both languages, used by the demo,
 * the screenshots and the tests. Money is integer cents of CNY; `daysAgo` is relative to the day of seeding,
 * so that a demo made today always looks alive.
 */

/** A text in both languages of the first day. */
export type Both = { zh: string; en: string };

export type ArticleCategory =
  | 'ordering'
  | 'payment'
  | 'shipping'
  | 'international'
  | 'returns'
  | 'warranty'
  | 'products'
  | 'membership'
  | 'invoice'
  | 'account'
  | 'shop';

/** One piece of knowledge, written twice. `key` ties the two languages together (kebab-case, unique). */
export type SeedArticle = {
  key: string;
  category: ArticleCategory;
  zh: { title: string; body: string; phrasings: string[] };
  en: { title: string; body: string; phrasings: string[] };
};

export type SeedProduct = {
  sku: string;
  name: Both;
  category: 'tea' | 'teaware' | 'kettle' | 'gift' | 'snack' | 'accessory';
  priceCents: number;
  /** Compare-at price when on sale. */
  wasCents?: number;
  stock: number;
  description: Both;
  attributes: { name: Both; value: Both }[];
  /** File name of a drawing in seed/pictures/. */
  picture: string;
};

export type SeedCustomer = {
  key: string;
  name: string;
  language: 'zh' | 'en';
  email: string;
  phone: string;
  city: Both;
  country: string;
  level: 'leaf' | 'silver' | 'gold';
  tags: string[];
  joinedDaysAgo: number;
  /** One sentence for whoever tells the demo's story. */
  story: Both;
};

export type SeedAgent = {
  key: string;
  name: string;
  email: string;
  role: 'owner' | 'supervisor' | 'agent' | 'editor';
  languages: ('zh' | 'en')[];
  groups: string[];
  capacity: number;
};

export type SeedGroup = {
  key: string;
  name: Both;
  languages: ('zh' | 'en')[];
  overflowTo?: string;
};

export type SeedOrder = {
  number: string;
  customer: string;
  placedDaysAgo: number;
  status:
    | 'awaiting_payment'
    | 'awaiting_dispatch'
    | 'in_transit'
    | 'delivered'
    | 'cancelled'
    | 'return_requested'
    | 'returning'
    | 'refunded';
  items: { sku: string; quantity: number; priceCents: number }[];
  shippingCents: number;
  payment: 'wechat' | 'alipay' | 'unionpay' | 'visa' | 'paypal';
  address: string;
  shipment?: { carrier: string; trackingNumber: string; steps: { daysAgo: number; text: Both }[] };
  note?: Both;
};

/** Something a customer looked at or searched, most recent first. */
export type SeedBrowsing = {
  customer: string;
  events: { minutesAgo: number; kind: 'view' | 'search' | 'cart'; sku?: string; query?: string }[];
};

/** A question that must stay right: answered by the article pair `key`, or, where it is null, not answered. */
export type SeedGoldenQuestion = {
  question: string;
  language: 'zh' | 'en';
  key: string | null;
  note?: string;
};

/**
 * A conversation that was held before the demo began. The AI's words are what it says today; `gap` is the time before
 * the step in minutes.
 */
export type SeedConversation = {
  customer: string;
  language: 'zh' | 'en';
  daysAgo: number;
  steps: (
    | { customer: string; gap?: number }
    | { agent: string; says: string; gap?: number }
    | 'ai'
    | 'hand off'
    | 'resolve'
    | { rates: number }
  )[];
};

/** A ready reply agents insert with `/shortcut`. */
export type SeedMacro = { shortcut: string; title: Both; body: Both };
