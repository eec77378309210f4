import type { Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deskRoutes as r } from '../../contract/index.ts';
import { signIn, startTestDesk, type TestDesk, visit, waitFor } from '../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => desk.stop());

it('a reader who stops reading holds nobody up, is cut off, and misses nothing on coming back', async () => {
  const chen = await signIn(desk, 'chen@yucha.example');
  await chen.call(r.setPresence, { body: { status: 'online' } });
  const customer = await visit(desk);
  const params = { conversationId: customer.conversationId };
  await customer.send('人工');
  await waitFor(
    async () => (await chen.call(r.getConversation, { params })).conversation.status === 'queued',
  );
  await chen.call(r.takeOver, { params });

  const stalled = await customer.live();
  const lively = await customer.live();
  for (const live of [stalled, lively]) {
    live.send({ type: 'watch', ...params });
    await live.until('snapshot');
  }
  const wire = (stalled.socket as unknown as { _socket: Socket })._socket;
  wire.pause();

  // More than the kernel's buffers and the desk's own limit for one reader hold together.
  const text = '\u6f22'.repeat(8000);
  const messages = 700;
  for (let at = 0; at < messages; at += 50) {
    await Promise.all(
      Array.from({ length: 50 }, (_, one) =>
        chen.call(r.sendMessage, { params, body: { clientMessageId: `flooding-${at + one}`, text } }),
      ),
    );
  }
  const said = (heard: typeof lively.heard) =>
    heard.filter((one) => one.type === 'entry' && one.entry.type === 'message.sent').length;
  await waitFor(() => said(lively.heard) >= messages);
  const gone = new Promise((resolve) => stalled.socket.once('close', resolve));
  wire.resume();
  await gone;
  expect(said(stalled.heard)).toBeLessThan(messages);

  const seen = Math.max(...stalled.heard.map((one) => (one.type === 'entry' ? one.entry.seq : 0)));
  const { snapshot } = await customer.call(r.getOwnConversation, { query: { since: seen } });
  const last = (await customer.read()).conversation.lastPublicSeq;
  expect(snapshot?.resync || snapshot?.entries.at(-1)?.seq === last).toBe(true);
}, 60_000);
