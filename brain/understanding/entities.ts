/** Things a message names, in the formats people type. */
export type Entity = {
  kind: 'order' | 'phone' | 'email' | 'amount' | 'date' | 'sku' | 'tracking';
  value: string;
};

const patterns: [Entity['kind'], RegExp][] = [
  ['email', /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g],
  ['tracking', /\b(?:SF|ZT|JD|YT|EMS|DHL|JJD)\d{9,20}\b/gi],
  [
    'order',
    /\b(?:YC|TD|NO\.?|#)-?\d{5,14}\b|(?:订单号?|order(?: number| no\.?| id)?)[\s:：#]*([A-Z]{0,3}-?\d{5,18})/gi,
  ],
  [
    'phone',
    /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|\+\d{1,3}[- ]?\d{2,4}[- ]?\d{3,4}[- ]?\d{2,4}/g,
  ],
  [
    'amount',
    /[¥￥$€£]\s?\d+(?:,\d{3})*(?:\.\d+)?|(?<!\d)\d{1,12}(?:\.\d{1,4})?\s?(?:元|块钱?|rmb|cny|yuan|usd|eur|dollars?|euros?)(?![a-z])/gi,
  ],
  [
    'date',
    /\b\d{4}-\d{1,2}-\d{1,2}\b|\d{1,2}月\d{1,2}[日号]|\b\d{1,2}\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/gi,
  ],
  ['sku', /\b[A-Z]{2,4}-\d{2,5}[A-Z]?\b/g],
];

/** Every entity once, in the order of the kinds above; a stretch of text counts for one kind only. */
export function entitiesIn(text: string): Entity[] {
  let rest = text.normalize('NFKC');
  const found = new Map<string, Entity>();
  for (const [kind, pattern] of patterns) {
    rest = rest.replace(pattern, (whole, inner) => {
      const value = (typeof inner === 'string' ? inner : whole).trim();
      found.set(`${kind} ${value}`, { kind, value });
      return ' ';
    });
  }
  return [...found.values()];
}
