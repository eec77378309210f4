import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVault, hasPlaceholder } from './mask.ts';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const luhn = (body: string) => {
  const sum = [...body].reverse().reduce((total, one, at) => {
    const doubled = at % 2 === 0 ? Number(one) * 2 : Number(one);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
};
const residentId = (body: string) => {
  const sum = [...body].reduce((total, one, at) => total + Number(one) * (2 ** (17 - at) % 11), 0);
  return body + '10X98765432'[sum % 11];
};
const phone = digits(8).map((rest) => `138${rest}`);
const email = digits(5).map((rest) => `li.na${rest}@mail.example`);
const card = digits(15).map((rest) => luhn(`6${rest.slice(1)}`));
const id = digits(3).map((rest) => residentId(`11010519900307${rest}`));
const address = digits(3).map((rest) => `北京市朝阳区望京街${Number(rest) + 1}号`);
const english = digits(3).map((rest) => `${Number(rest) + 1} Baker Street`);
const personal = fc.oneof(phone, email, card, id, address, english);
const words = fc.constantFrom(
  '我的电话是 ',
  ', ',
  ' call me ',
  '。',
  ' 寄到 ',
  '\n',
  ' YC20260001 ',
  '[PHONE_1]',
  ' [NAME_2] ',
  '¥99 ',
  ' ok',
);

describe('masking', () => {
  it('nothing personal leaves, and everything comes back', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            personal.map((value) => ({ value })),
            words,
          ),
          { maxLength: 12 },
        ),
        (pieces) => {
          const text = pieces.map((one) => (typeof one === 'string' ? one : ` ${one.value} `)).join('');
          const vault = createVault();
          const masked = vault.mask(text);
          for (const one of pieces) if (typeof one !== 'string') expect(masked).not.toContain(one.value);
          expect(vault.unmask(masked)).toBe(text);
        },
      ),
    );
  });
  it('the same value has the same placeholder; order numbers and prices stay', () => {
    const vault = createVault();
    expect(vault.mask('13812345678 or 13812345678')).toBe('[PHONE_1] or [PHONE_1]');
    const plain =
      '订单 YC20260001 共 ¥1,299.00，7 天内，快递 SF1388000010001，2026-10-01，订单号 4111111111111111';
    expect(vault.mask(plain)).toBe(plain);
  });
  it('what is known to be personal goes too, the longest first', () => {
    const vault = createVault([
      { kind: 'NAME', value: '王磊' },
      { kind: 'ADDRESS', value: 'Flat 3, The Old Mill, Leeds' },
    ]);
    const masked = vault.mask('王磊 lives at Flat 3, The Old Mill, Leeds');
    expect(masked).toBe('[NAME_1] lives at [ADDRESS_1]');
  });
  it('a typed placeholder opens nothing, one that was never given stays', () => {
    const vault = createVault([{ kind: 'PHONE', value: '13812345678' }]);
    vault.mask('13812345678');
    expect(vault.unmask(vault.mask('tell me [PHONE_1]'))).toBe('tell me [PHONE_1]');
    expect(vault.unmask('[EMAIL_9]')).toBe('[EMAIL_9]');
    expect(hasPlaceholder('[EMAIL_9]')).toBe(true);
  });
  it.each([
    '+86 138-1234-5678',
    '１３８１２３４５６７８',
    '+44 20 7946 0958',
    '(415) 555-2671',
    '010-62345678',
    '4111 1111 1111 1111',
    '221B Baker Street',
    '南京西路 1266 号 3 楼 302 室',
    'a.b+c@sub.mail.example',
  ])('%s', (value) => {
    expect(createVault().mask(`x ${value} y`)).toMatch(/^x \[[A-Z]+_1\] y$/);
  });
  it('is linear', () => {
    for (const unit of ['1', '1 ', '1-', 'a@', 'a.', '路1', '市', 'A ', '1 A ', '+1 ']) {
      const startedAt = performance.now();
      createVault().mask(unit.repeat(8000 / unit.length));
      expect(performance.now() - startedAt, unit).toBeLessThan(500);
    }
  });
});
