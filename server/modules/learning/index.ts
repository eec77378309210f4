/**
 * Learning: what conversations teach. Questions the knowledge failed at become gaps; how conversations ended is counted
 * as it was.
 *
 * Words: gap (questions about the same that got no or a bad answer), decision (draft, phrasing, contradiction, ignored),
 * stretch (of talk, until resolved or 24 h silent), outcome, again (same customer, same topic, within 7 days).
 * Invariants: everything is read from timelines and found again after a restart, nothing twice; a decision survives new
 * questions; the outcomes are never added together.
 * It must not know: how an answer is made, HTTP, sockets.
 */

import { type FollowNeeds, followTimeline } from './follow-timeline.ts';
import { createGaps } from './gaps.ts';
import { countOutcomes } from './outcome-store.ts';

export type Learning = ReturnType<typeof createLearning>;

const weekMs = 7 * 86_400_000;
/** Days from Thursday 1970-01-01 to the Monday its week began on. */
const mondayMs = 4 * 86_400_000;

export function createLearning(needs: FollowNeeds) {
  const { database, now } = needs;
  const { start, stop, settled } = followTimeline(needs);
  return {
    start,
    stop,
    settled,
    gaps: createGaps(needs),
    /** Counts by week, language and outcome; `weeks` whole weeks, the running one included. */
    outcomes: (weeks: number) => {
      const thisMonday = Math.floor((now() - mondayMs) / weekMs) * weekMs + mondayMs;
      return countOutcomes(database, thisMonday - (weeks - 1) * weekMs);
    },
  };
}
