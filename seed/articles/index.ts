import type { SeedArticle } from '../demo-shop.ts';
import { accountArticles } from './account.ts';
import { deliveryArticles } from './delivery.ts';
import { dispatchArticles } from './dispatch.ts';
import { faultArticles } from './faults.ts';
import { internationalArticles } from './international.ts';
import { invoiceArticles } from './invoices.ts';
import { membershipArticles } from './membership.ts';
import { orderingArticles } from './ordering.ts';
import { paymentArticles } from './payment.ts';
import { priceArticles } from './prices.ts';
import { refundArticles } from './refunds.ts';
import { returnsArticles } from './returns.ts';
import { shopArticles } from './shop.ts';
import { teaArticles } from './tea.ts';
import { teawareArticles } from './teaware.ts';

/** Everything the demo shop knows, each written in both languages. */
export const articles: SeedArticle[] = [
  ...orderingArticles,
  ...priceArticles,
  ...paymentArticles,
  ...dispatchArticles,
  ...deliveryArticles,
  ...internationalArticles,
  ...returnsArticles,
  ...refundArticles,
  ...faultArticles,
  ...teaArticles,
  ...teawareArticles,
  ...membershipArticles,
  ...invoiceArticles,
  ...accountArticles,
  ...shopArticles,
];
