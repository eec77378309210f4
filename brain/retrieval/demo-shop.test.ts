import { beforeAll, describe, expect, it } from 'vitest';
import { articles } from '../../seed/articles/index.ts';
import {
  askedOutside,
  backgroundOf,
  createKnowledgeIndex,
  type KnowledgeIndex,
  type KnownArticle,
  learnShop,
  outsideQuestions,
} from './index.ts';

const languages = ['zh', 'en'] as const;
const known: KnownArticle[] = articles.flatMap((article) =>
  languages.map((language) => ({
    article: {
      ...article[language],
      id: `${article.key} ${language}`,
      language,
      pairKey: article.key,
      validFrom: null,
      validUntil: null,
    },
  })),
);

let index: KnowledgeIndex;
const best = (text: string, language: 'zh' | 'en') =>
  index.search({ text }, { limit: 1, at: 1, language })[0];

describe('the demo shop, by words only', () => {
  beforeAll(() => {
    index = createKnowledgeIndex();
    for (const { article } of known) index.put(article);
    const outside = askedOutside.map((one) => ({ ...one, meaning: null }));
    index.setBackground(backgroundOf(outside));
    index.learn(learnShop(known, outside));
  }, 60_000);

  it.each(languages)('answers exactly what is written down (%s)', (language) => {
    const wrong = articles.flatMap((article) =>
      [article[language].title, ...article[language].phrasings].filter((question) => {
        const match = best(question, language);
        return match?.pairKey !== article.key || match.confidence < index.calibration.answerFrom;
      }),
    );
    expect(wrong).toEqual([]);
  });

  // Asked as they stand, half of them never seen in learning.
  it.each(languages)('leaves alone what no shop can know (%s)', (language) => {
    const answered = outsideQuestions[language].filter(
      (question) => (best(question, language)?.confidence ?? 0) >= index.calibration.answerFrom,
    );
    expect(answered.length / outsideQuestions[language].length).toBeLessThanOrEqual(0.05);
  });

  it('is calibrated: a higher threshold answers less, and less of what is outside', () => {
    const { curve, answerFrom, clarifyFrom } = index.calibration;
    expect(curve.length).toBeGreaterThan(10);
    for (let at = 1; at < curve.length; at++) {
      expect(curve[at]?.answered).toBeLessThanOrEqual(curve[at - 1]?.answered ?? 1);
      expect(curve[at]?.outsideAnswered).toBeLessThanOrEqual(curve[at - 1]?.outsideAnswered ?? 1);
    }
    expect(clarifyFrom).toBeLessThan(answerFrom);
  });
});
