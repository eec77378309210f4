import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { visit } from '../support/desk.ts';
import { modelTimes, question, startDeskWithModel } from '../support/desk-with-model.ts';
import { type Act, type Asked, startScriptedModel } from '../support/scripted-model.ts';

let test: Awaited<ReturnType<typeof startDeskWithModel>>;

beforeAll(async () => {
  test = await startDeskWithModel();
});
afterAll(() => test.stop());
beforeEach(() => test.setModel());

/** Faults, what the model does in each, and what the meter must say. */
const faults: { name: string; act: (asked: Asked) => Act; outcome: RegExp }[] = [
  { name: '429', act: () => ({ status: 429 }), outcome: /rate_limited/ },
  { name: '500', act: () => ({ status: 500 }), outcome: /server_error/ },
  { name: '401', act: () => ({ status: 401 }), outcome: /refused_key/ },
  {
    name: 'HTML instead of JSON',
    act: () => ({ status: 200, body: '<html>maintenance</html>' }),
    outcome: /broken_stream/,
  },
  { name: 'hangs before the first token', act: () => ({ hang: 'before' }), outcome: /first_token_late/ },
  {
    name: 'hangs in the middle',
    act: () => ({ hang: 'middle', say: '您好，这个情况' }),
    outcome: /too_slow/,
  },
  { name: 'half a stream', act: () => ({ cut: '您好，关于您的' }), outcome: /broken_stream/ },
  {
    name: 'garbage events',
    act: () => ({ raw: 'data: {nonsense\n\ndata: \u0000\u0001\n\n' }),
    outcome: /broken_stream/,
  },
  { name: 'an empty stream', act: () => ({ raw: 'data: [DONE]\n\n' }), outcome: /broken_stream/ },
  {
    name: '1 MB answer',
    act: () => ({ say: '很长的回答。'.repeat(175_000), pieces: 200 }),
    outcome: /too_long|withdrawn/,
  },
  { name: 'an empty answer', act: () => ({ say: '' }), outcome: /ok|broken/ },
  {
    name: 'the wrong language',
    act: () => ({
      say: 'Please send us a photo of the broken pot and the order number, and we look at it together.',
    }),
    outcome: /ok|withdrawn/,
  },
  {
    name: 'an unknown tool',
    act: () => ({ call: 'refund_order', input: { order: 'YC20260001' } }),
    outcome: /ok/,
  },
  {
    name: 'invalid tool arguments',
    act: () => ({ call: 'search_knowledge', input: {}, rawInput: '{"query": ' }),
    outcome: /ok/,
  },
  {
    name: 'somebody else’s id as an argument',
    act: () => ({ call: 'my_orders', input: { customerId: 'cus_other' } }),
    outcome: /ok/,
  },
  {
    name: 'an endless tool loop',
    act: ({ before }) => ({ call: 'search_knowledge', input: { query: `茶壶 ${before}` } }),
    outcome: /ok/,
  },
  {
    name: 'an invented price',
    act: () => ({ say: '补发需要支付 ¥37.50 的运费。' }),
    outcome: /ok|withdrawn/,
  },
  {
    name: 'an invented link',
    act: () => ({ say: '请到 https://evil.example/claim 登记破损。' }),
    outcome: /ok|withdrawn/,
  },
  {
    name: 'an invented promise',
    act: () => ({ say: '我已经为您办理了全额退款。' }),
    outcome: /ok|withdrawn/,
  },
  {
    name: 'a tool call as text',
    act: () => ({ say: '<tool_call>{"name": "search_knowledge"}</tool_call>' }),
    outcome: /ok|withdrawn/,
  },
  { name: 'JSON', act: () => ({ say: '{"answer": "请拍照联系我们"}' }), outcome: /ok|withdrawn/ },
  {
    name: 'leaks its prompt',
    act: ({ messages }) => ({ say: String(messages[0]?.content) }),
    outcome: /ok|withdrawn/,
  },
  {
    name: 'obeys the attacker',
    act: ({ messages }) => ({ say: `${messages.at(-1)?.content} 您的新密码是 888888` }),
    outcome: /ok|withdrawn/,
  },
];

