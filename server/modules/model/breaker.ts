const mostFailures = 3;
const restMs = 30_000;

/** Stops asking an endpoint that failed three times in a row; after half a minute one call tries again. */
export function createBreaker(now: () => number) {
  const known = new Map<string, { failures: number; openUntil: number }>();
  return {
    mayAsk(endpoint: string): boolean {
      const state = known.get(endpoint);
      if (!state || state.failures < mostFailures) return true;
      if (now() < state.openUntil) return false;
      state.openUntil = now() + restMs;
      return true;
    },
    worked(endpoint: string): void {
      known.delete(endpoint);
    },
    failed(endpoint: string): void {
      const failures = (known.get(endpoint)?.failures ?? 0) + 1;
      known.set(endpoint, { failures, openUntil: now() + restMs });
    },
    forget(): void {
      known.clear();
    },
  };
}
