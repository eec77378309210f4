import type { SeedArticle } from '../demo-shop.ts';

export const returnsArticles: SeedArticle[] = [
  {
    key: 'return-policy',
    category: 'returns',
    zh: {
      title: '七天无理由退货',
      body: '国内订单签收后 **7 天内**可以无理由退货：器具未使用、包装齐全，茶叶未拆封。刻字定制、已拆封的茶、零食和礼品卡除外。',
      phrasings: [
        '可以退货吗',
        '不喜欢能退吗',
        '七天无理由',
        '几天之内可以退',
        '买了不想要能退不',
        '拆开了还能退吗',
      ],
    },
    en: {
      title: 'Returning an order without giving a reason',
      body: 'Within **7 days** of delivery in mainland China, **14 days** abroad: teaware unused with its packaging, tea sealed. Engraved items, opened tea, snacks and gift cards cannot be returned.',
      phrasings: [
        'can i return this',
        'return policy',
        'i dont like it can i send it back',
        'how many days to return',
        'change of mind return',
        'money back if i dont like it',
      ],
    },
  },
  {
    key: 'not-returnable',
    category: 'returns',
    zh: {
      title: '哪些商品不能退',
      body: '刻字或定制商品、已拆封的茶叶、零食、礼品卡，以及有使用痕迹的器具不支持无理由退货。**质量问题不受此限**。',
      phrasings: ['茶喝过能退吗', '零食可以退吗', '什么不支持退', '用过的杯子能退吗'],
    },
    en: {
      title: 'What cannot be returned?',
      body: 'Engraved or custom pieces, opened tea, snacks, gift cards, and ware that shows use. **Faulty items can always come back.**',
      phrasings: [
        'non returnable items',
        'return opened tea',
        'can i return snacks',
        'return a used cup',
        'final sale',
      ],
    },
  },
  {
    key: 'how-to-return',
    category: 'returns',
    zh: {
      title: '退货怎么操作',
      body: '1. 「我的订单」里点「申请退货」，选原因\n2. 审核通过后给出**退货编号和杭州仓库地址**（一般 2 小时内）\n3. 寄出后填写快递单号\n\n请不要寄到付，包裹里放一张写退货编号的纸条。',
      phrasings: ['退货流程', '退货地址是哪里', '怎么寄回去', '申请退货在哪点', '退货寄到哪', '要怎么退'],
    },
    en: {
      title: 'How do I send something back?',
      body: '1. Account → Orders → Return, choose a reason\n2. You get a **return number and the Hangzhou address**, usually within 2 hours\n3. Send it and enter the tracking number\n\nPlease do not send it freight collect, and put the return number in the parcel.',
      phrasings: [
        'how do i send it back',
        'return address',
        'start a return',
        'where do i ship returns to',
        'return label',
        'steps to return',
      ],
    },
  },
  {
    key: 'partial-return',
    category: 'returns',
    zh: {
      title: '可以只退其中一件吗',
      body: '可以，申请时勾选要退的商品。退后金额低于包邮线或优惠券门槛的，**按比例扣回**运费或优惠。套装不能拆开退。',
      phrasings: ['只退一个行吗', '部分退货', '套装退一半', '退一件优惠券怎么算'],
    },
    en: {
      title: 'Can I return only part of an order?',
      body: 'Yes, tick the items. If what is left falls below the free-delivery or coupon threshold, the **difference is deducted**. Sets come back whole.',
      phrasings: [
        'return one item',
        'partial return',
        'keep some and send back the rest',
        'return part of a set',
      ],
    },
  },
  {
    key: 'return-postage',
    category: 'returns',
    zh: {
      title: '退货运费谁出',
      body: '无理由退货由买家付运费；国内满 ¥59 的订单**自带运费险**，退货后最多赔 ¥12。质量问题、发错漏发由我们承担，凭运费凭证退还。',
      phrasings: ['退货邮费谁付', '有运费险吗', '运费险赔多少', '退回去要自己出钱吗', '质量问题退货运费'],
    },
    en: {
      title: 'Who pays the return postage?',
      body: 'You do when returning without a reason; domestic orders from ¥59 include return insurance that pays up to ¥12. We pay for faults and for wrong or missing items: send us the postage receipt.',
      phrasings: [
        'who pays return shipping',
        'is return free',
        'return insurance',
        'do i have to pay to send it back',
        'cost of returning',
      ],
    },
  },
  {
    key: 'refund-time',
    category: 'returns',
    zh: {
      title: '退款多久到账',
      body: '仓库收到退货后 **2 个工作日内**验收，然后原路退回：\n\n- 微信、支付宝：1–3 天\n- 银联：3–7 个工作日\n- 信用卡：5–10 个工作日\n- PayPal：3–5 天',
      phrasings: [
        '退款什么时候到',
        '钱怎么还没退',
        '退款几天',
        '退款退到哪里',
        '仓库收到了多久退钱',
        '退款没收到',
      ],
    },
    en: {
      title: 'How long does a refund take?',
      body: 'The warehouse inspects a return within **2 working days** of its arrival, then refunds to your payment method:\n\n- WeChat Pay, Alipay: 1–3 days\n- UnionPay: 3–7 working days\n- Cards: 5–10 working days\n- PayPal: 3–5 days',
      phrasings: [
        'when do i get my money back',
        'refund not received',
        'how long for refund to card',
        'wheres my refund',
        'paypal refund time',
        'refund status',
      ],
    },
  },
  {
    key: 'exchange',
    category: 'returns',
    zh: {
      title: '可以换货吗',
      body: '签收后 **15 天内**可换同价位商品或补差价，每件限换一次。未使用、包装齐全。质量问题换货来回运费由我们出，其他原因由买家承担寄回运费。',
      phrasings: ['能换货吗', '换一个颜色', '换货要多久', '想换成大一点的', '尺寸不合适换'],
    },
    en: {
      title: 'Can I exchange an item?',
      body: 'Within **15 days** of delivery, once per item, for something of the same price or with the difference paid. Unused, with packaging. We pay the postage for faults; otherwise you pay the way back.',
      phrasings: [
        'exchange for another colour',
        'swap for a bigger one',
        'can i exchange',
        'exchange policy',
        'change it for a different cup',
      ],
    },
  },
  {
    key: 'return-abroad',
    category: 'returns',
    zh: {
      title: '海外怎么退货',
      body: '签收后 **14 天**内在订单里申请，寄回杭州仓库，运费和出口手续由买家承担，报关单写「退货 RETURNED GOODS」。质量问题请先拍照，多半不用寄回。',
      phrasings: ['国外退货寄到哪', '海外退货运费', '在美国怎么退', '从英国退回去'],
    },
    en: {
      title: 'Returning from abroad',
      body: 'Ask on the order within **14 days** of delivery and send it to the Hangzhou warehouse at your cost, with “RETURNED GOODS” on the customs form. For faults send photos first: mostly nothing needs to come back.',
      phrasings: [
        'return from overseas',
        'send back from the uk',
        'return to china cost',
        'international return address',
        'returning from the us',
      ],
    },
  },
];
