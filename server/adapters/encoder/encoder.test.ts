import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../platform/log.ts';
import { packageRoot } from '../../platform/package-root.ts';
import { createEncoder, type EmbedKind, type Encoder } from './index.ts';

const folder = join(packageRoot, 'models/multilingual-e5-small');
type Reference = { kind: EmbedKind; text: string; vector: number[] };

const cosine = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  let [dot, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i += 1) {
    dot += (a[i] as number) * (b[i] as number);
    aa += (a[i] as number) ** 2;
    bb += (b[i] as number) ** 2;
  }
  return dot / Math.sqrt(aa * bb);
};

const open = async (runtime: 'any' | 'native' | 'wasm') =>
  (await createEncoder({ folder, packageRoot, log: silentLog, runtime })) as Encoder;

describe.each(['native', 'wasm'] as const)('the encoder in the box, %s', { timeout: 60_000 }, (runtime) => {
  let encoder: Encoder;
  beforeAll(async () => {
    encoder = await open(runtime);
  });
  afterAll(() => encoder.close());

  it('gives the vectors of the engine the weights come from', async () => {
    const references: Reference[] = JSON.parse(await readFile(join(folder, 'reference.json'), 'utf8'));
    expect(references.length).toBeGreaterThan(55);
    // Long ones take WebAssembly half a second each.
    const longest = runtime === 'wasm' ? 60 : Number.POSITIVE_INFINITY;
    for (const kind of ['query', 'passage'] as const) {
      const wanted = references.filter((one) => one.kind === kind && one.text.length <= longest);
      const vectors = await encoder.embed(
        wanted.map((one) => one.text),
        kind,
      );
      for (const [i, { text, vector }] of wanted.entries()) {
        const made = vectors[i] as Float32Array;
        expect(cosine(made, vector), text).toBeGreaterThanOrEqual(0.99);
        expect(Math.hypot(...made), text).toBeCloseTo(1, 4);
      }
    }
  });

  it('finds across languages', async () => {
    const best = async (question: string, articles: string[]) => {
      const [vector] = await encoder.embed([question], 'query');
      const scores = (await encoder.embed(articles, 'passage')).map((article) =>
        cosine(article, vector as Float32Array),
      );
      return articles[scores.indexOf(Math.max(...scores))];
    };
    const english = ['How to return an item', 'Delivery times', 'Invoices', 'Size guide'];
    expect(await best('衣服不合适怎么退', english)).toBe('How to return an item');
    expect(await best('多久能送到', english)).toBe('Delivery times');
    const chinese = ['退货流程', '配送时效', '发票与抬头', '尺码怎么选'];
    expect(await best('Can I get an invoice for my company?', chinese)).toBe('发票与抬头');
    expect(await best('which size should I take?', chinese)).toBe('尺码怎么选');
  });
});

describe('the encoder in the box', () => {
  const copies: string[] = [];
  afterAll(async () => {
    for (const copy of copies) await rm(copy, { recursive: true });
  });
  async function copied() {
    const copy = await mkdtemp(join(tmpdir(), 'tandem-model-'));
    copies.push(copy);
    for (const name of ['model.onnx', 'tokenizer.json', 'SHA256SUMS'])
      await copyFile(join(folder, name), join(copy, name));
    return copy;
  }
  function listening() {
    const lines: string[] = [];
    const keep = (fields: object, message: string) => lines.push(`${message} ${JSON.stringify(fields)}`);
    return { lines, log: { info: keep, warn: keep, error: keep } };
  }

  it('is off, and says why, when a file is missing or is another one', async () => {
    const copy = await copied();
    await writeFile(join(copy, 'tokenizer.json'), '{}');
    const { lines, log } = listening();
    expect(await createEncoder({ folder: copy, packageRoot, log })).toBeNull();
    expect(lines[0]).toMatch(/encoder is off.*tokenizer\.json has the checksum/);
    await rm(join(copy, 'tokenizer.json'));
    expect(await createEncoder({ folder: copy, packageRoot, log })).toBeNull();
    expect(lines[1]).toMatch(/encoder is off.*tokenizer\.json/);
  });

  it('rejects, says so and starts again when the worker falls', async () => {
    const copy = await copied();
    const { lines, log } = listening();
    const encoder = (await createEncoder({ folder: copy, packageRoot, log, runtime: 'native' })) as Encoder;
    const model = await readFile(join(copy, 'model.onnx'));
    await writeFile(join(copy, 'model.onnx'), 'not a model');
    await expect(encoder.embed(['hello'], 'query')).rejects.toThrow('The encoder fell');
    expect(lines.join('\n')).toMatch(/the encoder fell/);
    await writeFile(join(copy, 'model.onnx'), model);
    const [vector] = await encoder.embed(['hello'], 'query');
    expect(vector).toHaveLength(384);
    await encoder.close();
  });

  it('rejects when the worker hangs', async () => {
    const encoder = (await createEncoder({ folder, packageRoot, log: silentLog, patienceMs: 1 })) as Encoder;
    await expect(encoder.embed(['hello'], 'query')).rejects.toThrow('no answer in 1 ms');
    await encoder.close();
  });

  it('answers nothing after it was closed, nor what it was closed upon', async () => {
    const encoder = await open('native');
    const asked = encoder.embed(['hello', 'there'], 'passage');
    asked.catch(() => {});
    await new Promise((resolve) => setImmediate(resolve));
    await encoder.close();
    await expect(asked).rejects.toThrow('closed');
    await expect(encoder.embed(['hello'], 'query')).rejects.toThrow('closed');
  });
});
