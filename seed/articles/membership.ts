import type { SeedArticle } from '../demo-shop.ts';

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
];
