import type { Policy } from './policy.ts';

/**
 * The policy a new shop starts with: a person comes where one is more likely needed than not, and where something has gone
 * wrong for a VIP or with a dear order. The model behind the `seems` features has already weighed feelings, misses and
 * repetition; points for those are there for a shop that wants them to weigh more. 100 is "a person now", 70 is "ask once".
 */
export const defaultPolicy: Policy = {
  points: {
    missed: 0,
    unsure: 0,
    earlier_misses: 0,
    no_help: 0,
    customer_repeats: 0,
    ai_repeats: 0,
    dissatisfied: 0,
    angry: 0,
    anxious: 0,
    sad: 0,
    happy: 0,
    unhappy_before: 0,
    getting_worse: 0,
    matters: 0,
    seems_person: 200,
    seems_safety: 200,
    seems_threat: 200,
    seems_legal: 200,
    seems_payment: 200,
    seems_takeover: 200,
    seems_minor: 200,
    seems_distress: 200,
    seems_anger: 200,
    dispute: 200,
    exception_wanted: 200,
    insists: 0,
    identity_needed: 200,
    several_problems: 200,
    seems_other: 200,
    seems_stuck: 140,
    vip_problem: 100,
    high_value_problem: 100,
    long_talk: 0,
    refused_offer: 0,
  },
  offerAt: 70,
  handOffAt: 100,
  mildAtMost: 80,
  highValueFrom: 2000,
  tighten: {
    first_miss: false,
    second_time_asked: false,
    any_dispute: false,
    any_exception: false,
    any_anger: false,
    vip_always: false,
  },
  busyRaisesOfferBy: 15,
};
