import { describe, expect, it } from 'vitest';
import { tokensOf } from './tokens.ts';

const textsOf = (text: string) => tokensOf(text).map((token) => token.text);

describe('tokens', () => {
  it('cuts Chinese into characters and pairs, also behind a word or number of another script', () => {
    expect(textsOf('茶壶')).toEqual(['茶', '壶', '茶壶']);
    expect(textsOf('YC1024什么')).toEqual(['yc1024', '什', '么', '什么']);
    expect(textsOf('7天退货')).toEqual(['7', '天', '退', '天退', '货', '退货']);
    expect(textsOf('换iPhone15壳')).toEqual(['换', 'iphone15', '壳']);
  });
  it('keeps words whole and stems them, without their function words', () => {
    expect(textsOf('When is my re-ordered parcel YC-1024 shipped?')).toEqual([
      're-order',
      'parcel',
      'yc-1024',
      'ship',
    ]);
    expect(textsOf('what is it')).toEqual(['what', 'is', 'it']);
  });
});
