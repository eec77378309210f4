/**
 * Turns texts into vectors that lie close when the texts mean the same, in Chinese, English and across both.
 * In the box: multilingual-e5-small from `models/`, run in a worker thread. In its place: an OpenAI-compatible
 * endpoint. Callers go on without meaning when `embed` rejects.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Log } from '../../platform/log.ts';
import { createBoxEncoder } from './box-encoder.ts';
import { createEndpointEncoder } from './embeddings-endpoint.ts';
import { createModelWorker, type ModelWorkerOptions } from './model-worker.ts';
import { createTokenizer, type TokenizerFile } from './tokenizer.ts';

/** A question is looked for with, a passage is found: the model was trained on the two apart. */
export type EmbedKind = 'query' | 'passage';

export type Encoder = {
  /** Changes whenever the vectors would: vectors of another id must not be compared with these. */
  id: string;
  dimensions: number;
  /** L2-normalised, one a text, in order; kept for the next asker, so not to be changed. Rejects when the model cannot answer now; the next call may succeed. */
  embed(texts: string[], kind: EmbedKind): Promise<Float32Array[]>;
  close(): Promise<void>;
};

/** The encoder the configuration asks for; the one in the box when the endpoint cannot be used; null when off. */
export async function chooseEncoder(
  config: {
    encoder: boolean;
    embeddings: { url: string; key: string | null; model: string; prefixes: boolean } | null;
  },
  packageRoot: string,
  log: Log,
): Promise<Encoder | null> {
  if (!config.encoder) return null;
  const endpoint = config.embeddings && (await createEndpointEncoder({ ...config.embeddings, log }));
  return (
    endpoint ?? createEncoder({ folder: join(packageRoot, 'models/multilingual-e5-small'), packageRoot, log })
  );
}

/**
 * The encoder in the box, or null (and a line in the log) when a file of `folder` is missing or is not the one
 * `SHA256SUMS` names. The worker starts with the first text.
 */
export async function createEncoder(options: {
  /** Holds model.onnx, tokenizer.json, SHA256SUMS. */
  folder: string;
  /** The package's folder, for the worker's program and the WebAssembly runtime. */
  packageRoot: string;
  log: Log;
  threads?: number;
  runtime?: ModelWorkerOptions['runtime'];
  patienceMs?: number;
}): Promise<Encoder | null> {
  const { folder, packageRoot, log, threads = 1, runtime = 'any', patienceMs } = options;
  const model = join(folder, 'model.onnx');
  const words = join(folder, 'tokenizer.json');
  try {
    const sums = await readFile(join(folder, 'SHA256SUMS'), 'utf8');
    const [sum] = await Promise.all([checkedSum(sums, model), checkedSum(sums, words)]);
    const tokenizer = createTokenizer(JSON.parse(await readFile(words, 'utf8')) as TokenizerFile);
    const worker = createModelWorker({
      program: join(packageRoot, 'server/adapters/encoder/run-model.mjs'),
      model,
      runtime,
      wasmFolder: wasmFolder(packageRoot),
      threads,
      log,
      ...(patienceMs ? { patienceMs } : {}),
    });
    return createBoxEncoder({
      id: `multilingual-e5-small-${sum.slice(0, 12)}`,
      dimensions: 384,
      tokenizer,
      worker,
    });
  } catch (error) {
    log.error(
      { reason: String(error) },
      'the encoder is off: its files are not usable; the desk works without',
    );
    return null;
  }
}

/** Copied there by the build; from source it is in the package it comes from. */
function wasmFolder(packageRoot: string): string {
  const built = join(packageRoot, 'dist/wasm');
  return existsSync(built) ? built : join(packageRoot, 'node_modules/onnxruntime-web/dist');
}

async function checkedSum(sums: string, path: string): Promise<string> {
  const name = basename(path);
  const wanted = sums
    .split('\n')
    .map((line) => line.split(/ +/))
    .find(([, file]) => file === name)?.[0];
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const sum = hash.digest('hex');
  if (sum !== wanted) throw new Error(`${name} has the checksum ${sum}, not ${wanted}`);
  return sum;
}
