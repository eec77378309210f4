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
    key: 'damaged',
    category: 'returns',
    zh: {
      title: '收到时破损了怎么办',
      body: '请在签收后 **48 小时内**拍三张照片：外包装、快递面单、破损处，发给客服。核实后**补发或全额退款由您选**，碎片不用寄回。',
      phrasings: [
        '收到是碎的',
        '壶盖裂了',
        '快递摔坏了',
        '碎了咋办',
        '杯子破了一个',
        '打开发现有裂纹',
        '茶壶碎了',
      ],
    },
    en: {
      title: 'My item arrived broken',
      body: 'Within **48 hours** of delivery, send photos of the parcel, its label and the damage. We resend it or refund it in full, **whichever you prefer**; no need to send the pieces back.',
      phrasings: [
        'it arrived broken',
        'damaged in transit',
        'the teapot is cracked',
        'cup smashed',
        'parcel was crushed',
        'broken lid on arrival',
      ],
    },
  },
  {
    key: 'wrong-item',
    category: 'returns',
    zh: {
      title: '发错货了',
      body: '请在 **48 小时内**发来实物和面单照片。我们免费补发正确的商品，错发的按我们给的到付方式寄回；不想等的可以退款。',
      phrasings: ['发错了', '收到的不是我买的', '颜色发错', '给我寄成别的茶了', '货不对板'],
    },
    en: {
      title: 'I received the wrong item',
      body: 'Send photos of the item and the label within **48 hours**. We ship the right one free of charge and collect the wrong one at our cost; or refund, if you would rather not wait.',
      phrasings: [
        'wrong item sent',
        'this is not what i ordered',
        'you sent a different tea',
        'incorrect product',
        'got the wrong colour',
      ],
    },
  },
  {
    key: 'missing-item',
    category: 'returns',
    zh: {
      title: '少发漏发',
      body: '先看包装夹层和是否分两个包裹发出（订单里有两个单号）。确实少了，**48 小时内**发来开箱照片，我们查验重量记录后补发或退款。',
      phrasings: ['少了一个', '漏发了', '买了两件只有一件', '赠品没有', '缺配件'],
    },
    en: {
      title: 'Something is missing from my parcel',
      body: 'Check the inner packaging and whether the order came in two parcels (two tracking numbers). If it is really missing, send photos within **48 hours**; we check the packing weight and resend or refund.',
      phrasings: [
        'item missing',
        'only got one of two',
        'part of my order is missing',
        'free gift not in the box',
        'incomplete order',
      ],
    },
  },
];
export const warrantyArticles: SeedArticle[] = [
  {
    key: 'warranty',
    category: 'warranty',
    zh: {
      title: '保修期多久',
      body: '电热水壶、暖杯垫 **12 个月**；YK-800、YK-1000 签收 30 天内登记可延至 **24 个月**。陶瓷、玻璃、紫砂正常使用下开裂 **90 天**内包换。摔落、水垢、商用不在保修内。',
      phrasings: ['保修几年', '水壶坏了保修吗', '质保多久', '过保了怎么办', '紫砂壶裂了保吗', '怎么登记延保'],
    },
    en: {
      title: 'How long is the warranty?',
      body: 'Electric kettles and warmers: **12 months**; YK-800 and YK-1000 **24 months** when registered within 30 days. Ceramic, glass and Yixing: **90 days** against cracks in normal use. Drops, scale and commercial use are not covered.',
      phrasings: [
        'is it still under warranty',
        'warranty period',
        'kettle stopped working',
        'guarantee on teapots',
        'register my kettle',
        'my kettle is faulty',
      ],
    },
  },
  {
    key: 'kettle-repair',
    category: 'warranty',
    zh: {
      title: '电热水壶怎么送修',
      body: '把底座序列号和故障视频发给客服，确认在保后给您寄修地址，**来回运费我们出**，一般 7 个工作日修好。过保可付费维修，先报价再修。',
      phrasings: ['壶不加热了', '水壶维修', '怎么返修', '修一下要多少钱', '指示灯不亮'],
    },
    en: {
      title: 'How do I have a kettle repaired?',
      body: 'Send us the serial number from the base and a video of the fault. Under warranty **we pay the postage both ways**; repairs take about 7 working days. After that we quote a price first.',
      phrasings: [
        'kettle wont heat',
        'repair my kettle',
        'send it in for repair',
        'kettle light not working',
        'fix broken kettle',
      ],
    },
  },
];
