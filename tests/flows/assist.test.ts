import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deskRoutes as r } from '../../contract/index.ts';
import { signIn, visit } from '../support/desk.ts';
import { question, startDeskWithModel } from '../support/desk-with-model.ts';

let test: Awaited<ReturnType<typeof startDeskWithModel>>;
let chen: Awaited<ReturnType<typeof signIn>>;
let params: { conversationId: string };

beforeAll(async () => {
  test = await startDeskWithModel();
  chen = await signIn(test.desk, 'chen@yucha.example');
  const customer = await visit(test.desk);
  await customer.ask(`我叫李雷，电话 13712345678。\n${question.zh}`);
  params = { conversationId: customer.conversationId };
});
afterAll(() => test.stop());
beforeEach(() => test.setModel());

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { problem: { code: string } }) => error.problem.code,
  );

describe('help for whoever writes', () => {
  it('replies come from knowledge and macros without a model, each with its source', async () => {
    await test.setModel({ on: false });
    const { replies } = await chen.call(r.suggestReplies, { params });
    expect(replies.length).toBeGreaterThanOrEqual(2);
    expect(replies[0]).toMatchObject({ from: 'article' });
    expect(replies[0]?.sources[0]?.title).toMatch(/破损/);
    for (const work of [
      () => chen.call(r.summariseConversation, { params, body: { language: 'zh' } }),
      () => chen.call(r.rewriteText, { params, body: { text: '好的', tone: 'shorter' } }),
      () => chen.call(r.translateText, { params, body: { text: '好的', to: 'en' } }),
    ])
      expect(await refusal(work())).toBe('model_unavailable');
  });
  it('of a model’s replies only those that pass the check are offered', async () => {
    const { text } = await test.retrieved('zh');
    const good = text.split(/(?<=。)/)[0] as string;
    test.first.script(() => ({
      say: `${good}\n---\n我马上为您退款 500 元。\n---\n请看 https://evil.example/x`,
    }));
    const { replies } = await chen.call(r.suggestReplies, { params });
    expect(replies.filter((one) => one.from === 'model').map((one) => one.text)).toEqual([good.trim()]);
    expect(replies.length).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(replies)).not.toMatch(/500|evil/);
  });
  it('a summary goes out masked and comes back for the agent', async () => {
    test.first.script(({ messages }) => ({
      say: `顾客想改收货电话 ${/\[PHONE_\d\]/.exec(String(messages.at(-1)?.content))?.[0] ?? '?'}，并说茶壶碎了。`,
    }));
    const { text } = await chen.call(r.summariseConversation, { params, body: { language: 'zh' } });
    expect(text).toContain('13712345678');
    expect(JSON.stringify(test.first.asked)).not.toContain('13712345678');
  });
  it('a translation keeps every figure, or is tried once more, or is refused', async () => {
    const ask = () =>
      chen.call(r.translateText, { params, body: { text: '请在 48 小时内发照片，运费 12 元。', to: 'en' } });
    test.first.script(({ before }) => ({
      say:
        before === 0
          ? 'Send a photo within 24 hours, shipping is 12 yuan.'
          : 'Please send a photo within 48 hours; shipping is ¥12.',
    }));
    expect((await ask()).text).toContain('48 hours');
    test.first.script(() => ({ say: 'Send it within 24 hours.' }));
    expect(await refusal(ask())).toBe('model_unavailable');
    test.first.script(() => ({ say: '请在 48 小时内发照片。' }));
    expect(await refusal(ask())).toBe('model_unavailable');
  });
  it('is for people who talk to customers', async () => {
    const editor = await signIn(test.desk, 'xu@yucha.example');
    expect(await refusal(editor.call(r.suggestReplies, { params }))).toBe('not_allowed');
    expect(await refusal(chen.call(r.suggestReplies, { params: { conversationId: 'cnv_none' } }))).toBe(
      'not_found',
    );
  });
});
