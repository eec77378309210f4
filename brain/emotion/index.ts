/**
 * Emotion: what a customer's message feels like, and how that moves over a conversation. Chinese and English, pure.
 *
 * Words: feeling (one of six emotions, strength 0–3), evidence (the customer's own words), target (whom it is aimed at),
 * burden, trajectory, turning point.
 */
import type { Language } from '../language.ts';
import { type Judged, judgeReading, strengthOf } from './classifier.ts';
import { type Reading, readingOf } from './reading.ts';
import { type Target, targetOf } from './target.ts';

export { burdenOf, trajectory } from './trajectory.ts';

export const emotions = ['calm', 'anxious', 'dissatisfied', 'angry', 'happy', 'sad'] as const;
export type Emotion = (typeof emotions)[number];
export type Feeling = {
  emotion: Emotion;
  /** 0 none (calm), 1 a hint, 2 plain, 3 strong. */
  strength: 0 | 1 | 2 | 3;
  /** The customer's words that show it, null when calm. */
  evidence: string | null;
  /** How likely each is; they add up to 1. */
  scores: Record<Emotion, number>;
  /** Whom anger or dissatisfaction is aimed at; null for other feelings. */
  target: Target | null;
};

/**
 * Reads the feeling of one message. Linear in its length.
 * @param meaning the sentence encoder's vector of the text (`query: `), L2-normalised; the words alone serve without
 */
export function readFeeling(text: string, language: Language, meaning?: Float32Array | null): Feeling {
  const reading = readingOf(text);
  const judged = judgeReading(reading, language, meaning ?? null);
  const best = judged.scores.indexOf(Math.max(...judged.scores));
  const emotion = reading.clauses.length === 0 ? 'calm' : (emotions[best] as Emotion);
  const isComplaint = emotion === 'angry' || emotion === 'dissatisfied';
  return {
    emotion,
    strength: emotion === 'calm' ? 0 : strengthOf(reading, judged, best),
    evidence: emotion === 'calm' ? null : evidenceOf(reading, judged, best),
    scores: Object.fromEntries(emotions.map((one, at) => [one, judged.scores[at] ?? 0])) as Feeling['scores'],
    target: isComplaint ? targetOf(reading.hits) : null,
  };
}

/** The clause with the strongest word of that feeling; where no word shows it, the one whose n-grams speak most for it. */
function evidenceOf(reading: Reading, judged: Judged, best: number): string {
  const weight = (clause: number) => {
    const strongest = reading.hits.reduce(
      (top, hit) =>
        hit.clause === clause && hit.topic === emotions[best] ? Math.max(top, hit.strength) : top,
      0,
    );
    return strongest + (judged.perClause[clause]?.[best] ?? 0) - (judged.perClause[clause]?.[0] ?? 0);
  };
  const weights = reading.clauses.map((_, clause) => weight(clause));
  return (reading.clauses[weights.indexOf(Math.max(...weights))] ?? '')
    .replace(/[，,、;；\s]{1,9}$/, '')
    .trim()
    .slice(0, 160);
}
