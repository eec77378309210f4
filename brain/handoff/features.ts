import { type Feeling, trajectory } from '../emotion/index.ts';
import type { Language } from '../language.ts';
import { recogniseSmallTalk } from '../small-talk.ts';
import { acceptsOffer } from './accepts-offer.ts';
import { type FloorDecision, floorOfMisses, floorOfText } from './floor.ts';
import { saysNoHelp } from './no-help.ts';
import { asAsked, asksSame, pressesAgain, touchesSame } from './repetition.ts';
import { type LearnedTopic, likelyTopics } from './topic-model.ts';
import { problemsIn, topicsOf } from './topics.ts';

/** One line of the episode so far. */
export type EpisodeLine = {
  from: 'customer' | 'ai' | 'agent';
  text: string;
  /** What the AI did there: answer, clarify, small_talk, unknown, offer. */
  action: string | null;
  /** The line also asked: a person, or go on with me? */
  offered?: boolean;
  /** What a customer felt there, if already read. */
  feeling?: Feeling | null;
  /** The sentence vector of the text, if there is one. */
  meaning?: Float32Array | null;
};

/** All that is known at the moment a turn is decided. */
export type Moment = {
  language: Language;
  /** What the customer says now. */
  text: string;
  meaning?: Float32Array | null;
  /** What the message seems to be about, if already read. */
  likely?: Record<LearnedTopic, number>;
  feeling: Feeling;
  /** Oldest first, without the message of now. */
  history: readonly EpisodeLine[];
  /** What the AI would do now, and how sure it is (0 to 1). */
  reply: { action: string; confidence: number; missed: boolean };
  /** AI turns in a row without an answer, before this one. */
  consecutiveMisses: number;
  /** The AI's last words asked: a person, or go on with me? */
  offerOpen: boolean;
  failedTool: boolean;
  /** `orderValue` in the shop's currency, of the order the talk is about; null when none is known. */
  customer: { vip: boolean; orderValue: number | null };
};

/** The readable features a policy weighs, each between 0 and 1. */
export const featureNames = [
  'missed',
  'unsure',
  'earlier_misses',
  'no_help',
  'customer_repeats',
  'ai_repeats',
  'dissatisfied',
  'angry',
  'anxious',
  'sad',
  'happy',
  'unhappy_before',
  'getting_worse',
  'matters',
  'seems_person',
  'seems_safety',
  'seems_threat',
  'seems_legal',
  'seems_payment',
  'seems_takeover',
  'seems_minor',
  'seems_distress',
  'seems_anger',
  'dispute',
  'exception_wanted',
  'insists',
  'identity_needed',
  'several_problems',
  'vip_problem',
  'high_value_problem',
  'long_talk',
  'refused_offer',
] as const;
export type FeatureName = (typeof featureNames)[number];

export type Features = {
  /** The part of the decision no policy can change. */
  floor: FloorDecision | null;
  values: Record<FeatureName, number>;
  /** Facts the floor's switches need. */
  facts: { orderValue: number | null; vip: boolean; timesAsked: number; misses: number; problem: boolean };
  /** The message of now, for evidence. */
  quote: string;
};

const remembered = 12;
/** From here on a message tells of something gone wrong, rather than asks. */
const problemFrom = 0.4;

