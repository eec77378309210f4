import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Entry, Refused, deskRoutes as r } from '../../contract/index.ts';
import { signIdentity } from '../../server/modules/customers/index.ts';
import { signIn, startTestDesk, type TestDesk, visit, waitFor } from '../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => desk.stop());

const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown) => thrown,
  );
  if (!(error instanceof Refused)) throw new Error(`was not refused: ${error}`);
  return error.problem;
};

describe('the main job, in both languages', () => {
  const journeys = [
    {
      language: 'zh',
      agent: 'chen@yucha.example',
      question: '收到的壶碎了怎么办',
      source: '收到时破损了怎么办',
      person: '我要找人工',
      hello: '您好，我来处理',
    },
    {
      language: 'en',
      agent: 'emma@yucha.example',
      question: 'my teapot arrived broken',
      source: 'My item arrived broken',
      person: 'let me talk to a person',
      hello: 'Hello, I will sort this out',
    },
  ] as const;
  it.each(journeys)('asks, is answered, gets a person, is helped and rates ($language)', async (one) => {
    const agent = await signIn(desk, one.agent);
    const live = await agent.live();
    await live.until('welcome');
    const customer = await visit(desk, { language: one.language });
    const answer = await customer.ask(one.question);
    expect(answer.sources.map((source) => source.title)).toEqual([one.source]);
    expect(answer.turn, 'customers never see the turn').toBeNull();

    await customer.send(one.person);
    const offered = await live.until('offered', ({ row }) => row.conversation.id === customer.conversationId);
    expect(offered.row.conversation).toMatchObject({
      status: 'queued',
      reasonCode: 'asked_for_person',
      offeredTo: agent.agent.id,
    });
    const params = { conversationId: customer.conversationId };
    const { conversation } = await agent.call(r.accept, { params });
    expect(conversation).toMatchObject({
      status: 'assigned',
      agentId: agent.agent.id,
      speaker: { kind: 'agent' },
    });

    const staff = await agent.call(r.getConversation, { params });
    const handOff = staff.entries.find((entry) => entry.type === 'conversation.handed_off');
    expect(handOff?.body).toMatchObject({
      summary: { wants: [one.question], tried: [{ title: one.source }] },
      evidence: { quote: one.person },
    });
    await agent.call(r.sendMessage, {
      params,
      body: { clientMessageId: `agent-${one.language}-1`, text: one.hello },
    });
    await agent.call(r.resolve, {
      params,
      body: { wrapUp: { outcome: 'solved', topic: 'broken', note: 'secret note' } },
    });
    const rated = await customer.call(r.rate, { params, body: { score: 5, comment: '👍' } });
    expect(rated.conversation).toMatchObject({ status: 'resolved', rating: 5 });
    const seen = JSON.stringify(await customer.read());
    expect(seen).toContain(one.hello);
    expect(seen).not.toContain('secret note');
    expect(seen).not.toContain('asks_for_a_person');
    live.close();
    await agent.call(r.setPresence, { body: { status: 'offline' } });
  });
});

