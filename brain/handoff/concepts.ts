import { normalise } from '../text/normalise.ts';

/** What shop talk is about, and what is asked of it, in both languages. Enough to see that two questions are one. */
const concepts: [string, RegExp][] = [
  [
    'parcel',
    /物流|快递|包裹|单号|运单|货(?:呢|到|在)|\b(?:parcel|package|tracking|shipment|delivery|courier|my (?:stuff|order|things?|item))\b/,
  ],
  ['send', /发货|寄出|发出|\b(?:ship(?:ped|ping)?|dispatch(?:ed)?|sen[dt] out|going out|leave the)\b/],
  [
    'arrive',
    /到货|送到|收到|签收|(?:还没|没|啥时候|什么时候|几时|多久)(?:能)?到|到哪|到了没|\b(?:arriv\w+|gets? here|come|received?|where)\b/,
  ],
  [
    'refund',
    /退款|退的?钱|到账|钱(?:呢|什么时候|还没)|退(?:给|到)|\b(?:refund(?:ed)?|money back|my money)\b/,
  ],
  ['return', /退货|退回|退掉|(?:能|可以|想|要)退|\b(?:return(?:ed|ing)?|send (?:it|them) back)\b/],
  ['exchange', /换货|调换|换(?:个|一个|成|码|色|大|小)|\b(?:exchange|swap|replace(?:ment)?)\b/],
  ['invoice', /发票|开票|抬头|\b(?:invoice|vat|receipt)\b/],
  ['discount', /优惠|券|折扣|打折|满减|红包|\b(?:coupon|discount|voucher|promo|code)\b/],
  ['price', /价格|多少钱|降价|保价|差价|价保|\b(?:price|cost|how much)\b/],
  [
    'broken',
    /坏|碎|裂|破|漏|故障|不亮|没反应|打不开|开不了|不通电|\b(?:broken?|crack\w*|damag\w*|leak\w*|fault\w*|doesn'?t work|not working|won'?t (?:turn|start|open|charge|pair|connect))\b/,
  ],
  ['missing', /少(?:了|发|件)|漏发|缺|\b(?:missing|incomplete)\b/],
  ['wrong', /发错|错(?:了|发)|\bwrong\b/],
  ['address', /地址|\baddress\b/],
  ['cancel', /取消|不要了|\bcancel\w*\b/],
  ['stock', /有货|补货|缺货|库存|现货|\b(?:in stock|restock|sold out|available)\b/],
  ['size', /尺码|尺寸|多大|码|\b(?:size|dimensions?|fit|how (?:big|long|wide|tall))\b/],
  ['warranty', /保修|质保|维修|\b(?:warranty|repair)\b/],
  ['points', /积分|会员|等级|\b(?:points|membership|tier)\b/],
  ['account', /账号|账户|登录|密码|验证码|\b(?:account|log ?in|password|code)\b/],
  ['payment', /付款|支付|扣款|花呗|分期|\b(?:pay(?:ment)?|charged?|card)\b/],
  ['connect', /连(?:不上|接)|蓝牙|wifi|配对|\b(?:connect|bluetooth|wi-?fi|pair)\b/],
  ['clean', /清洗|洗|除垢|\b(?:clean|wash|descale)\b/],
  [
    'when',
    /什么时候|啥时候|多久|几天|几号|何时|几时|哪天|多长时间|\b(?:when|how long|how many days|what (?:day|time|date)|eta|by when)\b/,
  ],
];

/** The concepts of a text. */
export function conceptsOf(text: string): Set<string> {
  const folded = normalise(text);
  return new Set(concepts.flatMap(([name, when]) => (when.test(folded) ? [name] : [])));
}
