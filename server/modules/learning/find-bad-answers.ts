import type { Entry, GapReason, Language, ReasonCode } from '../../../contract/index.ts';
import { isQuestion } from './is-question.ts';

/** A customer's question that got no answer, or a bad one. `seq` is its first message's number. */
export type BadAnswer = {
  seq: number;
  text: string;
  language: Language;
  at: number;
  reason: GapReason;
  /** False: the AI never had its turn, so the knowledge may well hold the answer. */
  aiTried: boolean;
};

type Asked = Omit<BadAnswer, 'reason' | 'aiTried'>;
type Message = Extract<Entry, { type: 'message.sent' }>;

/** Hand-offs that say nothing about the knowledge: here a person answers whatever stands in it. */
const notAboutKnowledge = new Set<ReasonCode>([
  'anger',
  'distress',
  'threat',
  'legal_threat',
  'safety',
  'payment_details',
  'account_takeover',
  'minor',
  'dispute',
  'exception_wanted',
  'entangled',
  'high_value',
  'vip',
  'identity_needed',
]);
const lowRating = 2;

/**
 * Reads a conversation's timeline for what the knowledge failed at. Pure; the same timeline gives the same list, and a
 * longer one the same and more.
 */
export function findBadAnswers(timeline: readonly Entry[]): BadAnswer[] {
  const found = new Map<number, BadAnswer>();
  let episode = startEpisode();
  let number = 1;
  const bad = (asked: Asked | null, reason: GapReason, aiTried = true) => {
    if (asked && !found.has(asked.seq)) found.set(asked.seq, { ...asked, reason, aiTried });
  };
  for (const entry of timeline) {
    if (entry.episode !== number) {
      number = entry.episode;
      episode = startEpisode();
    }
    if (entry.type === 'message.sent') readMessage(entry, episode, bad);
    else if (entry.type === 'conversation.handed_off') {
      bad(episode.askedBack, 'clarify_rejected');
      episode.askedBack = null;
      episode.aboutKnowledge = !notAboutKnowledge.has(entry.body.reasonCode);
      episode.personAnswered = false;
    } else if (entry.type === 'conversation.handed_back') episode.personAnswered = false;
    else if (entry.type === 'conversation.rated' && entry.body.score <= lowRating && !episode.agentSpoke)
      bad(episode.answered, 'rated_low');
  }
  return [...found.values()];
}

/** What is remembered while an episode is read. */
function startEpisode() {
  return {
    /** Customer messages nobody has replied to. */
    open: [] as Message[],
    /** The last question the AI answered. */
    answered: null as Asked | null,
    /** The last question of all, and whether the AI had its turn on it. */
    last: null as { asked: Asked; aiTried: boolean } | null,
    /** The question to which the AI asked back. */
    askedBack: null as Asked | null,
    aboutKnowledge: true,
    personAnswered: false,
    agentSpoke: false,
  };
}

type Episode = ReturnType<typeof startEpisode>;

function readMessage(
  entry: Message,
  episode: Episode,
  bad: (asked: Asked | null, reason: GapReason, aiTried?: boolean) => void,
): void {
  const from = entry.body.from.kind;
  if (from === 'customer') {
    if (entry.body.text.trim()) episode.open.push(entry);
    return;
  }
  if (from === 'desk') return;
  const asked = askedBy(episode.open);
  episode.open = [];
  if (from === 'agent') {
    episode.agentSpoke = true;
    if (asked) episode.last = { asked, aiTried: false };
    // Only the first word of a person: what follows is their talk, not the customer's question.
    if (!episode.personAnswered && episode.aboutKnowledge && episode.last)
      bad(episode.last.asked, 'agent_answered', episode.last.aiTried);
    episode.personAnswered = true;
    return;
  }
  const { turn } = entry.body;
  if (!turn) return;
  if (asked) episode.last = { asked, aiTried: true };
  const { rule } = (turn.why ?? {}) as { rule?: string };
  const { askedBack } = episode;
  episode.askedBack = null;
  if (rule === 'says_no_help') {
    bad(episode.answered, 'no_help');
    return;
  }
  if (askedBack && (turn.missed || turn.action === 'hand_off')) bad(askedBack, 'clarify_rejected');
  if (turn.missed) bad(asked, turn.action === 'hand_off' ? 'handed_off' : 'missed');
  else if (turn.action === 'clarify') episode.askedBack = asked;
  else if (turn.action === 'answer') {
    episode.answered = rule === 'chose_a_candidate' ? askedBack : asked;
    // Choosing a candidate is no question of its own.
    if (rule === 'chose_a_candidate' && askedBack) episode.last = { asked: askedBack, aiTried: true };
  }
}

/** The messages as one question; null when they ask nothing. */
function askedBy(messages: Message[]): Asked | null {
  const asking = messages.filter((message) => isQuestion(message.body.text));
  const first = asking[0];
  if (!first) return null;
  const text = asking.map((message) => message.body.text.trim()).join('\n');
  return { seq: first.seq, text: text.slice(0, 1000), language: first.body.language, at: first.at };
}
