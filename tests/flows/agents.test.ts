import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Conversation, Refused, deskRoutes as r } from '../../contract/index.ts';
import { signIdentity } from '../../server/modules/customers/index.ts';
import { signIn, startTestDesk, type TestDesk, visit, waitFor } from '../support/desk.ts';

/** What agents do with a conversation, and what the desk does with it when they do nothing. */

let ahead = 0;
let desk: TestDesk;
const agents: Awaited<ReturnType<typeof signIn>>[] = [];
beforeAll(async () => {
  desk = await startTestDesk({ now: () => Date.now() + ahead });
});
afterAll(() => desk.stop());
afterEach(async () => {
  for (const agent of agents.splice(0)) await agent.call(r.setPresence, { body: { status: 'offline' } });
});

async function onShift(name: string) {
  const agent = await signIn(desk, `${name}@yucha.example`);
  agents.push(agent);
  await agent.call(r.setPresence, { body: { status: 'online' } });
  return agent;
}
type Agent = Awaited<ReturnType<typeof onShift>>;

/** Lets time pass, and has the desk look at its queue. */
async function later(seconds: number, agent: Agent) {
  ahead += seconds * 1000;
  await agent.call(r.setPresence, { body: { status: 'online', reason: `at ${ahead}` } });
}

async function become(agent: Agent, conversationId: string, fits: (state: Conversation) => unknown) {
  return waitFor(async () => {
    const { conversation } = await agent.call(r.getConversation, { params: { conversationId } });
    return fits(conversation) ? conversation : null;
  });
}

async function held(agent: Agent, options?: Parameters<typeof visit>[1]) {
  const customer = await visit(desk, options);
  const params = { conversationId: customer.conversationId };
  await customer.send('人工');
  await become(agent, customer.conversationId, (state) => state.status === 'queued');
  await agent.call(r.takeOver, { params });
  return { customer, params };
}

const refusal = async (work: Promise<unknown>) => {
  const error = await work.catch((thrown) => thrown);
  if (!(error instanceof Refused)) throw new Error(`was not refused: ${JSON.stringify(error)}`);
  return error.problem;
};

describe('time in the queue', () => {
  it('an offer not taken up in time goes to the next agent, and the first is not asked again', async () => {
    const chen = await onShift('chen');
    const customer = await visit(desk);
    await customer.send('人工');
    await become(chen, customer.conversationId, (state) => state.offeredTo === chen.agent.id);
    const huang = await onShift('huang');
    await later(31, huang);
    const moved = await become(huang, customer.conversationId, (state) => state.offeredTo === huang.agent.id);
    expect(moved.declinedBy).toEqual([chen.agent.id]);
    const { entries } = await huang.call(r.getConversation, {
      params: { conversationId: customer.conversationId },
    });
    expect(entries.find((entry) => entry.type === 'assignment.returned')?.body).toEqual({
      agentId: chen.agent.id,
      because: 'not_accepted_in_time',
    });
    await customer.call(r.continueWithAi, { params: { conversationId: customer.conversationId } });
  });

  it('a group that cannot take it in time lets it overflow to another', async () => {
    const chen = await onShift('chen');
    const { customer, params } = await held(chen);
    const { groups } = await chen.call(r.listGroups);
    const group = (zh: string) => groups.find((one) => one.name.zh === zh) as (typeof groups)[number];
    await chen.call(r.transfer, { params, body: { groupId: group('售前导购').id } });
    await become(chen, customer.conversationId, (state) => state.groupId === group('售前导购').id);
    await later(group('售前导购').overflowAfterSeconds + 1, chen);
    const moved = await become(chen, customer.conversationId, (state) => state.offeredTo === chen.agent.id);
    expect(moved).toMatchObject({ groupId: group('售后服务').id, status: 'queued' });
    await customer.call(r.continueWithAi, { params });
  });

  it('an agent who accepts automatically has it at once, up to their capacity', async () => {
    const chen = await onShift('chen');
    const { agents: all } = await chen.call(r.listAgents);
    const { capacity } = all.find((one) => one.id === chen.agent.id) as (typeof all)[number];
    await chen.call(r.setPreferences, { body: { autoAccept: true } });
    const customers = await Promise.all(Array.from({ length: capacity + 1 }, () => visit(desk)));
    for (const customer of customers) await customer.send('人工');
    const states = async () =>
      Promise.all(
        customers.map(async ({ conversationId }) => {
          const { conversation } = await chen.call(r.getConversation, { params: { conversationId } });
          return conversation.status;
        }),
      );
    await waitFor(async () => (await states()).filter((status) => status === 'assigned').length === capacity);
    expect((await states()).filter((status) => status === 'queued')).toHaveLength(1);
    const held = customers.at((await states()).indexOf('assigned'))?.conversationId ?? '';
    const params = { conversationId: held };
    await chen.call(r.resolve, { params, body: { wrapUp: { outcome: 'solved', topic: '', note: '' } } });
    await waitFor(async () => (await states()).filter((status) => status === 'assigned').length === capacity);
    await chen.call(r.setPreferences, { body: { autoAccept: false } });
  });
});

