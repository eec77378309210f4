import type { TurnDecision } from '../../../brain/answer/decide-turn.ts';
import type { AiMessage } from '../conversations/index.ts';
import { type Knowledge, wordsOf } from '../knowledge/index.ts';

type Spoken = Exclude<TurnDecision, { action: 'hand_off' }>;

/** A decision as the message that is sent, with its record. */
export function toMessage(decision: Spoken, lookup: Knowledge['lookup'], durationMs: number): AiMessage {
  return {
    ...wordsOf(decision, lookup),
    language: decision.language,
    turn: {
      action: decision.action,
      ...('reasonCode' in decision ? { reasonCode: decision.reasonCode } : {}),
      confidence: decision.confidence,
      missed: decision.missed,
      durationMs,
      why: decision.why,
    },
  };
}
