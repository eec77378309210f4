import type { SeedArticle } from '../demo-shop.ts';
import { internationalArticles } from './international.ts';
import { moreArticles } from './more.ts';
import { invoiceArticles, orderingArticles, paymentArticles } from './ordering.ts';
import { accountArticles, membershipArticles, productArticles, shopArticles } from './products.ts';
import { returnsArticles, warrantyArticles } from './returns.ts';
import { shippingArticles } from './shipping.ts';

/** Everything the demo shop knows, each written in both languages. */
export const articles: SeedArticle[] = [
  ...orderingArticles,
  ...paymentArticles,
  ...shippingArticles,
  ...internationalArticles,
  ...returnsArticles,
  ...warrantyArticles,
  ...productArticles,
  ...membershipArticles,
  ...invoiceArticles,
  ...accountArticles,
  ...shopArticles,
  ...moreArticles,
];
