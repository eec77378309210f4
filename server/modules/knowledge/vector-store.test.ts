import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase } from '../../../tests/support/database.ts';
import { createVectorStore, pack, type TextEncoder, unpack } from './vector-store.ts';

let test: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(() => test.database.query('DELETE FROM vectors'));

/** A direction of its own for every text and kind; remembers what it was asked. */
function scripted(id: string) {
  const asked: string[] = [];
  let broken = false;
  const encoder: TextEncoder = {
    id,
    dimensions: 3,
    async embed(texts, kind) {
      if (broken) throw new Error('fell');
      asked.push(...texts);
      return texts.map((text) => {
        const raw = [text.length, kind === 'query' ? 1 : -1, 0.5];
        const length = Math.hypot(...raw);
        return Float32Array.from(raw, (value) => value / length);
      });
    },
  };
  return {
    encoder,
    asked,
    breakDown() {
      broken = true;
    },
  };
}

it('embeds a text once, also after a restart', async () => {
  const { encoder, asked } = scripted('one');
  const store = createVectorStore(test.database, encoder);
  const first = await store.vectorsOf(['退货', 'refund', '退货'], 'passage');
  expect([...first.keys()].sort()).toEqual(['refund', '退货']);
  expect(asked).toEqual(['退货', 'refund']);
  const again = await createVectorStore(test.database, encoder).vectorsOf(
    ['refund', '退货', 'new'],
    'passage',
  );
  expect(asked).toEqual(['退货', 'refund', 'new']);
  expect(again.get('退货')).toEqual(first.get('退货'));
});

it('keeps kinds and encoders apart', async () => {
  const { encoder } = scripted('one');
  const store = createVectorStore(test.database, encoder);
  await store.vectorsOf(['a'], 'passage');
  expect((await store.load(['a'], 'query')).size).toBe(0);
  const query = (await store.vectorsOf(['a'], 'query')).get('a') as Float32Array;
  expect(query[1]).toBeGreaterThan(0);
  expect((await store.load(['a'], 'passage')).get('a')?.[1]).toBeLessThan(0);
  expect((await createVectorStore(test.database, scripted('two').encoder).load(['a'], 'passage')).size).toBe(
    0,
  );
});

it('keeps what was done when the encoder falls on the way', async () => {
  const { encoder, asked, breakDown } = scripted('one');
  const store = createVectorStore(test.database, encoder);
  const texts = Array.from({ length: 200 }, (_, i) => 'x'.repeat(i + 1));
  const embed = encoder.embed;
  encoder.embed = (part, kind) => {
    if (asked.length >= 128) breakDown();
    return embed(part, kind);
  };
  await expect(store.vectorsOf(texts, 'passage')).rejects.toThrow('fell');
  expect((await store.load(texts, 'passage')).size).toBe(128);
});

it('deletes what no article uses any more, and the vectors of another encoder', async () => {
  const store = createVectorStore(test.database, scripted('new').encoder);
  await createVectorStore(test.database, scripted('old').encoder).vectorsOf(['a'], 'passage');
  await store.vectorsOf(['a', 'b'], 'passage');
  await store.vectorsOf(['a'], 'query');
  expect(await store.keepOnly([{ text: 'a', kind: 'passage' }])).toBe(3);
  expect([...(await store.load(['a', 'b'], 'passage')).keys()]).toEqual(['a']);
  expect(await store.keepOnly([])).toBe(1);
});

it('takes thousands of texts in one call', async () => {
  const store = createVectorStore(test.database, scripted('one').encoder);
  const vectors = new Map(
    Array.from({ length: 2500 }, (_, i) => [`text ${i}`, Float32Array.of(1, i / 2500, 0)] as const),
  );
  await store.save(vectors, 'passage');
  await store.save(vectors, 'passage');
  expect((await store.load([...vectors.keys()], 'passage')).size).toBe(2500);
});

it('gives back a direction within .0001 of cosine', () => {
  const vector = Float32Array.from({ length: 384 }, (_, i) => Math.sin(i * i) * (i === 7 ? 4 : 1));
  const back = unpack(pack(vector));
  const dot = back.reduce((sum, value, i) => sum + value * (vector[i] as number), 0);
  expect(dot / Math.hypot(...vector)).toBeGreaterThan(0.9999);
  expect(Math.hypot(...back)).toBeCloseTo(1, 6);
  expect(unpack(pack(new Float32Array(3)))).toEqual(new Float32Array(3));
});
