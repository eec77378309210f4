import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Log } from '../../platform/log.ts';

export type Batch = { ids: BigInt64Array; mask: BigInt64Array; rows: number; width: number };

/** One batch at a time through a worker that is started when first needed and again after it fell. */
export type ModelWorker = {
  /** Rows of 384, one after the other. Rejects when the worker falls, hangs or cannot start. */
  run(batch: Batch): Promise<Float32Array>;
  close(): Promise<void>;
};

export type ModelWorkerOptions = {
  program: string;
  model: string;
  /** `any`: native, else WebAssembly. */
  runtime: 'any' | 'native' | 'wasm';
  wasmFolder: string;
  threads: number;
  log: Log;
  /** How long one batch may take before the worker counts as hung. */
  patienceMs?: number;
};

type Said = { runtime?: string; note?: string; vectors?: Float32Array; fault?: string };
type Waiting = { resolve: (vectors: Float32Array) => void; reject: (error: Error) => void };

const longestGoodbyeMs = 8000;

/**
 * Ended in the middle of a batch, the native part takes the whole process down with it: a busy worker is ended once it has
 * answered. One that never answers is left alone.
 */
async function end(worker: Worker, isBusy: boolean): Promise<void> {
  if (isBusy) {
    const answered = new Promise<void>((resolve) => {
      worker.on('message', (said: Said) => !said.runtime && resolve());
      worker.on('exit', () => resolve());
    });
    void answered.then(() => worker.terminate());
    await Promise.race([answered, setTimeout(longestGoodbyeMs, undefined, { ref: false })]);
  } else await worker.terminate();
}

export function createModelWorker(options: ModelWorkerOptions): ModelWorker {
  const { log, patienceMs = 30_000 } = options;
  let worker: Worker | null = null;
  let waiting: Waiting | null = null;
  let patience: NodeJS.Timeout | undefined;
  let closed = false;
  /** Falls since the last batch that worked: each doubles the pause before the next start. */
  let falls = 0;
  let pausedUntil = 0;

  function settle(): Waiting | null {
    const settled = waiting;
    waiting = null;
    clearTimeout(patience);
    worker?.unref();
    return settled;
  }

  function fell(fallen: Worker, reason: string, isHung = false): void {
    if (fallen !== worker) return;
    const settled = settle();
    worker = null;
    void end(fallen, isHung);
    if (!closed) {
      falls += 1;
      if (falls > 1) pausedUntil = Date.now() + Math.min(60_000, 500 * 2 ** falls);
      log.error({ reason, falls }, 'the encoder fell and is started again when next needed');
    }
    settled?.reject(new Error(`The encoder fell: ${reason}`));
  }

  function start(): Worker {
    const startedAt = Date.now();
    const { program, model, runtime, wasmFolder, threads } = options;
    const started = new Worker(program, { workerData: { model, runtime, wasmFolder, threads } });
    started.on('message', (said: Said) => {
      if (said.runtime) {
        const fields = { runtime: said.runtime, note: said.note, ms: Date.now() - startedAt };
        if (said.note)
          log.warn(fields, 'the encoder runs in WebAssembly: its native part could not be loaded');
        else log.info(fields, 'the encoder is ready');
        return;
      }
      const settled = settle();
      if (said.vectors) {
        falls = 0;
        settled?.resolve(said.vectors);
      } else settled?.reject(new Error(`The encoder could not read a batch: ${said.fault}`));
    });
    started.on('error', (error) => fell(started, String(error)));
    started.on('exit', (code) => fell(started, `exit code ${code}`));
    return started;
  }

  return {
    run(batch) {
      if (closed) return Promise.reject(new Error('The encoder is closed.'));
      if (waiting) return Promise.reject(new Error('One batch at a time.'));
      if (Date.now() < pausedUntil) return Promise.reject(new Error('The encoder fell and pauses.'));
      worker ??= start();
      const running = worker;
      running.ref();
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        patience = globalThis.setTimeout(
          () => fell(running, `no answer in ${patienceMs} ms`, true),
          patienceMs,
        );
        running.postMessage(batch, [batch.ids.buffer as ArrayBuffer, batch.mask.buffer as ArrayBuffer]);
      });
    },
    async close() {
      closed = true;
      const closing = worker;
      const running = settle();
      running?.reject(new Error('The encoder is closed.'));
      worker = null;
      if (closing) await end(closing, running !== null);
    },
  };
}
