import { normalise } from '../text/normalise.ts';

/** A kind of fact a question can ask for, or a text can state. */
export type FactKind = 'amount' | 'duration' | 'clock' | 'phone' | 'email' | 'percentage' | 'measure';

const asked: [FactKind, RegExp][] = [
  [
    'amount',
    /多少钱|几块|价格|什么价|多少(?:元|块|费)|运费|邮费|手续费|贵不贵|how much (?:is|are|does|do|would|will|to|for|money)|price|cost|\bfees?\b|charge for|expensive/,
  ],
  [
    'duration',
    /多久|几天|多少天|几个(?:月|小时|工作日)|多长时间|几年|几周|什么时候(?:能|可以)?(?:到|发|退)|how long|how many (?:days|weeks|months|hours|years)|how soon|how fast|by when|when (?:will|does|do|can|should)/,
  ],
  [
    'clock',
    /几点|营业时间|上班时间|what time|opening hours|open(?:ing)? (?:on|at|until|till)|business hours/,
  ],
  [
    'phone',
    /电话(?:号码)?(?:是)?多少|客服电话|联系电话|热线|phone number|number (?:can|to|i) (?:i )?(?:call|ring)|call you/,
  ],
  ['email', /邮箱(?:地址)?(?:是|多少)|发邮件|e-?mail address/],
  ['percentage', /打几折|百分之几|what percent|percentage|how many percent/],
  [
    'measure',
    /多(?:大|高|重|宽|长|深)(?!时间|久)|容量|尺寸|毫升|多少(?:克|升|ml|g|瓦|度)|how (?:big|large|tall|heavy|wide|deep|many (?:ml|grams|watts|litres))|dimensions?|capacity|weigh|what size|temperature/,
  ],
];

const stated: [FactKind, RegExp][] = [
  [
    'amount',
    /[¥￥$€£]\s?\d|\d\s?(?:元|块|rmb|cny|yuan|usd|eur|dollars?|euros?|pounds?)|免费|包邮|不收|free|no (?:extra )?(?:charge|fee|cost)|we pay|我们承担/,
  ],
  [
    'duration',
    /(?:\d|[一二两三四五六七八九十半]|one|two|three|five|seven|ten|fourteen|thirty)\s?(?:个)?(?:工作日|天|日|小时|分钟|周|星期|月|年)|\d+(?:\s?(?:-|–|to|or)\s?\d+)?\s?(?:working |business |calendar )?(?:days?|weeks?|hours?|minutes?|months?|years?)|当天|次日|第二天|隔天|same day|next day|tomorrow|immediately|at once|within/,
  ],
  ['clock', /\d{1,2}[:：]\d{2}|\d{1,2}\s?(?:点|am|pm|o'clock)/],
  ['phone', /\d{3,4}[- ]\d{3,4}[- ]?\d{3,4}|\d{7,}/],
  ['email', /@/],
  ['percentage', /\d\s?(?:%|折)|percent/],
  ['measure', /\d\s?(?:ml|毫升|升|l\b|g\b|克|kg|公斤|cm|厘米|mm|w\b|瓦|°|℃|度|v\b|伏)/],
];

/** What kinds of fact a question asks for. */
export function factsAsked(question: string): FactKind[] {
  const said = normalise(question);
  return asked.filter(([, pattern]) => pattern.test(said)).map(([kind]) => kind);
}

/** What kinds of fact a text states. */
export function factsStated(text: string): Set<FactKind> {
  const said = normalise(text);
  return new Set(stated.filter(([, pattern]) => pattern.test(said)).map(([kind]) => kind));
}

const whether =
  /(?:^|[.!?;] ?)(?:(?:hi|hello|hey|also|and|so|but|please|sorry),? )*(?:can|could|do|does|is|are|will|would|may|should|did|have|has)\b|吗|能不能|可不可以|有没有|是不是|会不会|可以不|行不行|能否/;

/** Whether a question asks if something is so ("do you deliver on Sundays?") rather than how, when or how much. */
export function asksWhether(question: string): boolean {
  return whether.test(normalise(question));
}
