import type { SeedArticle } from '../demo-shop.ts';

export const orderingArticles: SeedArticle[] = [
  {
    key: 'cancel-order',
    category: 'ordering',
    zh: {
      title: '怎么取消订单',
      body: '订单显示**待发货**时，在「我的订单」里点「取消订单」就行，款项立即开始原路退回。已经发货的不能取消，可以拒收或收到后退货。',
      phrasings: [
        '不想要了怎么取消',
        '取消订单',
        '刚下的单能撤吗',
        '买错了想取消',
        '发货了还能取消吗',
        '帮我把订单取消掉',
      ],
    },
    en: {
      title: 'How do I cancel an order?',
      body: 'While the order says **awaiting dispatch**, choose Cancel under Account → Orders; the refund starts at once. Once it has left it cannot be cancelled: refuse the parcel or return it.',
      phrasings: [
        'cancel my order',
        'i want to cancel',
        'ordered by mistake',
        'can i cancel after shipping',
        'stop my order please',
        'how to cancell',
      ],
    },
  },
  {
    key: 'change-address',
    category: 'ordering',
    zh: {
      title: '下单后修改收货地址',
      body: '**待发货**的订单可以免费改：「我的订单 → 修改地址」。已发货的我们无法改，可以联系快递转寄，转寄费以快递收取为准。',
      phrasings: [
        '地址填错了',
        '改一下地址',
        '收货地址能换吗',
        '寄到公司去可以改不',
        '电话写错了怎么改',
        '发货了能改地址吗',
      ],
    },
    en: {
      title: 'Change the delivery address after ordering',
      body: 'Orders **awaiting dispatch** can be changed free of charge: Account → Orders → Change address. After dispatch we cannot change it; the carrier may redirect the parcel for a fee of its own.',
      phrasings: [
        'wrong address',
        'change shipping address',
        'i moved can you send it elsewhere',
        'typo in my address',
        'update phone number on order',
        'redirect my parcel',
      ],
    },
  },
  {
    key: 'change-items',
    category: 'ordering',
    zh: {
      title: '下单后能换商品或数量吗',
      body: '待发货的订单可以在「修改商品」里增减或更换，多退少补。用了限时秒杀价的订单不能改，只能取消重拍。',
      phrasings: ['想多加一件', '拍错款了能换吗', '数量改成两个', '颜色选错了', '订单里加个杯子'],
    },
    en: {
      title: 'Can I change items or quantities after ordering?',
      body: 'While awaiting dispatch, use “Change items” on the order; the difference is charged or refunded. Flash-sale orders cannot be changed, only cancelled and placed anew.',
      phrasings: [
        'add an item to my order',
        'ordered the wrong colour',
        'change quantity',
        'swap a product before it ships',
        'can i add one more cup',
      ],
    },
  },
  {
    key: 'unpaid-order',
    category: 'ordering',
    zh: {
      title: '未付款订单会保留多久',
      body: '未付款的订单保留 **30 分钟**，之后自动关闭、释放库存，优惠券退回账户。关闭后重新下单即可。',
      phrasings: ['订单怎么关闭了', '没付款会取消吗', '多久不付款失效', '订单保留多长时间'],
    },
    en: {
      title: 'How long is an unpaid order kept?',
      body: 'For **30 minutes**. Then it closes by itself, the stock is released and a coupon goes back to your account. Simply order again.',
      phrasings: [
        'my order was closed',
        'how long to pay',
        'order expired before i paid',
        'unpaid order deadline',
      ],
    },
  },
  {
    key: 'stock-preorder',
    category: 'ordering',
    zh: {
      title: '缺货和预售',
      body: '缺货商品页可以点「到货通知」，到货当天短信提醒。预售商品按页面日期发货，同一订单里的现货会等预售一起发；想先收现货请分开下单。',
      phrasings: ['什么时候补货', '没货了怎么办', '预售多久发', '到货通知在哪', '还会上架吗'],
    },
    en: {
      title: 'Out of stock and pre-orders',
      body: 'On a sold-out page choose “Notify me”; you get a message the day it is back. Pre-orders ship on the date shown, and stock items in the same order wait for them: order separately to get those first.',
      phrasings: [
        'when back in stock',
        'sold out will you restock',
        'pre order date',
        'notify me when available',
        'is this coming back',
      ],
    },
  },
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
];
export const invoiceArticles: SeedArticle[] = [
  {
    key: 'invoice-ordinary',
    category: 'invoice',
    zh: {
      title: '怎么开发票',
      body: '结账时填写抬头，**签收后 24 小时内**发送电子普通发票到您的邮箱。忘记填的，60 天内可在订单里补开。',
      phrasings: ['能开发票吗', '发票什么时候给', '没收到发票', '要报销开票', '补开发票', '电子发票在哪下载'],
    },
    en: {
      title: 'How do I get an invoice?',
      body: 'Fill in the title at checkout: the Chinese electronic invoice comes by e-mail **within 24 hours of delivery**. Forgot it? Ask on the order within 60 days. Orders abroad get a commercial invoice as PDF.',
      phrasings: [
        'i need an invoice',
        'where is my receipt',
        'invoice for my company',
        'download invoice pdf',
        'commercial invoice',
      ],
    },
  },
  {
    key: 'invoice-vat',
    category: 'invoice',
    zh: {
      title: '可以开增值税专用发票吗',
      body: '企业客户可以。签收后 **30 天内**提供抬头、税号、地址电话、开户行和账号，5 个工作日开出。个人抬头不能开专票。',
      phrasings: ['开专票', '公司要增值税专票', '专票需要什么资料', '能开13%专票吗', '专票多久'],
    },
    en: {
      title: 'Can I get a Chinese VAT special invoice?',
      body: 'Companies registered in China can: within **30 days** send company name, tax number, address, phone, bank and account; it is issued in 5 working days. Not for private persons.',
      phrasings: [
        'vat special invoice',
        'fapiao for company',
        'zhuanpiao',
        'vat invoice china',
        'tax invoice for business',
      ],
    },
  },
  {
    key: 'invoice-reissue',
    category: 'invoice',
    zh: {
      title: '发票抬头开错了能重开吗',
      body: '可以，**60 天内重开一次**。电子普票我们直接红冲重开；专票请先确认未抵扣。',
      phrasings: ['发票抬头写错', '重开发票', '税号错了', '发票换抬头', '开成个人了要公司的'],
    },
    en: {
      title: 'My invoice has the wrong title: can it be re-issued?',
      body: 'Yes, **once within 60 days**. We cancel and re-issue electronic invoices directly; a VAT special invoice must not have been deducted yet.',
      phrasings: [
        'wrong name on invoice',
        'change invoice title',
        'reissue invoice',
        'wrong tax number on the fapiao',
        'correct my invoice',
      ],
    },
  },
];
