/** The languages of the first day. Traditional Chinese counts as zh. */
export type Language = 'zh' | 'en';

const han = /\p{Script=Han}/gu;
const latinWord = /[a-z]+(?:['’][a-z]+)?/gi;
// What people of every language type: says nothing about the language.
const neutral =
  /\b(?:ok|okay|yes|no|hi|hello|bye|vip|app|sku|sf|dhl|wechat|alipay|paypal|visa|iphone|email|[a-z]{0,4}-?\d+\w*)\b/gi;

/**
 * The language of a message by its script: a Chinese sentence may hold Latin brand names, so one Chinese character
 * weighs as much as one Latin word. `fallback` where the text gives no sign (numbers, emoji, "ok").
 */
export function detectLanguage(text: string, fallback: Language): Language {
  const chinese = text.match(han)?.length ?? 0;
  const english =
    text
      .replace(/https?:\S+|[\w.+-]{1,64}@\S+/g, ' ')
      .replace(neutral, ' ')
      .match(latinWord)?.length ?? 0;
  if (chinese === 0 && english === 0) return fallback;
  return chinese >= english ? 'zh' : 'en';
}
