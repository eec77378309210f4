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
    key: 'order-confirmation',
    category: 'ordering',
    zh: {
      title: '没收到下单确认',
      body: '付款成功后几分钟内会发短信或邮件，先看垃圾邮件；「我的订单」里有就说明成功了。两边都没有，请把付款截图发给我们。',
      phrasings: ['下单没有短信', '不知道下单成功没', '没收到确认邮件', '订单在哪里看'],
    },
    en: {
      title: 'I got no order confirmation',
      body: 'It comes within minutes of payment; look in the spam folder. If the order stands under Account → Orders it went through. If it is in neither place, send us your payment receipt.',
      phrasings: [
        'no confirmation email',
        'did my order go through',
        'where can i see my order',
        'order number not received',
      ],
    },
  },
  {
    key: 'guest-checkout',
    category: 'ordering',
    zh: {
      title: '不注册可以下单吗',
      body: '可以，用手机号或邮箱验证码即可下单，订单会自动归到这个号码名下，之后注册也能看到。',
      phrasings: ['一定要注册吗', '游客能买吗', '没账号怎么买', '不想注册'],
    },
    en: {
      title: 'Can I order without an account?',
      body: 'Yes: a code to your phone or e-mail is enough. The order is kept under that number or address and shows up if you register later.',
      phrasings: ['guest checkout', 'do i have to register', 'buy without signing up', 'no account'],
    },
  },
];
