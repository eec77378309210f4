import { recogniseSmallTalk } from '../small-talk.ts';
import { normalise } from '../text/normalise.ts';

const no =
  /不用|不要|不必|不需要|先不|别|算了|还是你|继续(?:问|跟)?你|你(?:先|继续|直接)?(?:说|帮|讲|查)|暂时不|等等|\b(?:no|nope|nah|not|don'?t|rather (?:not|you)|you (?:can|go on|tell|do)|go on|carry on|keep going|with you|never ?mind|hold on|first)\b/;
const yes =
  /^(?:嗯+|恩+|好+|行+|可以|要+|对|是|成|中|ok|那就?|麻烦|请|快)|(?:转|找|叫|接|安排|让|帮我转|来)[^。！？]{0,6}(?:吧|过来|同事|人工|一下|客服|个人)|(?:同事|人工|真人|客服)(?:吧|来|处理|看看)|麻烦(?:了|你|您)|需要|^(?:yes|yeah|yep|yup|yea|ya|sure|ok(?:ay)?|please|pls|plz|go ahead|go on then|fine|alright|all right|of course|definitely|absolutely|why not|sounds good|that would|that'?d|might as well|i guess so|if you (?:could|would|can))\b|\b(?:do (?:it|that|so)|(?:yes|ok) (?:please|pls)|i would|i'?d (?:like|love|prefer|appreciate) (?:that|it|a person)|get (?:me )?(?:someone|somebody|them|one)|bring (?:them|someone|somebody|in)|(?:put|pass|hand|connect|transfer) me|person,? (?:then|please|pls)|a (?:person|human|colleague)|someone (?:please|then|real)|do please)\b/;
const goOnThen = /^(?:go on|carry on) then\b/;

const longest = { characters: 30, words: 16 };

/**
 * Is this a yes to the open offer of a person? A "no", or a longer message with a question of its own, is not.
 * @param text one message, or several that wait together, a line each: the first answers the offer, a later may take it back
 */
export function acceptsOffer(text: string): boolean {
  const [first = '', ...later] = text.split('\n').filter((line) => line.trim() !== '');
  return accepts(text) || (later.length > 0 && accepts(first) && !later.some(refuses));
}

function refuses(message: string): boolean {
  return (
    recogniseSmallTalk(message) === 'no' || /^(?:不用|不要|算了|no\b|never ?mind)/.test(normalise(message))
  );
}

function accepts(text: string): boolean {
  const small = recogniseSmallTalk(text);
  if (small === 'yes') return true;
  if (small === 'no') return false;
  const said = normalise(text);
  const isShort = /[\u4e00-\u9fff]/.test(said)
    ? [...said].length <= longest.characters
    : said.split(/\s+/).length <= longest.words;
  return isShort && (goOnThen.test(said) || (yes.test(said) && !no.test(said)));
}
