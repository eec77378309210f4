import { describe, expect, it } from 'vitest';
import { macroF1, pairsOf } from '../../evals/emotion.ts';

// By the words alone; the encoder's vectors lift both (docs/decisions on emotion). Floors lie a little below what was measured.
describe('feelings in messages nobody tuned to', () => {
  it('are read in both languages alike', async () => {
    const zh = macroF1(await pairsOf('zh', null));
    const en = macroF1(await pairsOf('en', null));
    expect(zh).toBeGreaterThan(0.735);
    expect(en).toBeGreaterThan(0.725);
    expect(Math.abs(zh - en)).toBeLessThan(0.05);
  });
});
