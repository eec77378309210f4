import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, lettersOn, parseColour, type Rgb, readableOn } from './accent.ts';

const channel = fc.integer({ min: 0, max: 255 });
const colour = fc.tuple(channel, channel, channel) as fc.Arbitrary<Rgb>;

describe('accent', () => {
  it('reads short and long colours and nothing else', () => {
    expect(parseColour('#fA0')).toEqual([255, 170, 0]);
    expect(parseColour(' #146c63 ')).toEqual([20, 108, 99]);
    expect(parseColour('red; background: url(x)')).toBeNull();
    expect(parseColour('#12345')).toBeNull();
  });

  it('measures contrast as WCAG does', () => {
    expect(contrast([255, 255, 255], [0, 0, 0])).toBeCloseTo(21);
    expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 1);
  });

  it('keeps letters readable on any accent, and any accent readable as letters', () => {
    fc.assert(
      fc.property(colour, colour, (accent, surface) => {
        expect(contrast(accent, lettersOn(accent))).toBeGreaterThanOrEqual(4.5);
        expect(contrast(surface, readableOn(surface, accent))).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});
