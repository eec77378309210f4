import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  applyEntry,
  type Conversation,
  type Entry,
  deskRoutes as r,
  type ToClient,
} from '../../contract/index.ts';
import { type connect, signIn, startTestDesk, type TestDesk, visit, waitFor } from '../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => desk.stop());

type Live = Awaited<ReturnType<typeof connect>>;

/** A client as the console and the widget are: resumes with what it has, takes entries in order, each once. */
function follower(conversationId: string, open: () => Promise<Live>) {
  const entries: Entry[] = [];
  let state: Conversation | null = null;
  let cursor = 0;
  let live: Live | null = null;
  let read = 0;
  const take = (entry: Entry) => {
    if (entry.seq <= cursor) return;
    entries.push(entry);
    cursor = entry.seq;
  };
  return {
    entries,
    get cursor() {
      return cursor;
    },
    get state() {
      return state;
    },
    async join() {
      live = await open();
      read = 0;
      await live.until('welcome');
      live.send({ type: 'watch', conversationId, since: cursor });
    },
    cut() {
      this.drain();
      live?.cut();
      live = null;
    },
    drain() {
      for (const message of (live?.heard.slice(read) ?? []) as ToClient[]) {
        if (message.type === 'staff_snapshot' || message.type === 'snapshot')
          for (const entry of message.entries) take(entry);
        if (message.type === 'staff_snapshot') state = message.conversation;
        if (message.type === 'staff_entry') {
          take(message.entry);
          if (state) state = applyEntry(state, message.entry);
        }
        if (message.type === 'entry') take(message.entry);
        read++;
      }
    },
    isCut: () => live === null,
  };
}

it('two agents and a customer, cut off at random, all come to see the same', async () => {
  const owner = await signIn(desk, 'owner@yucha.example');
  const shen = await signIn(desk, 'shen@yucha.example');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('say', 'note', 'take', 'back', 'cut', 'join'), fc.nat({ max: 2 })), {
        minLength: 10,
        maxLength: 30,
      }),
      async (steps) => {
        const customer = await visit(desk);
        const params = { conversationId: customer.conversationId };
        const staff = [owner, shen].map((one) => follower(customer.conversationId, one.live));
        const all = [...staff, follower(customer.conversationId, customer.live)];
        for (const one of all) await one.join();
        let at = 0;
        for (const [step, who] of steps) {
          const agent = who === 0 ? owner : shen;
          const one = all[who] as (typeof all)[number];
          const ignoreRefusal = (work: Promise<unknown>) => work.catch(() => {});
          if (step === 'say' && who === 2) await customer.send(`words ${at++}`);
          else if (step === 'say')
            await ignoreRefusal(
              agent.call(r.sendMessage, {
                params,
                body: {
                  clientMessageId: `agent-says-${customer.conversationId.slice(-8)}-${at++}`,
                  text: 'reply',
                },
              }),
            );
          else if (step === 'note') await agent.call(r.addNote, { params, body: { text: 'note' } });
          else if (step === 'take') await ignoreRefusal(agent.call(r.takeOver, { params }));
          else if (step === 'back') await ignoreRefusal(agent.call(r.handBack, { params, body: {} }));
          else if (step === 'cut' && !one.isCut()) one.cut();
          else if (step === 'join' && one.isCut()) await one.join();
        }
        for (const one of all) if (one.isCut()) await one.join();
        await desk.answering.settled();
        const truth = await owner.call(r.getConversation, { params });
        for (const one of staff) {
          await waitFor(() => {
            one.drain();
            return one.cursor === truth.conversation.lastSeq;
          });
          expect(one.entries).toEqual(truth.entries);
          expect(one.state).toEqual(truth.conversation);
        }
        const theirs = all[2] as (typeof all)[number];
        await waitFor(() => {
          theirs.drain();
          return theirs.cursor === truth.conversation.lastPublicSeq;
        });
        expect(theirs.entries).toEqual((await customer.read()).entries);
        for (const one of all) one.cut();
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);
