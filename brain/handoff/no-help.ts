import { normalise } from '../text/normalise.ts';

const saidSo =
  /没(?:什么)?用|没有用|没(?:有)?帮助|没(?:有)?解决|解决不了|不是(?:我)?(?:想)?(?:要)?问的?|答非所问|听不懂|看不懂|没(?:听|看|回答|答)(?:懂|明白|我|到|上)|不对|错了|还是不(?:行|会|懂|明白|清楚)|说了等于没说|\b(?:(?:does|did|do|is|was)(?: not|n'?t) (?:help|answer|work|what i|right|solve)|not (?:helpful|helping|what i|the answer|my question|right|useful)|no help|unhelpful|wrong(?: answer)?|still (?:not|don'?t|doesn'?t|no)|you(?:'re| are) not (?:listening|understanding|answering)|you (?:don'?t|didn'?t) (?:understand|get it|answer))\b/;
const longest = { characters: 16, words: 10 };

/**
 * Is this message nothing but the verdict that the last answer did not help? A longer one says what is really wanted,
 * and is looked up instead.
 */
export function saysNoHelp(text: string): boolean {
  const said = normalise(text);
  const words = said.split(/\s+/).length;
  const isShort = /[\u4e00-\u9fff]/.test(said)
    ? [...said].length <= longest.characters
    : words <= longest.words;
  return isShort && saidSo.test(said);
}
