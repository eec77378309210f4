import type { SeedArticle } from '../demo-shop.ts';

export const productArticles: SeedArticle[] = [
  {
    key: 'brewing',
    category: 'products',
    zh: {
      title: '各种茶怎么泡',
      body: '| 茶 | 水温 | 时间 |\n|---|---|---|\n| 绿茶 | 80 ℃ | 2 分钟 |\n| 白茶 | 90 ℃ | 3 分钟 |\n| 乌龙 | 95 ℃ | 20–30 秒（盖碗） |\n| 红茶 | 90–95 ℃ | 3 分钟 |\n| 普洱 | 100 ℃ | 先洗一遍 |\n\n马克杯 3 g 配 150 ml，盖碗 7 g 配 110 ml。',
      phrasings: ['水温多少度', '怎么冲泡', '放多少克茶', '绿茶用开水泡吗', '大红袍怎么泡', '普洱要洗茶吗'],
    },
    en: {
      title: 'How do I brew each tea?',
      body: '| Tea | Water | Time |\n|---|---|---|\n| Green | 80 °C | 2 min |\n| White | 90 °C | 3 min |\n| Oolong | 95 °C | 20–30 s (gaiwan) |\n| Black | 90–95 °C | 3 min |\n| Pu’er | 100 °C | rinse once |\n\nUse 3 g for a 150 ml mug, 7 g for a 110 ml gaiwan.',
      phrasings: [
        'what temperature for green tea',
        'how long to steep oolong',
        'brewing instructions',
        'how many grams per cup',
        'do i rinse puer',
        'water temp',
      ],
    },
  },
  {
    key: 'shelf-life',
    category: 'products',
    zh: {
      title: '茶叶保质期和保存方法',
      body: '绿茶 12 个月（密封冷藏）、花茶 18、乌龙 24、红茶 36 个月；白茶和普洱干燥避光可长期存放，越陈越醇。开封后尽快喝，远离异味和潮气。',
      phrasings: ['能放多久', '过期了还能喝吗', '怎么保存', '要放冰箱吗', '保质期', '开封后多久喝完'],
    },
    en: {
      title: 'Shelf life and storage of tea',
      body: 'Green 12 months (sealed, in the fridge), flower 18, oolong 24, black 36; white tea and pu’er improve with age when dry and dark. Once opened, keep away from smells and damp and drink soon.',
      phrasings: [
        'how long does it keep',
        'best before',
        'how to store tea',
        'does it go in the fridge',
        'expired tea',
        'does puer go bad',
      ],
    },
  },
  {
    key: 'caffeine',
    category: 'products',
    zh: {
      title: '咖啡因、孕妇和过敏',
      body: '除洋甘菊花茶外，所有茶都含咖啡因；绿茶、白茶较低，红茶、熟普较高。孕期和哺乳期请先问医生。茶点可能含坚果、乳制品和麸质，成分见商品页。',
      phrasings: ['有没有咖啡因', '孕妇能喝吗', '晚上喝会睡不着吗', '对坚果过敏能吃吗', '小孩可以喝吗'],
    },
    en: {
      title: 'Caffeine, pregnancy and allergens',
      body: 'Every tea except chamomile contains caffeine: less in green and white, more in black and ripe pu’er. Ask your doctor when pregnant or nursing. Snacks may hold nuts, milk and gluten; see the product page.',
      phrasings: [
        'is it caffeine free',
        'safe during pregnancy',
        'which tea before bed',
        'contains nuts?',
        'allergens in the snacks',
        'decaf',
      ],
    },
  },
  {
    key: 'yixing-care',
    category: 'products',
    zh: {
      title: '新紫砂壶怎么开壶和养',
      body: '温水冲净，冷水放入小锅，小火煮 30 分钟，自然放凉即可；不要放洗洁精。之后一壶只泡一类茶，用后倒净、敞盖晾干。',
      phrasings: ['紫砂壶第一次怎么用', '开壶', '怎么养壶', '新壶有味道', '紫砂能洗洁精洗吗'],
    },
    en: {
      title: 'How do I season and care for a Yixing teapot?',
      body: 'Rinse warm, put it in cold water, simmer 30 minutes on low heat and let it cool. No detergent. Then keep one kind of tea to one pot, empty it after use and dry it with the lid off.',
      phrasings: [
        'first use of yixing pot',
        'season a clay teapot',
        'how to look after yixing',
        'new teapot smells',
        'wash yixing with soap',
      ],
    },
  },
  {
    key: 'descaling',
    category: 'products',
    zh: {
      title: '水壶有水垢怎么清理',
      body: '每月一次：半壶水加一包除垢柠檬酸（10 g），烧开后静置 30 分钟，倒掉清洗两遍。水垢造成的故障不在保修内。',
      phrasings: ['水垢怎么弄', '壶底发白', '除垢', '水壶里面有白色的东西', '怎么洗水壶'],
    },
    en: {
      title: 'How do I descale the kettle?',
      body: 'Once a month: half a kettle of water with one sachet of citric acid (10 g), boil, leave 30 minutes, rinse twice. Faults caused by scale are not covered by the warranty.',
      phrasings: [
        'limescale in kettle',
        'white stuff at the bottom',
        'clean my kettle',
        'descale',
        'kettle is furred up',
      ],
    },
  },
  {
    key: 'dishwasher',
    category: 'products',
    zh: {
      title: '能进洗碗机、微波炉吗',
      body: '白瓷盖碗、玻璃公道杯可以进洗碗机；粗陶马克杯可进微波炉。紫砂、柴烧、描金和带木竹件的都不可以。',
      phrasings: ['可以放洗碗机吗', '微波炉能用吗', '能机洗不', '描金的杯子能微波吗'],
    },
    en: {
      title: 'Are they dishwasher and microwave safe?',
      body: 'The white porcelain gaiwan and the glass pitcher are dishwasher safe; the stoneware mug is microwave safe. Not for Yixing, wood-fired or gilded pieces, nor anything with wood or bamboo.',
      phrasings: [
        'dishwasher safe?',
        'can it go in the microwave',
        'microwave the mug',
        'machine washable cups',
      ],
    },
  },
  {
    key: 'engraving',
    category: 'products',
    zh: {
      title: '刻字服务',
      body: '紫砂壶和盖碗盖可刻字，**¥60** 一件，最多 8 个汉字或 16 个字母，多等 3–5 个工作日。下单时填写内容，刻字商品**不退不换**（质量问题除外）。',
      phrasings: ['可以刻字吗', '刻名字多少钱', '定制刻字几天', '能刻几个字', '刻字的能退吗'],
    },
    en: {
      title: 'Engraving',
      body: 'Yixing pots and gaiwan lids can be engraved: **¥60** each, up to 8 Chinese characters or 16 letters, 3–5 working days more. Enter the text when ordering. Engraved pieces **cannot be returned** unless faulty.',
      phrasings: [
        'can you engrave a name',
        'engraving price',
        'personalised teapot',
        'how many letters can be engraved',
        'custom text',
      ],
    },
  },
  {
    key: 'samples',
    category: 'products',
    zh: {
      title: '有试喝小样吗',
      body: '有，5 g 小样 **¥9.9**，任选一款茶，每款每人限一份。单独下单也要算运费，建议和其他商品一起买。',
      phrasings: ['可以先试喝吗', '小样多少钱', '有试用装吗', '能寄样品吗'],
    },
    en: {
      title: 'Do you offer samples?',
      body: 'Yes: 5 g of any tea for **¥9.9**, one per tea and customer. Delivery is charged as usual, so add it to another order.',
      phrasings: ['sample pack', 'can i try before buying', 'tea samples', 'small trial size'],
    },
  },
  {
    key: 'authenticity',
    category: 'products',
    zh: {
      title: '茶叶产地和正品保证',
      body: '每款茶都写明产区、采摘年份和茶农合作社，批次检测报告在商品页底部。假一赔十，欢迎送检，检测费核实后我们承担。',
      phrasings: ['是正品吗', '龙井是真的西湖的吗', '有检测报告吗', '产地哪里', '会不会是假的'],
    },
    en: {
      title: 'Where does the tea come from, and is it genuine?',
      body: 'Each page names the region, harvest year and growers’ cooperative; lab reports for the batch stand at the bottom. We repay ten times the price of anything not genuine, and the cost of a test that proves it.',
      phrasings: [
        'is this real longjing',
        'where is the tea grown',
        'lab report',
        'authentic dahongpao?',
        'origin of the tea',
        'pesticide test',
      ],
    },
  },
];
export const membershipArticles: SeedArticle[] = [
  {
    key: 'membership-levels',
    category: 'membership',
    zh: {
      title: '会员等级和权益',
      body: '按近 12 个月消费：\n\n- **茶友** ¥0 起\n- **银叶** ¥1,000 起：97 折、生日券 ¥30\n- **金叶** ¥5,000 起：94 折、全程顺丰、专属客服、生日券 ¥100',
      phrasings: ['怎么升级会员', '金叶有什么好处', '会员打几折', '银叶要买多少', '专属客服是什么'],
    },
    en: {
      title: 'Membership levels and benefits',
      body: 'By what you spent in 12 months:\n\n- **Leaf** from ¥0\n- **Silver** from ¥1,000: 3 % off, ¥30 birthday coupon\n- **Gold** from ¥5,000: 6 % off, SF Express always, your own advisor, ¥100 birthday coupon',
      phrasings: [
        'how do i become gold',
        'member benefits',
        'loyalty programme',
        'silver discount',
        'what is an own advisor',
      ],
    },
  },
  {
    key: 'points',
    category: 'membership',
    zh: {
      title: '积分怎么算',
      body: '每消费 ¥1 得 1 分，签收后到账；**100 分抵 ¥1**，结账时可用。24 个月后过期，退货会扣回相应积分。',
      phrasings: ['积分怎么用', '积分抵多少钱', '积分会过期吗', '积分没到账', '1000分能换什么'],
    },
    en: {
      title: 'How do points work?',
      body: '1 point per ¥1, credited after delivery; **100 points are ¥1 off** at checkout. They expire after 24 months and are taken back on returns.',
      phrasings: [
        'use my points',
        'how much are points worth',
        'do points expire',
        'points missing',
        'redeem points',
      ],
    },
  },
];
export const accountArticles: SeedArticle[] = [
  {
    key: 'delete-account',
    category: 'account',
    zh: {
      title: '怎么注销账号',
      body: '「我的 → 设置 → 注销账号」，验证手机后提交，**15 天内**完成并删除个人信息；有未完成订单需先处理完。积分和优惠券一并清空。',
      phrasings: ['注销', '删除我的账户', '不想用了怎么销号', '把我的资料删掉'],
    },
    en: {
      title: 'How do I delete my account?',
      body: 'Account → Settings → Delete account; after a code is confirmed it is done **within 15 days**, personal data included. Open orders must be finished first; points and coupons are lost.',
      phrasings: ['close my account', 'delete my data', 'remove my profile', 'gdpr deletion'],
    },
  },
  {
    key: 'sign-in',
    category: 'account',
    zh: {
      title: '登录不了、收不到验证码',
      body: '确认手机号或邮箱没有填错，看看短信拦截和垃圾邮件；验证码 10 分钟内有效，一小时最多 5 次。换了手机号，用邮箱登录后在设置里更换。',
      phrasings: ['收不到验证码', '登不上去', '换手机号了怎么登录', '账号登录失败', '忘记密码'],
    },
    en: {
      title: 'I cannot sign in or get no code',
      body: 'Check the number or e-mail for typos, and your spam folder; a code lives 10 minutes, at most five an hour. New phone number? Sign in by e-mail and change it under Settings.',
      phrasings: [
        'cant log in',
        'no verification code',
        'changed my phone number',
        'login problem',
        'forgot password',
      ],
    },
  },
];
export const shopArticles: SeedArticle[] = [
  {
    key: 'hours',
    category: 'shop',
    zh: {
      title: '人工客服的工作时间和联系方式',
      body: '中文人工客服每天 **9:00–22:00**，英文周一至周五 9:00–18:00（北京时间）。AI 助手全天在线。电话 400-555-0142，邮箱 help@yucha.example。',
      phrasings: [
        '几点上班',
        '客服电话是多少',
        '你们几点下班',
        '怎么联系你们',
        '晚上有人吗几点',
        '邮箱是什么',
      ],
    },
    en: {
      title: 'Opening hours and contact',
      body: 'In English: Monday to Friday **09:00–18:00 Beijing time**; in Chinese daily 09:00–22:00. The AI answers at any hour. E-mail help@yucha.example; the phone line 400-555-0142 is in Chinese.',
      phrasings: [
        'what are your opening hours',
        'contact email',
        'phone number',
        'when are you open',
        'how can i reach you',
        'working hours',
      ],
    },
  },
  {
    key: 'gift-wrapping',
    category: 'shop',
    zh: {
      title: '礼品包装和贺卡',
      body: '礼品包装 **¥15** 一份，手写贺卡免费，结账时填写祝福语。可以要求不放价格单；直接寄给收礼人也没问题。',
      phrasings: ['能包装成礼物吗', '可以写贺卡吗', '送人不要放小票', '礼盒包装多少钱', '直接寄给朋友可以吗'],
    },
    en: {
      title: 'Gift wrapping and cards',
      body: 'Wrapping costs **¥15**, a handwritten card is free: enter your words at checkout. On request we leave prices out and send straight to whoever receives it.',
      phrasings: [
        'gift wrap',
        'can you add a card',
        'send as a gift without the price',
        'ship directly to a friend',
        'handwritten note',
      ],
    },
  },
  {
    key: 'gift-cards',
    category: 'shop',
    zh: {
      title: '礼品卡怎么买怎么用',
      body: '面额 ¥100、¥300、¥500，**3 年有效**，结账时输入卡号即可，可分次使用，不兑现、不退款。',
      phrasings: ['礼品卡', '购物卡怎么用', '礼品卡有效期', '礼品卡能退吗', '余额怎么查'],
    },
    en: {
      title: 'Gift cards',
      body: 'Worth ¥100, ¥300 or ¥500, valid for **3 years**. Enter the number at checkout; use it in parts. Not exchangeable for cash and not refundable.',
      phrasings: [
        'buy a gift card',
        'redeem gift card',
        'does my gift card expire',
        'gift card balance',
        'gift voucher',
      ],
    },
  },
  {
    key: 'wholesale',
    category: 'shop',
    zh: {
      title: '批发和企业采购',
      body: '**50 件或 ¥5,000 起**按批发价，可印 logo。把商品、数量、交期发到 wholesale@yucha.example，1 个工作日内报价。',
      phrasings: ['批发价多少', '公司团购', '量大能便宜吗', '开店进货', '可以印logo吗', '买一百个'],
    },
    en: {
      title: 'Wholesale and corporate orders',
      body: 'Wholesale prices start at **50 pieces or ¥5,000**; logos can be printed. Send products, quantity and date to wholesale@yucha.example for a quote within 1 working day.',
      phrasings: [
        'bulk order',
        'wholesale price',
        'discount for 100 pieces',
        'order for my cafe',
        'corporate gifts',
        'reseller',
      ],
    },
  },
  {
    key: 'visit',
    category: 'shop',
    zh: {
      title: '有实体店吗，可以参观吗',
      body: '厦门有工作室，**每周六 14:00–17:00** 可预约品茶参观，每场 8 人；杭州是仓库，不接待自提。预约请发邮件到 help@yucha.example。',
      phrasings: ['有线下店吗', '可以去店里看吗', '厦门店在哪', '能自提吗', '可以去喝茶吗'],
    },
    en: {
      title: 'Do you have a shop I can visit?',
      body: 'Our studio in Xiamen opens for tastings on **Saturdays 14:00–17:00**, by appointment, eight people at a time. The Hangzhou warehouse takes no visitors or pick-ups. Write to help@yucha.example.',
      phrasings: [
        'physical store',
        'can i visit',
        'where is your shop',
        'pick up my order',
        'tasting in xiamen',
        'showroom',
      ],
    },
  },
];