/** Reads a moment. Only the last dozen messages of the customer are compared, so that a long talk costs no more. */
export function readFeatures(moment: Moment): Features {
  const { text, feeling, history, reply } = moment;
  const customers = history.filter((line) => line.from === 'customer').slice(-remembered);
  const ais = history.filter((line) => line.from === 'ai').slice(-remembered);
  const now = asAsked(text, moment.meaning ?? null);
  const smallTalk = recogniseSmallTalk(text) !== null;
  const alike = pressesAgain(text) ? touchesSame : asksSame;
  const timesAsked = smallTalk
    ? 1
    : 1 + customers.filter((line) => alike(asAsked(line.text, line.meaning ?? null), now)).length;
  const topics = topicsOf(text);
  const likely = moment.likely ?? likelyTopics(text, moment.meaning ?? null);
  const either = (a: number, b: number) => 1 - (1 - a) * (1 - b);
  const about = (topic: (typeof topics)[number]) => (topics.includes(topic) ? 1 : 0);
  const elsewhere = feeling.target === 'third_party';
  const felt = (emotion: Feeling['emotion'], of: Feeling = feeling) =>
    of.emotion === emotion ? of.strength / 3 : 0;
  const earlierFeelings = customers.flatMap((line) => line.feeling ?? []);
  const unhappy = (of: Feeling) =>
    Math.max(felt('dissatisfied', of), felt('angry', of), felt('sad', of), felt('anxious', of) / 2);
  const before = earlierFeelings.slice(-3);
  const { trend } = trajectory([...earlierFeelings, feeling]);
  const unhappyBefore = before.reduce((sum, one) => sum + unhappy(one), 0) / Math.max(1, before.length);
  const allWords = [...customers.map((line) => line.text), text].join('\n');
  const kinds = problemsIn(allWords).length;
  const problem = Math.max(
    likely.problem,
    likely.unhappy,
    likely.dispute,
    about('matters') * 0.35 + (problemsIn(text).length > 0 ? 0.15 : 0),
    unhappy(feeling),
  );
  const asking = Math.max(about('insists'), about('exception_wanted') * 0.7, likely.exception_wanted);
  const askedBefore = asking > 0.1 && customers.some((line) => asksException(line));
  const values: Record<FeatureName, number> = {
    missed: reply.missed ? 1 : 0,
    unsure: reply.missed || reply.action === 'small_talk' ? 0 : 1 - reply.confidence,
    earlier_misses: Math.min(1, ais.slice(-4).filter((line) => line.action === 'unknown').length / 2),
    no_help: history.at(-1)?.from === 'ai' ? Math.max(saysNoHelp(text) ? 1 : 0, likely.unhappy) : 0,
    customer_repeats: Math.min(1, (timesAsked - 1) / 2),
    ai_repeats: repeats(ais.map((line) => line.text)) ? 1 : 0,
    dissatisfied: felt('dissatisfied'),
    angry: elsewhere ? 0 : felt('angry'),
    anxious: felt('anxious'),
    sad: felt('sad'),
    happy: felt('happy'),
    unhappy_before: unhappyBefore,
    getting_worse: trend === 'rising' ? 1 : 0,
    matters: Math.max(about('matters') / 2, likely.problem),
    seems_person: likely.asked_for_person,
    seems_safety: likely.safety,
    seems_threat: likely.threat,
    seems_legal: likely.legal_threat,
    seems_payment: likely.payment_details,
    seems_takeover: likely.account_takeover,
    seems_minor: likely.minor,
    seems_distress: likely.distress,
    seems_anger: likely.anger,
    dispute: either(likely.dispute, about('dispute') * 0.4),
    exception_wanted: either(likely.exception_wanted, about('exception_wanted') * 0.4),
    insists: askedBefore ? asking : 0,
    identity_needed: either(likely.identity_needed, about('identity_needed') * 0.4),
    several_problems: either(likely.entangled, Math.min(1, Math.max(0, kinds - 1) / 3)),
    vip_problem: moment.customer.vip && problem >= problemFrom ? 1 : 0,
    high_value_problem: 0,
    long_talk: Math.min(1, Math.max(0, customers.length - 5) / 5),
    refused_offer: refusedOffer(history) ? 1 : 0,
  };
  return {
    floor:
      floorOfText(text, []) ??
      (moment.offerOpen && acceptsOffer(text) ? said('accepted_offer', 'accepted_offer', text) : null) ??
      (timesAsked >= 3 ? said('repeated_question', 'asked_three_times', text) : null) ??
      floorOfFeelings(feeling, customers.at(-1)?.feeling ?? null, elsewhere, likely, text) ??
      (reply.missed ? floorOfMisses(moment.consecutiveMisses + 1, text) : null) ??
      (moment.failedTool ? said('tool_failed', 'tool_failed', text) : null),
    values,
    facts: {
      orderValue: moment.customer.orderValue,
      vip: moment.customer.vip,
      timesAsked,
      misses: reply.missed ? moment.consecutiveMisses + 1 : 0,
      problem: problem >= problemFrom,
    },
    quote: text.slice(0, 200),
  };
}

/** The shop or its AI is spoken to or of. */
const addressed = /你|您|客服|贵司|商家|店家|\b(?:you|your|u|ur|shop|company|service|bot|lot)\b/i;

/** Great anger at the shop, anger twice in a row, great grief or fear. */
function floorOfFeelings(
  now: Feeling,
  before: Feeling | null,
  elsewhere: boolean,
  { anger: rage, distress: grief }: Record<LearnedTopic, number>,
  text: string,
): FloorDecision | null {
  if (now.emotion === 'angry' && !elsewhere) {
    if (now.strength === 3 && (addressed.test(text) || rage > 0.3))
      return said('anger', 'great_anger', now.evidence ?? text);
    if (now.strength === 2 && before?.emotion === 'angry' && before.strength >= 2)
      return said('anger', 'angry_twice_in_a_row', now.evidence ?? text);
  }
  if (now.emotion === 'sad' && now.strength === 3 && grief > 0.1)
    return said('distress', 'great_grief', now.evidence ?? text);
  return null;
}

function said(reasonCode: FloorDecision['reasonCode'], rule: string, quote: string): FloorDecision {
  return { reasonCode, confidence: 0.85, evidence: { quote: quote.slice(0, 200), rule } };
}

function asksException(line: EpisodeLine): boolean {
  return (
    topicsOf(line.text).includes('exception_wanted') ||
    likelyTopics(line.text, line.meaning ?? null).exception_wanted > 0.5
  );
}

function repeats(texts: string[]): boolean {
  const last = texts.at(-1);
  return last !== undefined && last.length > 8 && texts.slice(-3, -1).includes(last);
}

/** A person was offered in the last three turns and the customer went on without. */
function refusedOffer(history: readonly EpisodeLine[]): boolean {
  let turns = 0;
  for (const line of [...history].reverse()) {
    if (line.from === 'customer') turns++;
    if (turns > 3) return false;
    if (line.from === 'ai' && (line.action === 'offer' || line.offered)) return true;
  }
  return false;
}
