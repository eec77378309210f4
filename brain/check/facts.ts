import { normalise } from '../text/normalise.ts';
import { withDigits } from './numerals.ts';

export type FactKind =
  | 'link'
  | 'email'
  | 'phone'
  | 'code'
  | 'date'
  | 'day'
  | 'clock'
  | 'money'
  | 'percent'
  | 'hours'
  | 'workdays'
  | 'months'
  | 'number';

/** Something that can be right or wrong. `value` is the same however it is written; `high` closes a range. */
export type Fact = { kind: FactKind; value: string; high?: string; raw: string };

type Rule = {
  kind: FactKind;
  pattern: RegExp;
  read: (match: RegExpMatchArray) => Omit<Fact, 'kind' | 'raw'> | null;
};

const number = '\\d{1,9}(?:,\\d{3}){0,3}(?:\\.\\d{1,4})?';
const range = `(${number})(?:\\s?(?:-|–|—|~|～|至|到|to|and)\\s?(${number}))?`;
const plain = (text: string) => String(Number(text.replace(/,/g, '')));
const times = (text: string, factor: number) => String(Number(text.replace(/,/g, '')) * factor);

const hoursIn: [RegExp, number][] = [
  [/^(?:minute|min|分)/, 1 / 60],
  [/^(?:hour|hr|h$|小时|钟头)/, 1],
  [/^(?:day|天|日)/, 24],
  [/^fortnight/, 336],
  [/^(?:week|周|星期|礼拜)/, 168],
];
const currencies: [RegExp, string][] = [
  [/[¥￥]|元|块|rmb|cny|yuan|人民币/, 'cny'],
  [/us\$|\$|usd|dollar|美元|美金/, 'usd'],
  [/€|eur|欧元/, 'eur'],
  [/£|gbp|pound|英镑/, 'gbp'],
];
const currencyOf = (text: string) => currencies.find(([pattern]) => pattern.test(text))?.[1] ?? text;
const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthPattern =
  '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|t|ober|ember)?\\.?';
const two = (value: string | number) => String(Number(value)).padStart(2, '0');
const monthNumber = (name: string) => two(monthNames.indexOf(name) + 1);
const date = (year: string | undefined, month: string, day: string) => ({
  value: `${year ? `${year}-` : ''}${month}-${two(day)}`,
});
const span = (match: RegExpMatchArray, read: (text: string) => string) => ({
  value: read(match[1] as string),
  ...(match[2] ? { high: read(match[2]) } : {}),
});

const topLevel =
  'com|cn|net|org|io|co|shop|store|xyz|top|info|biz|app|dev|ru|uk|de|fr|me|cc|tv|ai|link|site|online|example|test|invalid|vip|club|ly|gl|gg|to|page|live|pro|tk|ml|ga|evil|local|internal';

