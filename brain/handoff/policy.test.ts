import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Feeling } from '../emotion/index.ts';
import { acceptsOffer } from './accepts-offer.ts';
import { defaultPolicy } from './default-policy.ts';
import { featureNames, type Moment, readFeatures } from './features.ts';
import { readLabelled } from './labelled.ts';
import { judge, type Policy, tightenings } from './policy.ts';
import { isSameQuestion } from './repetition.ts';
import { readDialogue, replay } from './replay.ts';
import { count, emptyTally, ratesOf } from './score.ts';

const feels = (emotion: Feeling['emotion'], strength: Feeling['strength']): Feeling => ({
  emotion,
  strength,
  evidence: null,
  scores: { calm: 0, anxious: 0, dissatisfied: 0, angry: 0, happy: 0, sad: 0, [emotion]: 1 },
  target: emotion === 'angry' ? 'shop' : null,
});
const moment = (text: string, fields: Partial<Moment> = {}): Moment => ({
  language: 'zh',
  text,
  feeling: feels('calm', 0),
  history: [],
  reply: { action: 'answer', confidence: 0.9, missed: false },
  consecutiveMisses: 0,
  offerOpen: false,
  failedTool: false,
  customer: { vip: false, orderValue: null },
  ...fields,
});
const points = (value: number) =>
  Object.fromEntries(featureNames.map((name) => [name, value])) as Policy['points'];
const anyPolicy: fc.Arbitrary<Policy> = fc.record({
  points: fc.integer({ min: -200, max: 200 }).map(points),
  offerAt: fc.integer({ min: 0, max: 10_000 }),
  handOffAt: fc.integer({ min: 0, max: 10_000 }),
  mildAtMost: fc.integer({ min: 0, max: 10_000 }),
  highValueFrom: fc.integer({ min: 0, max: 1_000_000 }),
  tighten: fc.constant(Object.fromEntries(tightenings.map((name) => [name, false])) as Policy['tighten']),
  busyRaisesOfferBy: fc.integer({ min: 0, max: 500 }),
});
const anyStaffing = fc.option(
  fc.record({ queueLength: fc.nat({ max: 99 }), agentsOnline: fc.nat({ max: 9 }) }),
);

describe('the floor', () => {
  const asked = (text: string) => ({ from: 'customer' as const, text, action: null });
  const floors: [string, Moment, string][] = [
    ['a person asked for', moment('转人工'), 'asked_for_person'],
    ['injury', moment('水壶漏电把我电到了'), 'safety'],
    ['law', moment('I will sue you'), 'legal_threat'],
    ['a card number', moment('4111 1111 1111 1111'), 'payment_details'],
    [
      'two misses',
      moment('能刻字吗', {
        reply: { action: 'unknown', confidence: 0, missed: true },
        consecutiveMisses: 1,
      }),
      'repeated_misses',
    ],
    [
      'the same three times',
      moment('我的包裹到哪里了', { history: [asked('我的包裹到哪里了?'), asked('我的包裹到哪里了呢')] }),
      'repeated_question',
    ],
    ['great anger', moment('你们…', { feeling: feels('angry', 3) }), 'anger'],
    ['great grief', moment('我真的绝望了，眼泪止不住', { feeling: feels('sad', 3) }), 'distress'],
    ['a failed tool', moment('我的订单到哪了', { failedTool: true }), 'tool_failed'],
    ['a yes to the offer', moment('好的', { offerOpen: true }), 'accepted_offer'],
  ];
  it.each(floors)('%s is never undercut, whatever the policy and however busy', (_, now, reason) => {
    const features = readFeatures(now);
    fc.assert(
      fc.property(anyPolicy, anyStaffing, (policy, staffing) => {
        expect(judge(features, policy, staffing)).toMatchObject({ action: 'hand_off', reasonCode: reason });
      }),
    );
  });
  it('is only ever added to by a shop: each switch hands off more, none hands off less', () => {
    const features = readFeatures(
      moment('会送勺子吗', { reply: { action: 'unknown', confidence: 0, missed: true } }),
    );
    expect(judge(features, defaultPolicy).action).not.toBe('hand_off');
    const strict = { ...defaultPolicy, tighten: { ...defaultPolicy.tighten, first_miss: true } };
    expect(judge(features, strict)).toMatchObject({
      action: 'hand_off',
      reasonCode: 'repeated_misses',
      evidence: { rule: 'shop_first_miss' },
    });
    fc.assert(
      fc.property(anyPolicy, fc.constantFrom(...floors), (policy, [, now]) => {
        const all = Object.fromEntries(tightenings.map((name) => [name, true])) as Policy['tighten'];
        expect(judge(readFeatures(now), { ...policy, tighten: all }).action).toBe('hand_off');
      }),
    );
  });
});

/** A shop may weigh feelings more than the model does. */
const wary = { ...defaultPolicy, points: { ...defaultPolicy.points, dissatisfied: 40, seems_stuck: 0 } };

