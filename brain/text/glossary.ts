import { normalise } from './normalise.ts';
import { stem, tokensOf } from './tokens.ts';

/** Shop words in both languages: enough for a question in one language to find an article in the other. */
const pairs = `发货 ship dispatch|寄 send ship|运费 shipping fee postage|包邮 free shipping|快递 courier delivery|物流 logistics tracking|配送 delivery|
送货 deliver|到货 arrive delivery|多久 long time|几天 days long|什么时候 when|查询 track check|单号 number tracking|包裹 parcel|签收 received delivered|
丢失 lost missing|丢了 lost|破损 damaged broken|碎 broken damaged|坏 broken faulty|摔 drop|裂 crack|漏发 missing|少发 missing|发错 wrong|
退货 return|退款 refund|退 return refund|换货 exchange|换 exchange|七天 seven 7 day|无理由 reason|运费险 insurance return|上门取件 pickup collect|
取消 cancel|修改 change|地址 address|订单 order|下单 order place|付款 pay payment|支付 pay payment|微信 wechat|支付宝 alipay|信用卡 credit card|
银行卡 bank card|花呗 huabei instalment|分期 instalment|货到付款 cash delivery|失败 fail|扣款 charge|发票 invoice|专票 vat invoice|增值税 vat|抬头 title company|
税号 tax number|报销 expense invoice|关税 customs duty|税 tax duty|清关 customs|海关 customs|国际 international abroad|国外 abroad international|海外 abroad overseas|
优惠券 coupon|折扣 discount|打折 discount sale|促销 sale|价格 price|便宜 cheap|保价 price protection|降价 price drop|积分 points|会员 member membership|
等级 level|生日 birthday|专属客服 advisor|礼品卡 gift card|礼物 gift|送礼 gift|包装 wrapping package|贺卡 card|刻字 engraving engrave|定制 custom engraving|
保修 warranty|质保 warranty|维修 repair|电热水壶 kettle|水壶 kettle|烧水壶 kettle|电压 voltage|茶壶 teapot|紫砂 yixing|紫砂壶 yixing teapot|盖碗 gaiwan|
茶杯 cup|茶具 teaware|茶叶 tea|绿茶 green tea|红茶 black tea|白茶 white tea|乌龙 oolong|普洱 pu'er|花茶 flower tea|保质期 shelf life|过期 expire expired|
保存 store storage|储存 store storage|泡 brew|冲泡 brew|水温 temperature|咖啡因 caffeine|过敏 allergy allergen|孕妇 pregnant|清洗 clean|水垢 scale descale|
洗碗机 dishwasher|微波炉 microwave|开壶 season|试喝 sample|小样 sample|正品 authentic genuine|产地 origin|库存 stock|缺货 stock sold|预售 pre-order|
客服 service agent|人工 person human|营业时间 opening hours|上班 hours|电话 phone|邮箱 e-mail email|门店 shop store studio|参观 visit|批发 wholesale|合作 cooperation|
账号 account|登录 sign log in|密码 password|验证码 code|注销 delete account|隐私 privacy data|手机号 phone number|收货 receive|收到 received|新疆 xinjiang|西藏 tibet|
偏远 remote|香港 hong kong|台湾 taiwan|美国 us america|英国 uk|德国 germany|欧盟 eu|澳洲 australia|日本 japan|加急 express urgent|顺丰 sf express|周末 weekend|春节 spring festival`;

const chineseToEnglish = new Map<string, string[]>();
const englishToChinese = new Map<string, string[]>();
for (const line of pairs.replace(/\n/g, '').split('|')) {
  const [chinese, ...english] = line.trim().split(' ') as [string, ...string[]];
  chineseToEnglish.set(chinese, english);
  for (const word of english) {
    const root = stem(word);
    englishToChinese.set(root, [...(englishToChinese.get(root) ?? []), chinese]);
  }
}
const longestFirst = [...chineseToEnglish.keys()].sort((a, b) => b.length - a.length);

/**
 * The shop words of a text in the other language, as a text to search with, and the share of what the text says
 * (by characters) that they stand for.
 */
export function translateShopWords(text: string): { words: string; share: number } {
  const found: string[] = [];
  let rest = normalise(text);
  let translated = 0;
  for (const word of longestFirst) {
    if (!rest.includes(word)) continue;
    found.push(...(chineseToEnglish.get(word) ?? []));
    translated += word.length;
    rest = rest.replaceAll(word, ' ');
  }
  rest = rest.replace(/[a-z][a-z'-]+/g, (word) => {
    const chinese = englishToChinese.get(stem(word));
    if (!chinese) return word;
    found.push(...chinese);
    translated += word.length;
    return ' ';
  });
  const left = contentOf(rest);
  return { words: [...new Set(found)].join(' '), share: translated / Math.max(1, translated + left) };
}

/** Characters of the words that say something. */
function contentOf(text: string): number {
  return tokensOf(text).reduce(
    (sum, token) => (/^\p{Script=Han}{2}/u.test(token.text) ? sum : sum + token.text.length),
    0,
  );
}