const rules: Rule[] = [
  { kind: 'link', pattern: /\]\(\s?([^)\s]{1,500})\s?\)/g, read: (match) => ({ value: match[1] as string }) },
  {
    kind: 'link',
    pattern: /(?<![a-z0-9])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>()"'，。、；）】]{1,500}/g,
    read: (match) => ({ value: match[0] }),
  },
  {
    kind: 'link',
    pattern: /(?<![a-z0-9])(?:javascript|data|vbscript|file|blob):[^\s]{1,500}/g,
    read: (match) => ({ value: match[0] }),
  },
  {
    kind: 'link',
    pattern: /(?<!:)\/\/[a-z0-9-]{1,63}\.[^\s<>()"'，。、；）】]{1,300}/g,
    read: (match) => ({ value: `http:${match[0]}` }),
  },
  {
    kind: 'email',
    pattern: /(?:mailto:)?([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})/g,
    read: (match) => ({ value: match[1] as string }),
  },
  {
    kind: 'link',
    pattern: new RegExp(
      `(?<![a-z0-9@.-])(?:[a-z0-9-]{1,63}\\.){1,5}(?:${topLevel})(?![a-z0-9-])(?:[:/?][^\\s<>()"'，。、；）】]{0,300})?`,
      'g',
    ),
    read: (match) => ({ value: `http://${match[0]}` }),
  },
  {
    kind: 'link',
    pattern: /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])(?:[:/][^\s]{0,300})?/g,
    read: (match) => ({ value: `http://${match[0]}` }),
  },
  {
    kind: 'phone',
    pattern:
      /(?:tel:)?(?<!\d)(?:(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|\+\d{1,3}(?:[ .-]?\d{2,4}){2,4}|0\d{2,3}-\d{7,8}|400-?\d{3,4}-?\d{3,4})(?!\d)/g,
    read: (match) => ({ value: match[0].replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '') }),
  },
  {
    kind: 'date',
    pattern: /(?<!\d)(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})[日号]?(?!\d)/g,
    read: (match) => date(match[1], two(match[2] as string), match[3] as string),
  },
  {
    kind: 'date',
    pattern: /(?<!\d)(\d{1,2})月\s?(\d{1,2})[日号]/g,
    read: (match) => date(undefined, two(match[1] as string), match[2] as string),
  },
  {
    kind: 'date',
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${monthPattern}(?:,? (\\d{4}))?\\b`, 'g'),
    read: (match) => date(match[3], monthNumber(match[2] as string), match[1] as string),
  },
  {
    kind: 'date',
    pattern: new RegExp(`\\b${monthPattern} (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?\\b`, 'g'),
    read: (match) => date(match[3], monthNumber(match[1] as string), match[2] as string),
  },
  {
    kind: 'code',
    pattern: /(?<![a-z0-9])[a-z]{1,6}-?\d{3,20}[a-z]{0,2}(?![a-z0-9])|(?<![\d.])\d{10,20}(?![\d.])/g,
    read: (match) => ({ value: match[0].replace('-', '') }),
  },
  {
    kind: 'money',
    pattern: new RegExp(`(us\\$|[¥￥$€£]|\\b(?:rmb|cny|usd|eur|gbp))\\s?${range}(万)?`, 'g'),
    read: (match) => {
      const factor = match[4] ? 10_000 : 1;
      const read = (text: string) => `${currencyOf(match[1] as string)} ${times(text, factor)}`;
      return { value: read(match[2] as string), ...(match[3] ? { high: read(match[3]) } : {}) };
    },
  },
  {
    kind: 'money',
    pattern: new RegExp(
      `(?<![\\d.])${range}\\s?(万)?\\s?(元|块钱?|人民币|美元|美金|欧元|英镑|(?:rmb|cny|yuan|usd|dollars?|eur|euros?|gbp|pounds?)(?![a-z]))`,
      'g',
    ),
    read: (match) => {
      const read = (text: string) =>
        `${currencyOf(match[4] as string)} ${times(text, match[3] ? 10_000 : 1)}`;
      return span(match, read);
    },
  },
  {
    kind: 'percent',
    pattern: new RegExp(`(?<![\\d.])${range}\\s?(?:%|％|percent|per cent)`, 'g'),
    read: (match) => span(match, plain),
  },
  // 八折 is what English calls 20 % off.
  {
    kind: 'percent',
    pattern: /(?<![\d.])(\d(?:\.\d)?|\d{2})折/g,
    read: (match) => ({
      value: String(Math.round(100 - Number(match[1]) * (Number(match[1]) < 10 ? 10 : 1))),
    }),
  },
  {
    kind: 'clock',
    pattern: /(?<![\d:])(\d{1,2})[:：](\d{2})\s?([ap]\.?m)?/g,
    read: (match) => clock(match[1] as string, match[2] as string, match[3]),
  },
  {
    kind: 'clock',
    pattern: /(?<![\d.])(\d{1,2})\s?([ap])\.?m\b/g,
    read: (match) => clock(match[1] as string, '00', `${match[2]}m`),
  },
  {
    kind: 'clock',
    pattern: /(上午|下午|晚上|早上|中午)?\s?(?<![\d.])(\d{1,2})(?:点|时)(半|(\d{1,2})分)?/g,
    read: (match) =>
      clock(
        match[2] as string,
        match[3] === '半' ? '30' : (match[4] ?? '00'),
        /下午|晚上/.test(match[1] ?? '') ? 'pm' : undefined,
      ),
  },
  {
    kind: 'workdays',
    pattern: new RegExp(`(?<![\\d.])${range}\\s?(?:个工作日|工作日|(?:business|working)[- ]days?)`, 'g'),
    read: (match) => span(match, plain),
  },
  {
    kind: 'hours',
    pattern: new RegExp(
      `(?<![\\d.])${range}[\\s-]?个?(分钟|小时|钟头|天|日|周|星期|礼拜|(?:minutes?|mins?|hours?|hrs?|h|days?|fortnights?|weeks?)(?![a-z]))`,
      'g',
    ),
    read: (match) => {
      const factor = hoursIn.find(([unit]) => unit.test(match[3] as string))?.[1] ?? 1;
      return span(match, (text) => String(Math.round(Number(times(text, factor)) * 100) / 100));
    },
  },
  {
    kind: 'months',
    pattern: new RegExp(
      `(?<![\\d.])${range}[\\s-]?(?:个(月)|(月)(?!\\d)|(年)|(months?|years?)(?![a-z]))`,
      'g',
    ),
    read: (match) => {
      if (match[4]) return null;
      const years = match[5] || match[6]?.startsWith('year');
      // 2026年 is a date's year, not a span.
      if (match[5] && Number(match[1]) > 1900) return null;
      return span(match, (text) => times(text, years ? 12 : 1));
    },
  },
  {
    kind: 'day',
    pattern:
      /\b(tomorrow|tonight|today|next week|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?\b|明天|后天|今天|今晚|明晚|下周|(?:周|星期|礼拜)[一二三四五六日天]/g,
    read: (match) => ({ value: dayOf(match[0]) }),
  },
  { kind: 'number', pattern: new RegExp(`(?<![\\d.])${range}`, 'g'), read: (match) => span(match, plain) },
];

const weekdays: [RegExp, string][] = [
  [/mon|[期周拜]一/, 'mon'],
  [/tues|[期周拜]二/, 'tue'],
  [/wednes|[期周拜]三/, 'wed'],
  [/thurs|[期周拜]四/, 'thu'],
  [/fri|[期周拜]五/, 'fri'],
  [/satur|[期周拜]六/, 'sat'],
  [/sun|[期周拜][日天]/, 'sun'],
  [/tomorrow|明天|明晚/, 'tomorrow'],
  [/today|tonight|今天|今晚/, 'today'],
  [/后天/, 'after tomorrow'],
  [/next week|下周/, 'next week'],
];
const dayOf = (text: string) => weekdays.find(([pattern]) => pattern.test(text))?.[1] ?? text;

function clock(hours: string, minutes: string, half: string | undefined) {
  const hour = (Number(hours) % (half ? 12 : 24)) + (half?.startsWith('p') ? 12 : 0);
  return { value: `${two(hour)}:${minutes}` };
}

/** Everything in a text that can be right or wrong, each stretch once. */
export function factsIn(text: string): Fact[] {
  // List numbers are no facts.
  const plainText = text.replace(/^\s{0,8}\d{1,2}[.)、]\s/gm, ' ').replace(/[①-⑳]/g, ' ');
  let rest = withDigits(normalise(plainText));
  const facts: Fact[] = [];
  for (const { kind, pattern, read } of rules) {
    rest = rest.replace(pattern, (...args) => {
      const match = args.filter((one) => typeof one !== 'object').slice(0, -2) as unknown as RegExpMatchArray;
      const fact = read(match);
      if (fact) facts.push({ kind, raw: String(match[0]).trim(), ...fact });
      return fact ? ' ' : String(match[0]);
    });
  }
  return facts;
}

/** Whether a source states this fact: the same, in whatever writing. The low end of a range alone is not the range. */
export function isStated(fact: Fact, sources: readonly Fact[]): boolean {
  return sources.some((source) => {
    if (fact.kind === 'number') return sameNumber(fact, source);
    if (fact.kind !== source.kind) return false;
    if (fact.kind === 'date') return sameDate(fact.value, source.value);
    if (fact.high !== undefined || source.high !== undefined)
      return fact.high !== undefined
        ? fact.value === source.value && fact.high === source.high
        : fact.value === source.high;
    return fact.value === source.value;
  });
}

function sameNumber(fact: Fact, source: Fact): boolean {
  const numbers = (one: Fact) => one.raw.match(/\d[\d,]{0,14}(?:\.\d{1,4})?/g)?.map(plain) ?? [];
  const wanted = [fact.value, ...(fact.high ? [fact.high] : [])];
  return wanted.every((value) => numbers(source).includes(value));
}

function sameDate(one: string, other: string): boolean {
  return one === other || ((one.length === 5 || other.length === 5) && one.slice(-5) === other.slice(-5));
}
