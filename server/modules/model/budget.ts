import type { ModelSettings } from '../../../contract/index.ts';
import type { Meter, Spent } from './meter.ts';

/**
 * Whether a call may still be made. What calls under way may cost counts as spent, so that many at once cannot pass
 * the limit together.
 */
export function createBudget(needs: { meter: Meter; now: () => number; timeZone: () => Promise<string> }) {
  const underWay = new Set<Spent & { conversationId: string | null }>();

  const held = (conversationId?: string) =>
    [...underWay]
      .filter((one) => conversationId === undefined || one.conversationId === conversationId)
      .reduce((sum, one) => add(sum, one), { tokens: 0, micros: 0 });

  return {
    /** @returns how to give the reservation back, or null: used up */
    async reserve(
      budget: ModelSettings['budget'],
      conversationId: string | null,
      expected: Spent,
    ): Promise<(() => void) | null> {
      const over = (limit: number | null, spent: Spent) =>
        limit !== null && (budget.unit === 'money' ? spent.micros / 1e6 : spent.tokens) > limit;
      const { meter, now, timeZone } = needs;
      if (budget.perDay !== null) {
        const spent = await meter.spentToday(now(), await timeZone());
        if (over(budget.perDay, add(add(spent, held()), expected))) return null;
      }
      if (budget.perConversation !== null && conversationId) {
        const spent = await meter.spentOn(conversationId);
        if (over(budget.perConversation, add(add(spent, held(conversationId)), expected))) return null;
      }
      const reservation = { ...expected, conversationId };
      underWay.add(reservation);
      return () => underWay.delete(reservation);
    },
  };
}

function add(one: Spent, other: Spent): Spent {
  return { tokens: one.tokens + other.tokens, micros: one.micros + other.micros };
}
