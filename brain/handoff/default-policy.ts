import type { Policy } from './policy.ts';

/**
 * The policy a new shop starts with. Points were set by hand and checked on the tune half of evals/dialogues
 * (never on the test half): 100 is "a person now", 50 is "ask once".
 */
export const defaultPolicy: Policy = {
  points: {
    missed: 30,
    unsure: 15,
    earlier_misses: 20,
    no_help: 50,
    customer_repeats: 40,
    ai_repeats: 20,
    dissatisfied: 50,
    angry: 75,
    anxious: 20,
    sad: 45,
    happy: -40,
    unhappy_before: 20,
    getting_worse: 10,
    matters: 15,
    seems_person: 100,
    seems_safety: 100,
    seems_threat: 100,
    seems_legal: 100,
    seems_payment: 100,
    seems_takeover: 100,
    seems_minor: 100,
    seems_distress: 100,
    seems_anger: 100,
    dispute: 100,
    exception_wanted: 55,
    insists: 50,
    identity_needed: 100,
    several_problems: 60,
    vip_problem: 100,
    high_value_problem: 100,
    long_talk: 15,
    refused_offer: 0,
  },
  offerAt: 50,
  handOffAt: 100,
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
