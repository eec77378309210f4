import { createReplyCheck, type ReplyFault, sharedWords, takeSentences } from '../../../brain/check/index.ts';
import type { Emotion } from '../../../brain/emotion/index.ts';
import type { Vault } from '../../../brain/privacy/mask.ts';
import type { Both, CardRef, ReasonCode } from '../../../contract/index.ts';
import { type AskModel, ModelFault, type ModelMessage, NoModel, type Said } from '../model/index.ts';
import { asData, type Passage, repairRequest, systemPrompt, turnMessages } from './turn-prompt.ts';
import {
  articlePassage,
  type FoundArticle,
  runTool,
  type ToolNeeds,
  type ToolResult,
  toolNames,
  toolOffers,
} from './turn-tools.ts';

export type ModelTurnInput = ToolNeeds & {
  ask: AskModel;
  vault: Vault;
  conversationId: string | null;
  history: readonly { from: 'customer' | 'ai' | 'agent'; text: string }[];
  /** What retrieval found near, best first. */
  near: readonly FoundArticle[];
  feeling: { emotion: Emotion; strength: number };
  shopName: Both;
  voice: Both;
  mayLink: (url: string) => boolean;
  boundary: string;
  today: string;
  /** `performance.now()` milliseconds. */
  until: number;
  signal: AbortSignal;
  /** Hears the checked beginning of the answer, whole each time. */
  onDraft: (text: string) => void;
  evenOff?: boolean;
};

/** What was tried, for "why did it say this" and for the owner's test. */
export type ModelTrace = {
  endpoint: string | null;
  steps: number;
  tools: { name: string; input: unknown; outcome: string }[];
  refused: ReplyFault[][];
  failed: string | null;
  inputTokens: number;
  outputTokens: number;
  cost: number;
};

export type ModelTurn = { trace: ModelTrace } & (
  | { kind: 'reply'; text: string; asks: boolean; articles: FoundArticle[]; cards: CardRef[] }
  | { kind: 'hand_off'; reasonCode: ReasonCode; quote: string }
  | { kind: 'nothing' }
);

const mostSteps = 4;
const mostCallsAStep = 3;
const mostBadCalls = 3;
const mostOutputTokens = 600;

/**
 * Lets the model answer: look up, write, be checked, write once more. Never throws for what a model does: the worst is
 * `nothing`, and then retrieval's answer stands.
 */
export async function takeModelTurn(input: ModelTurnInput): Promise<ModelTurn> {
  const trace: ModelTrace = {
    endpoint: null,
    steps: 0,
    tools: [],
    refused: [],
    failed: null,
    inputTokens: 0,
    outputTokens: 0,
    cost: 0,
  };
  const turn = createTurn(input, trace);
  try {
    const first = await turn.lookAndWrite();
    if (first.kind !== 'written') return { ...first, trace };
    if (first.faults.length === 0) return { ...turn.reply(first.text), trace };
    const second = await turn.repair(first);
    if (second.faults.length === 0) return { ...turn.reply(second.text), trace };
    trace.failed = 'refused';
  } catch (error) {
    if (!(error instanceof NoModel) && !(error instanceof ModelFault)) throw error;
    trace.failed = error.message;
  }
  return { kind: 'nothing', trace };
}

type Written = { kind: 'written'; text: string; faults: ReplyFault[] };

