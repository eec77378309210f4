import { describe, expect, it } from 'vitest';
import { comforting } from './comfort.ts';
import type { TurnDecision } from './decide-turn.ts';
import { wording } from './wording.ts';

const answer: TurnDecision = {
  language: 'zh',
  confidence: 0.9,
  missed: false,
  why: {},
  action: 'answer',
  articleId: 'a',
  passage: '',
  wasOtherLanguage: false,
};
const comfort = (text: string, decision: TurnDecision = answer, lastOfAi?: string) =>
  comforting({ text, history: lastOfAi ? [{ from: 'ai', text: lastOfAi, action: 'answer' }] : [] }, decision)
    .comfort;

describe('comfort before an answer', () => {
  it('is given to those who are plainly upset', () => {
    expect(comfort('太失望了，等了十天还没发货')).toBe('dissatisfied');
    expect(comfort('急急急，明天婚礼就要用了！！')).toBe('anxious');
    expect(comfort('I am so worried it will not get here in time', { ...answer, language: 'en' })).toBe(
      'anxious',
    );
    expect(comfort('奶奶昨天去世了，我想退掉给她买的衣服')).toBe('sad');
  });
  it('is not given to a plain question, to joy, or for anger at somebody else', () => {
    expect(comfort('请问可以开发票吗')).toBeUndefined();
    expect(comfort('太喜欢了！！谢谢你们')).toBeUndefined();
    expect(comfort('那个快递员态度恶劣，气死我了，还能换个快递发吗')).toBeUndefined();
  });
  it('is never given twice in a row', () => {
    const last = `${wording('zh').comfort.anxious}\n\n当天发货。`;
    expect(comfort('太失望了，等了十天还没发货', answer, last)).toBeUndefined();
    expect(comfort('太失望了，等了十天还没发货', answer, '当天发货。')).toBe('dissatisfied');
  });
  it('goes before answers only', () => {
    expect(
      comfort('太失望了', { language: 'zh', confidence: 1, missed: true, why: {}, action: 'unknown' }),
    ).toBeUndefined();
  });
});
