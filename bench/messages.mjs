// Customer message → stored → agent's socket, at 50 and 500 customers, beside the bare floor in the same run.
import { fork } from 'node:child_process';
import { WebSocket } from 'ws';
import { password, percentiles, post, startDesk } from './desk-process.mjs';

const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const text = (at) => `第 ${at} 条消息 message with some forty characters`;

/** Every customer sends, waits for the acknowledgement, sends again. Times are from send to the agent's socket. */
async function closedLoop(customers, sendOne) {
  const started = new Map();
  const times = [];
  let acknowledged = 0;
  let measuring = false;
  const arrived = (key) => {
    const at = started.get(key);
    if (at !== undefined && measuring) times.push(performance.now() - at);
    started.delete(key);
  };
  let stop = false;
  const loops = customers.map(async (customer, index) => {
    for (let at = 0; !stop; at++) {
      const key = `${text(at)} ${index}`;
      started.set(key, performance.now());
      await sendOne(customer, key, at);
      if (measuring) acknowledged++;
    }
  });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  measuring = true;
  const from = performance.now();
  const done = new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return {
    arrived,
    async finish() {
      await done;
      measuring = false;
      const elapsed = (performance.now() - from) / 1000;
      stop = true;
      await Promise.race([Promise.all(loops), new Promise((resolve) => setTimeout(resolve, 2000))]);
      return { rate: acknowledged / elapsed, acknowledged, ...percentiles(times) };
    },
  };
}

function socketTo(url, headers = {}) {
  const socket = new WebSocket(url, { headers, perMessageDeflate: false });
  return new Promise((resolve, reject) => socket.once('open', () => resolve(socket)).once('error', reject));
}

const waiting = new Map();
function request(socket, message) {
  return new Promise((resolve, reject) => {
    waiting.set(message.requestId, { resolve, reject });
    socket.send(JSON.stringify(message));
  });
}
const answered = (message) => {
  const one = waiting.get(message.requestId);
  waiting.delete(message.requestId);
  if (message.type === 'refused') one?.reject(new Error(JSON.stringify(message.problem)));
  else one?.resolve(message);
};

async function measureFloor(count) {
  const child = fork(new URL('./floor.mjs', import.meta.url).pathname, ['20790']);
  await new Promise((resolve) => child.once('message', resolve));
  const agent = await socketTo('ws://127.0.0.1:20790');
  agent.send('{"type":"agent"}');
  const customers = await Promise.all(Array.from({ length: count }, () => socketTo('ws://127.0.0.1:20790')));
  for (const socket of customers) socket.on('message', (data) => answered(JSON.parse(String(data))));
  let id = 0;
  let arrived = () => {};
  agent.on('message', (data) => arrived(JSON.parse(String(data)).text));
  const loop = await closedLoop(customers, (socket, key) =>
    request(socket, { requestId: `f${++id}`, text: key }),
  );
  arrived = loop.arrived;
  const result = await loop.finish();
  for (const socket of customers) socket.terminate();
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
  return result;
}

async function measureDesk(count) {
  const desk = await startDesk({ port: 20780 });
  const { cookie } = await post(desk.url, '/sign-in', { email: 'owner@yucha.example', password });
  const live = `${desk.url.replace('http', 'ws')}/api/live`;
  const agent = await socketTo(live, { cookie });
  agent.send('{"type":"hello"}');
  const customers = [];
  for (let at = 0; at < count; at++) {
    const { answer: session } = await post(desk.url, '/widget/session', { language: 'zh' });
    const authorization = `Bearer ${session.token}`;
    const { answer } = await post(desk.url, '/widget/conversation', { language: 'zh' }, { authorization });
    const conversationId = answer.conversation.id;
    // Held by the agent, so that what is measured is people talking and not the AI.
    await post(desk.url, `/conversations/${conversationId}/take-over`, {}, { cookie });
    const socket = await socketTo(live);
    socket.on('message', (data) => {
      const message = JSON.parse(String(data));
      if (message.type === 'sent' || message.type === 'refused') answered(message);
    });
    socket.send(JSON.stringify({ type: 'hello', token: session.token }));
    agent.send(JSON.stringify({ type: 'watch', conversationId }));
    customers.push({ socket, conversationId });
  }
  let id = 0;
  let arrived = () => {};
  agent.on('message', (data) => {
    const message = JSON.parse(String(data));
    if (message.type === 'staff_entry' && message.entry.type === 'message.sent')
      arrived(message.entry.body.text);
  });
  const loop = await closedLoop(customers, ({ socket, conversationId }, key) =>
    request(socket, {
      type: 'send',
      requestId: `d${++id}`,
      conversationId,
      clientMessageId: `bench-${process.pid}-${id}`,
      text: key,
    }),
  );
  arrived = loop.arrived;
  const before = desk.cpuSeconds();
  const result = await loop.finish();
  const cpuMs = ((desk.cpuSeconds() - before) * 1000) / result.acknowledged;
  for (const { socket } of customers) socket.terminate();
  agent.terminate();
  await desk.stop();
  return { ...result, cpuMs };
}

export async function benchMessages() {
  console.log(
    '\nCustomer message → stored → agent’s socket (closed loop, load generator on the same machine)',
  );
  console.log('customers  what    messages/s  p50 ms  p95 ms  p99 ms  server CPU ms/message');
  for (const count of [50, 500]) {
    const floor = await measureFloor(count);
    const desk = await measureDesk(count);
    const line = (name, one) =>
      console.log(
        `${String(count).padEnd(10)} ${name.padEnd(7)} ${one.rate.toFixed(0).padStart(10)}  ${one.p50.padStart(6)}  ${one.p95.padStart(6)}  ${one.p99.padStart(6)}  ${one.cpuMs ? one.cpuMs.toFixed(2) : '–'}`,
      );
    line('floor', floor);
    line('desk', desk);
    console.log(
      `           ratio   ${(desk.rate / floor.rate).toFixed(2)} of the floor’s messages/s, p99 ${(desk.p99 / floor.p99).toFixed(2)} ×`,
    );
  }
}
