import type { EmbedKind, Encoder } from './index.ts';
import type { ModelWorker } from './model-worker.ts';
import { rememberQueries } from './remember-queries.ts';
import type { Tokenizer } from './tokenizer.ts';

/** Tokens of a batch, padding included. Small, for a customer's message waits for the batch that is running. */
const batchTokens = 512;
const batchTexts = 16;
/** A text's beginning says what it is about; a pasted letter must not hold up the next customer. */
const limits = { query: 256, passage: 512 };

type Job = { text: string; resolve: (vector: Float32Array) => void; reject: (error: Error) => void };

/**
 * The encoder in the box: texts become ids here, batches of ids become vectors in the worker. Queries go before
 * passages, so that indexing delays no customer; what arrives while a batch runs shares the next one.
 */
export function createBoxEncoder(needs: {
  id: string;
  dimensions: number;
  tokenizer: Tokenizer;
  worker: ModelWorker;
}): Encoder {
  const { id, dimensions, tokenizer, worker } = needs;
  const queues: Record<EmbedKind, Job[]> = { query: [], passage: [] };
  let unsorted = false;
  let running = false;

  /** Texts are split only when their batch comes: ten thousand passages at once hold up nobody. */
  function takeBatch(): { jobs: Job[]; ids: number[][] } {
    const kind = queues.query.length > 0 ? 'query' : 'passage';
    const queue = queues[kind];
    if (kind === 'passage' && unsorted) {
      // Longest last: they are taken from the end, and texts of one length share a batch without padding.
      queue.sort((a, b) => a.text.length - b.text.length);
      unsorted = false;
    }
    const batch = { jobs: [] as Job[], ids: [] as number[][] };
    let width = 0;
    while (queue.length > 0 && batch.jobs.length < batchTexts) {
      const next = (kind === 'query' ? queue[0] : queue.at(-1)) as Job;
      const ids = tokenizer.encode(`${kind}: ${next.text}`, limits[kind]);
      width = Math.max(width, ids.length);
      if (batch.jobs.length > 0 && width * (batch.jobs.length + 1) > batchTokens) break;
      batch.jobs.push(next);
      batch.ids.push(ids);
      if (kind === 'query') queue.shift();
      else queue.pop();
    }
    return batch;
  }

  async function runAll(): Promise<void> {
    running = true;
    // What is asked for in the same turn of the event loop goes into one batch.
    await null;
    for (let batch = takeBatch(); batch.jobs.length > 0; batch = takeBatch()) await runOne(batch);
    running = false;
  }

  async function runOne({ jobs, ids: split }: { jobs: Job[]; ids: number[][] }): Promise<void> {
    const width = Math.max(...split.map((tokens) => tokens.length));
    const ids = new BigInt64Array(jobs.length * width).fill(BigInt(tokenizer.pad));
    const mask = new BigInt64Array(jobs.length * width);
    for (const [row, tokens] of split.entries()) {
      for (const [column, token] of tokens.entries()) ids[row * width + column] = BigInt(token);
      mask.fill(1n, row * width, row * width + tokens.length);
    }
    try {
      const vectors = await worker.run({ ids, mask, rows: jobs.length, width });
      for (const [row, job] of jobs.entries()) {
        job.resolve(vectors.slice(row * dimensions, (row + 1) * dimensions));
      }
    } catch (error) {
      for (const job of jobs) job.reject(error as Error);
    }
  }

  function enqueue(text: string, kind: EmbedKind): Promise<Float32Array> {
    return new Promise((resolve, reject) => {
      queues[kind].push({ text, resolve, reject });
      unsorted ||= kind === 'passage';
      if (!running) void runAll();
    });
  }

  const remembered = rememberQueries((text) => enqueue(text, 'query'));

  return {
    id,
    dimensions,
    embed: (texts, kind) =>
      Promise.all(texts.map((text) => (kind === 'query' ? remembered(text) : enqueue(text, kind)))),
    close: () => worker.close(),
  };
}
