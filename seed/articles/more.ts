import type { SeedArticle } from '../demo-shop.ts';

export const moreArticles: SeedArticle[] = [
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
  {
    key: 'track-abroad',
    category: 'international',
    zh: {
      title: '国际包裹怎么查',
      body: '订单里的单号可在承运商网站查询；标准线路出境后换成当地邮政单号，**3–5 天没有新记录属正常**。',
      phrasings: ['国际单号查不到', '出境以后不更新', '海外物流在哪查', 'DHL单号怎么查'],
    },
    en: {
      title: 'Tracking a parcel abroad',
      body: 'The number on the order works on the carrier’s site. Standard parcels change to a local postal number after leaving China; **3–5 days without a scan are normal** then.',
      phrasings: [
        'international tracking not working',
        'no scans since it left china',
        'track dhl abroad',
        'local tracking number',
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
    key: 'tea-taste',
    category: 'products',
    zh: {
      title: '茶不合口味怎么办',
      body: '未拆封可以退；已拆封不能退，但每款茶首次购买不喜欢，可以领一张 **¥20 换口味券**（每年两次），找客服领取。',
      phrasings: ['不好喝', '喝不惯', '味道和想的不一样', '太苦了能换吗'],
    },
    en: {
      title: 'I do not like the taste of a tea',
      body: 'Sealed tea can be returned. Opened tea cannot, but the first time you buy a tea and dislike it you may ask us for a **¥20 coupon** for another, twice a year.',
      phrasings: ['dont like the taste', 'too bitter', 'not what i expected flavour', 'the tea tastes bad'],
    },
  },
  {
    key: 'choose-tea',
    category: 'products',
    zh: {
      title: '第一次喝茶选哪款',
      body: '喜欢清香选**清香铁观音**或龙井；喜欢甜润选正山小种、白牡丹；想提神选大红袍；怕睡不着选洋甘菊。拿不准先买 5 g 小样。',
      phrasings: ['新手喝什么茶', '推荐一款茶', '什么茶好喝', '送老人什么茶', '不苦的茶有哪些'],
    },
    en: {
      title: 'Which tea should I start with?',
      body: 'For fragrance **light Tieguanyin** or Longjing; for sweetness Lapsang Souchong or White Peony; for strength Da Hong Pao; for the evening chamomile. Not sure? Take 5 g samples.',
      phrasings: [
        'recommend a tea',
        'best tea for beginners',
        'which tea is sweet',
        'tea for my grandmother',
        'something not bitter',
      ],
    },
  },
  {
    key: 'choose-kettle',
    category: 'products',
    zh: {
      title: 'YK-500、YK-800、YK-1000 有什么区别',
      body: '| 型号 | 容量 | 控温 | 保温 | 价格 |\n|---|---|---|---|---|\n| YK-500 | 0.8 L | 无 | 无 | ¥199 |\n| YK-800 | 0.9 L | 1 ℃ | 30 分钟 | ¥459 |\n| YK-1000 | 1.0 L | 1 ℃ | 60 分钟，鹅颈 | ¥799 |',
      phrasings: ['哪款水壶好', '800和1000差在哪', '水壶怎么选', '鹅颈壶有必要吗', '能控温的是哪个'],
    },
    en: {
      title: 'How do the kettles YK-500, YK-800 and YK-1000 differ?',
      body: '| Model | Volume | Temperature | Keeps warm | Price |\n|---|---|---|---|---|\n| YK-500 | 0.8 L | boils only | no | ¥199 |\n| YK-800 | 0.9 L | 1 °C steps | 30 min | ¥459 |\n| YK-1000 | 1.0 L | 1 °C steps | 60 min, gooseneck | ¥799 |',
      phrasings: [
        'which kettle should i buy',
        'difference between yk-800 and yk-1000',
        'compare kettles',
        'temperature control kettle',
        'gooseneck or not',
      ],
    },
  },
  {
    key: 'lead-safety',
    category: 'products',
    zh: {
      title: '釉料安全吗，含铅吗',
      body: '所有接触面符合 GB 4806.4，铅、镉溶出**低于检出限**，检测报告在商品页底部。描金只在外壁。',
      phrasings: ['有没有铅', '陶瓷有毒吗', '釉料安全吗', '重金属超标吗'],
    },
    en: {
      title: 'Are the glazes food safe?',
      body: 'All surfaces that touch tea meet GB 4806.4: lead and cadmium **below the limit of detection**, with the report at the bottom of each page. Gilding is on the outside only.',
      phrasings: ['lead free?', 'is the ceramic toxic', 'food safe glaze', 'cadmium', 'heavy metals'],
    },
  },
  {
    key: 'spare-lids',
    category: 'warranty',
    zh: {
      title: '能单买壶盖或配件吗',
      body: '盖碗盖、公道杯滤网、水壶底座可以单买，**¥15–89**，发商品照片给客服核对型号。手工紫砂盖不能单配。',
      phrasings: ['盖子打碎了能配吗', '单买一个盖', '底座坏了能买吗', '滤网丢了'],
    },
    en: {
      title: 'Can I buy a spare lid or part?',
      body: 'Gaiwan lids, strainers and kettle bases are sold singly for **¥15–89**: send us a photo so that we get the model right. Hand-made Yixing lids cannot be matched.',
      phrasings: [
        'replacement lid',
        'spare part',
        'buy only the base',
        'lost the strainer',
        'lid broke can i get another',
      ],
    },
  },
  {
    key: 'warranty-abroad',
    category: 'warranty',
    zh: {
      title: '海外买的水壶保修吗',
      body: '同样保修。海外用户不用寄整机：我们寄**替换部件**或补偿等值优惠券，运费由我们出。',
      phrasings: ['国外保修吗', '在日本坏了怎么修', '海外水壶坏了', '保修要寄回国内吗'],
    },
    en: {
      title: 'Does the warranty hold abroad?',
      body: 'Yes. You need not send the kettle back: we ship the **replacement part** or credit its value, at our cost.',
      phrasings: ['warranty in the us', 'kettle broke overseas', 'guarantee outside china', 'repair abroad'],
    },
  },
  {
    key: 'birthday',
    category: 'membership',
    zh: {
      title: '生日券什么时候发',
      body: '银叶 ¥30、金叶 ¥100，**生日当月 1 日**自动到账，30 天有效。生日只能修改一次，当月填写的下一年生效。',
      phrasings: ['生日福利', '生日券没收到', '改生日', '生日当天有优惠吗'],
    },
    en: {
      title: 'When do I get my birthday coupon?',
      body: 'Silver ¥30, Gold ¥100, on the **1st of your birthday month**, valid 30 days. The date can be changed once; entered in the month itself it counts from next year.',
      phrasings: ['birthday coupon', 'birthday discount not received', 'change my birthday', 'birthday gift'],
    },
  },
  {
    key: 'own-advisor',
    category: 'membership',
    zh: {
      title: '怎么联系我的专属客服',
      body: '金叶会员在聊天里说「找专属客服」，会优先接给您的顾问；不在班时由同组同事接手并留言转达。',
      phrasings: ['找我的顾问', '专属客服在吗', '上次那个客服还在吗', '金叶专线'],
    },
    en: {
      title: 'How do I reach my own advisor?',
      body: 'Gold members simply ask for a person in the chat: you come to your advisor first. Off shift, a colleague of the same group takes over and passes it on.',
      phrasings: [
        'contact my advisor',
        'my personal advisor',
        'gold member line',
        'the agent from last time',
      ],
    },
  },
  {
    key: 'unsubscribe',
    category: 'account',
    zh: {
      title: '不想收到营销短信',
      body: '回复 **R** 退订，或在「我的 → 设置 → 通知」里关闭；订单和物流通知不受影响。',
      phrasings: ['退订短信', '别再发广告', '关闭推送', '短信太多了'],
    },
    en: {
      title: 'Stop marketing messages',
      body: 'Use the link at the bottom of an e-mail, reply **R** to a text, or switch them off under Account → Settings → Notifications. Order updates go on.',
      phrasings: ['unsubscribe', 'stop emails', 'too many messages', 'turn off notifications'],
    },
  },
  {
    key: 'privacy',
    category: 'account',
    zh: {
      title: '个人信息怎么用，能导出吗',
      body: '只用于履约和您同意的推荐，不出售。在「设置 → 隐私」可**导出全部数据**，15 天内发到邮箱。未成年人购买需监护人同意。',
      phrasings: ['会泄露隐私吗', '导出我的数据', '个人信息保护', '未成年能买吗'],
    },
    en: {
      title: 'How is my personal data used, and can I export it?',
      body: 'For fulfilling orders and for suggestions you agreed to; never sold. Settings → Privacy **exports everything** to your e-mail within 15 days. Minors need a guardian’s consent to buy.',
      phrasings: [
        'privacy policy',
        'export my data',
        'do you sell my data',
        'gdpr request',
        'can minors buy',
      ],
    },
  },
  {
    key: 'reviews',
    category: 'shop',
    zh: {
      title: '怎么评价，晒图有奖励吗',
      body: '签收后 15 天内在订单里评价，带图 **送 50 积分**。我们不删差评，只隐藏含个人信息的内容。',
      phrasings: ['晒单有积分吗', '评价在哪写', '差评会被删吗', '好评返现吗'],
    },
    en: {
      title: 'How do I leave a review?',
      body: 'On the order within 15 days of delivery; one with a photo earns **50 points**. We never delete bad reviews, only hide personal data in them.',
      phrasings: [
        'write a review',
        'points for reviews',
        'where can i rate a product',
        'do you delete bad reviews',
      ],
    },
  },
  {
    key: 'complaint',
    category: 'shop',
    zh: {
      title: '意见和建议怎么反馈',
      body: '直接在聊天里说，或发邮件到 help@yucha.example，主管**每个工作日**都会看，需要回复的 1 个工作日内答复。',
      phrasings: ['提个建议', '反馈问题', '有意见找谁', '建议箱'],
    },
    en: {
      title: 'Where can I send feedback or a suggestion?',
      body: 'Say it in the chat or write to help@yucha.example. A supervisor reads everything **every working day** and answers within one working day where an answer is wanted.',
      phrasings: ['give feedback', 'i have a suggestion', 'who do i tell about an idea', 'feedback form'],
    },
  },
];
