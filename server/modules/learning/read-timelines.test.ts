import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, ReasonCode } from '../../../contract/index.ts';
import { draftFromReplies, withoutPersonal } from './draft-from-replies.ts';
import { findBadAnswers } from './find-bad-answers.ts';
import { outcomesOf } from './outcomes-of.ts';

const hour = 3_600_000;
type Step = { type: string; after: number; body: object; by?: string };
const customer = (text: string, after = 0.01): Step => said('customer', text, null, after);
const agent = (text: string, after = 0.01): Step => said('agent', text, null, after);
const ai = (action: string, extra: { rule?: string; missed?: boolean; articleId?: string } = {}): Step =>
  said(
    'ai',
    action,
    { action, missed: extra.missed ?? action === 'unknown', why: extra },
    0.001,
    extra.articleId,
  );
const handedOff = (reasonCode: ReasonCode): Step => step('conversation.handed_off', { reasonCode });
const step = (type: string, body: object = {}, after = 0.01): Step => ({ type, after, body });
const assigned = step('conversation.assigned', { how: 'accepted' });
const resolved = step('conversation.resolved');
const rated = (score: number): Step => step('conversation.rated', { score, comment: '' });

function said(kind: string, text: string, turn: object | null, after: number, articleId?: string): Step {
  const sources = articleId ? [{ articleId }] : [];
  const body = {
    from: { kind, name: '陈' },
    text,
    language: /[一-龥]/.test(text) ? 'zh' : 'en',
    turn,
    sources,
  };
  return { type: 'message.sent', after, body };
}

function timelineOf(steps: Step[]): Entry[] {
  let at = 0;
  let episode = 1;
  const opened = { type: 'conversation.opened', after: 0, body: { customerId: 'cus', language: 'zh' } };
  return [opened, ...steps].map(({ type, after, body }, index) => {
    at += after * hour;
    if (type === 'conversation.reopened') episode++;
    return { conversationId: 'cnv', seq: index + 1, episode, at, type, body } as unknown as Entry;
  });
}
const bad = (...steps: Step[]) => findBadAnswers(timelineOf(steps)).map((one) => [one.text, one.reason]);

