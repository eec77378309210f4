import type { SeedArticle } from '../demo-shop.ts';

export const teawareArticles: SeedArticle[] = [
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
];
