import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVectors } from './vectors.ts';

const row = (width: number) =>
  fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: width, maxLength: width });

describe('vectors', () => {
  it.each([1, 16, 30, 384])('multiplies rows of %i numbers as arithmetic does', (width) => {
    fc.assert(
      fc.property(row(width), row(width), (a, b) => {
        const vectors = createVectors(width);
        const product = vectors.product(vectors.add(a), vectors.add(b));
        const wanted = a.reduce((sum, value, at) => sum + value * (b[at] as number), 0);
        expect(Math.abs(product - wanted)).toBeLessThan(1e-4);
      }),
    );
  });
  it('keeps thousands of rows while it grows, and gives removed places away', () => {
    const vectors = createVectors(384);
    const numbered = (number: number) =>
      Float32Array.from({ length: 384 }, (_, at) => (at === 7 ? number : 0));
    const rows = Array.from({ length: 3000 }, (_, at) => vectors.add(numbered(at)));
    const one = vectors.add(numbered(1));
    rows.forEach((at, number) => {
      expect(vectors.product(at, one)).toBe(number);
    });
    vectors.remove(rows[5] as number);
    expect(vectors.add(numbered(9))).toBe(rows[5]);
    expect(vectors.copy(rows[5] as number)[7]).toBe(9);
  });
});
