import type { Policy } from './policy.ts';

/**
 * The policy a new shop starts with. Points were found by coordinate ascent on the tune half of
 * evals/dialogues (the topics there read by models that had not seen the dialogue) and rounded by hand; the test half was
 * never used. 100 is "a person now", 70 is "ask once".
 */
export const defaultPolicy: Policy = {
  points: {
    missed: 45,
    unsure: 25,
    earlier_misses: 60,
    no_help: 30,
    customer_repeats: 60,
    ai_repeats: 20,
    dissatisfied: 40,
    angry: 15,
    anxious: 25,
    sad: 30,
    happy: -60,
    unhappy_before: 35,
    getting_worse: 10,
    matters: 10,
    seems_person: 185,
    seems_safety: 100,
    seems_threat: 85,
    seems_legal: 115,
    seems_payment: 120,
    seems_takeover: 145,
    seems_minor: 110,
    seems_distress: 130,
    seems_anger: 110,
    dispute: 65,
    exception_wanted: 40,
    insists: 80,
    identity_needed: 100,
    several_problems: 100,
    vip_problem: 65,
    high_value_problem: 65,
    long_talk: 5,
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
