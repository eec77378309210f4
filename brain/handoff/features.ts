import { type Feeling, trajectory } from '../emotion/index.ts';
import type { Language } from '../language.ts';
import { recogniseSmallTalk } from '../small-talk.ts';
import { acceptsOffer } from './accepts-offer.ts';
import { type FloorDecision, floorOfMisses, floorOfText } from './floor.ts';
import { type Head, headsOf, knowsMeaning, likelihoods, logistic } from './judge-model.ts';
import { type Seen, signalsOf } from './judge-signals.ts';
import { headNames } from './judge-weights.ts';
import { saysNoHelp } from './no-help.ts';
import { asAsked, asksSame, pressesAgain, touchesSame } from './repetition.ts';
import { topicsOf } from './topics.ts';

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
  'seems_other',
  'seems_stuck',
  'vip_problem',
  'high_value_problem',
  'long_talk',
  'refused_offer',
] as const;
export type FeatureName = (typeof featureNames)[number];

/** The heads that name a reason for a person. */
const reasonHeads = [
  'asked_for_person',
  'safety',
  'payment_details',
  'account_takeover',
  'minor',
  'threat',
  'legal_threat',
  'distress',
  'dispute',
  'exception_wanted',
  'entangled',
  'identity_needed',
  'anger',
] as const satisfies readonly Head[];

export type Features = {
  /** The part of the decision no policy can change. */
  floor: FloorDecision | null;
  values: Record<FeatureName, number>;
  /** Facts the floor's switches need. */
  facts: {
    orderValue: number | null;
    vip: boolean;
    timesAsked: number;
    misses: number;
    problem: boolean;
    dispute: boolean;
    exception: boolean;
  };
  /** The message of now, for evidence. */
  quote: string;
  /** What the model saw beside the texts (judge-signals.ts). */
  signals: readonly number[];
};

const remembered = 12;
/** The share of a needed person that falls to no reason in particular. */
const otherShare = 0.15;

/** What the features say of a talk before the model looks at it. Only the last dozen messages of each are compared. */
function seenIn({ text, meaning, history }: Moment): Seen {
  const now = asAsked(text, meaning ?? null);
  const alike = pressesAgain(text) ? touchesSame : asksSame;
  const before = recent(history, 'customer');
  return {
    timesAsked:
      recogniseSmallTalk(text) !== null
        ? 1
        : 1 + before.filter((line) => alike(asAsked(line.text, line.meaning ?? null), now)).length,
    aiRepeats: repeats(recent(history, 'ai').map((line) => line.text)),
    refusedOffer: refusedOffer(history),
    sign: floorOfText(text, []) !== null,
  };
}

function recent(history: readonly EpisodeLine[], from: EpisodeLine['from']): EpisodeLine[] {
  return history.filter((line) => line.from === from).slice(-remembered);
}

