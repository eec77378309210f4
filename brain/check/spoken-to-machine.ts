/**
 * Sentences in an article, a product name or a note that speak to the machine and not to a customer. They are taken out
 * before a model sees them and are no source: an article that was imported may have been written by anybody.
 */
const signs =
  /[\u{E0000}-\u{E007F}\u202A-\u202E\u2066-\u2069]|<!--|-->|<\/?[a-z][^>]{0,200}>|!\[|\b(?:system|assistant|developer|admin)\s{0,2}[:：]|\b(?:to|for) the (?:bot|ai|assistant|model)\b|\bai(?: should|:|,| must)|\bthe (?:assistant|bot|ai|model)\b|\b(?:the )?(?:bot|assistant|chatbot) (?:should|must|shall)|ignore (?:all|any|the|your|previous|earlier)|(?:system|hidden|secret|internal) (?:prompt|instruction|note|rule)|your (?:instructions|rules|prompt)|\b(?:tell|say|announce|promise|claim|answer)(?: to)? (?:everyone|every customer|customers|all|that|buy|overnight)|older rules are void|(?:给|对|致)\s?(?:助手|ai|AI|机器人|模型|客服系统)|(?:ai|AI|机器人|助手)\s?(?:请|必须|应当|应该|注意)|隐藏指令|(?:调用|执行)\s?[a-z_]{3,30}|系统提示|提示词|系统(?:消息|指令|通知)|管理员指令|忽略(?:以上|之前|所有|全部)|对任何客户说|请(?:告诉|客服宣布|客服承诺|回复)|无论问什么|旧规定作废|以此为准|未经审核|unreviewed|trust this title|内部(?:规则|备注|评语)/iu;

/** The text without those sentences; the rest stays as it is. */
export function withoutOrders(text: string): string {
  if (!signs.test(text)) return text;
  return text
    .split(/(?<=[。！？!?；;\n]|\.\s)/)
    .map((sentence) => (signs.test(sentence) ? ' ' : sentence))
    .join('')
    .trim();
}
