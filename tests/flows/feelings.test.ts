import { afterAll, beforeAll, expect, it } from 'vitest';
import { deskRoutes as r } from '../../contract/index.ts';
import { signIn, startTestDesk, type TestDesk, visit, waitFor } from '../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => desk.stop());

it.each([
  {
    language: 'zh',
    plain: '你好，西施壶有货吗',
    upset: '太失望了，等了一个星期还没解决',
    person: '我要找人工客服',
  },
  {
    language: 'en',
    plain: 'hello, is the Xishi teapot in stock?',
    upset: 'so disappointed, a week of waiting and nothing is solved',
    person: 'human please',
  },
] as const)('staff see what a customer feels, whoever holds the conversation ($language)', async (say) => {
  const chen = await signIn(desk, 'chen@yucha.example');
  await chen.call(r.setPresence, { body: { status: 'online' } });
  const customer = await visit(desk, { language: say.language });
  const params = { conversationId: customer.conversationId };
  for (const text of [say.plain, say.upset, say.person]) await customer.send(text);
  await waitFor(async () => {
    const { conversation } = await chen.call(r.getConversation, { params });
    return conversation.status === 'queued' || conversation.status === 'assigned';
  });
  await chen.call(r.takeOver, { params });
  await customer.send(say.upset);

  const { entries } = await chen.call(r.getConversation, { params });
  const felt = entries.flatMap((entry) =>
    entry.type === 'message.sent' && entry.body.from.kind === 'customer' ? [entry.body.feeling] : [],
  );
  expect(felt.filter((one) => one?.emotion === 'dissatisfied').length).toBe(2);
  expect(felt[0]).toEqual({ emotion: 'calm', strength: 0 });
  const handOff = entries.find((entry) => entry.type === 'conversation.handed_off');
  const mood = handOff?.type === 'conversation.handed_off' ? handOff.body.summary?.mood : undefined;
  expect(mood).toMatchObject({ feeling: 'dissatisfied' });
  expect(mood?.turningPoints).toContain(1);
  expect(mood?.line?.map((point) => point.emotion).slice(0, 2)).toEqual(['calm', 'dissatisfied']);

  const own = JSON.stringify(await customer.read());
  expect(own).toContain(say.upset);
  expect(own).not.toContain('dissatisfied');
});