/** Reads a moment. */
export function readFeatures(moment: Moment): Features {
  const { text, feeling, history, reply } = moment;
  const customers = recent(history, 'customer');
  const ais = recent(history, 'ai');
  const seen = seenIn(moment);
  const { timesAsked } = seen;
  const topics = topicsOf(text);
  const about = (topic: (typeof topics)[number]) => (topics.includes(topic) ? 1 : 0);
  const previous = customers.at(-1);
  const meaning = moment.meaning ?? null;
  const heads = headsOf(text, meaning);
  const signals = signalsOf(moment, seen);
  const likely = likelihoods(
    [...heads, ...headsOf(previous?.text ?? null, previous?.meaning ?? null), ...signalsOf(moment, seen)],
    knowsMeaning(meaning),
  );
  const seems = (head: Head) => logistic(heads[headNames.indexOf(head)] as number);
  const allReasons = otherShare + reasonHeads.reduce((sum, head) => sum + seems(head), 0);
  // A needed person is shared out among the reasons, so that their values add up to how likely it is.
  const needed = (head: (typeof reasonHeads)[number]) => (likely.handOff * seems(head)) / allReasons;
  const elsewhere = feeling.target === 'third_party';
  const felt = (emotion: Feeling['emotion'], of: Feeling = feeling) =>
    of.emotion === emotion ? of.strength / 3 : 0;
  const earlierFeelings = customers.flatMap((line) => line.feeling ?? []);
  const unhappy = (of: Feeling) =>
    Math.max(felt('dissatisfied', of), felt('angry', of), felt('sad', of), felt('anxious', of) / 2);
  const before = earlierFeelings.slice(-3);
  const { trend } = trajectory([...earlierFeelings, feeling]);
  const unhappyBefore = before.reduce((sum, one) => sum + unhappy(one), 0) / Math.max(1, before.length);
  const problem = likely.wrong >= 0.5;
  const asking = Math.max(about('insists'), about('exception_wanted') * 0.7, seems('exception'));
  const askedBefore = asking > 0.1 && customers.some((line) => asksException(line));
  const values: Record<FeatureName, number> = {
    missed: reply.missed ? 1 : 0,
    unsure: reply.missed || reply.action === 'small_talk' ? 0 : 1 - reply.confidence,
    earlier_misses: Math.min(1, ais.slice(-4).filter((line) => line.action === 'unknown').length / 2),
    no_help: history.at(-1)?.from === 'ai' && saysNoHelp(text) ? 1 : 0,
    customer_repeats: Math.min(1, (timesAsked - 1) / 2),
    ai_repeats: seen.aiRepeats ? 1 : 0,
    dissatisfied: felt('dissatisfied'),
    angry: elsewhere ? 0 : felt('angry'),
    anxious: felt('anxious'),
    sad: felt('sad'),
    happy: felt('happy'),
    unhappy_before: unhappyBefore,
    getting_worse: trend === 'rising' ? 1 : 0,
    matters: Math.max(about('matters') / 2, likely.wrong),
    seems_person: needed('asked_for_person'),
    seems_safety: needed('safety'),
    seems_threat: needed('threat'),
    seems_legal: needed('legal_threat'),
    seems_payment: needed('payment_details'),
    seems_takeover: needed('account_takeover'),
    seems_minor: needed('minor'),
    seems_distress: needed('distress'),
    seems_anger: needed('anger'),
    dispute: needed('dispute'),
    exception_wanted: needed('exception_wanted'),
    insists: askedBefore ? asking : 0,
    identity_needed: needed('identity_needed'),
    several_problems: needed('entangled'),
    seems_other: (likely.handOff * otherShare) / allReasons,
    seems_stuck: likely.offer,
    vip_problem: moment.customer.vip && problem ? 1 : 0,
    high_value_problem: 0,
    long_talk: Math.min(1, Math.max(0, customers.length - 5) / 5),
    refused_offer: seen.refusedOffer ? 1 : 0,
  };
  return {
    floor:
      floorOfText(text, []) ??
      (moment.offerOpen && acceptsOffer(text) ? said('accepted_offer', 'accepted_offer', text) : null) ??
      (timesAsked >= 3 ? said('repeated_question', 'asked_three_times', text) : null) ??
      floorOfFeelings(
        feeling,
        previous?.feeling ?? null,
        elsewhere,
        { anger: seems('anger'), distress: seems('distress') },
        text,
      ) ??
      (reply.missed ? floorOfMisses(moment.consecutiveMisses + 1, text) : null) ??
      (moment.failedTool ? said('tool_failed', 'tool_failed', text) : null),
    values,
    facts: {
      orderValue: moment.customer.orderValue,
      vip: moment.customer.vip,
      timesAsked,
      misses: reply.missed ? moment.consecutiveMisses + 1 : 0,
      problem,
      dispute: about('dispute') === 1 || seems('dispute') > 0.5,
      exception: about('exception_wanted') === 1 || seems('exception') > 0.5,
    },
    quote: text.slice(0, 200),
    signals,
  };
}

/** The shop or its AI is spoken to or of. */
const addressed = /你|您|客服|贵司|商家|店家|\b(?:you|your|u|ur|shop|company|service|bot|lot)\b/i;

/** Great anger at the shop, anger twice in a row, great grief or fear. */
function floorOfFeelings(
  now: Feeling,
  before: Feeling | null,
  elsewhere: boolean,
  { anger: rage, distress: grief }: Record<'anger' | 'distress', number>,
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
    logistic(headsOf(line.text, line.meaning ?? null)[headNames.indexOf('exception')] as number) > 0.5
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