describe('an agent who holds a conversation', () => {
  it('sets it aside until a time, and it comes back then', async () => {
    const chen = await onShift('chen');
    const { customer, params } = await held(chen);
    const until = Date.now() + ahead + 3_600_000;
    await chen.call(r.snooze, { params, body: { until } });
    agents.splice(0);
    await desk.restart();
    const again = await onShift('chen');
    expect((await again.call(r.getConversation, { params })).conversation.status).toBe('snoozed');
    await later(3601, again);
    const woken = await become(again, customer.conversationId, (state) => state.status === 'assigned');
    expect(woken.agentId).toBe(chen.agent.id);
    expect(await refusal(again.call(r.snooze, { params, body: { until: 1 } }))).toMatchObject({
      field: 'until',
    });
  });

  it('has it back when the customer writes, whether it was set aside or being wrapped up', async () => {
    const chen = await onShift('chen');
    const { customer, params } = await held(chen);
    for (const setAside of [r.setWaiting, r.startWrapUp] as const) {
      await chen.call(setAside, { params });
      await customer.send(`再问一下 ${setAside.path}`);
      expect((await chen.call(r.getConversation, { params })).conversation.status).toBe('assigned');
    }
  });

  it('transfers it to a colleague, who alone may then answer', async () => {
    const chen = await onShift('chen');
    const huang = await onShift('huang');
    const { params } = await held(chen);
    await chen.call(r.transfer, { params, body: { agentId: huang.agent.id, note: '顾客要退货' } });
    const { conversation, entries } = await huang.call(r.getConversation, { params });
    expect(conversation).toMatchObject({ agentId: huang.agent.id, status: 'assigned' });
    expect(JSON.stringify(entries)).toContain('顾客要退货');
    const body = { clientMessageId: 'after-the-transfer', text: '您好' };
    expect(await refusal(chen.call(r.sendMessage, { params, body }))).toMatchObject({
      code: 'not_your_turn_to_speak',
    });
    expect((await huang.call(r.sendMessage, { params, body })).repeated).toBe(false);
  });

  it('loses it to the queue when they go offline, and it keeps its place by waiting time', async () => {
    const chen = await onShift('chen');
    const huang = await onShift('huang');
    const { customer } = await held(chen);
    await chen.call(r.setPresence, { body: { status: 'offline' } });
    await become(huang, customer.conversationId, (state) => state.offeredTo === huang.agent.id);
  });

  it('is seen typing by the customer, and sees the customer typing', async () => {
    const chen = await onShift('chen');
    const { customer, params } = await held(chen);
    const [agentLive, customerLive] = [await chen.live(), await customer.live()];
    for (const live of [agentLive, customerLive]) {
      await live.until('welcome');
      live.send({ type: 'watch', conversationId: params.conversationId });
    }
    await customerLive.until('snapshot');
    await agentLive.until('staff_snapshot');
    agentLive.send({ type: 'typing', conversationId: params.conversationId, on: true });
    expect(await customerLive.until('typing')).toMatchObject({ on: true });
    customerLive.send({ type: 'typing', conversationId: params.conversationId, on: true });
    expect(await agentLive.until('typing')).toMatchObject({ on: true });
  });

  it('sends products and the customer’s own orders as cards, with what the shop says', async () => {
    const chen = await onShift('chen');
    const identity = await signIdentity(desk.identitySecret, { sub: 'wang-lei' }, Date.now() + ahead);
    const { customer, params } = await held(chen, { identity });
    const { products } = await chen.call(r.searchProducts, { query: { search: '盖碗', language: 'zh' } });
    const product = products.at(0) as (typeof products)[number];
    expect(product.name).toContain('盖碗');
    const panel = await chen.call(r.getCustomerPanel, {
      params: { customerId: customer.session.customer.id },
      query: { language: 'zh' },
    });
    const order = panel.orders.at(0) as (typeof panel.orders)[number];
    const cards = [
      { kind: 'product' as const, sku: product.sku },
      { kind: 'order' as const, number: order.number },
    ];
    const send = (clientMessageId: string, wanted: typeof cards | { kind: 'order'; number: string }[]) =>
      chen.call(r.sendMessage, { params, body: { clientMessageId, text: '', cards: wanted } });
    await send('with-two-cards', cards);
    const said = (await customer.read()).entries.findLast((entry) => entry.type === 'message.sent');
    expect(said?.type === 'message.sent' && said.body.cards).toMatchObject([
      { kind: 'product', sku: product.sku, title: product.name, url: `/shop/products/${product.sku}` },
      { kind: 'order', number: order.number },
    ]);
    expect((await send('with-two-cards', cards)).repeated).toBe(true);
    expect(await refusal(send('with-two-cards', cards.slice(1)))).toMatchObject({
      code: 'client_message_id_reused',
    });
    const foreign = (
      await desk.database.query<{ number: string }>(
        'SELECT number FROM orders WHERE customer_id <> $1 LIMIT 1',
        [customer.session.customer.id],
      )
    ).at(0) as { number: string };
    expect(await refusal(send('with-a-foreign-order', [{ kind: 'order', ...foreign }]))).toMatchObject({
      code: 'invalid_input',
      field: 'cards.0',
    });
  });
});

it('ready replies are made, changed and removed, and no two share a shortcut', async () => {
  const chen = await onShift('chen');
  const body = {
    shortcut: 'gift-wrap',
    title: { zh: '礼品包装', en: 'Gift wrap' },
    body: { zh: '可以免费包装。', en: 'We wrap it for free.' },
  };
  const made = await chen.call(r.createMacro, { body });
  expect(await refusal(chen.call(r.createMacro, { body }))).toMatchObject({ code: 'already_exists' });
  const params = { macroId: made.id };
  await chen.call(r.updateMacro, { params, body: { ...body, shortcut: 'wrap' } });
  const shortcuts = async () => (await chen.call(r.listMacros)).macros.map((macro) => macro.shortcut);
  expect(await shortcuts()).toContain('wrap');
  await chen.call(r.deleteMacro, { params });
  expect(await shortcuts()).not.toContain('wrap');
});
