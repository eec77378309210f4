import type { SeedArticle } from '../demo-shop.ts';

export const priceArticles: SeedArticle[] = [
  {
    key: 'price-protection',
    category: 'ordering',
    zh: {
      title: '买完降价了可以退差价吗',
      body: '付款后 **15 天**内同款降价，可以申请退差价，原路返回。限时秒杀和优惠券造成的差价不在内。',
      phrasings: ['刚买就降价了', '保价吗', '退差价', '价保几天', '便宜了20块能补吗'],
    },
    en: {
      title: 'The price dropped after I bought: can I get the difference?',
      body: 'Yes, within **15 days** of payment for the same item, back to your payment method. Flash sales and differences made by coupons do not count.',
      phrasings: [
        'price protection',
        'price match after purchase',
        'cheaper now refund the difference',
        'it went on sale the day after',
        'price adjustment',
      ],
    },
  },
  {
    key: 'coupons',
    category: 'ordering',
    zh: {
      title: '优惠券怎么用',
      body: '新客有 **满 ¥129 减 ¥20** 券，自动到账。每单只能用一张，不能和限时秒杀同享。结账页选择即可；订单取消后券退回，过期不补。',
      phrasings: ['优惠券用不了', '新人券在哪', '可以叠加吗', '券怎么领', '两张券能一起用吗', '有折扣码吗'],
    },
    en: {
      title: 'How do coupons work?',
      body: 'New customers get **¥20 off ¥129** automatically. One coupon an order, not together with flash sales. Choose it at checkout; it comes back if the order is cancelled, unless it has expired.',
      phrasings: [
        'coupon not working',
        'discount code',
        'new customer discount',
        'can i use two coupons',
        'where is my voucher',
        'promo code',
      ],
    },
  },
];
