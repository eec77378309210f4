import type { SeedArticle } from '../demo-shop.ts';

export const internationalArticles: SeedArticle[] = [
  {
    key: 'countries-served',
    category: 'international',
    zh: {
      title: '可以寄到哪些国家和地区',
      body: '香港、澳门、台湾，美国、加拿大、英国、欧盟 27 国、瑞士、挪威、日本、韩国、新加坡、马来西亚、泰国、澳大利亚、新西兰。\n\n其他国家暂时不寄。',
      phrasings: [
        '能寄国外吗',
        '寄到台湾可以吗',
        '你们发海外吗',
        '支持哪些国家',
        '能发到新加坡不',
        '可以国际配送吗',
      ],
    },
    en: {
      title: 'Which countries do you ship to?',
      body: 'Hong Kong, Macau, Taiwan, the United States, Canada, the UK, all 27 EU countries, Switzerland, Norway, Japan, South Korea, Singapore, Malaysia, Thailand, Australia and New Zealand.\n\nWe do not ship anywhere else for now.',
      phrasings: [
        'do you ship abroad',
        'do you deliver to canada',
        'can you ship to norway',
        'international shipping available?',
        'what countries do you deliver to',
        'ship to france',
      ],
    },
  },
  {
    key: 'international-time-cost',
    category: 'international',
    zh: {
      title: '国际运费和时效',
      body: '| 方式 | 时效 | 首重 1 kg | 续重每 0.5 kg |\n|---|---|---|---|\n| 标准 | 7–14 个工作日 | ¥88 | ¥30 |\n| DHL 快递 | 4–6 个工作日 | ¥168 | ¥60 |\n\n订单满 **¥800** 标准国际运费全免。',
      phrasings: ['寄到国外要多少钱', '国际快递几天到', '海外运费', 'DHL多少钱', '国际包邮吗', '寄美国多久'],
    },
    en: {
      title: 'International delivery: cost and time',
      body: '| Service | Time | First kg | Each further 0.5 kg |\n|---|---|---|---|\n| Standard | 7–14 working days | ¥88 | ¥30 |\n| DHL Express | 4–6 working days | ¥168 | ¥60 |\n\nStandard delivery abroad is free from **¥800**.',
      phrasings: [
        'how much is shipping to the uk',
        'how long does delivery to the us take',
        'international postage',
        'express shipping abroad',
        'free international shipping',
        'dhl cost',
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
    key: 'customs-eu',
    category: 'international',
    zh: {
      title: '寄到欧盟要交关税吗',
      body: '订单不超过 **€150**：增值税在结账时收取（IOSS），收货时不用再交。超过 €150：关税和增值税由收件人向承运商缴纳（DAP）。德国、法国等 27 国都一样。',
      phrasings: [
        '德国要交税吗',
        '寄欧洲会不会被税',
        '欧盟关税怎么算',
        '收货时还要给钱吗 欧盟',
        '150欧以上怎么办',
      ],
    },
    en: {
      title: 'Do I pay customs on orders to the EU?',
      body: 'Orders up to **€150**: VAT is collected at checkout (IOSS), nothing to pay at the door. Above €150 the recipient pays duty and VAT to the carrier (DAP). This holds for Germany, France and all 27 EU countries.',
      phrasings: [
        'customs to germany',
        'will i be charged import tax in france',
        'eu vat included?',
        'do i pay duty in the netherlands',
        'extra charges at the door europe',
        'ioss',
      ],
    },
  },
  {
    key: 'customs-uk-us',
    category: 'international',
    zh: {
      title: '寄到英国、美国的税费',
      body: '- **英国**：不超过 £135 的订单结账时已含增值税；超过的由收件人缴纳。\n- **美国**：关税在结账时一并收取。\n- 其他国家：税费由收件人向承运商缴纳（DAP）。',
      phrasings: ['美国要交关税吗', '英国收税吗', '寄美国税谁付', '英国135磅以上', '加拿大关税谁出'],
    },
    en: {
      title: 'Taxes and duties for the UK, the US and other countries',
      body: '- **UK**: orders up to £135 include VAT at checkout; above that the recipient pays.\n- **US**: duties are collected at checkout.\n- All other countries: the recipient pays the carrier (DAP).',
      phrasings: [
        'us import duty',
        'do i pay tax in the uk',
        'who pays customs to canada',
        'uk vat over 135',
        'are american tariffs included',
        'customs charges australia',
      ],
    },
  },
  {
    key: 'not-shipped-abroad',
    category: 'international',
    zh: {
      title: '哪些商品不能寄国外',
      body: '茶点零食不寄境外。花茶不寄澳大利亚、新西兰。电热水壶只寄 220–240 V 国家；美国、加拿大、日本、台湾请买 110 V 版。邮政信箱（PO Box）只能走标准方式。',
      phrasings: ['零食能寄国外吗', '水壶能寄美国吗', '花茶能寄澳洲吗', '哪些不能出口', '110V的有吗'],
    },
    en: {
      title: 'What cannot be shipped abroad?',
      body: 'Tea snacks stay in China. Flower teas do not go to Australia or New Zealand. Electric kettles go to 220–240 V countries; for the US, Canada, Japan and Taiwan choose the 110 V version. PO boxes: standard service only.',
      phrasings: [
        'can you ship a kettle to the us',
        'snacks to singapore',
        'jasmine tea to australia',
        'restricted items',
        '110v kettle',
        'deliver to a po box',
      ],
    },
  },
  {
    key: 'refused-parcel-abroad',
    category: 'international',
    zh: {
      title: '海外包裹拒收或退回怎么办',
      body: '拒收或未清关退回的包裹，我们收到后退还货款，**扣除来回运费**。请尽量在承运商通知后 5 天内配合清关。',
      phrasings: ['国外拒收能退款吗', '清关没过被退回', '不想交税拒收会怎样', '海外退回扣运费吗'],
    },
    en: {
      title: 'What happens if I refuse a parcel abroad?',
      body: 'When a parcel is refused or comes back from customs we refund the goods, **less postage both ways**, once it is here again. Please answer the carrier’s customs notice within 5 days where you can.',
      phrasings: [
        'refuse the parcel customs',
        'package returned to sender',
        'i dont want to pay customs can i refuse',
        'failed customs clearance refund',
      ],
    },
  },
];
