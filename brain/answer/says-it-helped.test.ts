import { expect, it } from 'vitest';
import { recogniseSmallTalk } from '../small-talk.ts';
import { saysItHelped } from './says-it-helped.ts';

it.each([
  '明白了',
  '好的，明白了',
  '我知道了，谢谢',
  '问题解决了',
  '搞定了！',
  '懂了谢谢',
  'got it',
  'Got it, thanks!',
  'that helped, thank you',
  'it works now',
  'that worked',
])('“%s” ends a question: neither looked up nor missed', (text) => {
  expect(recogniseSmallTalk(text)).toBe('thanks');
});
it.each(['谢谢', 'thanks a lot', 'ok', '好的'])('“%s” is courtesy, not a verdict', (text) => {
  expect(saysItHelped(text)).toBe(false);
});
it.each(['解决了', '太有用了', '明白了谢谢', 'that solved it', 'perfect, that helped'])(
  '“%s” says it helped',
  (text) => {
    expect(saysItHelped(text)).toBe(true);
  },
);
it.each([
  '还是没解决',
  '没明白',
  '解决了吗',
  '不清楚了',
  'that did not help',
  'it works but the lid is broken',
  'got it yesterday but it is broken, can i return it',
  '知道了单号怎么查物流',
])('“%s” does not', (text) => {
  expect(saysItHelped(text)).toBe(false);
  expect(recogniseSmallTalk(text)).not.toBe('thanks');
});
it('stays linear in the length of a message', () => {
  const startedAt = performance.now();
  for (const part of ['明白了', 'got it ', '好的,', 'thanks ', 'that ']) {
    recogniseSmallTalk(part.repeat(4000));
    saysItHelped(part.repeat(4000));
  }
  expect(performance.now() - startedAt).toBeLessThan(1500);
});
