import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import {
  APICallError,
  jsonSchema,
  type ModelMessage as SdkMessage,
  streamText,
  type ToolSet,
  tool,
} from 'ai';
import {
  type Endpoint,
  ModelFault,
  type ModelMessage,
  type ModelPart,
  type ModelRequest,
  type ToolOffer,
} from '../../modules/model/index.ts';
import { fetchOutside, OutboundRefused } from '../../platform/outbound.ts';

/** An answer of 400 words is some 4 KB of text and 60 KB of stream; this is far more, and far less than harm. */
const mostBytes = 512 * 1024;

/**
 * One completion from any OpenAI-compatible chat endpoint, hosted or local. No retries: who is asked next, and whether,
 * is the caller's decision.
 */
export async function* streamModel(endpoint: Endpoint, request: ModelRequest): AsyncGenerator<ModelPart> {
  const abort = new AbortController();
  const give = (fault: ModelFault) => () => abort.abort(fault);
  const withdraw = give(new ModelFault('withdrawn'));
  request.signal.addEventListener('abort', withdraw, { once: true });
  if (request.signal.aborted) withdraw();
  const first = setTimeout(give(new ModelFault('first_token_late')), request.firstTokenWithinMs);
  const whole = setTimeout(give(new ModelFault('too_slow')), request.wholeWithinMs);
  try {
    yield* completion(endpoint, request, abort.signal, () => clearTimeout(first));
  } catch (error) {
    throw abort.signal.reason instanceof ModelFault ? abort.signal.reason : faultOf(error);
  } finally {
    clearTimeout(first);
    clearTimeout(whole);
    request.signal.removeEventListener('abort', withdraw);
    abort.abort(new ModelFault('withdrawn'));
  }
}

async function* completion(
  endpoint: Endpoint,
  request: ModelRequest,
  signal: AbortSignal,
  begun: () => void,
): AsyncGenerator<ModelPart> {
  const origin = new URL(endpoint.url).origin;
  const provider = createOpenAICompatible({
    name: 'model',
    baseURL: endpoint.url.replace(/\/+$/, ''),
    ...(endpoint.key ? { apiKey: endpoint.key } : {}),
    includeUsage: true,
    fetch: (url, init) =>
      fetchOutside(String(url instanceof Request ? url.url : url), init ?? {}, {
        // The owner named this host; it may well be on this machine.
        mayReach: (reached) => reached.origin === origin,
        headersWithinMs: request.firstTokenWithinMs,
        wholeWithinMs: request.wholeWithinMs,
        mostBytes,
      }),
  });
  const system = request.messages
    .flatMap((message) => (message.role === 'system' ? [message.text] : []))
    .join('\n');
  const stream = streamText({
    model: provider(endpoint.model),
    ...(system ? { system } : {}),
    messages: request.messages.filter((message) => message.role !== 'system').map(toSdk),
    tools: toolSet(request.tools),
    maxOutputTokens: request.maxOutputTokens,
    temperature: 0.2,
    maxRetries: 0,
    abortSignal: signal,
    onError: () => {},
  });
  let said = false;
  for await (const part of stream.fullStream) {
    if (signal.aborted) throw signal.reason;
    switch (part.type) {
      case 'text-delta':
        if (!part.text) break;
        begun();
        said = true;
        yield { kind: 'text', text: part.text };
        break;
      case 'reasoning-delta':
      case 'tool-input-start':
        begun();
        break;
      case 'tool-call':
        said = true;
        yield { kind: 'call', call: { id: part.toolCallId, name: part.toolName, input: part.input } };
        break;
      case 'error':
        throw part.error;
      case 'abort':
        throw signal.reason;
      case 'finish-step': {
        const { inputTokens, outputTokens } = part.usage;
        // A stream that stopped without saying why was cut on the way.
        if (part.finishReason === 'other' && part.rawFinishReason === undefined)
          throw new ModelFault('broken_stream', said ? 'cut in the middle' : 'ended before it began');
        yield {
          kind: 'end',
          cut: part.finishReason === 'length',
          usage: { inputTokens: inputTokens ?? null, outputTokens: outputTokens ?? null },
        };
        break;
      }
    }
  }
}

function toolSet(offers: ToolOffer[]): ToolSet {
  return Object.fromEntries(
    offers.map((offer) => [
      offer.name,
      tool({ description: offer.description, inputSchema: jsonSchema(offer.parameters) }),
    ]),
  );
}

function toSdk(message: ModelMessage): SdkMessage {
  switch (message.role) {
    case 'tool':
      return {
        role: 'tool',
        content: [
          {
            type: 'tool-result',
            toolCallId: message.callId,
            toolName: message.name,
            output: { type: 'text', value: message.result },
          },
        ],
      };
    case 'assistant':
      return {
        role: 'assistant',
        content: [
          ...(message.text ? [{ type: 'text' as const, text: message.text }] : []),
          ...message.calls.map((call) => ({
            type: 'tool-call' as const,
            toolCallId: call.id,
            toolName: call.name,
            input: call.input,
          })),
        ],
      };
    default:
      return { role: 'user', content: message.text };
  }
}

function faultOf(error: unknown): ModelFault {
  if (error instanceof ModelFault) return error;
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    if (one instanceof ModelFault) return one;
    if (one instanceof OutboundRefused)
      return new ModelFault(
        one.why === 'size' ? 'too_long' : one.why === 'time' ? 'too_slow' : 'unreachable',
        one.message,
      );
    if (APICallError.isInstance(one) && one.statusCode) {
      const status = one.statusCode;
      if (status === 429) return new ModelFault('rate_limited', 'HTTP 429');
      if (status === 401 || status === 403) return new ModelFault('refused_key', `HTTP ${status}`);
      if (status >= 400)
        return new ModelFault(status >= 500 ? 'server_error' : 'bad_request', `HTTP ${status}`);
    }
    if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ECONNRESET/.test(codeOf(one)))
      return new ModelFault(codeOf(one) === 'ECONNRESET' ? 'broken_stream' : 'unreachable', codeOf(one));
  }
  return new ModelFault('broken_stream', error instanceof Error ? error.name : 'unknown');
}

function codeOf(error: Error): string {
  const { code, errors } = error as { code?: unknown; errors?: { code?: unknown }[] };
  return String(code ?? errors?.[0]?.code ?? '');
}