describe('sending', () => {
  it('stores the same id once, from many places at once, and refuses it with another text', async () => {
    const customer = await visit(desk);
    const sends = await Promise.all(Array.from({ length: 20 }, () => customer.send('你好', 'same-id-1234')));
    expect(new Set(sends.map((sent) => sent.entry.seq)).size).toBe(1);
    expect(sends.filter((sent) => !sent.repeated)).toHaveLength(1);
    expect(await refusal(customer.send('别的话', 'same-id-1234'))).toMatchObject({
      code: 'client_message_id_reused',
      field: 'clientMessageId',
    });
    await desk.restart();
    const again = await visitAgain(customer, 'same-id-1234', '你好');
    expect(again).toMatchObject({ repeated: true, entry: { seq: sends[0]?.entry.seq } });
  });
  it('names the limit and the field', async () => {
    const customer = await visit(desk);
    expect(await refusal(customer.send('长'.repeat(8001)))).toMatchObject({
      code: 'text_too_long',
      field: 'text',
      message: expect.stringContaining('8000'),
    });
    expect(await refusal(customer.send('   '))).toMatchObject({ code: 'invalid_input', field: 'text' });
    expect((await customer.send('长'.repeat(8000))).repeated).toBe(false);
  });
  it('keeps what PostgreSQL cannot hold out, and everything else in', async () => {
    const customer = await visit(desk);
    const text = "a\u0000b \ud83d <script>alert(1)</script> 𠮷 '; DROP TABLE timeline; --";
    const { entry } = await customer.send(text);
    expect(entry.type === 'message.sent' && entry.body.text).toBe(
      "ab \ufffd <script>alert(1)</script> 𠮷 '; DROP TABLE timeline; --",
    );
  });
  it('gives two agents no way to answer over each other, nor the AI over a person', async () => {
    const owner = await signIn(desk, 'owner@yucha.example');
    const other = await signIn(desk, 'huang@yucha.example');
    const customer = await visit(desk);
    await customer.ask('包邮吗');
    const params = { conversationId: customer.conversationId };
    await owner.call(r.takeOver, { params });
    expect(
      await refusal(
        other.call(r.sendMessage, { params, body: { clientMessageId: 'over-each-other', text: '我来' } }),
      ),
    ).toMatchObject({ code: 'not_your_turn_to_speak' });
    expect(await refusal(other.call(r.takeOver, { params }))).toMatchObject({ code: 'not_allowed' });
    await customer.send('什么时候发货');
    await desk.answering.settled();
    const { entries } = await owner.call(r.getConversation, { params });
    expect(entries.at(-1)).toMatchObject({ type: 'message.sent', body: { from: { kind: 'customer' } } });
    await owner.call(r.handBack, { params, body: {} });
    const reply = await waitFor(async () =>
      (await customer.read()).entries.findLast(
        (entry) =>
          entry.type === 'message.sent' && entry.body.from.kind === 'ai' && entry.body.text.includes('16:00'),
      ),
    );
    expect(reply, 'the AI answers what was left open when it gets the conversation back').toBeTruthy();
    for (const one of [owner, other]) await one.call(r.setPresence, { body: { status: 'offline' } });
  });
});

describe('a person asked for right behind messages that wait for an answer', () => {
  it.each([
    ['zh', '我的订单到哪了', '人工'],
    ['en', 'where is my parcel', 'operator'],
  ] as const)('is asked for (%s)', async (language, question, person) => {
    const customer = await visit(desk, { language });
    // The AI's first turn lasts until both are stored: the next has them as one text.
    let stored = () => {};
    const both = new Promise<void>((resolve) => {
      stored = resolve;
    });
    vi.spyOn(desk.knowledge, 'meaningsOf').mockImplementationOnce(async () => {
      await both;
      return new Map();
    });
    await customer.send(question);
    await customer.send(person);
    stored();
    await desk.answering.settled();
    const { entries } = await customer.read();
    expect(entries.filter((entry) => entry.type === 'message.sent')).toHaveLength(3);
    const [turn] = await desk.database.query<{ body: Extract<Entry, { type: 'message.sent' }>['body'] }>(
      "SELECT body FROM timeline WHERE conversation_id = $1 AND type = 'message.sent' ORDER BY seq DESC LIMIT 1",
      [customer.conversationId],
    );
    expect(turn?.body.turn).toMatchObject({ action: 'hand_off', reasonCode: 'asked_for_person' });
  });
});

