import type { Language } from '../language.ts';
import type { Reading } from './reading.ts';
import { buckets } from './reading.ts';
import { packedGrams, packedMeaning, weights } from './weights.ts';

/** Order of the rows of every weight matrix. */
const count = 6;
const dimensions = 384;

const grams = unpack(packedGrams);
const meaningWeights = unpack(packedMeaning);

function unpack(base64: string): Int8Array {
  const bytes = atob(base64);
  const values = new Int8Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) values[at] = (bytes.charCodeAt(at) << 24) >> 24;
  return values;
}

export type Judged = {
  /** Probabilities of the six. */
  scores: number[];
  /** Those the words alone give. */
  fromWords: number[];
  /** How much each clause speaks for each emotion: [clause][emotion]. */
  perClause: number[][];
};

/** Adds up what signals, n-grams and (where there is one) the vector say: a softmax with fitted temperature. */
export function judgeReading(reading: Reading, language: Language, meaning: Float32Array | null): Judged {
  const words = weights.bias.map((bias, one) => {
    let sum = bias;
    const row = weights.signals[one] ?? [];
    for (let k = 0; k < row.length; k++) sum += (row[k] ?? 0) * (reading.signals[k] ?? 0);
    return sum;
  });
  const perClause = reading.clauses.map(() => new Array<number>(count).fill(0));
  const found = reading.grams.buckets;
  const share = 1 / Math.sqrt(found.length || 1);
  for (let at = 0; at < found.length; at++) {
    const clause = perClause[reading.grams.clauses[at] ?? 0];
    for (let one = 0; one < count; one++) {
      const value = (grams[one * buckets + (found[at] ?? 0)] ?? 0) * (weights.gramScales[one] ?? 0) * share;
      words[one] = (words[one] ?? 0) + value;
      if (clause) clause[one] = (clause[one] ?? 0) + value;
    }
  }
  const fromWords = softmax(words, weights.temperatures.words);
  if (meaning?.length !== dimensions) return { scores: fromWords, fromWords, perClause };
  const both = words.map((logit, one) => {
    let sum = 0;
    for (let k = 0; k < dimensions; k++)
      sum += (meaningWeights[one * dimensions + k] ?? 0) * (meaning[k] ?? 0);
    return logit + (weights.meaningBias[language][one] ?? 0) + sum * (weights.meaningScales[one] ?? 0);
  });
  return { scores: softmax(both, weights.temperatures.both), fromWords, perClause };
}

/** 1 a hint, 2 plain, 3 strong: a line over the signals and the scores of the words, cut where the training set is. */
export function strengthOf(reading: Reading, { fromWords }: Judged, emotion: number): 1 | 2 | 3 {
  const { signals, scores, own, bias, steps } = weights.strength;
  let level = bias + own * topOf(reading, emotion);
  for (let k = 0; k < signals.length; k++) level += (signals[k] ?? 0) * (reading.signals[k] ?? 0);
  for (let k = 0; k < count; k++) level += (scores[k] ?? 0) * (fromWords[k] ?? 0);
  return level <= steps[0] ? 1 : level <= steps[1] ? 2 : 3;
}

/** The strongest word of an emotion, 0 to 1. */
function topOf({ signals }: Reading, emotion: number): number {
  return signals[1 + 5 * emotion] ?? 0;
}

function softmax(logits: readonly number[], scale: number): number[] {
  const top = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp((logit - top) * scale));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
