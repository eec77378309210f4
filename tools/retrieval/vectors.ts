import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEncoder } from '../../server/adapters/encoder/index.ts';
import { createLog } from '../../server/platform/log.ts';
import { packageRoot } from '../../server/platform/package-root.ts';

type Kind = 'query' | 'passage';
export type Vectors = (text: string, kind: Kind) => Float32Array;

/** The vectors of all `texts` by the encoder in the box, kept in the folder of temporary files by the encoder's id. */
export async function readVectors(texts: readonly { text: string; kind: Kind }[]): Promise<Vectors> {
  const encoder = await createEncoder({
    folder: join(packageRoot, 'models/multilingual-e5-small'),
    packageRoot,
    log: createLog('warn'),
  });
  if (!encoder) throw new Error('The encoder in models/ cannot be read.');
  const path = join(tmpdir(), `tandem-vectors-${encoder.id}`);
  const width = encoder.dimensions;
  const keys: string[] = existsSync(`${path}.json`) ? JSON.parse(readFileSync(`${path}.json`, 'utf8')) : [];
  const bytes = keys.length > 0 ? readFileSync(`${path}.bin`) : Buffer.alloc(0);
  const kept = new Float32Array(new Uint8Array(bytes).buffer);
  const known = new Map<string, Float32Array>(
    keys.map((key, at) => [key, kept.subarray(at * width, (at + 1) * width)]),
  );
  const keyOf = (text: string, kind: Kind) => `${kind}: ${text}`;
  const missing = new Map(
    texts.flatMap(({ text, kind }) => {
      const key = keyOf(text, kind);
      return known.has(key) ? [] : [[key, { text, kind }] as const];
    }),
  );
  if (missing.size > 0) console.log(`${missing.size} texts to be read by the encoder`);
  for (const kind of ['query', 'passage'] as const) {
    const wanted = [...missing.values()].filter((one) => one.kind === kind).map((one) => one.text);
    for (let from = 0; from < wanted.length; from += 512) {
      const part = wanted.slice(from, from + 512);
      const vectors = await encoder.embed(part, kind);
      part.forEach((text, at) => {
        known.set(keyOf(text, kind), vectors[at] as Float32Array);
      });
    }
  }
  await encoder.close();
  if (missing.size > 0) {
    const all = new Float32Array(known.size * width);
    [...known.values()].forEach((vector, at) => {
      all.set(vector, at * width);
    });
    writeFileSync(`${path}.bin`, Buffer.from(all.buffer));
    writeFileSync(`${path}.json`, JSON.stringify([...known.keys()]));
  }
  return (text, kind) => known.get(keyOf(text, kind)) as Float32Array;
}
