import { saysItHelped } from '../../../brain/answer/says-it-helped.ts';
import type { Entry, Language, Outcome } from '../../../contract/index.ts';
import { isQuestion } from './is-question.ts';

export const silenceMs = 24 * 3_600_000;
export const againWithinMs = 7 * 24 * 3_600_000;
const goodRating = 4;

/**
 * A stretch of talk: from its first message until it is resolved, or until the customer has been silent for 24 h while
 * the AI held the conversation.
 */
export type Stretch = {
  startSeq: number;
  customerId: string;
  language: Language;
  startedAt: number;
  lastAt: number;
  /** Null while it goes on. */
  outcome: Outcome | null;
  /** When silence decides, if nothing else does before; null when nothing is left to wait for. */
  dueAt: number | null;
  /** What was asked, and the articles the AI answered with: to see whether the same comes again. */
  questions: string[];
  articleIds: string[];
};

type Open = Omit<Stretch, 'outcome' | 'dueAt'> & {
  holder: 'ai' | 'queue' | 'agent';
  /** Customer words nobody has replied to. */
  waiting: boolean;
  /** The last word of the AI answered the last question. */
  answered: boolean;
  helped: boolean;
  leftMessage: boolean;
  agentCame: boolean;
  resolvedAt: number | null;
};

const mostQuestions = 6;

/**
 * Every stretch of a conversation with its outcome at `now`. Pure. Stretches in which nothing was asked are left out.
 * The definitions stand in docs/subsystems/outcomes.md; the first that holds counts.
 */
export function outcomesOf(timeline: readonly Entry[], now: number): Stretch[] {
  const stretches: Open[] = [];
  let customerId = '';
  let language: Language = 'zh';
  let open: Open | null = null;
  const begin = (entry: Entry): Open => {
    open = {
      startSeq: entry.seq,
      customerId,
      language,
      startedAt: entry.at,
      lastAt: entry.at,
      questions: [],
      articleIds: [],
      holder: 'ai',
      waiting: false,
      answered: false,
      helped: false,
      leftMessage: false,
      agentCame: false,
      resolvedAt: null,
    };
    stretches.push(open);
    return open;
  };
  for (const entry of timeline) {
    if (entry.type === 'conversation.opened') {
      ({ customerId, language } = entry.body);
      continue;
    }
    if (entry.type === 'customer.identified') {
      ({ customerId } = entry.body);
      for (const stretch of stretches) stretch.customerId = customerId;
      continue;
    }
    if (entry.type === 'message.sent' && entry.body.from.kind === 'customer') language = entry.body.language;
    const current: Open = !open || begins(open, entry) ? begin(entry) : open;
    read(current, entry);
  }
  return stretches
    .map((stretch, at) => settle(stretch, stretches[at + 1] ?? null, now))
    .filter((one) => one.questions.length > 0);
}

function begins(open: Open, entry: Entry): boolean {
  if (entry.type === 'conversation.reopened') return true;
  const speaks = entry.type === 'message.sent' && entry.body.from.kind === 'customer';
  return speaks && open.holder === 'ai' && entry.at - open.lastAt > silenceMs;
}

function read(open: Open, entry: Entry): void {
  switch (entry.type) {
    case 'message.sent':
      readMessage(open, entry);
      break;
    case 'conversation.handed_off':
    case 'conversation.transferred':
      open.holder = 'queue';
      break;
    case 'conversation.assigned':
      open.holder = 'agent';
      open.agentCame = true;
      break;
    case 'conversation.handed_back':
      open.holder = 'ai';
      break;
    case 'message.left':
      open.leftMessage = true;
      break;
    case 'conversation.rated':
      if (entry.body.score >= goodRating && open.answered && !open.agentCame) open.helped = true;
      break;
    case 'conversation.resolved':
      open.resolvedAt = entry.at;
      break;
  }
}

function readMessage(open: Open, entry: Extract<Entry, { type: 'message.sent' }>): void {
  const { from, text, turn, sources } = entry.body;
  if (from.kind === 'desk') return;
  open.lastAt = entry.at;
  if (from.kind === 'customer') {
    open.language = entry.body.language;
    open.waiting = true;
    if (open.answered && !open.agentCame && saysItHelped(text)) open.helped = true;
    if (!isQuestion(text) || (open.helped && saysItHelped(text))) return;
    open.helped = false;
    open.answered = false;
    if (open.questions.length < mostQuestions) open.questions.push(text.trim().slice(0, 300));
    return;
  }
  open.waiting = false;
  if (from.kind === 'agent') {
    open.agentCame = true;
    return;
  }
  if (turn?.action === 'answer') {
    open.answered = true;
    open.articleIds.push(...sources.map((source) => source.articleId));
  } else if (turn && turn.action !== 'small_talk') open.answered = false;
}

function settle(open: Open, next: Open | null, now: number): Stretch {
  const { startSeq, customerId, language, startedAt, lastAt, questions, articleIds } = open;
  const silentSince = lastAt + silenceMs;
  const over = open.resolvedAt !== null || next !== null || now >= silentSince;
  const cameBack =
    open.resolvedAt !== null &&
    next !== null &&
    next.questions.length > 0 &&
    next.startedAt - open.resolvedAt <= againWithinMs;
  const outcome: Outcome | null = cameBack
    ? 'reopened'
    : open.agentCame || open.leftMessage
      ? 'handed_off'
      : open.helped
        ? 'confirmed'
        : !over
          ? null
          : open.holder === 'queue' || open.waiting || !open.answered
            ? 'abandoned'
            : 'assumed';
  return {
    startSeq,
    customerId,
    language,
    startedAt,
    lastAt,
    outcome,
    dueAt: outcome === null ? silentSince : null,
    questions,
    articleIds: [...new Set(articleIds)],
  };
}
