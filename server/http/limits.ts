import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Problem } from '../platform/problem.ts';

const rules = {
  /** Tries to sign in, for each account and address. */
  signIn: { points: 10, duration: 15 * 60 },
  /** Widget sessions from one address. */
  session: { points: 120, duration: 60 },
  /** Messages of one customer. */
  message: { points: 40, duration: 10 },
  /** What an agent asks of the model. */
  assist: { points: 30, duration: 60 },
  upload: { points: 20, duration: 60 },
  /** Live messages from one address, of any kind. */
  frame: { points: 1200, duration: 10 },
} as const;

export type Limits = {
  spend(rule: keyof typeof rules, key: string): Promise<void>;
  forgive(rule: keyof typeof rules, key: string): Promise<void>;
};

/** Refuses with `too_many_requests` whoever spends more than the rule gives. `off` is for load tests. */
export function createLimits(on: boolean): Limits {
  const limiters = Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [name, new RateLimiterMemory({ ...rule, keyPrefix: name })]),
  ) as Record<keyof typeof rules, RateLimiterMemory>;
  return {
    async spend(rule, key) {
      if (!on) return;
      try {
        await limiters[rule].consume(key);
      } catch (spent) {
        const seconds = Math.ceil(((spent as { msBeforeNext?: number }).msBeforeNext ?? 1000) / 1000);
        throw new Problem('too_many_requests', `Too many; try again in ${seconds} s.`);
      }
    },
    async forgive(rule, key) {
      await limiters[rule].delete(key);
    },
  };
}
