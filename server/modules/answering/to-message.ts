import type { TurnDecision } from '../../../brain/answer/decide-turn.ts';
import type { ReasonCode } from '../../../contract/index.ts';
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
      ...(reasonOf(decision) ? { reasonCode: reasonOf(decision) } : {}),
      confidence: decision.confidence,
      missed: decision.missed,
      durationMs,
      why: decision.why,
    },
  };
}

function reasonOf(decision: Spoken): ReasonCode | undefined {
  return 'reasonCode' in decision ? decision.reasonCode : decision.offers;
}
