import { normalise } from '../text/normalise.ts';

/**
 * What a shop may or may not offer: named in a reply, it must be named in a source, in either language, and with the
 * same sign (offered, or not offered).
 */
const concepts: Record<string, RegExp> = {
  free: /免费|不收费|免运费|包邮|\bfree\b(?! to\b)|no (?:extra )?(?:charge|cost)|on us\b/g,
  gift: /赠品|赠送|送您|礼品|\bgifts?\b|\bfreebie/g,
  coupon: /优惠券|代金券|红包|抵扣|coupon|voucher|promo code|discount code/g,
  discount: /打折|折扣|优惠价|立减|减免|特价|\bdiscount|\boff your\b|reduced price/g,
  points: /积分|loyalty points|reward points/g,
  member: /会员|membership|\bvip\b/g,
  compensation: /赔|补偿|compensat|reimburs|make it up to you/g,
  priceMatch: /保价|差价|price (?:match|protection|adjustment)|match(?:ed|ing)? (?:the|any|that) price/g,
  taxFree: /免税|包税|(?:duty|tax)[- ]free|no (?:duty|duties|tax|customs)/g,
  warranty: /保修|质保|三包|warrant/g,
  lifetime: /终身|永久|lifetime|forever|for life\b/g,
  unlimited: /无限|不限次|unlimited|no limit/g,
  refund: /退款|退钱|refund|money back/g,
  fullRefund: /全额退|full refund|refunded? in full/g,
  return: /退货|退回|无理由|\breturn(?:s|ed|ing)?\b|send it back/g,
  exchange: /换货|更换|\bexchang/g,
  replacement: /补发|重发|重新发|replacement|reship|resend/g,
  cancel: /取消|\bcancel/g,
  changeAddress: /(?:改|修改|更改|变更).{0,6}地址|change.{0,20}address/g,
  invoice: /发票|invoice/g,
  instalments: /分期|花呗|instal?lment|pay later|klarna/g,
  cashOnDelivery: /货到付款|cash on delivery|\bcod\b/g,
  sameDay: /当日达|当天送|same[- ]day/g,
  nextDay: /次日达|隔日达|next[- ]day|overnight/g,
  express: /加急|特快|优先发货|\bexpress\b|expedit|priority (?:shipping|delivery|dispatch)/g,
  customs: /关税|清关|\bduty\b|\bduties\b|customs/g,
  insurance: /运费险|\binsur/g,
  repair: /维修|修理|\brepair/g,
  preorder: /预售|pre-?order/g,
  certificate: /证书|认证|certif|\bfda\b|\biso ?9/g,
  organic: /有机|organic/g,
  medical: /治疗|疗效|降血压|减肥|抗癌|\bcures?\b|\btreats?\b|weight loss|lowers? blood pressure/g,
  safeForAll: /完全安全|绝对安全|completely safe|100% safe/g,
};
const negation =
  /(?:不|没有|没|无法|无需|暂无|未|别|勿|非|\bno|\bnot|n't|\bnever|\bcannot|\bwithout|\bunable to)[^，。,.;；!！?？]{0,12}$/;

/** First person, and something done or about to be done for this customer: the AI can do nothing of the kind. */
const doneForYou = [
  /(?:已经?|马上|立即|立刻|现在|这就|正在|会|将)?(?:为您|帮您|给您|替您)(?:已经?|马上|立即|立刻|现在)?[^，。！!?？；\n]{0,8}(?:退款|退货|退了|取消|补发|赔|补偿|修改|更改|改好|办理|办好|申请|安排|减免|升级|转接|转人工|转到|联系|通知|赠送|送|发放|提交|预留|加急|登记|处理|保留|催)/,
  /(?:已经?|马上|立即|立刻|正在)(?:退款|取消|补发|赔付|修改|更改|办理|申请|安排|转接|转人工|提交|加急|登记|催)/,
  /(?:your|the) (?:refund|order|return|replacement|request|address|coupon|account|compensation) (?:has been|have been|was just|is being|is now|will be) (?:issued|processed|approved|cancell?ed|changed|updated|sent|shipped|submitted|created|credited|applied|upgraded|escalated|refunded|reserved)/,
  /\b(?:i|we)(?:'ll|'ve|'m going to| will| have| shall| am| are)(?: (?:now|just|already|gladly|immediately|also|be|been|personally|go ahead and|going to)){0,3} (?:refund|cancel|reship|resend|replac|compensat|credit|chang|updat|process|issu|arrang|waiv|appl(?:y|ied)|transfer|connect|escalat|ship|send|sent|book|approv|reimburs|upgrad|extend|reserv|notif|contact|forward|schedul|submit|expedit|prioriti|email|call|remov|add|giv)/,
  /\b(?:i|we)(?:'ve| have| just)(?: (?:now|just|already|gladly)){0,2} (?:done|completed|finished|fixed|sorted|taken care|made|set up)|(?:^|[.!] )(?:it is|it's|that is|that's|all) (?:done|sorted|taken care of)\b/,
  /(?:已|已经)(?:为您|帮您|给您)?(?:办好|办妥|处理好|搞定|完成|执行)/,
];
const guarantee =
  /\b(?:guarantee|promise|assure|definitely|certainly will|100 ?% sure|rest assured)\b|保证|承诺|一定会|肯定会|绝对|包您|放心.{0,4}一定/g;
/** Names in title case or in marks, followed by what makes them a policy. */
const englishName =
  /\b(?:[A-Z][\w'-]{1,20} ){1,4}(?:Policy|Guarantee|Programme|Program|Promise|Warranty|Plan|Club|Membership|Scheme|Protection)\b/g;
const chineseName = /[\p{Script=Han}]{2,4}(?:政策|计划|保障|条款|协议|权益|制度)/gu;
const quotedName = /《([^》\n]{2,40})》|「([^」\n]{2,40})」|“([^”\n]{2,60})”|"([^"\n]{2,60})"/g;

export type Claim = { kind: 'claim' | 'policy'; quote: string };

type Sources = { positive: Set<string>; any: Set<string>; text: string };

/** What the sources offer and do not offer. */
export function offersIn(texts: readonly string[]): Sources {
  const positive = new Set<string>();
  const any = new Set<string>();
  for (const text of texts) {
    const folded = normalise(text);
    for (const { name, negated } of conceptsIn(folded)) {
      any.add(name);
      if (!negated) positive.add(name);
    }
  }
  return { positive, any, text: texts.map(normalise).join('\n') };
}

/** Promises, policies and deeds in a reply that no source carries. Questions to the customer promise nothing. */
export function unsupportedClaims(reply: string, sources: Sources): Claim[] {
  const claims: Claim[] = [];
  const folded = normalise(reply);
  for (const pattern of doneForYou) {
    const found = pattern.exec(folded);
    if (found) claims.push({ kind: 'claim', quote: found[0] });
  }
  for (const found of folded.matchAll(guarantee))
    if (!sources.text.includes(found[0])) claims.push({ kind: 'claim', quote: found[0] });
  const asked = folded.replace(/[^。！!?？\n.]{0,200}[?？]/g, ' ');
  for (const { name, negated, raw } of conceptsIn(asked)) {
    if (!(negated ? sources.any : sources.positive).has(name)) claims.push({ kind: 'policy', quote: raw });
  }
  for (const name of namesIn(reply))
    if (!sources.text.includes(normalise(name))) claims.push({ kind: 'policy', quote: name });
  return claims;
}

function conceptsIn(folded: string): { name: string; negated: boolean; raw: string }[] {
  return Object.entries(concepts).flatMap(([name, pattern]) =>
    [...folded.matchAll(pattern)].map((found) => ({
      name,
      raw: found[0],
      negated: negation.test(folded.slice(Math.max(0, found.index - 24), found.index)),
    })),
  );
}

function namesIn(reply: string): string[] {
  const quoted = [...reply.matchAll(quotedName)].map((found) => found.slice(1).find(Boolean) as string);
  const named = [...reply.matchAll(englishName)].map((found) =>
    found[0].replace(/^(?:The|Our|This|Under|With|See) /, ''),
  );
  const chinese = [...reply.matchAll(chineseName)].map((found) => found[0].slice(-4));
  return [...quoted, ...named, ...chinese];
}
