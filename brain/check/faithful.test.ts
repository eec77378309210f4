import { describe, expect, it } from 'vitest';
import { articles } from '../../seed/articles/index.ts';
import { createReplyCheck } from './index.ts';

const checkOf = (language: 'zh' | 'en', source: string, asked: string) =>
  createReplyCheck({ language, sources: [source], asked, mayLink: () => true, prompt: '', privateWords: [] });

/** A reply in an article's own words, with that article as its source, must pass: else a model could never answer. */
describe('the shop’s own words', () => {
  it.each(['zh', 'en'] as const)('pass as a reply (%s)', (language) => {
    const own = articles.map((article) => article[language]);
    const refused = own.flatMap((article) => {
      const check = checkOf(language, `${article.title}\n${article.body}`, article.title);
      const faults = check.whole(article.body.slice(0, 1500));
      return faults.length > 0
        ? [`${article.title}: ${faults.map((one) => `${one.kind} ${one.quote}`).join('; ')}`]
        : [];
    });
    expect(refused).toEqual([]);
  });
  it('figures are the same in both languages: a faithful translation rarely seems to invent one', () => {
    const pairs = articles.flatMap((article) => [
      { language: 'zh' as const, reply: article.zh.body, source: article.en },
      { language: 'en' as const, reply: article.en.body, source: article.zh },
    ]);
    const inventing = pairs.filter(({ language, reply, source }) => {
      const faults = checkOf(language, `${source.title}\n${source.body}`, source.title).whole(
        reply.slice(0, 1500),
      );
      expect(faults.filter((one) => one.kind === 'ungrounded')).toEqual([]);
      return faults.some((one) => one.kind === 'figure');
    });
    expect(inventing.length / pairs.length).toBeLessThanOrEqual(0.2);
  });
});
