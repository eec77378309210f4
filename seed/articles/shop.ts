import type { SeedArticle } from '../demo-shop.ts';

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
