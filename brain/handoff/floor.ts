import { normalise } from '../text/normalise.ts';
import { tokensOf } from '../text/tokens.ts';
import { signs } from './signs.ts';

/** Why the floor decides as it does. Other hand-offs have reasons of their own. */
export type FloorReason =
  | 'asked_for_person'
  | 'repeated_misses'
  | 'repeated_question'
  | 'anger'
  | 'threat'
  | 'legal_threat'
  | 'safety'
  | 'payment_details';

export type FloorDecision = {
  reasonCode: FloorReason;
  confidence: number;
  evidence: { quote: string; rule: string };
};

/**
 * The part of the hand-off floor that a message itself decides, before anything is looked up: a person is asked for,
 * danger, money and law are touched, anger, or the same question for the third time. Null when none applies.
 * @param earlier the customer's earlier messages of this episode, oldest first
 */
export function floorOfText(text: string, earlier: readonly string[]): FloorDecision | null {
  const folded = normalise(text);
  for (const sign of signs) {
    const found = sign.when.exec(folded);
    if (!found || sign.unless?.test(folded)) continue;
    return {
      reasonCode: sign.reasonCode,
      confidence: sign.confidence,
      evidence: { quote: clip(text, found[0]), rule: sign.rule },
    };
  }
  const card = cardNumber(text);
  if (card) {
    return {
      reasonCode: 'payment_details',
      confidence: 0.95,
      evidence: { quote: `…${card.slice(-4)}`, rule: 'card_number_typed' },
    };
  }
  const same = earlier.filter((one) => isSameQuestion(one, text));
  if (same.length >= 2) {
    return {
      reasonCode: 'repeated_question',
      confidence: 0.9,
      evidence: { quote: text.slice(0, 200), rule: 'asked_three_times' },
    };
  }
  return null;
}

/** Two misses in a row. @param misses including this turn's */
export function floorOfMisses(misses: number, text: string): FloorDecision | null {
  if (misses < 2) return null;
  return {
    reasonCode: 'repeated_misses',
    confidence: 1,
    evidence: { quote: text.slice(0, 200), rule: 'two_misses_in_a_row' },
  };
}

const alike = 0.75;

/** Nearly the same words: Dice coefficient of the token sets. Very short messages are the same only when equal. */
export function isSameQuestion(a: string, b: string): boolean {
  if (normalise(a) === normalise(b)) return normalise(a).length > 1;
  const left = new Set(tokensOf(a).map((token) => token.text));
  const right = new Set(tokensOf(b).map((token) => token.text));
  if (left.size < 3 || right.size < 3) return false;
  const shared = [...left].filter((token) => right.has(token)).length;
  return (2 * shared) / (left.size + right.size) >= alike;
}

/** A payment card number: 13 to 19 digits that pass the Luhn check (ISO/IEC 7812-1). */
function cardNumber(text: string): string | null {
  for (const [run] of text.matchAll(/(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g)) {
    const digits = run.replace(/\D/g, '');
    const total = [...digits].reverse().reduce((sum, digit, at) => {
      const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1);
      return sum + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
    if (total % 10 === 0 && /^[3-6]/.test(digits)) return digits;
  }
  return null;
}

/** The sentence around what was found, as the customer wrote it. */
function clip(text: string, found: string): string {
  const sentence = text.split(/(?<=[。！？.!?\n])/).find((one) => normalise(one).includes(found));
  return (sentence ?? text).trim().slice(0, 200);
}
