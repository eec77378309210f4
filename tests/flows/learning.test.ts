import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyEntry, type Conversation, Refused, deskRoutes as r } from '../../contract/index.ts';
import { loadConversations } from '../../seed/load-conversations.ts';
import { signIn, startTestDesk, type TestDesk, visit } from '../support/desk.ts';

let desk: TestDesk;
let editor: Awaited<ReturnType<typeof signIn>>;
let owner: Awaited<ReturnType<typeof signIn>>;
let clock = Date.now();
const day = 86_400_000;
beforeAll(async () => {
  desk = await startTestDesk({ now: () => clock });
  editor = await signIn(desk, 'xu@yucha.example');
  owner = await signIn(desk, 'owner@yucha.example');
});
afterAll(() => desk.stop());

const gaps = async (q: string, view: 'open' | 'decided' | 'ignored' = 'open') => {
  await desk.learning.settled();
  return (await editor.call(r.listGaps, { query: { q, view } })).gaps;
};
const solved = { wrapUp: { outcome: 'solved' as const, topic: '', note: '' } };

describe('gaps', () => {
  it('grow from what was not answered, in other words too, and survive a restart once and whole', async () => {
    const first = await visit(desk);
    await first.ask('可以帮忙遛狗吗');
    const second = await visit(desk);
    await second.ask('你们能帮忙遛狗吗？');
    const [gap, ...others] = await gaps('遛狗');
    expect(others).toEqual([]);
    expect(gap).toMatchObject({
      question: '可以帮忙遛狗吗',
      count: 2,
      customers: 2,
      status: 'open',
      languages: ['zh'],
    });
    expect(gap?.weeks.at(-1)).toBe(2);
    // What was written while nobody read is found at the next start; what was read is not read into it again.
    await desk.learning.stop();
    const third = await visit(desk);
    await third.ask('请问帮忙遛狗可以吗');
    await desk.restart();
    editor = await signIn(desk, 'xu@yucha.example');
    owner = await signIn(desk, 'owner@yucha.example');
    expect(await gaps('遛狗')).toMatchObject([{ id: gap?.id, count: 3, customers: 3 }]);
    await desk.database.query('DELETE FROM learned');
    await desk.restart();
    editor = await signIn(desk, 'xu@yucha.example');
    owner = await signIn(desk, 'owner@yucha.example');
    expect(await gaps('遛狗'), 'read from the start again, nothing is doubled').toMatchObject([
      { id: gap?.id, count: 3 },
    ]);
  });
  it('become a draft of what people answered; the published article answers, and the gap is decided', async () => {
    const customer = await visit(desk);
    const question = '茶室生日会可以自己带蛋糕吗';
    await customer.ask(question);
    const params = { conversationId: customer.conversationId };
    await owner.call(r.takeOver, { params });
    await owner.call(r.sendMessage, {
      params,
      body: { clientMessageId: 'reply-00000001', text: '可以带，订单 YC20261101001 请提前一天告诉我们。' },
    });
    const [gap] = await gaps('蛋糕');
    const gapId = gap?.id ?? '';
    const detail = await editor.call(r.getGap, { params: { gapId } });
    expect(detail.questions[0]?.replies[0]?.text).toContain('可以带');
    expect(detail.answeredNow).toBeNull();
    const drafted = await editor.call(r.draftFromGap, { params: { gapId }, body: {} });
    expect(drafted.article).toMatchObject({ status: 'draft', title: gap?.question });
    expect(drafted.article.body).toContain('可以带，订单 … 请提前一天');
    expect(drafted.gap).toMatchObject({ status: 'drafted', articleIds: [drafted.article.id] });
    await editor.call(r.updateArticle, {
      params: { articleId: drafted.article.id },
      body: { ...drafted.article, body: '可以带，请提前一天告诉我们。', status: 'published' },
    });
    const next = await visit(desk);
    expect((await next.ask(question)).text).toBe('可以带，请提前一天告诉我们。');
    expect((await gaps('蛋糕')).map((one) => one.id)).not.toContain(gapId);
    expect(await gaps('蛋糕', 'decided')).toMatchObject([{ id: gapId, sinceDecision: 0 }]);
  });
  it('ignored stays ignored when it is asked again; undone it is open with all its questions', async () => {
    const ask = async () => (await visit(desk)).ask('你们会看手相吗');
    await ask();
    const [gap] = await gaps('手相');
    const params = { gapId: gap?.id ?? '' };
    await editor.call(r.ignoreGap, { params, body: { note: '与店铺无关' } });
    clock += 1000;
    await ask();
    expect(await gaps('手相')).toEqual([]);
    expect(await gaps('手相', 'ignored')).toMatchObject([
      { count: 2, sinceDecision: 1, note: '与店铺无关', decidedBy: editor.agent.name },
    ]);
    await editor.call(r.reopenGap, { params, body: {} });
    expect(await gaps('手相')).toMatchObject([{ count: 2, status: 'open', decidedBy: null, note: '' }]);
  });
  it('a wording becomes a phrasing of an article, under the golden questions; asked again without an answer it comes back', async () => {
    const customer = await visit(desk, { language: 'en' });
    await customer.ask('do you tune grand pianos at home');
    const [gap] = await gaps('piano');
    const params = { gapId: gap?.id ?? '' };
    expect(gap?.languages).toEqual(['en']);
    const { articles } = await editor.call(r.listArticles, { query: { q: 'My item arrived broken' } });
    const article = articles[0] as (typeof articles)[number];
    const body = { articleId: article.id, phrasings: ['do you tune grand pianos at home'] };
    const hijack = await editor
      .call(r.addGapToArticle, { params, body: { ...body, phrasings: ['how long is the warranty'] } })
      .catch((error) => error);
    expect(hijack instanceof Refused && hijack.problem.code, 'would take over another’s question').toBe(
      'golden_question_broken',
    );
    const added = await editor.call(r.addGapToArticle, { params, body });
    expect(added.article.phrasings).toContain(body.phrasings[0]);
    expect(await gaps('piano', 'decided')).toMatchObject([{ status: 'phrasing_added' }]);
    const [fresh] = [await editor.call(r.getArticle, { params: { articleId: article.id } })];
    await editor.call(r.rollBack, {
      params: { articleId: article.id },
      body: { toVersion: fresh.version - 1 },
    });
    clock += 1000;
    await (await visit(desk, { language: 'en' })).ask('do you tune a grand piano at home?');
    expect(await gaps('piano')).toMatchObject([{ status: 'phrasing_added', sinceDecision: 1 }]);
  });
  it('a contradiction links two articles; the same twice is refused', async () => {
    const [gap] = await gaps('遛狗');
    const params = { gapId: gap?.id ?? '' };
    const { articles } = await editor.call(r.listArticles, { query: { q: '退货', language: 'zh' } });
    const [a, b] = articles.map((one) => one.id) as [string, string];
    const twice = editor.call(r.markContradiction, { params, body: { articleIds: [a, a] } });
    await expect(twice).rejects.toMatchObject({ problem: { code: 'invalid_input', field: 'articleIds' } });
    const { gap: marked } = await editor.call(r.markContradiction, {
      params,
      body: { articleIds: [a, b], note: '期限不同' },
    });
    expect(marked).toMatchObject({ status: 'contradiction', articleIds: [a, b] });
    expect((await editor.call(r.getGap, { params })).articles).toHaveLength(2);
    for (const [articleId, count] of [
      [a, 1],
      [b, 1],
      ['art_other', 0],
    ] as const) {
      const { gaps: about } = await editor.call(r.listGaps, { query: { view: 'decided', articleId } });
      expect(about, articleId).toHaveLength(count);
    }
  });
});

