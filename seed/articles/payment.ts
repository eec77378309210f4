import type { SeedArticle } from '../demo-shop.ts';

export const paymentArticles: SeedArticle[] = [
  {
    key: 'payment-methods',
    category: 'payment',
    zh: {
      title: '支持哪些付款方式',
      body: '国内：微信支付、支付宝、银联。满 ¥300 可用花呗 3/6/12 期。\n海外：Visa、Mastercard、American Express、PayPal、Apple Pay。\n\n**不支持货到付款**，以人民币结算。',
      phrasings: [
        '怎么付款',
        '可以用支付宝吗',
        '能货到付款不',
        '支持信用卡吗',
        '可以刷visa吗',
        '有哪些支付方式',
      ],
    },
    en: {
      title: 'Which payment methods do you take?',
      body: 'Abroad: Visa, Mastercard, American Express, PayPal and Apple Pay. In China: WeChat Pay, Alipay, UnionPay, and Huabei instalments from ¥300.\n\nNo cash on delivery. Charged in CNY.',
      phrasings: [
        'can i pay w/ amex',
        'do you accept paypal',
        'cash on delivery',
        'apple pay?',
        'pay by credit card',
        'payment options',
      ],
    },
  },
  {
    key: 'instalments',
    category: 'payment',
    zh: {
      title: '花呗分期',
      body: '订单满 **¥300** 可选花呗 3、6、12 期，手续费以支付宝页面显示为准。退款时按花呗规则退回，已收手续费不退。',
      phrasings: ['能分期吗', '花呗几期', '分期有手续费吗', '可以用花呗不'],
    },
    en: {
      title: 'Can I pay in instalments?',
      body: 'With Huabei (Alipay, mainland China) from **¥300**, over 3, 6 or 12 months; Alipay shows its fee before you confirm. There are no instalments on foreign cards.',
      phrasings: ['pay monthly', 'instalments', 'buy now pay later', 'split the payment', 'klarna'],
    },
  },
  {
    key: 'payment-failed',
    category: 'payment',
    zh: {
      title: '付款失败怎么办',
      body: '先确认余额、单笔限额和网络，再换一种方式重试；订单保留 30 分钟。扣了款但订单仍显示待付款，一般 **30 分钟**内自动同步，超过请把付款截图发给我们。',
      phrasings: ['付不了款', '支付失败', '扣了钱订单没显示', '付款一直转圈', '银行卡付不了'],
    },
    en: {
      title: 'My payment failed',
      body: 'Check balance, limits and your bank’s confirmation message, then try again or use another method; the order is kept for 30 minutes. If money left your account but the order is unpaid, it usually syncs within **30 minutes**; after that send us a screenshot.',
      phrasings: [
        'card declined',
        'payment wont go through',
        'charged but no order',
        'payment error at checkout',
        'cant pay',
      ],
    },
  },
  {
    key: 'card-safety',
    category: 'payment',
    zh: {
      title: '付款安全吗，会保存卡号吗',
      body: '付款在支付机构的页面完成，我们**看不到也不保存卡号和密码**。客服不会向您要验证码、卡号或密码，遇到请立即告诉我们。',
      phrasings: ['会不会泄露卡号', '付款安全吗', '你们存银行卡信息吗', '会被盗刷吗'],
    },
    en: {
      title: 'Is paying safe, and do you store my card?',
      body: 'You pay on the payment provider’s page: we **neither see nor keep card numbers or passwords**. Our people never ask for codes or card details; tell us at once if somebody does.',
      phrasings: [
        'is my card data safe',
        'do you save credit card details',
        'is checkout secure',
        'are payments encrypted',
      ],
    },
  },
  {
    key: 'currency',
    category: 'payment',
    zh: {
      title: '海外付款用什么货币',
      body: '一律以**人民币**结算，页面上的外币是参考价；实际金额按您银行或 PayPal 当天汇率，可能有货币转换费。',
      phrasings: ['可以付美元吗', '欧元价格准吗', '汇率怎么算', '为什么扣的钱不一样'],
    },
    en: {
      title: 'Which currency am I charged in?',
      body: 'Always **CNY**. Prices in other currencies are estimates; your bank or PayPal converts at its own rate of the day and may add a fee.',
      phrasings: [
        'pay in dollars',
        'exchange rate',
        'charged a different amount',
        'price in euros',
        'conversion fee',
      ],
    },
  },
  {
    key: 'double-charge',
    category: 'payment',
    zh: {
      title: '看到两笔扣款记录',
      body: '其中一笔通常是银行**预授权**，3–7 天自动释放，不是真的扣了两次。超过 7 天还在，请把两笔记录的截图发给人工客服核对。',
      phrasings: ['预授权是什么', '怎么有两条账单', '账单上出现两笔', '多出来一笔待入账'],
    },
    en: {
      title: 'I see two entries for one payment',
      body: 'One of them is usually the bank’s **authorisation hold**, released by itself in 3–7 days. If both are still there after 7 days, send a person at our desk screenshots of the two.',
      phrasings: [
        'pending charge',
        'authorisation hold',
        'two transactions on my statement',
        'duplicate pending payment',
      ],
    },
  },
];