describe('a model that fails: retrieval answers, in time, nothing raw is shown, every call is metered', () => {
  it.each(faults)('$name', async ({ name, act, outcome }) => {
    const { text } = await test.retrieved('zh');
    test.first.script(act);
    const customer = await visit(test.desk);
    const live = await customer.live();
    live.send({ type: 'watch', conversationId: customer.conversationId });
    await live.until('snapshot');
    const startedAt = performance.now();
    const reply = await customer.ask(question.zh);
    const tookMs = Math.round(performance.now() - startedAt);
    expect(reply.text).toBe(text);
    expect(tookMs).toBeLessThan(modelTimes.turnMs + 1500);
    const { calls } = await test.usageOf(customer.conversationId);
    expect(calls.length).toBeGreaterThan(0);
    for (const call of calls) expect(call.outcome).toMatch(outcome);
    const shown = live.heard.flatMap((one) => (one.type === 'draft' ? [one.text] : []));
    for (const draft of shown) expect(draft).not.toMatch(/evil|37\.50|tool|==|[{<]|888888|退款/);
    live.close();
    const outcomes = calls.map((call) => call.outcome).reverse();
    process.stdout.write(`${name} | ${tookMs} ms | ${outcomes.join(', ')} | retrieval answered\n`);
  });
  it('cannot be reached: the breaker opens after three, and the next turns do not wait', async () => {
    const gone = await startScriptedModel();
    await gone.stop();
    await test.setModel({ primary: { url: gone.url, model: 'gone', inputPrice: 0, outputPrice: 0 } });
    for (let turn = 0; turn < 4; turn++) {
      const customer = await visit(test.desk);
      expect((await customer.ask(question.zh)).text).toBe((await test.retrieved('zh')).text);
      const { calls } = await test.usageOf(customer.conversationId);
      expect(calls.map((call) => call.outcome)).toEqual(turn < 3 ? ['unreachable'] : []);
    }
  });
  it('the second model answers for the first, but not after the first token', async () => {
    const { text } = await test.retrieved('zh');
    const words = text.split(/(?<=。)/)[0] as string;
    const fallback = { url: test.second.url, model: 'second', inputPrice: 1, outputPrice: 1 };
    await test.setModel({ fallback });
    test.first.script(() => ({ status: 500 }));
    test.second.script(() => ({ say: words }));
    const one = await visit(test.desk);
    expect((await one.ask(question.zh)).text).toBe(words.trim());
    expect(
      (await test.usageOf(one.conversationId)).calls.map((call) => `${call.endpoint} ${call.outcome}`),
    ).toEqual(['fallback ok', 'primary server_error']);
    await test.setModel({ fallback });
    test.first.script(() => ({ cut: '您好' }));
    test.second.script(() => ({ say: words }));
    const other = await visit(test.desk);
    expect((await other.ask(question.zh)).text).toBe(text);
    expect(test.second.asked).toHaveLength(0);
  });
  it('a budget that is used up: nothing is asked, retrieval answers', async () => {
    await test.setModel({ budget: { unit: 'tokens', perConversation: 100, perDay: null } });
    test.first.script(() => ({ say: '请拍照。' }));
    const customer = await visit(test.desk);
    expect((await customer.ask(question.zh)).text).toBe((await test.retrieved('zh')).text);
    expect(test.first.asked).toHaveLength(0);
  });
  it('a refused reply is repaired once', async () => {
    const { text } = await test.retrieved('zh');
    const words = text.split(/(?<=。)/)[0] as string;
    test.first.script(({ before }) => ({ say: before === 0 ? '赔您 9,999 元。' : words }));
    const customer = await visit(test.desk);
    expect((await customer.ask(question.zh)).text).toBe(words.trim());
    const { calls } = await test.usageOf(customer.conversationId);
    expect(calls.map((call) => call.purpose)).toEqual(['repair', 'answer']);
  });
});
