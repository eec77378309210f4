import type { SeedArticle } from '../demo-shop.ts';

export const teaArticles: SeedArticle[] = [
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
];
