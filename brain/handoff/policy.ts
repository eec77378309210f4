import { type FeatureName, type Features, featureNames } from './features.ts';
import type { FloorDecision } from './floor.ts';
import type { HandOffReason } from './reasons.ts';

/**
 * A hand-off policy is plain data. Each feature (0 to 1) brings its points; from `offerAt` points a person is offered,
 * from `handOffAt` a person takes over. Below all of it lies the floor, which no policy changes; `tighten` only adds to it.
 */
export type Policy = {
  points: Record<FeatureName, number>;
  offerAt: number;
  handOffAt: number;
  /** The mild signs together bring no more than this, so that they lead to an offer rather than pile up to a hand-off. */
  mildAtMost: number;
  /** An order worth this much (in the shop's currency) makes a problem with it a matter for a person. */
  highValueFrom: number;
  tighten: Record<Tightening, boolean>;
  /** While people are busy, an offer needs up to this many points more; hand-offs are never held back. */
  busyRaisesOfferBy: number;
};

/** What a shop may add to the floor. There is no switch that takes anything from it. */
export const tightenings = [
  'first_miss',
  'second_time_asked',
  'any_dispute',
  'any_exception',
  'any_anger',
  'vip_always',
] as const;
export type Tightening = (typeof tightenings)[number];

/** How many wait for a person and how many people are there; null when unknown. */
export type Staffing = { queueLength: number; agentsOnline: number } | null;

export type Judgement = {
  action: 'continue' | 'offer' | 'hand_off';
  reasonCode: HandOffReason | null;
  /** 0 to 1: how far from the line it was crossed; 1 for the floor's plain rules. */
  confidence: number;
  /** The quote and rule of the floor, or the features that decided with their points, largest first. */
  evidence: {
    quote: string;
    rule: string;
    points: { feature: FeatureName; points: number }[];
    total: number;
  };
};

/** Signs of a talk not going well, which by themselves ask for an offer. The others name a matter for a person. */
const mild = new Set<FeatureName>([
  'missed',
  'unsure',
  'earlier_misses',
  'no_help',
  'ai_repeats',
  'dissatisfied',
  'anxious',
  'sad',
  'happy',
  'unhappy_before',
  'getting_worse',
  'matters',
  'long_talk',
]);
/** Weighed for an offer alone: however due an offer is, that is no reason for a person at once. */
const offersOnly: FeatureName = 'seems_stuck';

const leastTelling = 10;

const reasonOf: Record<FeatureName, HandOffReason> = {
  missed: 'repeated_misses',
  unsure: 'repeated_misses',
  earlier_misses: 'repeated_misses',
  no_help: 'repeated_misses',
  customer_repeats: 'repeated_question',
  ai_repeats: 'repeated_misses',
  dissatisfied: 'dissatisfied',
  angry: 'anger',
  anxious: 'dissatisfied',
  sad: 'distress',
  happy: 'dissatisfied',
  unhappy_before: 'dissatisfied',
  getting_worse: 'dissatisfied',
  matters: 'dissatisfied',
  seems_person: 'asked_for_person',
  seems_safety: 'safety',
  seems_threat: 'threat',
  seems_legal: 'legal_threat',
  seems_payment: 'payment_details',
  seems_takeover: 'account_takeover',
  seems_minor: 'minor',
  seems_distress: 'distress',
  seems_anger: 'anger',
  dispute: 'dispute',
  exception_wanted: 'exception_wanted',
  insists: 'exception_wanted',
  identity_needed: 'identity_needed',
  several_problems: 'entangled',
  seems_other: 'dissatisfied',
  seems_stuck: 'dissatisfied',
  vip_problem: 'vip',
  high_value_problem: 'high_value',
  long_talk: 'dissatisfied',
  refused_offer: 'dissatisfied',
};

/**
 * Continue, offer or hand off. The floor decides first and cannot be undercut: whatever the points, the thresholds and
 * the staffing, a moment with a floor is handed off.
 */
export function judge(features: Features, policy: Policy, staffing: Staffing = null): Judgement {
  const values = withWorth(features, policy);
  const points = featureNames
    .map((feature) => ({ feature, points: Math.round(values[feature] * policy.points[feature] * 10) / 10 }))
    .filter((one) => one.points !== 0)
    .sort((a, b) => b.points - a.points);
  const sumOf = (some: typeof points) => some.reduce((sum, one) => sum + one.points, 0);
  const mildly = Math.min(policy.mildAtMost, sumOf(points.filter((one) => mild.has(one.feature))));
  const firm = points.filter((one) => !mild.has(one.feature) && one.feature !== offersOnly);
  const toHandOff = Math.round((mildly + sumOf(firm)) * 10) / 10;
  const offering = sumOf(points.filter((one) => one.feature === offersOnly));
  const total = Math.round((toHandOff + offering) * 10) / 10;
  const evidence = { quote: features.quote, rule: 'points', points, total };
  const floor = features.floor ?? tightened(features, policy);
  if (floor) {
    return {
      action: 'hand_off',
      reasonCode: floor.reasonCode,
      confidence: floor.confidence,
      evidence: { ...evidence, ...floor.evidence },
    };
  }
  // The reason is the largest that says more than "something": a shared one only where nothing else counts.
  const telling = points.find(
    (one) => one.points >= leastTelling && reasonOf[one.feature] !== 'dissatisfied',
  );
  const reasonCode = telling ? reasonOf[telling.feature] : 'dissatisfied';
  if (toHandOff >= policy.handOffAt)
    return { action: 'hand_off', reasonCode, confidence: sure(toHandOff, policy.handOffAt), evidence };
  const offerAt = policy.offerAt + policy.busyRaisesOfferBy * busyness(staffing);
  if (total >= offerAt && values.refused_offer === 0)
    return { action: 'offer', reasonCode, confidence: sure(total, offerAt), evidence };
  return { action: 'continue', reasonCode: null, confidence: sure(-total, -offerAt), evidence };
}

/** What the order is worth only means something beside the policy's line. */
function withWorth(features: Features, policy: Policy): Record<FeatureName, number> {
  const { orderValue, problem } = features.facts;
  const high = problem && orderValue !== null && orderValue >= policy.highValueFrom;
  return { ...features.values, high_value_problem: high ? 1 : 0 };
}

function tightened(features: Features, policy: Policy): FloorDecision | null {
  const { values, facts, quote } = features;
  const rules: [Tightening, boolean, HandOffReason][] = [
    ['first_miss', facts.misses >= 1, 'repeated_misses'],
    ['second_time_asked', facts.timesAsked >= 2, 'repeated_question'],
    ['any_dispute', facts.dispute, 'dispute'],
    ['any_exception', facts.exception, 'exception_wanted'],
    ['any_anger', values.angry > 0.5, 'anger'],
    ['vip_always', facts.vip, 'vip'],
  ];
  const found = rules.find(([name, applies]) => policy.tighten[name] && applies);
  return found
    ? { reasonCode: found[2], confidence: 1, evidence: { quote, rule: `shop_${found[0]}` } }
    : null;
}

/** 0 when somebody is free, 1 when two or more wait for each person there, or nobody is there. */
function busyness(staffing: Staffing): number {
  if (!staffing) return 0;
  if (staffing.agentsOnline <= 0) return 1;
  return Math.min(1, staffing.queueLength / staffing.agentsOnline / 2);
}

/** A logistic of the distance to the line, 20 points to the unit: half at the line, .99 at ninety beyond it. */
function sure(total: number, line: number): number {
  return Math.round((1 / (1 + Math.exp((line - total) / 20))) * 100) / 100;
}
