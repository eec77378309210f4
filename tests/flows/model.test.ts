import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deskRoutes as r } from '../../contract/index.ts';
import { signIdentity } from '../../server/modules/customers/index.ts';
import { signIn, visit, waitFor } from '../support/desk.ts';
import { question, startDeskWithModel } from '../support/desk-with-model.ts';

let test: Awaited<ReturnType<typeof startDeskWithModel>>;

beforeAll(async () => {
  test = await startDeskWithModel();
});
afterAll(() => test.stop());
beforeEach(() => test.setModel());

describe('a model that works', () => {
  it.each(['zh', 'en'] as const)(
    'answers in its own words, with the source, checked and metered (%s)',
    async (language) => {
      const tried = await test.retrieved(language);
      const words = tried.text
        .split(/(?<=[。.])\s*/)
        .slice(0, 2)
        .join(language === 'zh' ? '' : ' ');
      test.first.script(() => ({ say: words }));
      const customer = await visit(test.desk, { language });
      const reply = await customer.ask(question[language]);
      expect(reply.text).toBe(words.trim());
      expect(reply.sources.map((source) => source.articleId)).toContain(tried.sources[0]?.articleId);
      const { total, calls } = await test.usageOf(customer.conversationId);
      expect(total).toMatchObject({ calls: 1, failed: 0, inputTokens: 100, outputTokens: 20 });
      expect(total.cost).toBeCloseTo((100 * 10 + 20 * 20) / 1e6);
      expect(calls[0]).toMatchObject({ outcome: 'ok', purpose: 'answer', estimated: false });
      const { days } = await test.owner.call(r.getModelUsage, { query: {} });
      expect(days[0]?.calls).toBeGreaterThan(0);
    },
  );
  it('looks into the customer’s own orders, and shows the order', async () => {
    const identity = await test.desk.customers.byExternalId('wang-lei');
    expect(identity).not.toBeNull();
    const customer = await visitAs('wang-lei');
    test.first.script(({ messages }) => {
      const looked = messages.findLast((one) => one.role === 'tool')?.content;
      if (!looked) return { call: 'my_orders', input: {} };
      const number = /YC\d{8}/.exec(looked)?.[0];
      return { say: `您的订单 ${number} 已签收。` };
    });
    const reply = await customer.ask('我的订单到哪里了？');
    expect(reply.text).toMatch(/YC\d{8}/);
    expect(reply.cards[0]).toMatchObject({ kind: 'order' });
  });
  it('hands off by its tool only with the customer’s own words', async () => {
    test.first.script(() => ({ call: 'hand_off', input: { reason: 'anger', quote: '气死我了' } }));
    const customer = await visit(test.desk);
    const reply = await customer.ask('这都第几天了还没发货，气死我了');
    expect(reply.turn === undefined || reply.choices.length >= 0).toBe(true);
    const state = await test.desk.conversations.record.find(customer.conversationId);
    const { entries } = await test.owner.call(r.getConversation, {
      params: { conversationId: customer.conversationId },
      query: {},
    });
    const said = entries.findLast((entry) => entry.type === 'message.sent');
    expect(said?.type === 'message.sent' && said.body.turn?.action).toBe('hand_off');
    expect(state).not.toBeNull();
  });
  it('is masked: phones and addresses never leave, and come back for their owner', async () => {
    const customer = await visit(test.desk);
    test.first.script(({ messages }) => {
      const own = /\[PHONE_\d\]/.exec(messages.at(-1)?.content ?? '')?.[0];
      return { say: `请问 ${own ?? '没有号码'} 是您的手机号吗？` };
    });
    const reply = await customer.ask('快递打我这个手机号 13712345678 没人接，怎么改收货的电话号码呢');
    expect(JSON.stringify(test.first.asked)).not.toContain('13712345678');
    expect(JSON.stringify(test.first.asked)).toContain('[PHONE_1]');
    expect(reply.text).not.toContain('[PHONE');
  });
  it('streams checked sentences as drafts; a person who takes over withdraws them', async () => {
    const { text } = await test.retrieved('zh');
    const sentence = text.split(/(?<=。)/)[0] as string;
    const customer = await visit(test.desk);
    const live = await customer.live();
    live.send({ type: 'watch', conversationId: customer.conversationId });
    test.first.script(() => ({ hang: 'middle', say: `${sentence}接着说` }));
    await customer.send(question.zh);
    await live.until('draft', (message) => message.text === sentence.trim());
    const chen = await signIn(test.desk, 'chen@yucha.example');
    await chen.call(r.takeOver, { params: { conversationId: customer.conversationId } });
    const drafts = () => live.heard.flatMap((one) => (one.type === 'draft' ? [one.text] : []));
    await waitFor(() => drafts().at(-1) === '');
    expect(drafts().every((draft) => !draft.includes('接着说'))).toBe(true);
    await test.desk.answering.settled();
    const { entries } = await customer.read();
    expect(entries.some((entry) => entry.type === 'message.sent' && entry.body.from.kind === 'ai')).toBe(
      false,
    );
    live.close();
  });
  it('keeps the policy’s offer of a person beside the model’s words', async () => {
    const { text } = await test.retrieved('zh');
    const words = text.split(/(?<=。)/)[0] as string;
    test.first.script(() => ({ say: words }));
    const customer = await visit(test.desk);
    const reply = await customer.ask('真让人失望，收到的茶壶又碎了，太失望了，怎么办？');
    const { entries } = await test.owner.call(r.getConversation, {
      params: { conversationId: customer.conversationId },
      query: {},
    });
    const said = entries.findLast((entry) => entry.type === 'message.sent');
    const why = (said?.type === 'message.sent' ? said.body.turn?.why : null) as {
      judged?: { action: string };
      model?: { failed: string | null };
    };
    expect(why.model?.failed).toBeNull();
    expect(why.judged?.action).toBe('offer');
    expect(reply.text.startsWith(words.trim())).toBe(true);
    expect(reply.offer).toBe(true);
    expect(reply.choices.map((choice) => choice.action)).toContain('person');
  });
  it('never shows the beginning of what is refused', async () => {
    const customer = await visit(test.desk);
    const live = await customer.live();
    live.send({ type: 'watch', conversationId: customer.conversationId });
    test.first.script(() => ({ say: '全部免费退款，还送您 500 元。真的是这样。' }));
    const reply = await customer.ask(question.zh);
    expect(reply.text).toBe((await test.retrieved('zh')).text);
    expect(live.heard.filter((one) => one.type === 'draft' && one.text !== '')).toEqual([]);
    live.close();
  });
});

