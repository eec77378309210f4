import { normalise } from './normalise.ts';
import { tokensOf } from './tokens.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const chineseWord = /^\p{Script=Han}{2}$/u;

/** The words that say what a text is about, as tokens: for Chinese the two-character words a segmenter sees. */
export function contentWordsOf(text: string): string[] {
  const content = new Set(tokensOf(text).flatMap((token) => (token.content ? [token.text] : [])));
  const chinese = [...segmenter.segment(normalise(text))]
    .map((one) => one.segment)
    .filter((one) => chineseWord.test(one));
  const words = [...content].filter((token) => !/\p{Script=Han}/u.test(token));
  return [...new Set([...words, ...chinese.filter((word) => content.has(word))])];
}
