import { pino } from 'pino';

/** Structured log. It carries ids and codes, never the texts people write. */
export type Log = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

export function createLog(level: string): Log {
  return pino({ level }, pino.destination({ fd: 2, sync: false }));
}

export const silentLog: Log = { info() {}, warn() {}, error() {} };
