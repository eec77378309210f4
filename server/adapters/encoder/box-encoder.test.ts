import { expect, it } from 'vitest';
import { createBoxEncoder } from './box-encoder.ts';
import type { Batch } from './model-worker.ts';

/** A worker that answers when told to, each vector being the text's first id; and a tokenizer of characters. */
function scripted() {
  const batches: Batch[] = [];
  const answers: (() => void)[] = [];
  let fails = false;
  const encoder = createBoxEncoder({
    id: 'scripted',
    dimensions: 1,
    tokenizer: {
      pad: 1,
      encode: (text, limit) =>
        [...text.replace(/^(query|passage): /, '')].map((c) => c.codePointAt(0) as number).slice(0, limit),
    },
    worker: {
      run: (batch) =>
        new Promise((resolve, reject) => {
          batches.push(batch);
          answers.push(() => {
            if (fails) return reject(new Error('fell'));
            resolve(
              Float32Array.from({ length: batch.rows }, (_, row) => Number(batch.ids[row * batch.width])),
            );
          });
        }),
      close: async () => {},
    },
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    encoder,
    batches,
    async answer() {
      await settled();
      answers.shift()?.();
      await settled();
    },
    fail() {
      fails = !fails;
    },
  };
}

const firsts = (vectors: Float32Array[]) =>
  vectors.map((vector) => String.fromCodePoint(vector[0] as number));

it('takes what came meanwhile into one batch, queries first', async () => {
  const { encoder, batches, answer } = scripted();
  const passages = encoder.embed(['a', 'b'], 'passage');
  await answer();
  expect(firsts(await passages)).toEqual(['a', 'b']);
  const [later, one, two] = [
    encoder.embed(['p'.repeat(300), 'q'.repeat(300)], 'passage'),
    encoder.embed(['x'], 'query'),
    encoder.embed(['yy'], 'query'),
  ];
  await answer();
  expect(firsts([...(await one), ...(await two)])).toEqual(['x', 'y']);
  await answer();
  await answer();
  expect(firsts(await later)).toEqual(['p', 'q']);
  // Together the two long ones would have passed the limit of tokens.
  expect(batches.map((batch) => batch.rows)).toEqual([2, 2, 1, 1]);
  expect([...(batches[1] as Batch).mask]).toEqual([1n, 0n, 1n, 1n]);
  expect(Number((batches[1] as Batch).ids[1])).toBe(1);
});

it('lets a query pass ten waiting batches of passages', async () => {
  const { encoder, batches, answer } = scripted();
  const all = encoder.embed(
    Array.from({ length: 160 }, (_, i) => `passage ${i}`),
    'passage',
  );
  await answer();
  const query = encoder.embed(['x'], 'query');
  await answer();
  await answer();
  expect(firsts(await query)).toEqual(['x']);
  expect((batches[2] as Batch).rows).toBe(1);
  for (let i = 0; i < 10; i += 1) await answer();
  expect(await all).toHaveLength(160);
});

it('works on a repeated query once, and again after a failure', async () => {
  const { encoder, batches, answer, fail } = scripted();
  const both = Promise.all([encoder.embed(['x'], 'query'), encoder.embed(['x', 'x'], 'query')]);
  await answer();
  await both;
  await encoder.embed(['x'], 'query');
  expect(batches.map((batch) => batch.rows)).toEqual([1]);
  fail();
  const failed = expect(encoder.embed(['z'], 'query')).rejects.toThrow('fell');
  await answer();
  await failed;
  fail();
  const again = encoder.embed(['z'], 'query');
  await answer();
  expect(firsts(await again)).toEqual(['z']);
});