describe('nobody on shift', () => {
  it('is offered once when an answer did not help, and comes when that happens again', async () => {
    const customer = await visit(desk, { language: 'en' });
    await customer.ask('my teapot arrived broken');
    const offer = await customer.ask('that does not help');
    expect(offer).toMatchObject({ offer: true });
    expect(offer.choices.map((choice) => choice.action)).toEqual(['person', 'continue']);
    expect(offer.snapshot.conversation.offerOpen).toBe(true);
    await customer.ask('no');
    expect((await customer.read()).conversation.offerOpen).toBe(false);
    const { snapshot } = await customer.ask('not what I asked');
    const handed = snapshot.entries.find((entry) => entry.type === 'conversation.handed_off');
    const left = snapshot.entries.at(-1);
    expect(handed ?? (left?.type === 'message.sent' && left.body.choices[0]?.action)).toBeTruthy();
  });
  it('says so, takes a message with a promise, and queues it when somebody comes', async () => {
    const customer = await visit(desk);
    const answer = await customer.ask('转人工');
    expect(answer.choices.map((choice) => choice.action)).toEqual(['leave_message', 'continue']);
    expect(answer.snapshot.conversation.status).toBe('ai');
    const params = { conversationId: customer.conversationId };
    expect(
      await refusal(customer.call(r.leaveMessage, { params, body: { contact: 'abc', text: '请回电' } })),
    ).toMatchObject({ field: 'contact' });
    const left = await customer.call(r.leaveMessage, {
      params,
      body: { contact: '13800138000', text: '请回电' },
    });
    expect(left.promisedAt).toBeGreaterThan(Date.now());
    const chen = await signIn(desk, 'chen@yucha.example');
    const row = await waitFor(async () =>
      (await chen.call(r.listConversations, { query: { view: 'mine' } })).rows.find(
        (one) => one.conversation.id === customer.conversationId,
      ),
    );
    expect(row.conversation).toMatchObject({
      status: 'queued',
      reasonCode: 'message_left',
      promise: { contact: '13800138000' },
    });
    await chen.call(r.accept, { params });
    await chen.call(r.resolve, { params, body: { wrapUp: { outcome: 'solved', topic: '', note: '' } } });
    await chen.call(r.setPresence, { body: { status: 'offline' } });
  });
});

describe('the queue', () => {
  it('takes back what is not accepted, keeps its waiting time, and shows the place', async () => {
    const chen = await signIn(desk, 'chen@yucha.example');
    const groups = await chen.call(r.listGroups);
    const owner = await signIn(desk, 'owner@yucha.example');
    await owner.call(r.setPresence, { body: { status: 'offline' } });
    const aftersale = groups.groups.find((group) => group.name.zh === '售后服务');
    if (!aftersale) throw new Error('no group');
    const { id, open: _, nextOpeningAt: __, ...fields } = aftersale;
    await owner.call(r.updateGroup, { params: { groupId: id }, body: { ...fields, acceptSeconds: 5 } });
    const customer = await visit(desk);
    await customer.send('人工');
    const params = { conversationId: customer.conversationId };
    const offered = await waitFor(async () => {
      const { conversation } = await chen.call(r.getConversation, { params });
      return conversation.offeredTo ? conversation : null;
    });
    const place = await waitFor(async () => desk.routing.placeOf(customer.conversationId));
    expect(place).toMatchObject({ position: 1 });
    const declined = (await chen.call(r.decline, { params })).conversation;
    expect(declined).toMatchObject({
      status: 'queued',
      offeredTo: null,
      queuedAt: offered.queuedAt,
      declinedBy: [chen.agent.id],
    });
    const back = await customer.call(r.continueWithAi, { params });
    expect(back).toMatchObject({ conversation: { status: 'ai' }, queuePlace: null });
    await chen.call(r.setPresence, { body: { status: 'offline' } });
  });
});

describe('identity', () => {
  it('a signed identity is a known customer; a forged one is refused; the token alone opens nothing of theirs', async () => {
    const identity = await signIdentity(desk.identitySecret, { sub: 'wang-lei' }, Date.now());
    const known = await visit(desk, { identity });
    expect(known.session.customer).toMatchObject({ name: '王磊', identified: true });
    const forged = await signIdentity('some other secret', { sub: 'wang-lei' }, Date.now());
    expect(await refusal(visit(desk, { identity: forged }))).toMatchObject({
      code: 'not_allowed',
      field: 'identity',
    });
    const stale = await signIdentity(desk.identitySecret, { sub: 'wang-lei' }, Date.now() - 2 * 3_600_000);
    expect(await refusal(visit(desk, { identity: stale }))).toMatchObject({ code: 'not_allowed' });
    const without = await known.call(r.openWidget, { body: { token: known.session.token, language: 'zh' } });
    expect(without.customer).toMatchObject({ identified: false });
  });
  it('a visitor who signs in keeps what they said', async () => {
    const visitor = await visit(desk);
    await visitor.ask('包邮吗');
    const identity = await signIdentity(
      desk.identitySecret,
      { sub: 'someone-new', name: '新客' },
      Date.now(),
    );
    const session = await visitor.call(r.openWidget, {
      body: { token: visitor.session.token, identity, language: 'zh' },
    });
    expect(session.snapshot?.conversation.id).toBe(visitor.conversationId);
    expect(session.customer.name).toBe('新客');
  });
  it("another customer's conversation does not exist", async () => {
    const [one, two] = [await visit(desk), await visit(desk)];
    const params = { conversationId: one.conversationId };
    expect(
      await refusal(
        two.call(r.sendMessage, { params, body: { clientMessageId: 'not-my-own-1', text: 'x' } }),
      ),
    ).toMatchObject({ code: 'not_found' });
    const live = await two.live();
    await live.until('welcome');
    live.send({ type: 'watch', conversationId: one.conversationId });
    expect((await live.until('refused')).problem.code).toBe('not_found');
    live.close();
  });
});

