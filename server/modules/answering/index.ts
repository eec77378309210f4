/**
 * Answering: the AI's turn. Understand, check the hand-off floor, retrieve, plan, say it with its source.
 *
 * Words: turn (one answer to everything the customer said since the last word), owed reply, miss, turn record.
 * Invariants: a reply that is owed is visible from the state and found again after a crash; every turn ends in words
 * and somewhere: an answer, a question back, a person or a message form; a failure or time-out hands off; an answer
 * that is ready after a person took over is dropped, one that is ready after the customer wrote more is thought again.
 * A model may write instead of retrieval; what it writes is shown only after the check, and its failure costs nothing
 * but time: retrieval's answer, decided before, stands.
 * It must not know: sockets, HTTP, who gets a handed-off conversation.
 */
import { decideTurn, searchesOf, type TurnDecision } from '../../../brain/answer/decide-turn.ts';
import { floorOfText } from '../../../brain/handoff/floor.ts';
import { saysNoHelp } from '../../../brain/handoff/no-help.ts';
import { detectLanguage } from '../../../brain/language.ts';
import { recogniseSmallTalk } from '../../../brain/small-talk.ts';
import {
  aiOwesReply,
  type Conversation,
  type Entry,
  type Language,
  type Macro,
  type ReplayedTurn,
  type Source,
} from '../../../contract/index.ts';
import type { Log } from '../../platform/log.ts';
import { Problem } from '../../platform/problem.ts';
import { type AiMessage, type Conversations, type Draft, speakAsAi } from '../conversations/index.ts';
import type { HandOffPolicies, Handoff, Reason } from '../handoff/index.ts';
import { withOffer } from '../knowledge/index.ts';
import { createAssist } from './assist.ts';
import { readTurn } from './read-turn.ts';
import { replayTurn } from './replay-turn.ts';
import { type GoldenAsked, testModel } from './test-model.ts';
import { toMessage } from './to-message.ts';
import { type AskedTurn, createModelAnswers, type ModelNeeds, modelMayTry } from './with-model.ts';

export type Answering = ReturnType<typeof createAnswering>;

/** A customer never waits longer than this for the AI: then a person is asked. */
const longestTurnMs = 10_000;

/** Hears that the AI writes in a conversation: the checked beginning of its answer, whole each time, or empty. */
export type HearWriting = (conversationId: string, writing: { on: boolean; draft: string }) => void;