describe('bad answers in a timeline', () => {
  it.each([
    ['a miss', [customer('能办生日会吗'), ai('unknown')], [['能办生日会吗', 'missed']]],
    ['courtesies are none', [customer('你好'), ai('small_talk'), customer('谢谢'), ai('small_talk')], []],
    [
      'a verdict that it helped is none',
      [customer('怎么退货'), ai('answer'), customer('明白了'), ai('unknown')],
      [],
    ],
    ['an answer is none', [customer('能办生日会吗'), ai('answer')], []],
    [
      'a second miss hands off',
      [
        customer('能办生日会吗'),
        ai('unknown'),
        customer('有蛋糕吗'),
        ai('hand_off', { missed: true }),
        handedOff('repeated_misses'),
      ],
      [
        ['能办生日会吗', 'missed'],
        ['有蛋糕吗', 'handed_off'],
      ],
    ],
    [
      'the verdict blames the question before',
      [
        customer('怎么退货'),
        ai('answer'),
        customer('没用'),
        ai('offer', { rule: 'says_no_help', missed: true }),
      ],
      [['怎么退货', 'no_help']],
    ],
    [
      'asked back, and none of them',
      [
        customer('怎么退货'),
        ai('clarify'),
        customer('都不是，找人工客服'),
        ai('hand_off'),
        handedOff('asked_for_person'),
      ],
      [['怎么退货', 'clarify_rejected']],
    ],
    [
      'asked back, and the button for a person pressed',
      [customer('怎么退货'), ai('clarify'), handedOff('asked_for_person'), assigned, agent('您好')],
      [['怎么退货', 'clarify_rejected']],
    ],
    [
      'asked back, and chosen',
      [
        customer('怎么退货'),
        ai('clarify'),
        customer('退货运费'),
        ai('answer', { rule: 'chose_a_candidate' }),
      ],
      [],
    ],
    [
      'rated low after the AI answered',
      [customer('怎么退货'), ai('answer'), resolved, rated(2)],
      [['怎么退货', 'rated_low']],
    ],
    [
      'rated low after a person spoke',
      [customer('hi'), handedOff('asked_for_person'), assigned, agent('您好'), rated(1)],
      [],
    ],
    ['rated well', [customer('怎么退货'), ai('answer'), rated(3)], []],
    [
      'answered, and a person answers instead',
      [
        customer('怎么退货'),
        ai('answer'),
        customer('转人工'),
        ai('hand_off'),
        handedOff('asked_for_person'),
        assigned,
        agent('寄回即可'),
        customer('地址是什么'),
        agent('杭州'),
      ],
      [['怎么退货', 'agent_answered']],
    ],
    [
      'a person because of anger says nothing about the knowledge',
      [customer('壶碎了，气死我了'), ai('hand_off'), handedOff('anger'), assigned, agent('抱歉')],
      [],
    ],
    [
      'several messages are one question, from the first on',
      [customer('你好'), customer('能办生日会吗'), customer('十个人'), ai('unknown')],
      [['能办生日会吗\n十个人', 'missed']],
    ],
  ] as [string, Step[], string[][]][])('%s', (_, steps, expected) => {
    expect(bad(...steps)).toEqual(expected);
  });
  it('a longer timeline finds the same and more: nothing is taken back or doubled', () => {
    const steps = fc.array(
      fc.constantFrom(
        customer('能办生日会吗'),
        customer('没用'),
        customer('转人工'),
        customer('谢谢'),
        ai('unknown'),
        ai('answer'),
        ai('clarify'),
        ai('offer', { rule: 'says_no_help', missed: true }),
        handedOff('asked_for_person'),
        assigned,
        agent('好的'),
        resolved,
        step('conversation.reopened'),
        rated(1),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(steps, fc.nat(30), (all, cut) => {
        const before = findBadAnswers(timelineOf(all.slice(0, cut)));
        const after = findBadAnswers(timelineOf(all));
        expect(after.slice(0, before.length)).toEqual(before);
        expect(new Set(after.map((one) => one.seq)).size).toBe(after.length);
      }),
    );
  });
});

describe('outcomes', () => {
  const answered = [customer('怎么退货'), ai('answer', { articleId: 'art_return' })];
  const outcomes = (steps: Step[], hoursLater = 100) => {
    const timeline = timelineOf(steps);
    return outcomesOf(timeline, (timeline.at(-1)?.at ?? 0) + hoursLater * hour).map((one) => one.outcome);
  };
  it.each([
    ['answered, then 24 h of silence', answered, 24, ['assumed']],
    ['answered, and still 23 h', answered, 23, [null]],
    ['thanks alone is courtesy', [...answered, customer('谢谢'), ai('small_talk')], 24, ['assumed']],
    ['said it helped', [...answered, customer('明白了，谢谢'), ai('small_talk')], 0, ['confirmed']],
    [
      'said it helped, then something new without an answer',
      [...answered, customer('解决了'), ai('small_talk'), customer('能办生日会吗'), ai('unknown')],
      24,
      ['abandoned'],
    ],
    ['rated 4 after an answer', [...answered, rated(4)], 0, ['confirmed']],
    ['rated 5 after “I do not know”', [customer('能办生日会吗'), ai('unknown'), rated(5)], 24, ['abandoned']],
    ['asked back, and left', [customer('怎么退货'), ai('clarify')], 24, ['abandoned']],
    ['left without a reply', [customer('怎么退货')], 24, ['abandoned']],
    ['left in the queue', [...answered, handedOff('asked_for_person')], 24, ['abandoned']],
    ['a person came', [...answered, handedOff('asked_for_person'), assigned], 0, ['handed_off']],
    ['a message was left for people', [...answered, step('message.left')], 0, ['handed_off']],
    ['nothing was asked', [customer('你好'), ai('small_talk')], 48, []],
    [
      'a new day is a new stretch',
      [...answered, customer('包邮吗', 25), ai('answer')],
      24,
      ['assumed', 'assumed'],
    ],
    [
      'a person may wait longer than a day',
      [
        customer('怎么退货'),
        handedOff('asked_for_person'),
        assigned,
        agent('请寄回'),
        customer('寄了', 30),
        agent('收到'),
      ],
      24,
      ['handed_off'],
    ],
    [
      'resolved, and back within 7 days',
      [...answered, resolved, step('conversation.reopened', {}, 160), customer('退货地址呢'), ai('answer')],
      24,
      ['reopened', 'assumed'],
    ],
    [
      'resolved, and back after 8 days',
      [...answered, resolved, step('conversation.reopened', {}, 200), customer('退货地址呢'), ai('answer')],
      24,
      ['assumed', 'assumed'],
    ],
    [
      'resolved, and back only to say thanks',
      [...answered, resolved, step('conversation.reopened', {}, 1), customer('谢谢'), ai('small_talk')],
      24,
      ['assumed'],
    ],
  ] as [string, Step[], number, (string | null)[]][])('%s', (_, steps, later, expected) => {
    expect(outcomes(steps, later)).toEqual(expected);
  });
});

describe('a draft from what people answered', () => {
  it('quotes each reply once, takes the other wordings as phrasings, leaves out what names one customer', () => {
    const reply = (text: string) => ({ agentName: '陈晓雨', text, seq: 1 });
    const draft = draftFromReplies(
      '茶室能办生日会吗',
      'zh',
      ['茶室能办生日会吗', '可以办生日会么？', '订单YC20261101001 能办生日会吗'],
      [reply('可以，每人 ¥88，电话 13812345678'), reply('可以，每人 ¥88，电话 13812345678')],
    );
    expect(draft).toMatchObject({ title: '茶室能办生日会吗', status: 'draft' });
    expect(draft.phrasings).toEqual(['可以办生日会么？', expect.not.stringContaining('YC2026')]);
    expect(draft.body).toContain('可以，每人 ¥88，电话 …');
    expect(draft.body.split('¥88')).toHaveLength(2);
    expect(withoutPersonal('mail me at a.b@example.com')).toBe('mail me at …');
    expect(draftFromReplies('x?', 'en', [], []).body).toContain('Nobody has answered');
  });
});
