/**
 * Emotion: what a customer's message feels like, and how that moves over a conversation. Chinese and English, pure.
 *
 * Words: feeling (one of six emotions, strength 0–3), evidence (the customer's own words), target (whom it is aimed at),
 * burden, trajectory, turning point.
 */
import type { Language } from '../language.ts';
import { normalise } from '../text/normalise.ts';
import { type Hit, hitsOf } from './hits.ts';
import { type Target, targetOf } from './target.ts';

export { trajectory } from './trajectory.ts';

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

/** Longer messages are read up to here: a page of text feels as its beginning. */
const longest = 4000;

/**
 * Reads the feeling of one message. Linear in its length.
 * @param meaning the sentence encoder's vector of the text (`query: `), L2-normalised; the words alone serve without
 */
export function readFeeling(text: string, _language: Language, _meaning?: Float32Array | null): Feeling {
  const clauses = clausesOf(text.slice(0, longest));
  const hits = clauses.flatMap((clause, at) => hitsOf(normalise(clause), at));
  const logits = emotions.map((emotion) => {
    const own = hits.filter((hit) => hit.topic === emotion);
    const top = Math.max(0, ...own.map((hit) => hit.strength));
    return emotion === 'calm' ? 1.2 + Math.min(top, 1) * 1.2 : top * 1.3 + Math.min(own.length, 4) * 0.4;
  });
  const scores = softmax(logits);
  const emotion = emotions.reduce((best, one) => (scores[one] > scores[best] ? one : best));
  const loud = /[!！]{2}|[A-Z]{4}[^a-z]*[A-Z]{4}/.test(text) ? 1 : 0;
  const top = Math.max(1, ...hits.filter((hit) => hit.topic === emotion).map((hit) => hit.strength));
  const strength = emotion === 'calm' ? 0 : (Math.min(3, top + loud) as 1 | 2 | 3);
  const isComplaint = emotion === 'angry' || emotion === 'dissatisfied';
  return {
    emotion,
    strength,
    evidence: emotion === 'calm' ? null : evidenceOf(clauses, hits, emotion),
    scores,
    target: isComplaint ? targetOf(hits) : null,
  };
}

function clausesOf(text: string): string[] {
  return (text.match(/[^，。！？,.!?;；\n]+[，。！？,.!?;；\n]*/g) ?? []).filter(
    (clause) => clause.trim() !== '',
  );
}

function softmax(logits: readonly number[]): Record<Emotion, number> {
  const top = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return Object.fromEntries(emotions.map((emotion, at) => [emotion, (powers[at] ?? 0) / total])) as Record<
    Emotion,
    number
  >;
}

function evidenceOf(clauses: readonly string[], hits: readonly Hit[], emotion: Emotion): string {
  const strongest = hits
    .filter((hit) => hit.topic === emotion)
    .reduce<Hit | null>((best, hit) => (!best || hit.strength > best.strength ? hit : best), null);
  return (clauses[strongest?.clause ?? 0] ?? '').trim().slice(0, 160);
}
