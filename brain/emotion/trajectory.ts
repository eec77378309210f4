import type { Emotion, Feeling } from './index.ts';

export type Trajectory = {
  /** Rising = getting worse. */
  trend: 'rising' | 'steady' | 'easing';
  /** Positions at which the mood turned by a plain step or more, oldest first. */
  turningPoints: number[];
  /** Position of the worst message; the latest among equals; null when nothing was bad. */
  worst: number | null;
};

const weights: Record<Emotion, number> = {
  happy: -0.5,
  calm: 0,
  anxious: 0.6,
  dissatisfied: 0.8,
  sad: 0.8,
  angry: 1,
};

/** How bad a message feels, from −1.5 (delighted) over 0 (calm) to 3 (furious). */
export function burdenOf(feeling: Pick<Feeling, 'emotion' | 'strength'>): number {
  return weights[feeling.emotion] * feeling.strength;
}

const step = 1.2;
const slope = 0.35;

/**
 * The line of feelings over a conversation. Trend: the last message against the average of those before it, the recent
 * ones weighing more (each half as much as the next). @param feelings the customer's messages, oldest first
 */
export function trajectory(feelings: readonly Pick<Feeling, 'emotion' | 'strength'>[]): Trajectory {
  const burdens = feelings.map(burdenOf);
  const turningPoints: number[] = [];
  let level = burdens[0] ?? 0;
  let worst: number | null = null;
  burdens.forEach((burden, at) => {
    if (burden > 0 && burden >= (worst === null ? 0 : (burdens[worst] ?? 0))) worst = at;
    if (at > 0 && Math.abs(burden - level) >= step) {
      turningPoints.push(at);
      level = burden;
    }
  });
  return { trend: trendOf(burdens), turningPoints, worst };
}

function trendOf(burdens: readonly number[]): Trajectory['trend'] {
  if (burdens.length < 2) return 'steady';
  let before = 0;
  let weight = 0;
  burdens.slice(0, -1).forEach((burden, at) => {
    const share = 0.5 ** (burdens.length - 2 - at);
    before += share * burden;
    weight += share;
  });
  const change = (burdens.at(-1) ?? 0) - before / weight;
  return change > slope ? 'rising' : change < -slope ? 'easing' : 'steady';
}
