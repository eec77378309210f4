// AI turns without a model: customer message → answer on the customer's socket, with 1,000 articles in the index.
import { WebSocket } from 'ws';
import { password, percentiles, post, startDesk } from './desk-process.mjs';

const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const questions = [
  '什么时候发货',
  '新疆包邮不',
  '收到是碎的',
  '退款几天',
  '怎么开发票',
  'how long until refund',
  'customs to germany',
  'can i pay with paypal',
  'cancel my order',
  'brewing instructions',
];

export async function benchTurns() {
  const desk = await startDesk({ port: 20781 });
  const { cookie } = await post(desk.url, '/sign-in', { email: 'owner@yucha.example', password });
  // The demo shop's articles and invented ones up to 1,000.
  const rows = Array.from({ length: 900 }, (_, at) =>
    JSON.stringify({
      title: `商品 ${at} 型号 X${at} 的参数是什么`,
      body: `型号 X${at} 的容量为 ${at} 毫升，颜色编号 ${at * 7}，可选包装 ${at % 9} 种。`,
      phrasings: [`X${at} 多大`, `X${at} 颜色`],
      language: 'zh',
    }),
  );
  const importedAt = Date.now();
  const { answer: preview } = await post(
    desk.url,
    '/articles/imports',
    { format: 'jsonl', contentBase64: Buffer.from(rows.join('\n')).toString('base64') },
    { cookie },
  );
  await post(desk.url, `/articles/imports/${preview.importId}`, { overrideReason: 'measuring' }, { cookie });
  const importMs = Date.now() - importedAt;
  const { answer: one } = await post(
    desk.url,
    '/articles',
    {
      title: '临时公告',
      body: '今天加班发货',
      phrasings: [],
      language: 'zh',
      category: '',
      pairKey: null,
      validFrom: null,
      validUntil: null,
      status: 'published',
      overrideReason: 'measuring',
    },
    { cookie },
  );
  const publishedAt = performance.now();
  await fetch(`${desk.url}/api/articles/${one.id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ ...one, title: '临时公告二', overrideReason: 'measuring' }),
  });
  const publishMs = performance.now() - publishedAt;

  const times = [];
  let stop = false;
  let measuring = false;
  const loops = [];
  for (let at = 0; at < 50; at++) {
    const { answer: session } = await post(desk.url, '/widget/session', { language: 'zh' });
    const { answer } = await post(
      desk.url,
      '/widget/conversation',
      { language: 'zh' },
      { authorization: `Bearer ${session.token}` },
    );
    const conversationId = answer.conversation.id;
    const socket = new WebSocket(`${desk.url.replace('http', 'ws')}/api/live`, { perMessageDeflate: false });
    await new Promise((resolve) => socket.once('open', resolve));
    let answered = () => {};
    socket.on('message', (data) => {
      const message = JSON.parse(String(data));
      if (
        message.type === 'entry' &&
        message.entry.type === 'message.sent' &&
        message.entry.body.from.kind === 'ai'
      )
        answered();
    });
    socket.send(JSON.stringify({ type: 'hello', token: session.token }));
    socket.send(JSON.stringify({ type: 'watch', conversationId }));
    loops.push(
      (async () => {
        // A question asked three times would go to a person, so every customer asks each question twice and then others.
        for (let turn = 0; !stop; turn++) {
          const text = `${questions[(at + turn) % questions.length]} ${turn}`;
          const from = performance.now();
          const reply = new Promise((resolve) => {
            answered = resolve;
          });
          socket.send(
            JSON.stringify({
              type: 'send',
              requestId: String(turn),
              conversationId,
              clientMessageId: `turn-${at}-${turn}-x`,
              text,
            }),
          );
          await reply;
          if (measuring) times.push(performance.now() - from);
          // A new episode keeps the history as short as a real one's.
          if (turn % 8 === 7)
            await post(
              desk.url,
              `/conversations/${conversationId}/resolve`,
              { wrapUp: { outcome: 'solved', topic: '', note: '' } },
              { cookie },
            );
        }
        socket.terminate();
      })(),
    );
  }
  await new Promise((resolve) => setTimeout(resolve, 1500));
  measuring = true;
  const cpu = desk.cpuSeconds();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  measuring = false;
  const cpuMs = ((desk.cpuSeconds() - cpu) * 1000) / times.length;
  stop = true;
  const { p50, p95, p99 } = percentiles(times);
  console.log('\nAI turns without a model, 50 customers at once, about 1,060 articles');
  console.log(
    `turns/s ${(times.length / seconds).toFixed(0)}   p50 ${p50} ms   p95 ${p95} ms   p99 ${p99} ms   server CPU ${cpuMs.toFixed(2)} ms/turn`,
  );
  console.log(
    `import of 900 articles incl. indexing ${importMs} ms   publishing one among 1,000 ${publishMs.toFixed(1)} ms`,
  );
  await Promise.race([Promise.all(loops), new Promise((resolve) => setTimeout(resolve, 1500))]);
  await desk.stop();
}
