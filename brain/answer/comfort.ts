import { type Feeling, readFeeling } from '../emotion/index.ts';
import type { TurnDecision, TurnInput } from './decide-turn.ts';
import { wording } from './wording.ts';

/** Feelings that are answered with a word of comfort before the way forward. */
export type Comfort = 'anxious' | 'dissatisfied' | 'angry' | 'sad';

/** An answer to somebody who is plainly upset begins with a sentence for that. */
export function comforting(
  { text, meanings, history }: Pick<TurnInput, 'text' | 'meanings' | 'history'>,
  decision: TurnDecision,
): TurnDecision {
  if (decision.action !== 'answer') return decision;
  const comfort = comfortFor(readFeeling(text, decision.language, meanings?.get(text) ?? null), history);
  return comfort ? { ...decision, comfort } : decision;
}

/**
 * Whether the answer begins with a sentence for the feeling: only when it is plain, not when it is aimed at somebody
 * else, and never when the AI's last words already began so.
 * @param history the episode before this message, oldest first
 */
function comfortFor(feeling: Feeling, history: readonly { from: string; text: string }[]): Comfort | null {
  const { emotion, strength, target } = feeling;
  if (emotion === 'calm' || emotion === 'happy' || strength < 2 || target === 'third_party') return null;
  const last = history.findLast((line) => line.from === 'ai')?.text ?? '';
  const said = [wording('zh'), wording('en')].flatMap((say) => Object.values(say.comfort));
  return said.some((sentence) => last.startsWith(sentence)) ? null : emotion;
}
