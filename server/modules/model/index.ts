/**
 * Model: who may be asked, at what price, within which budget.
 *
 * Words: endpoint (primary, fallback), call (one request, metered), budget (per conversation and day), breaker, fault.
 * Invariants: keys are stored sealed and leave only towards their endpoint; every call is metered, failed ones too;
 * the second model is asked only before the first token of the first; off (as installed), nothing is asked.
 * It must not know: what is asked and why, HTTP, any SDK.
 */
import type { Database } from '../../database/client.ts';
import type { Log } from '../../platform/log.ts';
import { createAsking } from './ask-model.ts';
import { createBreaker } from './breaker.ts';
import { createBudget } from './budget.ts';
import { createMeter } from './meter.ts';
import { createModelSettings } from './model-settings.ts';
import type { StreamModel } from './port.ts';

export { type Ask, type AskModel, NoModel, type Said } from './ask-model.ts';
export * from './port.ts';

export type Model = ReturnType<typeof createModel>;

export function createModel(needs: {
  database: Database;
  sealing: { seal(text: string): string; open(sealed: string): string };
  stream: StreamModel;
  timeZone: () => Promise<string>;
  firstTokenMs: number;
  now: () => number;
  newId: (prefix: string) => string;
  log: Log;
}) {
  const settings = createModelSettings(needs.database, needs.sealing);
  const meter = createMeter(needs.database, needs.newId);
  const breaker = createBreaker(needs.now);
  const budget = createBudget({ ...needs, meter });
  const timeOuts = { firstTokenMs: needs.firstTokenMs };
  return {
    settings: {
      get: settings.get,
      async save(...draft: Parameters<typeof settings.save>) {
        breaker.forget();
        return settings.save(...draft);
      },
    },
    async isOn(): Promise<boolean> {
      return (await settings.get()).on;
    },
    ask: createAsking({ ...needs, settings, meter, budget, breaker, timeOuts }),
    usage: {
      async days(count: number) {
        const { currency } = await settings.get();
        return { currency, days: await meter.days(count, await needs.timeZone()) };
      },
      async of(conversationId: string) {
        const { currency } = await settings.get();
        return { currency, ...(await meter.of(conversationId)) };
      },
    },
  };
}
