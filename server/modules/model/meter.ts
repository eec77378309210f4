import type { ModelCall, ModelUsage } from '../../../contract/index.ts';
import type { Database } from '../../database/client.ts';

export type Metered = Omit<ModelCall, 'cost'> & { conversationId: string | null; costMicros: number };
/** Tokens and millionths of the currency. */
export type Spent = { tokens: number; micros: number };

const sums = `count(*)::int AS calls, count(*) FILTER (WHERE outcome <> 'ok')::int AS failed,
  coalesce(sum(input_tokens), 0)::bigint AS "inputTokens", coalesce(sum(output_tokens), 0)::bigint AS "outputTokens",
  coalesce(sum(cost_micros), 0)::bigint AS "costMicros"`;
type Sum = Omit<ModelUsage, 'cost'> & { costMicros: number };
const usage = ({ costMicros, ...rest }: Sum): ModelUsage => ({ ...rest, cost: costMicros / 1e6 });

/** Every call with its tokens, cost and outcome. */
export function createMeter(database: Database, newId: (prefix: string) => string) {
  async function spent(where: string, parameters: unknown[]): Promise<Spent> {
    const [row] = await database.query<Spent>(
      `SELECT coalesce(sum(input_tokens + output_tokens), 0)::bigint AS tokens, coalesce(sum(cost_micros), 0)::bigint AS micros
       FROM model_calls WHERE ${where}`,
      parameters,
    );
    return row ?? { tokens: 0, micros: 0 };
  }

  return {
    async add(call: Metered): Promise<void> {
      await database.query(
        `INSERT INTO model_calls (id, at, conversation_id, purpose, endpoint, model, input_tokens, output_tokens, estimated,
           cost_micros, first_token_ms, duration_ms, outcome)
         VALUES ($1, to_timestamp($2 / 1000.0), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        [
          newId('mdc'),
          call.at,
          call.conversationId,
          call.purpose,
          call.endpoint,
          call.model,
          call.inputTokens,
          call.outputTokens,
          call.estimated,
          call.costMicros,
          call.firstTokenMs,
          call.durationMs,
          call.outcome,
        ],
      );
    },
    spentOn: (conversationId: string) => spent('conversation_id = $1', [conversationId]),
    /** Since the shop's last midnight. */
    spentToday: (now: number, timeZone: string) =>
      spent(`at >= date_trunc('day', to_timestamp($1 / 1000.0) AT TIME ZONE $2) AT TIME ZONE $2`, [
        now,
        timeZone,
      ]),
    async days(count: number, timeZone: string): Promise<(ModelUsage & { day: string })[]> {
      const rows = await database.query<Sum & { day: string }>(
        `SELECT to_char(at AT TIME ZONE $2, 'YYYY-MM-DD') AS day, ${sums} FROM model_calls
         GROUP BY 1 ORDER BY 1 DESC LIMIT $1`,
        [count, timeZone],
      );
      return rows.map(({ day, ...sum }) => ({ day, ...usage(sum) }));
    },
    async of(conversationId: string): Promise<{ total: ModelUsage; calls: ModelCall[] }> {
      const [[total], calls] = await Promise.all([
        database.query<Sum>(`SELECT ${sums} FROM model_calls WHERE conversation_id = $1`, [conversationId]),
        database.query<ModelCall>(
          `SELECT at, purpose, endpoint, model, input_tokens AS "inputTokens", output_tokens AS "outputTokens", estimated,
             cost_micros / 1e6::float8 AS cost, first_token_ms AS "firstTokenMs", duration_ms AS "durationMs", outcome
           FROM model_calls WHERE conversation_id = $1 ORDER BY at DESC LIMIT 200`,
          [conversationId],
        ),
      ]);
      return { total: usage(total as Sum), calls };
    },
  };
}
export type Meter = ReturnType<typeof createMeter>;
