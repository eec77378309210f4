import pg from 'pg';
import { Problem } from '../platform/problem.ts';

pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).getTime());

/** Runs SQL with `$1` parameters and gives the rows; times come back as epoch milliseconds. */
export type Queryable = {
  query<T = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<T[]>;
};

/** The database as the modules see it. Driver failures become `Problem('storage_unavailable')`, constraint violations stay as they are. */
export type Database = Queryable & {
  /** Commits when `run` resolves, rolls back when it throws. Never hold it over a network or model call. */
  transaction<T>(run: (tx: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export function createPool(connection: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    max: 12,
    connectionTimeoutMillis: 5000,
    statement_timeout: 15_000,
    application_name: 'tandem',
    ...connection,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  return pool;
}

export function createDatabase(pool: pg.Pool): Database {
  return {
    query: (sql, parameters) => run(pool, sql, parameters),
    async transaction(work) {
      const client = await pool.connect().catch((cause) => {
        throw unavailable(cause);
      });
      let broken: Error | undefined;
      try {
        await run(client, 'BEGIN');
        const result = await work({ query: (sql, parameters) => run(client, sql, parameters) });
        await run(client, 'COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch((cause) => {
          broken = cause as Error;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

async function run<T>(client: pg.Pool | pg.PoolClient, sql: string, parameters?: unknown[]): Promise<T[]> {
  try {
    const result = await client.query(
      parameters ? { name: preparedAs(sql), text: sql, values: parameters.map(whole) } : sql,
    );
    return result.rows as T[];
  } catch (error) {
    throw isStatementFault(error) ? error : unavailable(error);
  }
}

/**
 * A text cut in the middle of an emoji ends in half of it, which JSON writes as an escape that PostgreSQL refuses; the
 * half becomes U+FFFD, so that no cut text can keep a message from being stored.
 */
function whole(parameter: unknown): unknown {
  if (typeof parameter !== 'string' || !parameter.includes('\\ud')) return parameter;
  return parameter.replace(/(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g, '$1\\ufffd');
}

const mostPrepared = 500;
const prepared = new Map<string, string>();

/** Statements are prepared once a connection, which saves the database a third of its work in a chat. */
function preparedAs(sql: string): string | undefined {
  const known = prepared.get(sql);
  if (known || prepared.size >= mostPrepared) return known;
  const name = `tandem_${prepared.size}`;
  prepared.set(sql, name);
  return name;
}

/** Classes 22, 23, 42 and P0 blame the statement; everything else (connection, disk, read-only, shutdown, timeout) the storage. */
function isStatementFault(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && /^(22|23|42|P0)/.test(code);
}

function unavailable(cause: unknown): Problem {
  return new Problem(
    'storage_unavailable',
    'The database cannot store or read right now; nothing was accepted.',
    { cause },
  );
}

/** Whether an error is a unique violation, and of which constraint. */
export function violatedUnique(error: unknown): string | null {
  const fault = error as { code?: string; constraint?: string };
  return fault.code === '23505' ? (fault.constraint ?? '') : null;
}
