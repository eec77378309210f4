// kill -9 under load, twenty times: what was acknowledged must be there once, in order, without a gap; replies owed are given.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { password, post, startDesk } from './desk-process.mjs';

const kills = Number(process.env.BENCH_KILLS ?? 20);
const wanted = 10_000;

export async function benchFaults() {
  const dataDir = mkdtempSync(join(tmpdir(), 'tandem-faults-'));
  let desk = await startDesk({ port: 20782, dataDir });
  const customers = [];
  for (let at = 0; at < 50; at++) {
    const { answer: session } = await post(desk.url, '/widget/session', { language: 'zh' });
    const authorization = `Bearer ${session.token}`;
    const { answer } = await post(desk.url, '/widget/conversation', { language: 'zh' }, { authorization });
    customers.push({ authorization, id: answer.conversation.id, acknowledged: [], unknown: 0 });
  }
  let total = 0;
  let stop = false;
  let up = Promise.resolve();
  const loops = customers.map(async (customer, index) => {
    for (let at = 0; !stop; at++) {
      const body = { clientMessageId: `fault-${index}-${at}-id`, text: `包邮吗 ${index} ${at}` };
      // As the widget does: the same id again until the desk has said that it is stored.
      for (;;) {
        try {
          const { answer } = await post(desk.url, `/conversations/${customer.id}/messages`, body, {
            authorization: customer.authorization,
          });
          customer.acknowledged.push({ seq: answer.entry.seq, text: body.text });
          total++;
          break;
        } catch {
          await up;
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      }
    }
  });
  const readyMs = [];
  for (let kill = 0; kill < kills; kill++) {
    const goal = ((kill + 1) * wanted) / (kills + 1);
    while (total < goal) await new Promise((resolve) => setTimeout(resolve, 5));
    let back;
    up = new Promise((resolve) => {
      back = resolve;
    });
    await desk.kill();
    desk = await startDesk({ port: 20782, dataDir });
    readyMs.push(desk.readyMs);
    back();
  }
  while (total < wanted) await new Promise((resolve) => setTimeout(resolve, 5));
  stop = true;
  await Promise.all(loops);
  const { cookie } = await post(desk.url, '/sign-in', { email: 'owner@yucha.example', password });
  const result = { lost: 0, doubled: 0, reordered: 0, gaps: 0, owed: 0 };
  for (const customer of customers) {
    let entries = [];
    for (const deadline = Date.now() + 10_000; ; ) {
      entries = await readAll(desk.url, customer.id, cookie);
      const spoken = entries.filter((entry) => entry.type === 'message.sent');
      if (spoken.at(-1)?.body.from.kind === 'ai' || Date.now() > deadline) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const spoken = entries.filter((entry) => entry.type === 'message.sent');
    if (spoken.at(-1)?.body.from.kind !== 'ai') result.owed++;
    entries.forEach((entry, at) => {
      if (entry.seq !== at + 1) result.gaps++;
    });
    const mine = spoken.filter((entry) => entry.body.from.kind === 'customer');
    for (const one of customer.acknowledged) {
      const found = mine.filter((entry) => entry.body.text === one.text);
      if (found.length === 0) result.lost++;
      if (found.length > 1) result.doubled++;
      if (found[0] && found[0].seq !== one.seq) result.reordered++;
    }
    for (let at = 1; at < customer.acknowledged.length; at++) {
      if (customer.acknowledged[at].seq < customer.acknowledged[at - 1].seq) result.reordered++;
    }
  }
  console.log(
    `\nkill -9 of the desk under load, ${kills} times, ${total} acknowledged messages of 50 customers`,
  );
  console.log(
    `lost ${result.lost}   doubled ${result.doubled}   reordered ${result.reordered}   gaps ${result.gaps}   conversations still owed an answer ${result.owed}`,
  );
  console.log(
    `ready again: median ${readyMs.sort((a, b) => a - b)[Math.floor(readyMs.length / 2)]} ms, longest ${readyMs.at(-1)} ms`,
  );
  let refused = 0;
  let slowest = 0;
  for (let at = 0; at < 20; at++) {
    const from = Date.now();
    await startDesk({ port: 20783, dataDir }).then(
      (second) => second.kill(),
      () => refused++,
    );
    slowest = Math.max(slowest, Date.now() - from);
  }
  console.log(`second process on the data directory refused ${refused} of 20, slowest ${slowest} ms`);
  await desk.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function readAll(url, id, cookie) {
  const entries = [];
  for (let before; ; before = entries[0].seq) {
    const response = await fetch(
      `${url}/api/conversations/${id}?limit=500${before ? `&before=${before}` : ''}`,
      { headers: { cookie } },
    );
    const page = await response.json();
    entries.unshift(...page.entries);
    if (!page.earlier) return entries;
  }
}
