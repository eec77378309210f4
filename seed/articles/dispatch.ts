import type { SeedArticle } from '../demo-shop.ts';

export const dispatchArticles: SeedArticle[] = [
  {
    key: 'dispatch-time',
    category: 'shipping',
    zh: {
      title: '下单后多久发货',
      body: '每天 **16:00（北京时间）前**付款的订单当天发出，之后的第二天发出。周日和春节 7 天不发货。\n\n- 刻字商品：另需 3–5 个工作日\n- 预售商品：以商品页写的日期为准\n\n发出后会收到带单号的短信。',
      phrasings: [
        '什么时候发货',
        '啥时候能发出',
        '今天下单今天发吗',
        '几点前下单当天发',
        '付款两天了还没发',
        '周日发货吗',
        '多久寄出',
      ],
    },
    en: {
      title: 'When will my order ship?',
      body: 'Orders paid before **16:00 Beijing time** leave the same day, later ones the next day. Nothing leaves on Sundays or during the 7 days of Spring Festival.\n\n- Engraved items: 3–5 working days more\n- Pre-orders: on the date on the product page\n\nYou get a message with the tracking number once it is on its way.',
      phrasings: [
        'when do you ship',
        'how long until dispatch',
        'has my order left yet',
        'paid 2 days ago not shipped',
        'cut off time for same day dispatch',
        'do you send on sundays',
      ],
    },
  },
  {
    key: 'shipping-fee',
    category: 'shipping',
    zh: {
      title: '运费怎么算，满多少包邮',
      body: '国内订单**满 ¥99 包邮**，不满收 ¥10。五个偏远地区每单另加 ¥15。想升级顺丰加 ¥12。优惠券抵扣后的金额算满额。',
      phrasings: [
        '包邮吗',
        '邮费多少',
        '差几块钱包邮',
        '运费多少钱',
        '满多少免运费',
        '不满99要运费吗',
        '可以凑单免邮吗',
      ],
    },
    en: {
      title: 'What does domestic delivery cost, and when is it free?',
      body: 'Within mainland China delivery is **free from ¥99**, otherwise ¥10. The five remote regions add ¥15 to every order. An upgrade to SF Express costs ¥12. The amount after coupons counts.',
      phrasings: [
        'free delivery threshold',
        'how much is postage in china',
        'is shipping free',
        'delivery fee domestic',
        'minimum order for free delivery',
        'do i pay postage',
      ],
    },
  },
  {
    key: 'choose-courier',
    category: 'shipping',
    zh: {
      title: '可以指定快递吗',
      body: '可以加 **¥12** 升级顺丰（满 ¥199 和金叶会员免费）。不支持指定其他快递。要送到驿站、只送周末等要求请写在订单备注里，我们转达给快递员。',
      phrasings: ['能发顺丰吗', '不要中通', '换个快递行不行', '可以指定快递公司么', '发什么快递'],
    },
    en: {
      title: 'Can I choose the carrier?',
      body: 'Within China you can upgrade to SF Express for **¥12** (free from ¥199 and for Gold members). Other carriers cannot be chosen. Wishes such as weekend delivery go into the order note; we pass them on.',
      phrasings: [
        'which courier do you use',
        'can you send with sf',
        'change the carrier',
        'i dont want zto',
        'choose courier company',
      ],
    },
  },
  {
    key: 'split-parcels',
    category: 'shipping',
    zh: {
      title: '一个订单会分几个包裹发吗',
      body: '壶和杯较多时会分成两个包裹防震，订单里能看到两个单号，**不另收运费**，可能不是同一天到。',
      phrasings: ['为什么有两个快递单号', '分开发货吗', '只到了一个包裹', '会不会拆单'],
    },
    en: {
      title: 'Will my order come in several parcels?',
      body: 'With many pots or cups we pack two parcels against shocks; the order shows both tracking numbers. There is **no extra charge**, and they may arrive on different days.',
      phrasings: ['why two tracking numbers', 'multiple packages', 'only one box came', 'shipped separately'],
    },
  },
  {
    key: 'delivery-date',
    category: 'shipping',
    zh: {
      title: '可以指定送货日期吗',
      body: '可以在备注里写**最早发货日**（最多延后 30 天），我们到那天再发；不能保证具体送达的日期和钟点。',
      phrasings: ['晚几天再发', '能约时间送货吗', '生日那天到可以吗', '先不要发货', '周末再送'],
    },
    en: {
      title: 'Can I choose a delivery date?',
      body: 'Write the **earliest dispatch day** into the order note, up to 30 days ahead, and we wait until then. We cannot promise a day or hour of arrival.',
      phrasings: [
        'schedule my delivery',
        'can you hold my order',
        'deliver on a certain day',
        'send it later please',
        'arrive for a birthday',
      ],
    },
  },
  {
    key: 'packaging',
    category: 'shipping',
    zh: {
      title: '瓷器怎么包装，会碎吗',
      body: '每件器物有纸托和气柱，外箱五层瓦楞，通过 80 cm 跌落测试。破损率约千分之四，万一碎了按破损规则补发或退款。',
      phrasings: ['运输会不会碎', '包装结实吗', '怎么防震', '用什么箱子装'],
    },
    en: {
      title: 'How are fragile pieces packed?',
      body: 'Each piece sits in a moulded tray with air cushions inside a five-layer box that passes an 80 cm drop test. About four in a thousand still break; those are resent or refunded.',
      phrasings: ['is it packed well', 'will it break on the way', 'packaging material', 'fragile packing'],
    },
  },
  {
    key: 'spring-festival',
    category: 'shipping',
    zh: {
      title: '春节期间发货安排',
      body: '春节放假 **7 天**不发货，期间可以下单，节后按付款顺序发出，前三天量大可能多等 1–2 天。AI 助手照常在线。',
      phrasings: ['过年发货吗', '春节什么时候停发', '年后几号发', '除夕能下单吗'],
    },
    en: {
      title: 'Orders during Spring Festival',
      body: 'Nothing ships for **7 days** of Spring Festival. You can order; parcels leave in order of payment afterwards, with a day or two of backlog at first. The AI stays online.',
      phrasings: [
        'chinese new year shipping',
        'closed for lunar new year',
        'holiday dispatch',
        'spring festival break',
      ],
    },
  },
];
