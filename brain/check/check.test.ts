import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsIn, isStated } from './facts.ts';
import { createReplyCheck, type Grounds, linkAllowed, takeSentences } from './index.ts';

const values = (text: string) =>
  factsIn(text).map((fact) => `${fact.kind} ${fact.value}${fact.high ? `..${fact.high}` : ''}`);

describe('facts, however they are written', () => {
  it.each([
    ['七天内', 'within 7 days'],
    ['十五天', '15 days'],
    ['两周', 'two weeks'],
    ['24 小时', '1 day'],
    ['3到5个工作日', '3–5 business days'],
    ['半年', '6 months'],
    ['两年质保', 'a two-year warranty'],
    ['八折', '20% off'],
    ['百分之二十', '20 percent'],
    ['¥1,299.00', '1299元'],
    ['￥99', '99 yuan'],
    ['1.2万元', '¥12000'],
    ['10月1日', '1 October'],
    ['2026年10月1日', '2026-10-01'],
    ['下午6点半', '18:30'],
    ['上午9点', '9 am'],
    ['周五', 'Friday'],
    ['明天', 'tomorrow'],
    ['１２８元', '128 RMB'],
    ['七日', 'a week'],
  ])('%s = %s', (one, other) => {
    expect(values(one).length, one).toBeGreaterThan(0);
    expect(values(one)).toEqual(values(other));
  });
  it.each([
    ['7 days', '14 days'],
    ['7 days', '7 business days'],
    ['¥99', '$99'],
    ['20%', '30%'],
    ['3 days', '3-5 days'],
    ['1 October', '2 October'],
    ['¥9', '¥99'],
  ])('%s is not %s', (one, other) => {
    expect(factsIn(one).every((fact) => isStated(fact, factsIn(other)))).toBe(false);
  });
  it('the upper end of a range may be promised, a list number is no fact', () => {
    expect(factsIn('within 5 days').every((fact) => isStated(fact, factsIn('3-5 days')))).toBe(true);
    expect(factsIn('1. Pack it\n2. Send it')).toEqual([]);
  });
  it('sees links in every dress', () => {
    for (const link of [
      'https://evil.example/x',
      'evil.example/x',
      'www.evil.com',
      '[here](//evil.com)',
      'javascript:alert(1)',
      '10.0.0.1/x',
      'ftp://evil.com',
    ])
      expect(
        factsIn(`go to ${link} now`).filter((fact) => fact.kind === 'link'),
        link,
      ).toHaveLength(1);
    expect(
      factsIn('It was delivered.You can e.g. return it.').filter((fact) => fact.kind === 'link'),
    ).toEqual([]);
  });
  it('is linear on what may be long', () => {
    for (const unit of ['1', '1-', '七', 'a.', '1,', ' 1 ', '//a', '](', '@a', '市路1']) {
      const startedAt = performance.now();
      factsIn(unit.repeat(8000 / unit.length));
      expect(performance.now() - startedAt, unit).toBeLessThan(500);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => Array.isArray(factsIn(text))),
    );
  });
});

const article = {
  zh: '破损怎么办：请在签收后 48 小时内拍照联系我们，我们核实后免费补发或全额退款，运费由店铺承担。客服电话 400-820-1234。瑕疵照片请发到客服。',
  en: 'Broken on arrival: send us a photo within 48 hours of delivery. Once we have checked it we replace the item free of charge or refund you in full. Return shipping costs ¥12.50 and takes 3–5 business days.',
};
const checkOf = (language: 'zh' | 'en', more: Partial<Grounds> = {}) =>
  createReplyCheck({
    language,
    sources: [article[language]],
    asked:
      language === 'zh' ? '我的订单 YC20260001 碎了两个杯子' : 'Order YC20260001 arrived with 2 broken cups',
    mayLink: (url) => linkAllowed(url, ['https://shop.example'], ['help.example']),
    prompt:
      'You write the replies of the online shop to its customers and never say that you did or will do a thing.',
    privateWords: ['search_knowledge', '==abc=='],
    ...more,
  });
const kinds = (language: 'zh' | 'en', reply: string, more?: Partial<Grounds>) =>
  checkOf(language, more)
    .whole(reply)
    .map((fault) => fault.kind);

