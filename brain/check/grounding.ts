import { translateShopWords } from '../text/glossary.ts';
import { isTelling, tokensOf } from '../text/tokens.ts';

const shortSentence = 4;
const leastOfShort = 0.5;
const leastOfLong = 0.34;
/** The same stretch four times running. */
const loop = /(.{3,40}?)\1{3}/su;
const empathy = /\b(?:sorry|apolog|understand|thank|hear|frustrat)|抱歉|对不起|不好意思|理解|感谢|谢谢/i;

/** What politeness and guiding a customer need; says nothing about the shop. */
const courtesy = tokenSet(
  `sorry apologise apologize understand appreciate thank thanks welcome happy glad help assist question concern worry frustrating inconvenience
   let know more details could share provide tell check look find information order number item product customer shop store team colleague person
   please feel free ask anything else choose option following here based according unfortunately however available need would like again moment
   mean confusion misunderstanding patience trouble great good news perfect okay fine worries pleasure glad hello dear moment apologies
   hear disappointed upset sure right course absolutely matter soon possible best way kind regards hope helps further assistance situation issue problem
   抱歉 对不起 不好意思 理解 您的 心情 感谢 谢谢 欢迎 高兴 帮助 帮您 问题 担心 着急 不便 请您 告诉 提供 订单号 商品 查询 看看 找到 信息 资料 店铺 客服 同事 人工
   根据 以下 如下 另外 还有 其他 需要 可以 随时 联系 选择 方便 确认 一下 目前 暂时 没有 相关 希望 满意 放心 稍等 非常 建议 如果 的话 情况 说明 具体 关于 我们 非常抱歉 给您带来`,
);

function tokenSet(text: string): Set<string> {
  return new Set(tokensOf(text).map((token) => token.text));
}

/** Every word of the sources and the question, with the shop's words in the other language. */
export function wordsOfSources(texts: readonly string[]): Set<string> {
  const all = new Set<string>();
  for (const text of texts) {
    for (const word of tokenSet(text)) all.add(word);
    for (const word of tokenSet(translateShopWords(text).words)) all.add(word);
  }
  return all;
}

/**
 * Whether the sources or politeness account for enough of a sentence's words; in a short one each counts more. What the
 * customer said may be asked about or felt with, but saying it back is no statement of the shop.
 * @param words of the sources, `asked` of the customer
 */
export function isGrounded(sentence: string, words: Set<string>, asked: Set<string>): boolean {
  // Links and figures are checked by themselves.
  const plain = sentence.replace(/https?:\S{1,500}|[\w.¥$€£%-]{0,40}\d[\w.%-]{0,40}/g, ' ');
  const tokens = tokensOf(plain).filter(isTelling);
  const content = tokens.filter((token) => !courtesy.has(token.text));
  if (content.length === 0) return true;
  // One word of its own in a polite sentence says little.
  if (content.length === 1 && tokens.length >= shortSentence) return true;
  const isQuestion = /[?？]\s*["”』」)）]*\s*$/.test(sentence);
  const mayEcho = isQuestion || empathy.test(sentence);
  const covered = content.filter(
    (token) => words.has(token.text) || (mayEcho && asked.has(token.text)),
  ).length;
  const share = covered / content.length;
  return share >= (content.length >= shortSentence ? leastOfLong : leastOfShort);
}

/** Whether a reply says a whole sentence twice, as a model does that has lost the thread. */
export function repeatsItself(reply: string): boolean {
  const sentences = reply
    .split(/[。！？!?；;\n]|\.\s/)
    .map((one) => one.trim().toLowerCase().replace(/\.$/, ''))
    .filter((one) => [...one].length >= 8);
  return new Set(sentences).size < sentences.length || loop.test(reply.replace(/[|\s:-]{3,}/g, ' '));
}

/** The share (0 to 1) of a reply's words that one source carries, in either language. */
export function sharedWords(reply: string, source: string): number {
  const words = new Set([...tokenSet(source), ...tokenSet(translateShopWords(source).words)]);
  const said = [...tokenSet(reply)].filter((word) => !courtesy.has(word) && word.length > 1);
  if (said.length === 0) return 0;
  return said.filter((word) => words.has(word)).length / said.length;
}