describe('files', () => {
  it('takes pictures, shows them to the other side, and refuses programs and other people’s files', async () => {
    const customer = await visit(desk);
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
    const upload = (name: string, bytes: Uint8Array) =>
      fetch(`${desk.url}/api/files?name=${name}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${customer.session.token}` },
        body: bytes,
      });
    const file = (await (await upload('壶.png', png)).json()) as {
      attachmentId: string;
      url: string;
      mediaType: string;
    };
    expect(file.mediaType).toBe('image/png');
    const params = { conversationId: customer.conversationId };
    const { entry } = await customer.call(r.sendMessage, {
      params,
      body: { clientMessageId: 'with-a-picture', text: '', attachmentIds: [file.attachmentId] },
    });
    expect(entry.type === 'message.sent' && entry.body.attachments[0]?.name).toBe('壶.png');
    const shown = await fetch(desk.url + file.url);
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(png);
    expect((await upload('run.exe', png)).status).toBe(415);
    const page = (await (await upload('page.txt', new TextEncoder().encode('<script>'))).json()) as {
      url: string;
    };
    expect((await fetch(desk.url + page.url)).headers.get('content-disposition')).toMatch(/^attachment/);
    expect((await upload('big.png', new Uint8Array(10 * 1024 * 1024 + 1))).status).toBe(413);
    const other = await visit(desk);
    const stolen = other.call(r.sendMessage, {
      params: { conversationId: other.conversationId },
      body: { clientMessageId: 'stolen-file-1', text: '', attachmentIds: [file.attachmentId] },
    });
    expect(await refusal(stolen)).toMatchObject({ code: 'not_found', field: 'attachmentIds' });
  });
});

describe('a restart', () => {
  it('gives every reply that was owed', async () => {
    const customer = await visit(desk);
    await customer.ask('包邮吗');
    // As after a crash between storing the question and answering it.
    const state = await desk.conversations.record.find(customer.conversationId);
    await desk.database.query(
      "INSERT INTO timeline (conversation_id, seq, episode, at, type, by, body) SELECT conversation_id, $2, episode, at, type, by, jsonb_set(body, '{text}', '\"什么时候发货\"') FROM timeline WHERE conversation_id = $1 AND type = 'message.sent' ORDER BY seq LIMIT 1",
      [customer.conversationId, (state?.lastSeq ?? 0) + 1],
    );
    const seq = (state?.lastSeq ?? 0) + 1;
    await desk.database.query('UPDATE conversations SET state = state || $2 WHERE id = $1', [
      customer.conversationId,
      JSON.stringify({ lastSeq: seq, lastPublicSeq: seq, customerSeq: seq }),
    ]);
    await desk.restart();
    const reply = await waitFor(async () => {
      const [row] = await desk.database.query<{ body: Extract<Entry, { type: 'message.sent' }>['body'] }>(
        'SELECT body FROM timeline WHERE conversation_id = $1 AND seq > $2',
        [customer.conversationId, seq],
      );
      return row;
    });
    expect(reply.body.text).toContain('16:00');
  });
});

async function visitAgain(
  customer: Awaited<ReturnType<typeof visit>>,
  clientMessageId: string,
  text: string,
) {
  const response = await fetch(`${desk.url}/api/conversations/${customer.conversationId}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${customer.session.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ clientMessageId, text }),
  });
  return (await response.json()) as { repeated: boolean; entry: Entry };
}
