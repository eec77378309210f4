import type { SeedConversation } from './demo-shop.ts';

/** Asked, not answered well, and then answered by a person. */
const byPerson = (
  customer: string,
  language: 'zh' | 'en',
  daysAgo: number,
  question: string,
  agent: string,
  says: string,
  rates?: number,
): SeedConversation => ({
  customer,
  language,
  daysAgo,
  steps: [
    { customer: question },
    'ai',
    { customer: language === 'zh' ? '转人工' : 'let me talk to a person', gap: 1 },
    'ai',
    'hand off',
    { agent, says, gap: 2 },
    { customer: language === 'zh' ? '好的，谢谢' : 'great, thank you', gap: 1 },
    'resolve',
    ...(rates ? [{ rates }] : []),
  ],
});
const byAi = (
  customer: string,
  language: 'zh' | 'en',
  daysAgo: number,
  ...texts: string[]
): SeedConversation => ({
  customer,
  language,
  daysAgo,
  steps: texts.flatMap((text) => [{ customer: text }, 'ai' as const]),
});

/** What was talked about in the weeks before the demo begins: gaps, answers, and how it ended. */
export const conversations: SeedConversation[] = [
  byPerson(
    'wang-lei',
    'zh',
    33,
    '旧壶可以以旧换新吗',
    'chen',
    '可以的，任意品牌旧壶寄回，新壶立减 ¥60，一只旧壶抵一只新壶。',
    5,
  ),
  byPerson(
    'li-na',
    'zh',
    19,
    '你们有以旧换新活动吗，家里有把旧壶',
    'huang',
    '有，旧壶寄回后新壶立减 ¥60，快递费我们承担。',
  ),
  byPerson(
    'zhao-min',
    'zh',
    5,
    '旧壶以旧换新怎么弄',
    'chen',
    '在“我的”里申请以旧换新，我们安排上门取旧壶，收到后返 ¥60。',
    4,
  ),
  byPerson('zhou-jie', 'zh', 2, '请问旧壶能以旧换新么', 'chen', '能，旧壶寄回后新壶立减 ¥60。'),
  byPerson(
    'james-miller',
    'en',
    26,
    'Do you run tea tasting workshops?',
    'emma',
    'Yes, every Saturday at 14:00 in our Hangzhou studio, ¥120 a person; online once a month.',
  ),
  byPerson(
    'sophie-martin',
    'en',
    9,
    'do you offer a tea tasting workshop online',
    'emma',
    'Once a month, free for members. The next one is announced in the newsletter.',
    5,
  ),
  byPerson(
    'wang-lei',
    'zh',
    12,
    '有没有线下品茶课可以报名',
    'zhou',
    '每周六 14:00 杭州工作室有品茶课，每位 ¥120。',
  ),
  byAi('li-na', 'zh', 8, '纸箱和填充物是不是可降解的'),
  byAi('sophie-martin', 'en', 3, 'Is the padding in your boxes biodegradable?'),
  byAi('zhao-min', 'zh', 6, '退款多久能到账'),
  byAi('zhao-min', 'zh', 3, '退款几天到账'),
  byAi('wang-lei', 'zh', 10, '满多少包邮', '明白了'),
  byAi('james-miller', 'en', 14, 'how do i descale the kettle', 'that worked, thanks'),
  byAi('zhou-jie', 'zh', 4, '快递要多久'),
  byAi('james-miller', 'en', 2, 'how long does a refund take'),
];
