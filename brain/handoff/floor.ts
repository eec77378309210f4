import { normalise } from '../text/normalise.ts';
import type { HandOffReason } from './reasons.ts';
import { asAsked, asksSame } from './repetition.ts';
import { type Sign, signs } from './signs.ts';

export type FloorDecision = {
  reasonCode: HandOffReason;
  confidence: number;
  evidence: { quote: string; rule: string };
};

/**
 * The part of the hand-off floor that a message itself decides, before anything is looked up: a person is asked for,
 * danger, money and law are touched, anger, or the same question for the third time. Null when none applies.
 * @param text one message, or several that wait for an answer together, a line each: the floor holds for every one
 * @param earlier the customer's earlier messages of this episode, oldest first
 */
export function floorOfText(text: string, earlier: readonly string[]): FloorDecision | null {
  const whole = { text, folded: normalise(text) };
  const lines = linesOf(text);
  const single = lines.length > 1 ? lines.map((line) => ({ text: line, folded: normalise(line) })) : [];
  for (const sign of signs) {
    const quote = shownInOne(sign, single) ?? shownIn(sign, whole);
    if (quote === null) continue;
    const { reasonCode, confidence, rule } = sign;
    return { reasonCode, confidence, evidence: { quote, rule } };
  }
  const card = cardNumber(text);
  if (card) {
    return {
      reasonCode: 'payment_details',
      confidence: 0.95,
      evidence: { quote: `…${card.slice(-4)}`, rule: 'card_number_typed' },
    };
  }
  const before = earlier.slice(-remembered).map((one) => asAsked(one));
  const asked = lines.length > 1 ? [...lines.slice(-remembered), text] : [text];
  const again = asked.find((one) => {
    const now = asAsked(one);
    return before.filter((earlierOne) => asksSame(earlierOne, now)).length >= 2;
  });
  if (again !== undefined) {
    return {
      reasonCode: 'repeated_question',
      confidence: 0.9,
      evidence: { quote: again.slice(0, 200), rule: 'asked_three_times' },
    };
  }
  return null;
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

type Said = { text: string; folded: string };

/** The sentence in which a text shows a sign, as the customer wrote it. */
function shownIn(sign: Sign, { text, folded }: Said): string | null {
  const found = sign.when.exec(folded);
  return found && !sign.unless?.test(folded) ? clip(text, found[0]) : null;
}

/** The same in the last of several messages that shows it, unless a later one takes it back. */
function shownInOne(sign: Sign, messages: Said[]): string | null {
  for (const message of messages.toReversed()) {
    const quote = shownIn(sign, message);
    if (quote !== null) return quote;
    if (sign.takenBackBy?.test(message.folded)) return null;
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
