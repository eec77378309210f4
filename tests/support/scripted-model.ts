import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came in, as an OpenAI-compatible server sees it. */
export type Asked = {
  model: string;
  messages: { role: string; content: string | null; tool_calls?: { function: { name: string } }[] }[];
  tools?: { function: { name: string } }[];
  headers: IncomingMessage['headers'];
  /** Requests before this one. */
  before: number;
};

/** What the model does with one request. */
export type Act =
  | { say: string; pieces?: number }
  | { call: string; input: unknown; rawInput?: string }
  | { status: number; body?: string }
  | { hang: 'before' | 'middle'; say?: string }
  | { cut: string }
  | { raw: string };

export type ScriptedModel = {
  url: string;
  asked: Asked[];
  script: (next: (asked: Asked) => Act) => void;
  stop: () => Promise<void>;
};

/** An OpenAI-compatible chat server that does as it is told, faults included. */
export async function startScriptedModel(): Promise<ScriptedModel> {
  const asked: Asked[] = [];
  let next: (asked: Asked) => Act = () => ({ say: 'ok' });
  const server = createServer(async (request, response) => {
    const body = await read(request);
    const one = { ...(JSON.parse(body) as Asked), headers: request.headers, before: asked.length };
    asked.push(one);
    perform(next(one), response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    script(wanted) {
      asked.length = 0;
      next = wanted;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

const event = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'scripted', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
const usage = `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'scripted', choices: [], usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 } })}\n\n`;

function perform(act: Act, response: ServerResponse): void {
  if ('status' in act) {
    response.writeHead(act.status, { 'content-type': 'application/json' });
    response.end(act.body ?? JSON.stringify({ error: { message: `status ${act.status}` } }));
    return;
  }
  if ('hang' in act && act.hang === 'before') return;
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  if ('raw' in act) {
    response.end(act.raw);
  } else if ('call' in act) {
    const call = {
      index: 0,
      id: `call_${Math.round(performance.now() * 1000)}`,
      type: 'function',
      function: { name: act.call, arguments: act.rawInput ?? JSON.stringify(act.input) },
    };
    response.end(
      `${event({ role: 'assistant', tool_calls: [call] })}${event({}, 'tool_calls')}${usage}data: [DONE]\n\n`,
    );
  } else if ('cut' in act) {
    response.write(event({ role: 'assistant', content: act.cut }));
    setTimeout(() => response.destroy(), 20);
  } else {
    const text = act.say ?? '';
    const size = Math.max(1, Math.ceil(text.length / ('pieces' in act ? (act.pieces ?? 8) : 8)));
    for (let at = 0; at < text.length; at += size)
      response.write(event({ content: text.slice(at, at + size) }));
    if ('hang' in act) return;
    response.end(`${event({}, 'stop')}${usage}data: [DONE]\n\n`);
  }
}