describe('outcomes', () => {
  it('are counted as they were: silence decides after 24 h, and the same question within 7 days is seen', async () => {
    const count = async () => {
      await desk.learning.settled();
      const { rows } = await owner.call(r.getOutcomes, { query: { weeks: 8 } });
      const sum = (outcome: string, field: 'count' | 'again' = 'count') =>
        rows.filter((row) => row.outcome === outcome).reduce((total, row) => total + row[field], 0);
      return {
        assumed: sum('assumed'),
        confirmed: sum('confirmed'),
        handedOff: sum('handed_off'),
        again: sum('assumed', 'again'),
      };
    };
    const before = await count();
    const customer = await visit(desk);
    await customer.ask('快递要多久');
    const helped = await visit(desk);
    await helped.ask('怎么开发票');
    await helped.ask('明白了，谢谢');
    const handed = await visit(desk);
    await handed.ask('可以指定快递吗');
    await owner.call(r.takeOver, { params: { conversationId: handed.conversationId } });
    await owner.call(r.resolve, { params: { conversationId: handed.conversationId }, body: solved });
    expect(await count()).toEqual({
      ...before,
      confirmed: before.confirmed + 1,
      handedOff: before.handedOff + 1,
    });
    clock += day + 60_000;
    const later = await count();
    expect(later.assumed).toBeGreaterThan(before.assumed);
    expect(later.again).toBe(before.again);
    clock += 2 * day;
    await customer.ask('快递要几天');
    expect((await count()).again).toBe(before.again + 1);
  });
});

describe('the demo shop’s past', () => {
  it('is folded like any conversation, and shows gaps, people’s answers and outcomes from the first start', async () => {
    const own = await startTestDesk();
    await loadConversations(own);
    await own.restart();
    await own.learning.settled();
    const rows = await own.database.query<{ id: string; state: Conversation }>(
      'SELECT id, state FROM conversations',
    );
    expect(rows.length).toBeGreaterThanOrEqual(12);
    for (const { id, state } of rows) {
      const timeline = await own.conversations.timelineOf(id);
      expect(timeline.map((entry) => entry.seq)).toEqual(timeline.map((_, at) => at + 1));
      expect(state).toEqual(timeline.reduce<Conversation | null>(applyEntry, null));
    }
    const person = await signIn(own, 'owner@yucha.example');
    const { gaps: found } = await person.call(r.listGaps, { query: {} });
    expect(found[0]).toMatchObject({ count: 4, customers: 4 });
    const { questions } = await person.call(r.getGap, { params: { gapId: found[0]?.id ?? '' } });
    expect(questions.every((one) => one.replies.length > 0)).toBe(true);
    const { rows: outcomes } = await person.call(r.getOutcomes, { query: {} });
    expect(new Set(outcomes.map((row) => row.outcome))).toEqual(
      new Set(['confirmed', 'assumed', 'handed_off', 'abandoned']),
    );
    expect(outcomes.reduce((sum, row) => sum + row.again, 0)).toBeGreaterThan(0);
    await own.stop();
  });
});
