import type { Log } from '../../platform/log.ts';
import type { createBreaker } from './breaker.ts';
import type { createBudget } from './budget.ts';
import type { Meter } from './meter.ts';
import type { ModelSettingsStore, PricedEndpoint } from './model-settings.ts';
import {
  type FaultKind,
  ModelFault,
  type ModelMessage,
  type StreamModel,
  type ToolCall,
  type ToolOffer,
  type Usage,
} from './port.ts';

export type Purpose = 'answer' | 'repair' | 'summary' | 'replies' | 'rewrite' | 'translate' | 'ping' | 'test';

export type Ask = {
  purpose: Purpose;
  conversationId: string | null;
  messages: ModelMessage[];
  tools?: ToolOffer[];
  maxOutputTokens: number;
  /** All endpoints together; `performance.now()` milliseconds. */
  until: number;
  signal: AbortSignal;
  /** Hears what each try cost, failed ones too. */
  onSpent?: (spent: { inputTokens: number; outputTokens: number; cost: number }) => void;
  /** To test a model before it is switched on. */
  evenOff?: boolean;
};

export type Said = { text: string; calls: ToolCall[]; cut: boolean; endpoint: string };

/** Nobody could be asked, or nobody answered. `kinds`: what each endpoint did. */
export class NoModel extends Error {
  readonly kinds: (FaultKind | 'off' | 'over_budget' | 'resting')[];
  constructor(kinds: NoModel['kinds']) {
    super(kinds.join(', '));
    this.kinds = kinds;
  }
}

export type TimeOuts = { firstTokenMs: number };
const mostCharacters = 12_000;
/** Less is not worth beginning. */
const leastMs = 50;

/** Asks the first model that answers, meters every try. Switches only before the first token: half an answer is a failure. */
export function createAsking(needs: {
  stream: StreamModel;
  settings: ModelSettingsStore;
  meter: Meter;
  budget: ReturnType<typeof createBudget>;
  breaker: ReturnType<typeof createBreaker>;
  timeOuts: TimeOuts;
  now: () => number;
  log: Log;
}) {
  const { settings, breaker } = needs;

  async function askOne(
    endpoint: PricedEndpoint,
    ask: Ask,
    firstTokenWithinMs: number,
    onText: (text: string) => void,
  ): Promise<Said> {
    const at = needs.now();
    const startedAt = performance.now();
    const told: { firstTokenMs: number | null; usage: Usage; outcome: string } = {
      firstTokenMs: null,
      usage: { inputTokens: null, outputTokens: null },
      outcome: 'ok',
    };
    const said: Said = { text: '', calls: [], cut: false, endpoint: endpoint.name };
    try {
      const parts = needs.stream(endpoint, {
        messages: ask.messages,
        tools: ask.tools ?? [],
        maxOutputTokens: ask.maxOutputTokens,
        firstTokenWithinMs,
        wholeWithinMs: Math.max(leastMs, ask.until - startedAt),
        signal: ask.signal,
      });
      for await (const part of parts) {
        told.firstTokenMs ??= Math.round(performance.now() - startedAt);
        if (part.kind === 'text') {
          said.text += part.text;
          if (said.text.length > mostCharacters) throw new ModelFault('too_long');
          onText(part.text);
        } else if (part.kind === 'call') said.calls.push(part.call);
        else {
          told.usage = part.usage;
          said.cut = part.cut;
        }
      }
      breaker.worked(keyOf(endpoint));
      return said;
    } catch (error) {
      const fault = error instanceof ModelFault ? error : new ModelFault('broken_stream', String(error));
      told.outcome = fault.kind;
      if (fault.kind !== 'withdrawn') breaker.failed(keyOf(endpoint));
      throw Object.assign(fault, { begun: told.firstTokenMs !== null });
    } finally {
      const reached = told.firstTokenMs !== null || /late|slow|long|broken|withdrawn/.test(told.outcome);
      const inputTokens = told.usage.inputTokens ?? (reached ? tokensIn(ask) : 0);
      const outputTokens = reached
        ? (told.usage.outputTokens ?? estimate(said.text + JSON.stringify(said.calls)))
        : 0;
      const micros = costMicros(endpoint, inputTokens, outputTokens);
      ask.onSpent?.({ inputTokens, outputTokens, cost: micros / 1e6 });
      await needs.meter
        .add({
          at,
          conversationId: ask.conversationId,
          purpose: ask.purpose,
          endpoint: endpoint.name,
          model: endpoint.model,
          inputTokens,
          outputTokens,
          estimated: told.usage.inputTokens === null,
          costMicros: micros,
          firstTokenMs: told.firstTokenMs,
          durationMs: Math.round(performance.now() - startedAt),
          outcome: told.outcome,
        })
        .catch((error) => needs.log.error({ error: String(error) }, 'a model call could not be metered'));
    }
  }

  /**
   * @param onText hears the text as it comes
   * @throws NoModel, or a ModelFault when an answer broke off after it had begun
   */
  return async function askModels(ask: Ask, onText: (text: string) => void = () => {}): Promise<Said> {
    const endpoints = await settings.endpoints(ask.evenOff);
    if (endpoints.length === 0) throw new NoModel(['off']);
    const { budget } = await settings.get();
    const kinds: NoModel['kinds'] = [];
    for (const [at, endpoint] of endpoints.entries()) {
      const left = ask.until - performance.now();
      if (ask.signal.aborted || left < leastMs) break;
      if (!breaker.mayAsk(keyOf(endpoint)) && !ask.evenOff) {
        kinds.push('resting');
        continue;
      }
      const tokens = tokensIn(ask);
      const expected = {
        tokens: tokens + ask.maxOutputTokens,
        micros: costMicros(endpoint, tokens, ask.maxOutputTokens),
      };
      const release = await needs.budget.reserve(budget, ask.conversationId, expected);
      if (!release) {
        kinds.push('over_budget');
        continue;
      }
      // Somebody is still behind this one: leave them half of the time.
      const share = at + 1 < endpoints.length ? left / 2 : left;
      try {
        return await askOne(endpoint, ask, Math.min(needs.timeOuts.firstTokenMs, share), onText);
      } catch (error) {
        if (!(error instanceof ModelFault) || (error as { begun?: boolean }).begun) throw error;
        kinds.push(error.kind);
        if (error.kind === 'withdrawn') break;
      } finally {
        release();
      }
    }
    throw new NoModel(kinds.length > 0 ? kinds : ['too_slow']);
  };
}
export type AskModel = ReturnType<typeof createAsking>;

const keyOf = (endpoint: PricedEndpoint) => `${endpoint.url} ${endpoint.model}`;

/** Three bytes of UTF-8 are about a token, in both languages, a little on the safe side. */
const estimate = (text: string) => Math.ceil(Buffer.byteLength(text) / 3);
const tokensIn = (ask: Ask) => estimate(JSON.stringify([ask.messages, ask.tools ?? []]));

/** Prices are per million tokens, so tokens × price are millionths of the currency. */
function costMicros(endpoint: PricedEndpoint, inputTokens: number, outputTokens: number): number {
  return Math.round(inputTokens * endpoint.inputPrice + outputTokens * endpoint.outputPrice);
}
