import { createHash } from 'node:crypto';
import type { Database } from '../../database/client.ts';

export type EmbedKind = 'query' | 'passage';

/** What the knowledge needs of a sentence encoder. */
export type TextEncoder = {
  id: string;
  dimensions: number;
  embed(texts: string[], kind: EmbedKind): Promise<Float32Array[]>;
};

/** Texts looked up or written by one statement. */
const statementTexts = 1000;
/** Texts embedded before they are kept: what a crash loses. */
const keptTexts = 64;

/** Vectors by encoder, kind and text. They come back L2-normalised, within .0001 of cosine of what was kept. */
export function createVectorStore(database: Database, encoder: TextEncoder) {
  async function load(texts: string[], kind: EmbedKind): Promise<Map<string, Float32Array>> {
    const found = new Map<string, Float32Array>();
    for (const part of parts([...new Set(texts)], statementTexts)) {
      const textOf = new Map(part.map((text) => [hashOf(text, kind).toString('hex'), text]));
      const rows = await database.query<{ hash: Buffer; vector: Buffer }>(
        'SELECT text_hash AS hash, vector FROM vectors WHERE encoder_id = $1 AND text_hash = ANY($2::bytea[])',
        [encoder.id, part.map((text) => hashOf(text, kind))],
      );
      for (const { hash, vector } of rows) {
        found.set(textOf.get(hash.toString('hex')) as string, unpack(vector));
      }
    }
    return found;
  }

  async function save(vectors: Map<string, Float32Array>, kind: EmbedKind): Promise<void> {
    for (const part of parts([...vectors], statementTexts)) {
      await database.query(
        `INSERT INTO vectors (encoder_id, text_hash, vector)
         SELECT $1, hash, vector FROM unnest($2::bytea[], $3::bytea[]) AS made(hash, vector)
         ON CONFLICT (encoder_id, text_hash) DO NOTHING`,
        [encoder.id, part.map(([text]) => hashOf(text, kind)), part.map(([, vector]) => pack(vector))],
      );
    }
  }

  return {
    load,
    save,
    /** The vectors of all these texts; the ones not kept yet are embedded and kept. Rejects as `embed` does. */
    async vectorsOf(texts: string[], kind: EmbedKind): Promise<Map<string, Float32Array>> {
      const vectors = await load(texts, kind);
      const missing = [...new Set(texts)].filter((text) => !vectors.has(text));
      // Texts of one length share a batch well; the order is of no meaning otherwise.
      missing.sort((a, b) => a.length - b.length);
      for (const part of parts(missing, keptTexts)) {
        const made = await encoder.embed(part, kind);
        const fresh = new Map(part.map((text, i) => [text, made[i] as Float32Array]));
        await save(fresh, kind);
        // As they will come back after a restart: the same scores before and after.
        for (const [text, vector] of fresh) vectors.set(text, unpack(pack(vector)));
      }
      return vectors;
    },
    /** Deletes every vector that is not of these texts, those of other encoders included. Gives their number. */
    async keepOnly(used: { text: string; kind: EmbedKind }[]): Promise<number> {
      const [row] = await database.query<{ deleted: number }>(
        `WITH gone AS (DELETE FROM vectors WHERE encoder_id <> $1 OR NOT text_hash = ANY($2::bytea[]) RETURNING 1)
         SELECT count(*)::integer AS deleted FROM gone`,
        [encoder.id, used.map(({ text, kind }) => hashOf(text, kind))],
      );
      return row?.deleted ?? 0;
    },
  };
}

function hashOf(text: string, kind: EmbedKind): Buffer {
  return createHash('sha256').update(`${kind}\0${text}`).digest().subarray(0, 16);
}

/** One byte a dimension: half of float16, no effect on what is found (docs/decisions/0011-meaning-in-the-box.md). */
export function pack(vector: Float32Array): Buffer {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  const scale = largest / 127 || 1;
  return Buffer.from(Int8Array.from(vector, (value) => Math.round(value / scale)).buffer);
}

/** The scale is not kept: the length is 1 again. */
export function unpack(packed: Buffer): Float32Array {
  const values = new Int8Array(packed.buffer, packed.byteOffset, packed.length);
  let squares = 0;
  for (const value of values) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  return Float32Array.from(values, (value) => value / length);
}

function* parts<T>(all: T[], size: number): Generator<T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}
