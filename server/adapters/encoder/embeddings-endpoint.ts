import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { createVault } from '../../../brain/privacy/mask.ts';
import type { Log } from '../../platform/log.ts';
import { fetchOutside } from '../../platform/outbound.ts';
import type { EmbedKind, Encoder } from './index.ts';
import { rememberQueries } from './remember-queries.ts';

const answer = z.object({
  data: z.array(z.object({ index: z.number().int().nonnegative(), embedding: z.array(z.number()) })),
});

export type EndpointOptions = {
  /** The API's root, such as `https://api.example.com/v1`; `/embeddings` is put after it. */
  url: string;
  model: string;
  key: string | null;
  /** For models of the E5 family, which want `query: ` and `passage: ` before a text. */
  prefixes: boolean;
  log: Log;
  batchTexts?: number;
  timeoutMs?: number;
  /** Pauses before each repeat; their number is the number of repeats. */
  backoffMs?: number[];
};

/** Whose phone it is does not change what a question means, so it does not leave. */
const withoutPersonalData = (text: string) => createVault().mask(text);

/** A refusal that repeating does not change: a wrong key, a wrong model, texts too long. */
class Refused extends Error {}

/**
 * An OpenAI-compatible `/embeddings` endpoint as encoder, or null (and a line in the log) when it cannot be reached
 * at the start: its dimensions must be known before vectors are kept.
 */
export async function createEndpointEncoder(options: EndpointOptions): Promise<Encoder | null> {
  const { url, model, key, prefixes, log } = options;
  const { batchTexts = 32, timeoutMs = 8000, backoffMs = [250, 1000, 3000] } = options;
  const address = `${url.replace(/\/$/, '')}/embeddings`;
  const closing = new AbortController();

  async function ask(texts: string[], dimensions: number | null, timeoutMs: number): Promise<Float32Array[]> {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify({ model, input: texts.map(withoutPersonalData), encoding_format: 'float' }),
      signal: closing.signal,
    };
    const response = await fetchOutside(address, init, {
      mayReach: (reached) => reached.origin === new URL(address).origin,
      headersWithinMs: timeoutMs,
      wholeWithinMs: timeoutMs,
      mostBytes: 64 * 1024 * 1024,
    });
    if (!response.ok) {
      await response.body?.cancel();
      const sentence = `The embeddings endpoint answered ${response.status}.`;
      throw response.status === 429 || response.status >= 500 ? new Error(sentence) : new Refused(sentence);
    }
    const parsed = answer.safeParse(await response.json());
    if (!parsed.success) throw new Error('The embeddings endpoint answered in another form.');
    const vectors: Float32Array[] = new Array(texts.length);
    for (const { index, embedding } of parsed.data.data) {
      if (dimensions !== null && embedding.length !== dimensions) {
        throw new Refused(`The embeddings endpoint gave ${embedding.length} dimensions, not ${dimensions}.`);
      }
      vectors[index] = normalised(embedding);
    }
    if (vectors.length !== texts.length || vectors.includes(undefined as never)) {
      throw new Error('The embeddings endpoint left texts out.');
    }
    return vectors;
  }

  /** A customer waits for a query: it is given a quarter of the time and one repeat. */
  async function askPatiently(texts: string[], kind: EmbedKind, dimensions: number | null) {
    const [pauses, time] = kind === 'query' ? [backoffMs.slice(0, 1), timeoutMs / 4] : [backoffMs, timeoutMs];
    for (const pause of pauses) {
      try {
        return await ask(texts, dimensions, time);
      } catch (error) {
        if (error instanceof Refused || closing.signal.aborted) throw error;
        await wait(pause, undefined, { signal: closing.signal });
      }
    }
    return ask(texts, dimensions, time);
  }

  const prefixed = (text: string, kind: EmbedKind) => (prefixes ? `${kind}: ${text}` : text);
  try {
    const [probe] = await askPatiently([prefixed('hello', 'passage')], 'passage', null);
    const dimensions = (probe as Float32Array).length;
    if (dimensions === 0) throw new Error('The embeddings endpoint gave an empty vector.');
    const embedAll = async (texts: string[], kind: EmbedKind) => {
      const vectors: Float32Array[] = [];
      for (let at = 0; at < texts.length; at += batchTexts) {
        const batch = texts.slice(at, at + batchTexts).map((text) => prefixed(text, kind));
        vectors.push(...(await askPatiently(batch, kind, dimensions)));
      }
      return vectors;
    };
    const remembered = rememberQueries(async (text) => (await embedAll([text], 'query'))[0] as Float32Array);
    return {
      id: `${new URL(url).host}/${model}${prefixes ? '+prefixes' : ''}/${dimensions}`,
      dimensions,
      embed: async (texts, kind) =>
        kind === 'query' && texts.length === 1
          ? [await remembered(texts[0] as string)]
          : embedAll(texts, kind),
      async close() {
        closing.abort(new Error('The encoder is closed.'));
      },
    };
  } catch (error) {
    log.error({ reason: String(error) }, 'the embeddings endpoint cannot be used');
    return null;
  }
}

/** @throws when the vector has no length or is not finite */
function normalised(vector: number[]): Float32Array {
  const length = Math.hypot(...vector);
  if (!(length > 0 && length < Number.POSITIVE_INFINITY)) {
    throw new Error('The embeddings endpoint gave a vector without a direction.');
  }
  return Float32Array.from(vector, (value) => value / length);
}
