import type { ArticleCategory, Both, SeedArticle } from '../demo-shop.ts';
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

/** What the categories are called in the console. */
export const categoryNames: Record<ArticleCategory, Both> = {
  ordering: { zh: '下单', en: 'Ordering' },
  payment: { zh: '支付', en: 'Payment' },
  shipping: { zh: '物流', en: 'Delivery' },
  international: { zh: '海外', en: 'International' },
  returns: { zh: '退换', en: 'Returns' },
  warranty: { zh: '售后', en: 'Warranty' },
  products: { zh: '商品', en: 'Products' },
  membership: { zh: '会员', en: 'Membership' },
  invoice: { zh: '发票', en: 'Invoices' },
  account: { zh: '账号', en: 'Account' },
  shop: { zh: '店铺', en: 'The shop' },
};

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