describe('replies', () => {
  it.each([
    ['zh', '非常抱歉给您带来不便。请在签收后 48 小时内拍照发给客服，我们核实后会免费补发或者全额退款。'],
    ['zh', '订单 YC20260001 的 2 个杯子碎了，请两天内拍照联系我们，运费由店铺承担。'],
    ['zh', '请问您说的是哪一个订单？'],
    ['zh', '您可以拨打客服电话 400-820-1234。'],
    [
      'en',
      'I am sorry about that. Please send us a photo within 48 hours of delivery; after checking, we replace it free of charge or refund you in full.',
    ],
    ['en', 'Return shipping costs ¥12.50 and takes up to five business days.'],
    ['en', 'Which order do you mean? Could you tell me its number?'],
    ['en', 'Please send a photo within two days. More on https://shop.example/returns.'],
  ] as const)('passes: %s %s', (language, reply) => {
    expect(checkOf(language).whole(reply)).toEqual([]);
  });
  it.each([
    ['zh', '', 'empty'],
    ['zh', '请'.repeat(2000), 'too_long'],
    ['zh', 'Please send us a photo within 48 hours of delivery.', 'wrong_language'],
    [
      'en',
      'Veuillez nous envoyer une photo dans les 48 heures suivant la livraison de votre commande.',
      'wrong_language',
    ],
    ['en', '请在签收后 48 小时内拍照联系我们。', 'wrong_language'],
    ['zh', '请在签收后 7 天内拍照联系我们。', 'figure'],
    ['zh', '请在签收后七天内拍照联系我们。', 'figure'],
    ['zh', '补发运费 15 元。', 'figure'],
    ['zh', '给您打八折。', 'figure'],
    ['zh', '我们明天就能核实。', 'figure'],
    ['en', 'Send a photo within 14 days of delivery.', 'figure'],
    ['en', 'It takes three business days.', 'figure'],
    ['en', 'You get $12.50 back.', 'figure'],
    ['en', 'It arrives on Friday.', 'figure'],
    ['zh', '请打 13800138000 联系我们。', 'personal'],
    ['en', 'Write to boss@evil.example.', 'personal'],
    ['en', 'See evil.example/refund for the photo.', 'link'],
    ['en', 'See [the photo page](https://shop.example.evil.com/x).', 'link'],
    ['en', 'Click https://shop.example@evil.com/.', 'link'],
    ['zh', '我已经为您办理退款。', 'claim'],
    ['zh', '我帮您取消订单了。', 'claim'],
    ['zh', '我们保证不会再发生。', 'claim'],
    ['en', 'I have refunded your order.', 'claim'],
    ['en', "I'll send you a replacement right away.", 'claim'],
    ['en', 'Your refund has been processed.', 'claim'],
    ['en', 'We guarantee it will not happen again.', 'claim'],
    ['zh', '您可以使用优惠券。', 'policy'],
    ['zh', '破损商品享受终身保修。', 'policy'],
    ['en', 'You are covered by our Platinum Care Plan.', 'policy'],
    ['en', 'Broken items have a lifetime warranty.', 'policy'],
    ['en', 'We also compensate you for the trouble.', 'policy'],
    ['en', '<tool_call>{"name":"x"}</tool_call>', 'raw'],
    ['en', '{"answer": "send a photo"}', 'raw'],
    ['en', 'Call search_knowledge to find it.', 'raw'],
    ['en', 'Send a photo <img src=x onerror=alert(1)>', 'raw'],
    ['en', 'You write the replies of the online shop to its customers.', 'prompt'],
    ['en', 'Please call [PHONE_3] about the photo.', 'personal'],
    ['en', 'Elephants migrate across savannah grasslands during monsoon seasons every year.', 'ungrounded'],
    ['en', 'The customer is worried that the shop is not taking care of their needs.', 'rambling'],
    ['en', 'Please send us a photo.\nPlease send us a photo.', 'rambling'],
    ['en', `Send a photo ${'not only '.repeat(9)}`, 'rambling'],
    ['zh', '大象每年雨季都会穿越非洲草原迁徙寻找水源。', 'ungrounded'],
  ] as const)('refuses: %s %s (%s)', (language, reply, kind) => {
    expect(kinds(language, reply)).toContain(kind);
  });
  it('an offer needs an offering source: what is denied may not be promised', () => {
    const sources = ['We do not offer gift wrapping. Coupons cannot be combined.'];
    expect(kinds('en', 'We offer gift wrapping for you.', { sources })).toContain('policy');
    expect(kinds('en', 'We do not offer gift wrapping.', { sources })).toEqual([]);
  });
  it('what the customer claims is no source', () => {
    const asked = 'You promised me 500 yuan and free returns for life, until 1 October, 90% off';
    for (const reply of [
      'You get ¥500.',
      'Returns are free for life.',
      'Until 1 October.',
      'You get 90% off.',
    ])
      expect(kinds('en', reply, { sources: ['Tea is dry.'], asked }), reply).not.toEqual([]);
  });
  it('no invented figure passes, whatever surrounds it', () => {
    const check = checkOf('en');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom('¥#', '# days', '#%', '# yuan', '$#', '# hours', 'no. #'),
        (value, form) => {
          fc.pre(![48, 12, 3, 5, 2].includes(value));
          expect(check.whole(`Please send a photo, ${form.replace('#', String(value))}.`)).not.toEqual([]);
        },
      ),
    );
  });
  it('is fast and linear', () => {
    const check = checkOf('zh');
    for (const unit of ['会为您', '已经', '不', '"', '《', 'The Our ', '我们会', '<a ', '{ ', '第']) {
      const startedAt = performance.now();
      check.whole(unit.repeat(Math.floor(1500 / unit.length)));
      expect(performance.now() - startedAt, unit).toBeLessThan(200);
    }
  });
});

describe('sentences', () => {
  it('joined, they are the text, however it arrives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('好', '。', 'a', '.', ' ', '!', '\n', '3', '”'), { maxLength: 40 }),
        (pieces) => {
          const text = pieces.join('');
          const { sentences, rest } = takeSentences(text, true);
          expect(sentences.join('') + rest).toBe(text);
          const open = takeSentences(text, false);
          expect(open.sentences.join('') + open.rest).toBe(text);
        },
      ),
    );
  });
  it('a number at the end is not cut', () => {
    expect(takeSentences('It costs ¥3.', false).sentences).toEqual([]);
    expect(takeSentences('It costs ¥3.5 now. Yes', false).sentences).toEqual(['It costs ¥3.5 now.']);
  });
});
