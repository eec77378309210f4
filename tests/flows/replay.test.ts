import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskRoutes as r } from '../../contract/index.ts';
import { signIn, startTestDesk, type TestDesk, visit } from '../support/desk.ts';

let desk: TestDesk;
let owner: Awaited<ReturnType<typeof signIn>>;
beforeAll(async () => {
  desk = await startTestDesk();
  owner = await signIn(desk, 'owner@yucha.example');
});
afterAll(() => desk.stop());

/** Takes the AI's last turn again. */
async function replayLast(conversationId: string) {
  const { entries } = await owner.call(r.getConversation, { params: { conversationId } });
  const turn = entries.findLast((entry) => entry.type === 'message.sent' && entry.body.turn);
  return owner.call(r.replayTurn, { params: { conversationId, seq: String(turn?.seq) } });
}

describe('why did it say this', () => {
  it('a turn taken again at once is the same, in the first and in a later episode, as an answer, a choice and a follow-up', async () => {
    const customer = await visit(desk);
    for (const text of ['快递要多久', '谢谢', '那新疆呢', '你们卖手机吗', '收到的壶碎了怎么办']) {
      await customer.ask(text);
      const replayed = await replayLast(customer.conversationId);
      expect(replayed, text).toMatchObject({ asked: text, differs: [] });
      expect(replayed.now.why, text).toEqual(replayed.before.why);
    }
    const params = { conversationId: customer.conversationId };
    await owner.call(r.takeOver, { params });
    await owner.call(r.resolve, {
      params,
      body: { wrapUp: { outcome: 'solved', topic: '', note: '' } },
    });
    await customer.ask('快递要多久');
    expect((await replayLast(customer.conversationId)).differs).toEqual([]);
  });
  it('shows what today’s knowledge changes, and stores nothing', async () => {
    const customer = await visit(desk);
    const question = '茶室可以办生日会吗';
    await customer.ask(question);
    const { lastSeq } = (
      await owner.call(r.getConversation, { params: { conversationId: customer.conversationId } })
    ).conversation;
    const article = await owner.call(r.createArticle, {
      body: {
        title: question,
        body: '可以，请提前三天预约。',
        phrasings: [],
        language: 'zh',
        category: '',
        pairKey: null,
        validFrom: null,
        validUntil: null,
        status: 'published',
      },
    });
    const replayed = await replayLast(customer.conversationId);
    expect(replayed).toMatchObject({
      now: { action: 'answer', text: '可以，请提前三天预约。' },
      answeredBy: article.id,
    });
    expect(replayed.differs).toEqual(expect.arrayContaining(['action', 'source', 'text']));
    const after = await owner.call(r.getConversation, {
      params: { conversationId: customer.conversationId },
    });
    expect(after.conversation.lastSeq).toBe(lastSeq);
  });
  it('only a turn of the AI can be taken again', async () => {
    const customer = await visit(desk);
    const { entry } = await customer.send('你好');
    for (const seq of [String(entry.seq), '999', 'x', '-1', '1e3'])
      await expect(
        owner.call(r.replayTurn, { params: { conversationId: customer.conversationId, seq } }),
      ).rejects.toMatchObject({ problem: { code: 'not_found' } });
  });
});
