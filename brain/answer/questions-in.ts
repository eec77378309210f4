import { recogniseSmallTalk } from '../small-talk.ts';
import { normalise } from '../text/normalise.ts';

const most = 4;
const asks =
  /[?？]|吗|呢|么|怎么|怎样|如何|多少|几|哪|什么|啥|咋|能不能|可不可以|可以|有没有|是不是|要不要|想问|请问|\b(?:how|what|when|where|which|who|why|can|could|do|does|did|is|are|will|would|should|any|may)\b/;
/** Words that tie a question to the one before and ask nothing. */
const connective =
  /^\s*(?:还有|另外|顺便(?:问(?:一下|下)?)?|以及|再问(?:一下|下)?|对了|and also|also|and|another question|by the way|btw|plus)[，,:：\s]{0,3}/i;
const shortest = { zh: 3, en: 2 };

/** The sentences of a message that may each ask something, at most four, in their order; greetings and thanks left out. */
export function questionsIn(text: string): string[] {
  return text
    .split(
      /(?<=[?？。！!;；])|(?<=[a-z)]\.)\s+|\n+|，(?=(?:还有|另外|顺便|以及|再问|对了))|,? (?=(?:and also|also,|another question|and (?:can|do|does|is|are|how|what|when|where|will))\b)/i,
    )
    .map((part) => part.replace(connective, '').trim())
    .filter(saysSomething)
    .slice(0, most);
}

/** Whether a sentence is put as a question, rather than telling what happened. */
export function isAsked(sentence: string): boolean {
  return asks.test(normalise(sentence));
}

/** Whether a customer's words may be said back: short and plain, no address, account or markup somebody could plant. */
export function isQuotable(sentence: string): boolean {
  return sentence.length <= 60 && !/[<>[\]{}()`@\\/:：_]|\w\.\w|\d{5}|微信|wechat|telegram/i.test(sentence);
}

function saysSomething(part: string): boolean {
  if (recogniseSmallTalk(part) !== null) return false;
  const han = part.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= shortest.zh || part.split(/\s+/).length >= shortest.en;
}
