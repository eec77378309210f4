export type PersonalKind = 'PHONE' | 'EMAIL' | 'CARD' | 'ID' | 'ADDRESS' | 'NAME';
export type Found = { at: number; value: string; kind: PersonalKind };

type Pattern = { kind: PersonalKind; pattern: RegExp; isOne?: (value: string, before: string) => boolean };

// Digits may be written full-width; every repetition is bounded.
const patterns: Pattern[] = [
  { kind: 'EMAIL', pattern: /[\w.+-]{1,64}[@＠][\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g },
  {
    kind: 'ID',
    pattern: /(?<![\d０-９])[1-9]\d{16}[\dXx](?![\d０-９])/g,
    isOne: (value) => isResidentId(value),
  },
  {
    kind: 'CARD',
    pattern: /(?<![\d０-９])[0-9０-９](?:[ -]?[0-9０-９]){12,18}(?![\d０-９])/g,
    isOne: (value, before) =>
      isCard(value) &&
      !/[+＋]$/.test(before) &&
      !/^86[ -]?1[3-9]/.test(value) &&
      !/(?:订单号?|单号|order(?: number| no\.?)?)[\s:：#]{0,3}$/i.test(before),
  },
  {
    kind: 'PHONE',
    pattern:
      /(?<![\d０-９])(?:[+＋]?86[- ]?)?[1１][3-9３-９][0-9０-９][- ]?[0-9０-９]{4}[- ]?[0-9０-９]{4}(?![\d０-９])/g,
  },
  { kind: 'PHONE', pattern: /[+＋]\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,5}(?!\d)/g },
  { kind: 'PHONE', pattern: /(?<![\d-])0\d{2,4}[- ]\d{3,8}(?:[- ]\d{3,4})?(?![\d-])/g },
  { kind: 'PHONE', pattern: /(?<![\d-])\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?![\d-])/g },
  {
    kind: 'ADDRESS',
    pattern:
      /(?<![\w])\d{1,6}[A-Za-z]?\s(?:[A-Z][\w'.-]{0,24}\s){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Way|Court|Ct|Square|Sq|Boulevard|Blvd|Close|Terrace|Place)\b\.?(?:,?\s(?:Flat|Apt|Apartment|Unit|Suite)\.?\s\w{1,6})?/g,
  },
];

/** A street with a number, in Chinese: the anchor; what stands before and behind it is read in code. */
const street = /(?:路|街|道|巷|弄|大道|胡同)\s?[\d０-９]{1,6}\s?(?:号|弄)/g;
const behind =
  /^(?![^\n]{0,30}(?:\d{7}| {2}))[\p{Script=Han}\dA-Za-z０-９ -]{0,30}(?:室|楼|层|栋|幢|单元|号|户)/u;
const before = /[\p{Script=Han}\d０-９]{1,30}$/u;
const leadIn = /^.*(?:住在|寄到|寄往|送到|发到|改成|改到|改为|地址是|地址|收货|我在)/u;

/** Every stretch of personal data, in order, none overlapping another. */
export function personalData(text: string): Found[] {
  const found: Found[] = [];
  const take = (one: Found) => {
    if (
      one.value &&
      !found.some((other) => one.at < other.at + other.value.length && other.at < one.at + one.value.length)
    )
      found.push(one);
  };
  for (const { kind, pattern, isOne } of patterns) {
    for (const match of text.matchAll(pattern)) {
      if (isOne && !isOne(match[0], text.slice(Math.max(0, match.index - 20), match.index))) continue;
      take({ at: match.index, value: match[0], kind });
    }
  }
  for (const match of text.matchAll(street)) {
    const head = before.exec(text.slice(Math.max(0, match.index - 30), match.index))?.[0] ?? '';
    const lead = head.replace(leadIn, '');
    const end = match.index + match[0].length;
    const tail = behind.exec(text.slice(end, end + 36))?.[0] ?? '';
    const at = match.index - lead.length;
    take({ at, value: text.slice(at, end + tail.length), kind: 'ADDRESS' });
  }
  return found.sort((one, other) => one.at - other.at);
}

/** ISO 7064 mod 11-2, with a birthday inside (GB 11643-1999). */
function isResidentId(value: string): boolean {
  const [month, day] = [Number(value.slice(10, 12)), Number(value.slice(12, 14))];
  if (!/^(?:18|19|20)/.test(value.slice(6)) || month < 1 || month > 12 || day < 1 || day > 31) return false;
  let sum = 0;
  for (let at = 0; at < 17; at++) sum += Number(value[at]) * (2 ** (17 - at) % 11);
  return '10X98765432'[sum % 11] === value[17]?.toUpperCase();
}

/** The Luhn sum. */
function isCard(value: string): boolean {
  const digits = [...value.normalize('NFKC')].filter((one) => one >= '0' && one <= '9').map(Number);
  const sum = digits.reverse().reduce((total, digit, at) => {
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return digits.some((digit) => digit > 0) && sum % 10 === 0;
}
