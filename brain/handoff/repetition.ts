import { normalise } from '../text/normalise.ts';
import { tokensOf } from '../text/tokens.ts';
import { entitiesIn } from '../understanding/entities.ts';
import { conceptsOf } from './concepts.ts';

/** A message ready to be compared: made once, compared often. */
export type Asked = {
  folded: string;
  tokens: Set<string>;
  /** Shop words as concepts, so that "快递到哪了" and "包裹怎么还没到" meet. */
  concepts: Set<string>;
  entities: Set<string>;
  /** L2-normalised sentence vector, where there is one. */
  meaning: Float32Array | null;
};

const alike = 0.75;
const alikeConcepts = 0.8;
/**
 * Cosines of two sentence vectors of the encoder in the box from which two messages of one talk ask the same, or touch
 * the same matter: as rare among unlike messages (1 pair in 4,000, and 1 in 9) as .93 and .865 were before it was taught.
 */
const alikeMeaning = 0.844;
const relatedMeaning = 0.657;

/** @param meaning the message's sentence vector, if known */
export function asAsked(text: string, meaning: Float32Array | null = null): Asked {
  const short = text.slice(0, 1000);
  const content = tokensOf(short).filter((token) => token.content);
  return {
    folded: normalise(short),
    tokens: new Set((content.length > 0 ? content : tokensOf(short)).map((token) => token.text)),
    concepts: conceptsOf(short),
    entities: new Set(entitiesIn(short).map((one) => `${one.kind} ${one.value}`)),
    meaning,
  };
}

/**
 * Do two messages ask the same? Nearly the same words (Dice coefficient of the token sets); or other words of the same
 * matter: most shop concepts shared and no two different orders named; or, with sentence vectors, a cosine near 1.
 * Very short messages are the same only when equal.
 */
export function asksSame(a: Asked, b: Asked): boolean {
  if (a.folded === b.folded) return a.folded.length > 1;
  if (differ(a.entities, b.entities)) return false;
  if (a.tokens.size >= 3 && b.tokens.size >= 3 && overlap(a.tokens, b.tokens) >= alike) return true;
  if (a.concepts.size >= 2 && b.concepts.size >= 2 && overlap(a.concepts, b.concepts) >= alikeConcepts)
    return true;
  return a.meaning !== null && b.meaning !== null && cosine(a.meaning, b.meaning) >= alikeMeaning;
}

const presses =
  /又绕|到底|再问|准话|准信|一个字|直接(?:说|回答)|就想(?:要|知道|问)|只想(?:要|知道|问)|还是(?:那|这)个问题|同样的问题|问了?(?:几|三|3|多少)(?:遍|次)|哪天算数|我是说|(?:那|所以)[^。！？?]{0,8}(?:哪天|几号|多久|能不能|行不行)|\b(?:same (?:question|thing) again|asked (?:you )?(?:that|this|twice|already|before)|again[:,]|yes or no|just (?:tell me|want to know|answer)|only want to know|all i(?:'m asking| want to know)|simple question|i'll ask again|once more|third time|so(?: then)?,? (?:when|will|can|does|is)|as i (?:said|asked)|my question)\b/;

/** Does a message press for an answer it has asked for before? Then a looser likeness to the earlier ones will do. */
export function pressesAgain(text: string): boolean {
  return presses.test(normalise(text.slice(0, 1000)));
}

/** Of the same matter: enough for a message that says itself that it asks again. */
export function touchesSame(a: Asked, b: Asked): boolean {
  if (differ(a.entities, b.entities)) return false;
  if (asksSame(a, b) || overlap(a.tokens, b.tokens) >= 0.3) return true;
  if (a.concepts.size > 0 && overlap(a.concepts, b.concepts) >= 0.5) return true;
  return a.meaning !== null && b.meaning !== null && cosine(a.meaning, b.meaning) >= relatedMeaning;
}

/** Nearly the same words, for texts met once. */
export function isSameQuestion(a: string, b: string): boolean {
  return asksSame(asAsked(a), asAsked(b));
}

/** Dice coefficient of two sets: 0 nothing shared, 1 the same. */
export function overlap(a: Set<string>, b: Set<string>): number {
  if (a.size + b.size === 0) return 0;
  let shared = 0;
  for (const one of a) if (b.has(one)) shared++;
  return (2 * shared) / (a.size + b.size);
}

/** Both name something and share nothing of it. */
function differ(a: Set<string>, b: Set<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((one) => b.has(one));
}

function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}
