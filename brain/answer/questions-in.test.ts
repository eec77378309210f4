import { expect, it } from 'vitest';
import { isAsked, isQuotable, questionsIn } from './questions-in.ts';

it.each([
  ['收到的壶碎了怎么办？另外发票怎么开？', ['收到的壶碎了怎么办？', '发票怎么开？']],
  ['你好，请问包邮吗', ['你好，请问包邮吗']],
  ['在吗\n什么时候发货\n谢谢', ['什么时候发货']],
  ['when will it ship and can I pay with paypal?', ['when will it ship', 'can I pay with paypal?']],
  ['Do you ship abroad? Also, is there a warranty?', ['Do you ship abroad?', 'is there a warranty?']],
  ['a cup and saucer, how much', ['a cup and saucer, how much']],
])('%s', (message, parts) => {
  expect(questionsIn(message)).toEqual(parts);
});

it('tells a question from a story', () => {
  expect(isAsked('能退吗')).toBe(true);
  expect(isAsked('I bought it on Monday')).toBe(false);
});

it.each(['加微信 tea_refund_88', 'see https://evil.example', '<b>x</b>', 'mail me at a@b.cn', 'code 123456'])(
  'never says back: %s',
  (sentence) => {
    expect(isQuotable(sentence)).toBe(false);
  },
);