function createTurn(input: ModelTurnInput, trace: ModelTrace) {
  const { vault, boundary } = input;
  const system = systemPrompt(input);
  const articles = new Map(input.near.map((article) => [article.id, article]));
  const cards = new Map<string, { ref: CardRef; name: string }>();
  const passages: Passage[] = input.near.map(articlePassage);
  const masked = (all: readonly Passage[]) => all.map((one) => ({ ...one, text: vault.mask(one.text) }));
  const messages: ModelMessage[] = turnMessages({
    system,
    boundary,
    history: input.history.map((line) => ({ ...line, text: vault.mask(line.text) })),
    passages: masked(passages),
    asked: vault.mask(input.asked),
  });
  const check = () =>
    createReplyCheck({
      language: input.language,
      sources: passages.map((one) => one.source ?? one.text),
      mentions: passages.map((one) => one.text),
      names: [...cards.values()].map((one) => one.name),
      asked: [
        ...input.history.filter((line) => line.from === 'customer').map((line) => line.text),
        input.asked,
      ].join('\n'),
      mayLink: input.mayLink,
      prompt: system,
      privateWords: [...toolNames, boundary],
    });

  /** One call whose text is checked sentence by sentence while it comes; what is refused is cut off at once. */
  async function write(
    purpose: 'answer' | 'repair',
    withTools: boolean,
  ): Promise<{ said: Said; faults: ReplyFault[] }> {
    const checked = check();
    const stop = new AbortController();
    let buffer = '';
    let released = '';
    let faults: ReplyFault[] = [];
    const hear = (piece: string) => {
      buffer += piece;
      const { sentences, rest } = takeSentences(buffer, false);
      buffer = rest;
      for (const sentence of sentences) {
        if (faults.length > 0) return;
        const next = vault.unmask(released + sentence);
        faults = checked.next(vault.unmask(sentence), vault.unmask(released));
        if (faults.length > 0) {
          stop.abort();
          return input.onDraft('');
        }
        released += sentence;
        input.onDraft(next.trim());
      }
    };
    try {
      const said = await input.ask(
        {
          purpose,
          conversationId: input.conversationId,
          messages,
          tools: withTools ? toolOffers : [],
          maxOutputTokens: mostOutputTokens,
          until: input.until,
          onSpent(spent) {
            trace.inputTokens += spent.inputTokens;
            trace.outputTokens += spent.outputTokens;
            trace.cost = Math.round((trace.cost + spent.cost) * 1e6) / 1e6;
          },
          signal: AbortSignal.any([input.signal, stop.signal]),
          ...(input.evenOff ? { evenOff: true } : {}),
        },
        hear,
      );
      trace.endpoint = said.endpoint;
      return { said, faults };
    } catch (error) {
      // Our own cut: the text so far is what was refused.
      if (stop.signal.aborted && !input.signal.aborted)
        return {
          said: { text: released + buffer, calls: [], cut: true, endpoint: trace.endpoint ?? '' },
          faults,
        };
      input.onDraft('');
      throw error;
    } finally {
      trace.steps++;
    }
  }

  function judged({ said, faults }: { said: Said; faults: ReplyFault[] }): Written {
    const text = vault.unmask(said.text).trim();
    const all = faults.length > 0 ? faults : check().whole(text);
    if (all.length === 0 && said.cut) all.push({ kind: 'too_long', quote: 'cut' });
    if (all.length > 0) {
      trace.refused.push(all);
      input.onDraft('');
    }
    return { kind: 'written', text, faults: all };
  }

  async function lookAndWrite() {
    let bad = 0;
    const made = new Set<string>();
    for (let step = 1; ; step++) {
      const done = await write('answer', step < mostSteps);
      if (done.said.calls.length === 0 || done.faults.length > 0) return judged(done);
      if (step >= mostSteps) throw new ModelFault('too_slow', 'tool_loop');
      input.onDraft('');
      messages.push({ role: 'assistant', text: done.said.text, calls: done.said.calls });
      for (const [at, call] of done.said.calls.entries()) {
        const key = `${call.name} ${JSON.stringify(call.input)}`;
        const result: ToolResult =
          at >= mostCallsAStep || made.has(key)
            ? { kind: 'refused', text: 'This was looked up already. Write the reply.' }
            : await runTool(unmaskedCall(call, vault), input);
        made.add(key);
        trace.tools.push({ name: call.name, input: call.input, outcome: result.kind });
        if (result.kind === 'hand_off') return result;
        if (result.kind === 'not_found') {
          trace.failed = 'not_found';
          return { kind: 'nothing' as const };
        }
        if (result.kind === 'refused' && ++bad >= mostBadCalls)
          throw new ModelFault('bad_request', 'bad_calls');
        messages.push({ role: 'tool', callId: call.id, name: call.name, result: told(result) });
      }
    }
  }

  function told(result: Extract<ToolResult, { kind: 'data' | 'refused' }>): string {
    if (result.kind === 'refused') return result.text;
    passages.push(...result.passages);
    for (const article of result.articles) articles.set(article.id, article);
    for (const card of result.cards) cards.set(JSON.stringify(card.ref), card);
    return asData(boundary, masked(result.passages));
  }

  return {
    lookAndWrite,
    async repair(refused: Written): Promise<Written> {
      messages.push({ role: 'assistant', text: vault.mask(refused.text), calls: [] });
      messages.push({ role: 'user', text: repairRequest(refused.faults) });
      return judged(await write('repair', false));
    },
    reply(text: string) {
      const named = [...cards.values()].filter(({ name }) => text.includes(name)).map(({ ref }) => ref);
      const cited = citedArticles(text, [...articles.values()]);
      const asks = /[?？]["”」）)]?\s*$/.test(text) && cited.length === 0;
      return { kind: 'reply' as const, text, asks, articles: cited, cards: named.slice(0, 3) };
    },
  };
}

function unmaskedCall<C extends { input: unknown }>(call: C, vault: Vault): C {
  if (typeof call.input !== 'object' || call.input === null) return call;
  const input = Object.fromEntries(
    Object.entries(call.input).map(([key, value]) => [
      key,
      typeof value === 'string' ? vault.unmask(value) : value,
    ]),
  );
  return { ...call, input };
}

/** The articles a reply draws on: those whose words it shares most, at most two. */
function citedArticles(text: string, articles: FoundArticle[]): FoundArticle[] {
  const scored = articles
    .map((article) => ({ article, share: sharedWords(text, `${article.title}\n${article.body}`) }))
    .sort((one, other) => other.share - one.share);
  const best = scored[0]?.share ?? 0;
  if (best < 0.3) return [];
  return scored
    .filter(({ share }) => share >= Math.max(0.3, best * 0.85))
    .slice(0, 2)
    .map(({ article }) => article);
}