describe('the judge', () => {
  it('says which features decided, the largest first', () => {
    const features = readFeatures(
      moment('你们说我拆过就不给退，包装是你们自己贴的，凭什么，必须赔我', {
        feeling: feels('dissatisfied', 3),
        history: [
          { from: 'customer', text: '能退吗', action: null },
          { from: 'ai', text: '抱歉，拆封过的不能退。', action: 'answer' },
        ],
      }),
    );
    const { evidence, reasonCode, action } = judge(features, defaultPolicy);
    expect(action).not.toBe('continue');
    expect(reasonCode).not.toBeNull();
    const given = evidence.points.map((one) => one.points);
    expect(given).toEqual([...given].sort((a, b) => b - a));
    expect(evidence.total).toBeCloseTo(
      given.reduce((sum, one) => sum + one, 0),
      1,
    );
  });
  it('offers later when people are busy, and hands off no later', () => {
    const features = readFeatures(moment('…', { feeling: feels('dissatisfied', 3) }));
    const line = judge(features, wary).evidence.total;
    const policy = { ...wary, offerAt: line, busyRaisesOfferBy: 10 };
    expect(judge(features, policy, { queueLength: 0, agentsOnline: 3 }).action).toBe('offer');
    expect(judge(features, policy, { queueLength: 12, agentsOnline: 3 }).action).toBe('continue');
    const eager = { ...policy, handOffAt: line };
    expect(judge(features, eager, { queueLength: 99, agentsOnline: 0 }).action).toBe('hand_off');
  });
  it('does not offer again soon after an offer was passed over', () => {
    const feeling = feels('dissatisfied', 3);
    const policy = { ...wary, offerAt: 10 };
    const offered = { from: 'ai' as const, text: '要不要转人工？', action: 'offer' };
    expect(judge(readFeatures(moment('再看看', { feeling })), policy).action).toBe('offer');
    expect(judge(readFeatures(moment('再看看', { feeling, history: [offered] })), policy).action).toBe(
      'continue',
    );
  });
});

describe('a yes to the offer', () => {
  it.each([
    '好的',
    '嗯 叫同事吧',
    '那麻烦转一下',
    'A person, then.',
    'yes please',
    'go on then',
    'sure, bring them in',
    '好的\n订单号是 YC-1024，麻烦看看为什么一直没有发货，我已经等了一个多星期了',
    'yes please\nmy order number is YC-1024 and it has been two weeks without a single word',
  ])('%s', (text) => expect(acceptsOffer(text)).toBe(true));
  it.each([
    '不用了',
    '先不用 我再看看',
    '你继续说',
    'no, you go on',
    "don't pass me on, just tell me",
    'what about the blue one',
    '好的\n算了不用了，我自己再看看页面上有没有写怎么处理这个问题，谢谢你的耐心',
  ])('is not: %s', (text) => expect(acceptsOffer(text)).toBe(false));
});

describe('the same question', () => {
  it.each([
    ['我的包裹到哪里了', '快递啥时候到啊'],
    ['when will my parcel arrive', 'so how long until the package gets here'],
    ['退款什么时候到账', '退的钱几天到'],
  ])('in other words: %s / %s', (a, b) => expect(isSameQuestion(a, b)).toBe(true));
  it.each([
    ['包邮吗', '怎么退货'],
    ['订单YC20260001到哪了', '订单YC20260002到哪了'],
    ['do you ship to Norway', 'how do I return it'],
  ])('is another: %s / %s', (a, b) => expect(isSameQuestion(a, b)).toBe(false));
});

describe('a message that says itself that it asks again', () => {
  const asked = (text: string) => ({ from: 'customer' as const, text, action: null });
  it.each([
    ['退款要多久', '我想知道退的钱哪天到', '所以到底哪天能退'],
    ['when does it ship', 'my parcel, when is it sent', 'same question again: when will it be dispatched'],
  ])('%s / %s / %s', (first, second, third) => {
    const history = [asked(first), asked(second)];
    expect(readFeatures(moment(third, { history })).floor?.reasonCode).toBe('repeated_question');
    expect(readFeatures(moment('能刻字吗', { history })).floor).toBeNull();
  });
});

describe('replay', () => {
  const line = (turns: object[]) =>
    JSON.stringify({ id: 'd', language: 'zh', customer: { level: 'regular' }, orderValue: null, turns });
  const customer = (text: string, label: string, reason: string | null = null) => ({
    from: 'customer',
    text,
    knows: 'answer',
    label,
    reason,
  });
  it('ends at the policy’s own hand-off and counts what was caught, needless and too late', () => {
    const [caught, needless, late] = readLabelled(
      [
        line([
          customer('包邮吗', 'continue'),
          { from: 'ai', text: '满 99 包邮', action: 'answer' },
          customer('转人工', 'hand_off', 'asked_for_person'),
        ]),
        line([customer('转人工', 'continue'), customer('我要投诉到12315', 'hand_off', 'legal_threat')]),
        line([customer('天气不错', 'hand_off', 'vip')]),
      ].join('\n'),
    );
    const tally = emptyTally();
    for (const dialogue of [caught, needless, late]) {
      if (dialogue) count(tally, dialogue, replay(readDialogue(dialogue), defaultPolicy));
    }
    expect(tally).toMatchObject({
      dialogues: 3,
      must: 3,
      caught: 1,
      tooLate: 1,
      tooEarly: 1,
      mayGoOn: 2,
      needless: 1,
    });
    expect(ratesOf(tally)).toMatchObject({ recall: 1 / 3, needless: 0.5, tooLate: 1 / 3 });
  });
  it('names the line and field of what it cannot read', () => {
    expect(() => readLabelled('{}')).toThrow('line 1: language');
    expect(() => readLabelled(`${line([])}\n${line([customer('x', 'maybe')])}`)).toThrow(
      'line 2: turns.0.label',
    );
  });
});
