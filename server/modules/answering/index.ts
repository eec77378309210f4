/**
 * Answering: the AI's turn. Understand, check the hand-off floor, retrieve, plan, say it with its source.
 *
 * Words: turn (one answer to everything the customer said since the last word), owed reply, miss, turn record.
 * Invariants: a reply that is owed is visible from the state and found again after a crash; every turn ends in words
 * and somewhere: an answer, a question back, a person or a message form; a failure or time-out hands off; an answer
 * that is ready after a person took over is dropped, one that is ready after the customer wrote more is thought again.
 * It must not know: sockets, HTTP, who gets a handed-off conversation.
 */
import { decideTurn } from '../../../brain/answer/decide-turn.ts';
import { saysNoHelp } from '../../../brain/handoff/no-help.ts';
import { detectLanguage } from '../../../brain/language.ts';
import { recogniseSmallTalk } from '../../../brain/small-talk.ts';
import {
  aiOwesReply,
  type Conversation,
  type Entry,
  type Language,
  type Source,
} from '../../../contract/index.ts';
import type { Log } from '../../platform/log.ts';
import { Problem } from '../../platform/problem.ts';
import type { Accounts } from '../accounts/index.ts';
import { type AiMessage, type Conversations, type Draft, speakAsAi } from '../conversations/index.ts';
import type { Handoff, Reason } from '../handoff/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { readTurn } from './read-turn.ts';
import { toMessage } from './to-message.ts';

export type Answering = ReturnType<typeof createAnswering>;

/** A customer never waits longer than this for the AI: then a person is asked. */
const longestTurnMs = 10_000;

export function createAnswering(needs: {
  conversations: Conversations;
  accounts: Accounts;
  handoff: Handoff;
  knowledge: Knowledge;
  newId: (prefix: string) => string;
  now: () => number;
  log: Log;
}) {
  const { conversations, handoff, knowledge, now, log } = needs;
  const thinking = new Map<string, Promise<void>>();

  conversations.record.onWritten(({ conversation }) => {
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
    const decision = decideTurn({
      ...readTurn(state, entries),
      index: knowledge.index,
      article: knowledge.lookup,
      pairOf: knowledge.pairOf,
      at: now(),
    });
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
    const durationMs = performance.now() - startedAt;
    return { message: toMessage(decision, knowledge.lookup, durationMs), after: [] };
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

  return {
    /** Answers everything that was owed when the desk stopped. @returns how many were owed */
    async sweep(): Promise<number> {
      const owed = await conversations.unfinished.owedReplies();
      for (const state of owed) owe(state.id);
      return owed.length;
    },
    /** Up to three articles for the customer's last words, for the agent. */
    async suggest(conversationId: string): Promise<{ source: Source; body: string; confidence: number }[]> {
      const state = await conversations.record.find(conversationId);
      if (!state) throw new Problem('not_found', 'There is no such conversation.');
      const { text } = readTurn(
        { ...state, answeredSeq: 0 },
        (await conversations.episode(state)).slice(-20),
      );
      const asked = text.split('\n').findLast((line) => !recogniseSmallTalk(line) && !saysNoHelp(line)) ?? '';
      if (!asked) return [];
      const seen = new Set<string>();
      return knowledge.index
        .search(asked, { limit: 8, at: now(), language: detectLanguage(asked, state.language) })
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
    },
    /** Resolves when no turn is being thought. */
    async settled(): Promise<void> {
      while (thinking.size > 0) await Promise.all(thinking.values());
    },
  };
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
