const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const places: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** A Chinese numeral as a number: 七 7, 十五 15, 三百二十 320, 一万二 10002, 半 0.5. */
export function chineseNumber(text: string): number {
  if (text === '半') return 0.5;
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of text) {
    if (character in digits) {
      digit = digits[character] as number;
      continue;
    }
    if (character === '万') {
      total = (total + section + digit || 1) * 10_000;
      section = 0;
    } else {
      section += (digit || 1) * (places[character] as number);
    }
    digit = 0;
  }
  return total + section + digit;
}

const english =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const tens: Record<string, number> = {
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
};

const chineseUnit =
  '个?(?:小时|钟头|工作日|天|日|周|星期|礼拜|月|年|分钟|元|块|折|成|倍|件|套|斤|克|升|毫升|度|级|星|万|张|盒|包|瓶|杯)';
const chineseCounted = new RegExp(
  `(?<![\\d.点周期拜第零〇一二两三四五六七八九十百千万])([零〇一二两三四五六七八九十百千万半]{1,8})(?=${chineseUnit})`,
  'gu',
);
const percentOf = /百分之([零〇一二两三四五六七八九十百]{1,6})/g;
const englishUnit =
  '(?:business |working )?(?:minute|hour|day|week|fortnight|month|year|percent|per cent|dollar|euro|pound|yuan|rmb|piece|item|set|cup|star|time)';
const englishCounted = new RegExp(
  `\\b(${[...english, ...Object.keys(tens)].join('|')}|an?)(?=[ -]${englishUnit})`,
  'g',
);

/** Numbers written as words, before a unit, as digits: 七天 → 7天, "two weeks" → "2 weeks", "a month" → "1 month". */
export function withDigits(folded: string): string {
  return folded
    .replace(percentOf, (_, word: string) => `${chineseNumber(word)}%`)
    .replace(chineseCounted, (word) => String(chineseNumber(word)))
    .replace(englishCounted, (word) =>
      word === 'a' || word === 'an' ? '1' : String(tens[word] ?? english.indexOf(word)),
    );
}
