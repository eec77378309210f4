import type { Language } from '../language.ts';

const common = new Set(
  'the a an and or but to of in on at by for from with is are was be been it this that you your we our i can could will would if not no do does have has had as so within after before when which what how any all please once there their they us me my more about up out than then into only also yes'.split(
    ' ',
  ),
);

/** Whether a reply is in the customer's language; names in the other one do not count against it. */
export function isInLanguage(reply: string, language: Language): boolean {
  const plain = reply.replace(/https?:\S+|\[[A-Z]+_\d+\]/g, ' ');
  const han = plain.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = plain.match(/[a-zA-Z]+/g) ?? [];
  const other =
    plain.match(
      /[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hebrew}\p{Script=Devanagari}]/gu,
    )?.length ?? 0;
  if (other > Math.max(4, (han + latin.length) * 0.1)) return false;
  if (language === 'zh') return han >= latin.length;
  if (han > latin.length * 0.4) return false;
  // Other languages in Latin letters hold few of English's small words.
  const sentences = plain.replace(/^\s{0,4}\|.{0,400}$/gm, ' ').match(/[a-zA-Z]+/g) ?? [];
  if (sentences.length < 8) return true;
  const known = sentences.filter((word) => common.has(word.toLowerCase())).length;
  return known / sentences.length >= 0.15;
}