async function visitAs(sub: string) {
  return visit(test.desk, { identity: await signIdentity(test.desk.identitySecret, { sub }, Date.now()) });
}

describe('the settings', () => {
  it('never give a key out, keep it sealed, and forget it when the address moves', async () => {
    const shown = await test.owner.call(r.getModel);
    expect(JSON.stringify(shown)).not.toContain('very-secret');
    expect(shown.primary?.keySet).toBe(true);
    const [row] = await test.desk.database.query<{ value: unknown }>('SELECT value FROM model_settings');
    expect(JSON.stringify(row)).not.toContain('very-secret');
    test.first.script(() => ({ say: 'ok' }));
    await test.owner.call(r.testModel);
    expect(test.first.asked[0]?.headers.authorization).toBe('Bearer sk-very-secret');
    const { keySet: _, ...same } = shown.primary as NonNullable<typeof shown.primary>;
    const kept = await test.owner.call(r.updateModel, { body: test.setting({ primary: same }) });
    expect(kept.primary?.keySet).toBe(true);
    const moved = await test.owner.call(r.updateModel, {
      body: test.setting({ primary: { ...same, url: test.second.url } }),
    });
    expect(moved.primary?.keySet).toBe(false);
    await expect(test.setModel({ primary: null })).rejects.toThrow(/no model/);
    await expect(test.setModel({ primary: { ...same, url: 'file:///etc/passwd' } })).rejects.toThrow(
      /address/,
    );
  });
  it('are the owner’s alone', async () => {
    const chen = await signIn(test.desk, 'chen@yucha.example');
    await expect(chen.call(r.getModel)).rejects.toThrow();
    expect(await chen.call(r.getModelStatus)).toEqual({ on: true });
  });
  it('test a model before it is switched on: a ping, then questions beside retrieval', async () => {
    await test.setModel({ on: false });
    test.first.script(() => ({ say: '根据资料无法确定。' }));
    const tested = await test.owner.call(r.testModel);
    expect(tested.ping.ok).toBe(true);
    expect(tested.rows.length).toBeGreaterThan(5);
    test.first.script(() => ({ status: 401 }));
    expect((await test.owner.call(r.testModel)).ping).toMatchObject({ ok: false, fault: 'refused_key' });
  });
  it('off, nothing is asked and nothing changes', async () => {
    await test.setModel({ on: false });
    test.first.script(() => ({ say: 'x' }));
    const customer = await visit(test.desk);
    const live = await customer.live();
    live.send({ type: 'watch', conversationId: customer.conversationId });
    const reply = await customer.ask(question.zh);
    expect(reply.text).toBe((await test.retrieved('zh')).text);
    expect(test.first.asked).toHaveLength(0);
    expect((await test.usageOf(customer.conversationId)).total.calls).toBe(0);
    expect(live.heard.some((one) => one.type === 'draft' || one.type === 'typing')).toBe(false);
    live.close();
  });
});
