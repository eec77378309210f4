import { normalise } from '../text/normalise.ts';
import type { HandOffReason } from './reasons.ts';
import { asAsked, asksSame } from './repetition.ts';
import { signs } from './signs.ts';

export type FloorDecision = {
  reasonCode: HandOffReason;
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
  const now = asAsked(text);
  const same = earlier.slice(-remembered).filter((one) => asksSame(asAsked(one), now));
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

/** Only so many earlier messages are compared, so that a long talk costs no more. */
const remembered = 12;

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
