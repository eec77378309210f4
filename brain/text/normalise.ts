import { remembered } from './remembered.ts';

/** Traditional → simplified for the characters of shop talk, as pairs. */
const traditional =
  '們们個个這这來来時时會会說说國国對对開开關关麼么為为沒没還还過过後后從从發发現现點点電电話话長长問问題题麗丽東东車车書书學学' +
  '體体實实樣样應应當当業业務务門门間间聽听見见讓让給给請请謝谢買买賣卖價价錢钱貨货運运費费單单號号訂订購购帳账戶户匯汇稅税' +
  '關关檢检驗验損损壞坏碎碎換换貨货補补償偿賠赔優优惠惠券券積积會会員员級级別别專专屬属顧顾問问諮咨詢询處处幫帮協协調调' +
  '場场廠厂產产質质量量標标準准確确認认證证據据圖图片片視视頻频壓压縮缩檔档傳传輸输遞递達达預预計计約约遲迟誤误緊紧' +
  '機机構构動动態态數数據据碼码網网絡络頁页面面鏈链連连結结轉转帶带進进內内邊边遠远島岛灣湾港港澳澳歐欧亞亚義义萬万億亿' +
  '與与並并嗎吗啟启禮礼盒盒茶茶壺壶蓋盖碗碗燒烧熱热溫温濕湿潔洁淨净絲丝線线紅红綠绿黃黄藍蓝銀银銅铜鐵铁陶陶瓷瓷雙双' +
  '寫写讀读語语詞词譯译謊谎騙骗訴诉訟讼師师權权維维護护險险傷伤燙烫觸触誰谁哪哪幾几兩两歲岁歷历種种類类選选擇择復复' +
  '備备註注冊册登登錄录離离婦妇兒儿親亲愛爱歡欢樂乐氣气憤愤慮虑煩烦惱恼緩缓慢慢滿满減减';
const simplified = new Map<string, string>();
{
  const characters = [...traditional];
  for (let at = 0; at + 1 < characters.length; at += 2)
    simplified.set(characters[at] as string, characters[at + 1] as string);
}

/** Full-width to half-width, lower case, simplified, one kind of space and apostrophe. */
export const normalise = remembered((text: string): string => {
  let folded = '';
  for (const character of text.normalize('NFKC').toLowerCase())
    folded += simplified.get(character) ?? character;
  return folded
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
});