export function createAnswering(
  needs: ModelNeeds & {
    conversations: Conversations;
    handoff: Handoff;
    policies: Pick<HandOffPolicies, 'forTurn'>;
    macros: () => Promise<Macro[]>;
    /** What must stay right, for the owner's test of a model. */
    goldenQuestions: () => Promise<GoldenAsked[]>;
    /** How long a model may take for a turn, so that retrieval's answer still comes in time. */
    modelTurnMs: number;
    log: Log;
  },
) {
  const { conversations, handoff, knowledge, now, log, model } = needs;
  const thinking = new Map<string, Promise<void>>();
  const withModel = createModelAnswers(needs);
  const writing = new Map<string, { state: Conversation; abort: AbortController }>();
  const listeners: HearWriting[] = [];

  conversations.record.onWritten(({ conversation }) => {
    const turn = writing.get(conversation.id);
    const { state } = turn ?? {};
    if (
      state &&
      (state.speakerVersion !== conversation.speakerVersion || state.customerSeq !== conversation.customerSeq)
    )
      turn?.abort.abort();
    if (aiOwesReply(conversation)) owe(conversation.id);
  });

  /** One turn at a time for a conversation; what arrives meanwhile is in the next. */
  function owe(conversationId: string): void {
    if (thinking.has(conversationId)) return;
    const turn = answerUntilDone(conversationId)
      .catch((error) => log.error({ conversationId, error: String(error) }, 'a turn could not be finished'))
      .finally(() => thinking.delete(conversationId));
    thinking.set(conversationId, turn);
  }

  async function answerUntilDone(conversationId: string): Promise<void> {
    for (let state = await conversations.record.find(conversationId); state && aiOwesReply(state); ) {
      try {
        await takeTurn(state);
        return;
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'changed_meanwhile') {
          if (error instanceof Problem && error.code === 'not_your_turn_to_speak') return;
          throw error;
        }
      }
      state = await conversations.record.find(conversationId);
    }
  }

  /** The decision of a turn; the same when it is taken again. */
  const decide = async (turn: ReturnType<typeof readTurn>, customerId: string) =>
    decideTurn({
      ...turn,
      ...(await needs.policies.forTurn(customerId)),
      index: knowledge.index,
      article: knowledge.lookup,
      pairOf: knowledge.pairOf,
      meanings: await knowledge.meaningsOf(textsOf(turn)),
      at: now(),
    });

  async function takeTurn(state: Conversation): Promise<void> {
    const startedAt = performance.now();
    const entries = await conversations.episode(state);
    const { message, after } = await within(longestTurnMs, think(state, entries, startedAt)).catch(
      (error) => {
        if (error instanceof Problem && error.code === 'storage_unavailable') throw error;
        log.error({ conversationId: state.id, error: String(error) }, 'the AI failed in a turn');
        return failed(state, entries, error, startedAt);
      },
    );
    const lease = { speakerVersion: state.speakerVersion, customerSeq: state.customerSeq };
    await speakAsAi(conversations.record, needs.newId, state.id, lease, message, after);
  }

  async function think(
    state: Conversation,
    entries: Entry[],
    startedAt: number,
  ): Promise<{ message: AiMessage; after: Draft[] }> {
    if (!(await needs.accounts.settings.get()).aiEnabled) {
      const reason: Reason = {
        code: 'asked_for_person',
        confidence: 1,
        evidence: { quote: '', rule: 'ai_switched_off' },
      };
      return leadToPerson(state, entries, reason, state.language, startedAt, { rule: 'ai_switched_off' });
    }
    const turn = readTurn(state, entries);
    const decision = await decide(turn, state.customerId);
    if (decision.action === 'hand_off') {
      const reason: Reason = {
        code: decision.reasonCode,
        confidence: decision.confidence,
        evidence: decision.evidence,
      };
      return leadToPerson(
        state,
        entries,
        reason,
        decision.language,
        startedAt,
        decision.why,
        decision.missed,
      );
    }
    const plain = () => toMessage(decision, knowledge.lookup, performance.now() - startedAt);
    if (!modelMayTry(decision, turn.text) || !(await model.isOn())) return { message: plain(), after: [] };
    return writeWithModel(state, entries, decision, turn, plain, startedAt);
  }

  async function writeWithModel(
    state: Conversation,
    entries: Entry[],
    decision: Exclude<TurnDecision, { action: 'hand_off' }>,
    { text, history }: ReturnType<typeof readTurn>,
    plain: () => AiMessage,
    startedAt: number,
  ): Promise<{ message: AiMessage; after: Draft[] }> {
    const abort = new AbortController();
    const tell = (on: boolean, draft: string) => {
      for (const hear of listeners) hear(state.id, { on, draft });
    };
    const asked: AskedTurn = {
      conversationId: state.id,
      customerId: state.customerId,
      text,
      history,
      decision,
      until: startedAt + needs.modelTurnMs,
      signal: abort.signal,
      onDraft: (draft) => tell(true, draft),
    };
    writing.set(state.id, { state, abort });
    tell(true, '');
    try {
      const turn = await withModel.take(asked);
      if (turn.kind === 'hand_off') {
        const evidence = { quote: turn.quote, rule: 'model' };
        const reason: Reason = { code: turn.reasonCode, confidence: 0.8, evidence };
        const why = { ...decision.why, model: turn.trace };
        return await leadToPerson(state, entries, reason, decision.language, startedAt, why);
      }
      const stands = plain();
      if (turn.kind === 'nothing') {
        const why = { ...decision.why, model: turn.trace };
        return { message: { ...stands, turn: stands.turn && { ...stands.turn, why } }, after: [] };
      }
      const message = await withModel.messageOf(turn, asked, performance.now() - startedAt);
      const offered = decision.action === 'offer' ? decision.reasonCode : decision.offers;
      return { message: offered ? withOffer(message, offered, decision.language) : message, after: [] };
    } finally {
      writing.delete(state.id);
      if (abort.signal.aborted) tell(false, '');
    }
  }

  async function leadToPerson(
    state: Conversation,
    entries: Entry[],
    reason: Reason,
    language: Language,
    startedAt: number,
    why: unknown,
    missed = false,
  ): Promise<{ message: AiMessage; after: Draft[] }> {
    const { message, after } = await handoff.proceed(state, entries, reason, language);
    const turn = {
      action: 'hand_off',
      reasonCode: reason.code,
      confidence: reason.confidence,
      missed,
      durationMs: performance.now() - startedAt,
      why,
    };
    return { message: { ...message, language, turn }, after };
  }

  async function failed(state: Conversation, entries: Entry[], error: unknown, startedAt: number) {
    const rule = error instanceof TimedOut ? 'time_out' : 'error';
    const reason: Reason = { code: 'ai_failed', confidence: 1, evidence: { quote: '', rule } };
    return leadToPerson(state, entries, reason, state.language, startedAt, { rule });
  }

  /** Up to three articles for the customer's last words, for the agent. */
  async function suggest(
    conversationId: string,
  ): Promise<{ source: Source; body: string; confidence: number }[]> {
    const state = await conversations.record.find(conversationId);
    if (!state) throw new Problem('not_found', 'There is no such conversation.');
    const { text } = readTurn({ ...state, answeredSeq: 0 }, (await conversations.episode(state)).slice(-20));
    const asked = text.split('\n').findLast(asksOfTheShop) ?? '';
    if (!asked) return [];
    const seen = new Set<string>();
    const matches = await knowledge.search(asked, {
      limit: 8,
      language: detectLanguage(asked, state.language),
    });
    return matches
      .filter((match) => match.confidence >= leastSuggested)
      .flatMap((match) => {
        const article = knowledge.lookup(match.articleId);
        const pair = article?.pairKey ?? match.articleId;
        if (!article || seen.has(pair)) return [];
        seen.add(pair);
        const source = {
          articleId: article.id,
          title: article.title,
          language: article.language,
          passage: match.passage,
        };
        return [{ source, body: article.body, confidence: match.confidence }];
      })
      .slice(0, 3);
  }

  return {
    /** Answers everything that was owed when the desk stopped. @returns how many were owed */
    async sweep(): Promise<number> {
      const owed = await conversations.unfinished.owedReplies();
      for (const state of owed) owe(state.id);
      return owed.length;
    },
    suggest,
    onWriting(hear: HearWriting): void {
      listeners.push(hear);
    },
    assist: createAssist({ ...needs, withModel }),
    testModel: () => testModel({ ...needs, withModel }),
    /** One of the AI's turns taken again on today's knowledge; stores nothing. */
    async replay(conversationId: string, seq: number): Promise<ReplayedTurn> {
      return replayTurn(await conversations.timelineOf(conversationId, seq), seq, decide, knowledge.lookup);
    },
    /** Resolves when no turn is being thought. */
    async settled(): Promise<void> {
      while (thinking.size > 0) await Promise.all(thinking.values());
    },
  };
}

/** What a turn needs the meaning of: its questions, and what the customer said just before. */
function textsOf({ text, history }: ReturnType<typeof readTurn>): string[] {
  const earlier = history.filter((line) => line.from === 'customer').slice(-meantBefore);
  return [...searchesOf({ text, history }), ...earlier.map((line) => line.text)];
}

const meantBefore = 4;

/** Whether a line may be looked up: not small talk, no verdict on an answer, no wish for a person. */
function asksOfTheShop(line: string): boolean {
  const wantsPerson = floorOfText(line, [])?.reasonCode === 'asked_for_person';
  return !wantsPerson && !recogniseSmallTalk(line) && !saysNoHelp(line);
}

/** Suggestions to a person may be less sure than answers to a customer. */
const leastSuggested = 0.2;

class TimedOut extends Error {}

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimedOut(`took longer than ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
