import { describe, expect, it } from 'vitest';
import { articles } from '../../seed/articles/index.ts';
import { createKnowledgeIndex, thresholds } from './index.ts';

/** Questions the shop does not answer. */
const outside = {
  zh: [
    '你们卖手机吗',
    '今天天气怎么样',
    '谁是总统',
    '帮我写首诗',
    '能贷款吗',
    '机票怎么改签',
    '有没有咖啡豆',
    '学校几点放学',
    '北京房价多少',
    '推荐一部电影',
    '你喜欢什么颜色',
    '怎么减肥',
    '股票涨了吗',
    '附近有加油站吗',
    '可以约会吗',
    '帮我订酒店',
    '游戏怎么通关',
    '宽带多少钱一个月',
    '我家狗不吃饭怎么办',
    '招聘吗还要人吗',
    '驾照怎么考',
    '空调坏了谁来修',
    '你们老板是谁',
    '会员能带朋友去健身吗',
    '社保怎么交',
    '猫粮打折吗',
    '1+1等于几',
    '唱首歌',
    '打车去机场多少钱',
    '可以发到巴西吗',
  ],
  en: [
    "what's the weather",
    'who is the president',
    'write me a poem',
    'book a hotel in paris',
    'do you sell phones',
    'how do i lose weight',
    'what is bitcoin at',
    'recommend a movie',
    'are you hiring',
    'how old are you',
    'can you fix my laptop',
    'where is the nearest gas station',
    'tell me a joke',
    'do you sell coffee beans',
    "what's 2+2",
    'how do i get a visa for china',
    'is the stock market open',
    'can i rent a car',
    'my dog is sick',
    'what time is it in tokyo',
    'do you deliver to Brazil',
    'do you sell furniture',
    'how do i renew my passport',
    'play some music',
    'can you do my homework',
    'is your ceo married',
    'do you have a pool',
    'flight status',
    'when does school start',
    'how to cook rice',
  ],
};

// A little under what was measured on 80 pairs of articles: zh top-1 .533, precision of answers .798; en .402 and .567;
// of 30 questions outside the shop's knowledge none was answered. That was when an article had its first few phrasings
// only: so just these are asked, and those written since are there to find by.
const firstFew = 4;
const floors = { zh: { first: 0.5, precision: 0.77 }, en: { first: 0.38, precision: 0.54 } };

describe.each(['zh', 'en'] as const)(
  'the demo shop, each phrasing asked with itself left out (%s)',
  (language) => {
    const index = createKnowledgeIndex();
    const put = (article: (typeof articles)[number], phrasings: string[]) => {
      for (const one of ['zh', 'en'] as const) {
        index.put({
          id: `${article.key} ${one}`,
          language: one,
          title: article[one].title,
          body: article[one].body,
          phrasings: one === language ? phrasings : article[one].phrasings,
          pairKey: article.key,
          validFrom: null,
          validUntil: null,
        });
      }
    };
    for (const article of articles) put(article, article[language].phrasings);
    const best = (question: string) => index.search(question, { limit: 1, at: 1, language })[0];

    it('finds, and is right when it answers', () => {
      const asked = articles.flatMap((article) => {
        const { phrasings } = article[language];
        const rows = phrasings.slice(0, firstFew).map((question) => {
          put(
            article,
            phrasings.filter((one) => one !== question),
          );
          const match = best(question);
          return {
            right: match?.pairKey === article.key,
            answered: (match?.confidence ?? 0) >= thresholds.answer,
          };
        });
        put(article, phrasings);
        return rows;
      });
      const answered = asked.filter((row) => row.answered);
      const first = asked.filter((row) => row.right).length / asked.length;
      const precision = answered.filter((row) => row.right).length / answered.length;
      expect(first).toBeGreaterThanOrEqual(floors[language].first);
      expect(precision).toBeGreaterThanOrEqual(floors[language].precision);
    });
    it('answers exactly what is written down', () => {
      const wrong = articles.flatMap((article) =>
        [article[language].title, ...article[language].phrasings].filter(
          (question) =>
            best(question)?.pairKey !== article.key || (best(question)?.confidence ?? 0) < thresholds.answer,
        ),
      );
      expect(wrong).toEqual([]);
    });
    it('leaves alone what it cannot know', () => {
      expect(
        outside[language].filter((question) => (best(question)?.confidence ?? 0) >= thresholds.answer).length,
      ).toBeLessThanOrEqual(1);
    });
  },
);
