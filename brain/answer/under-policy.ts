import { readFeeling } from '../emotion/index.ts';
import { defaultPolicy } from '../handoff/default-policy.ts';
import { readFeatures } from '../handoff/features.ts';
import { type Judgement, judge } from '../handoff/policy.ts';
import type { TurnDecision, TurnInput } from './decide-turn.ts';

/**
 * The turn under the hand-off policy: what the AI would do may become an offer of a person beside it, or a hand-off.
 * Never the other way round: a hand-off stays one.
 */
export function underPolicy(input: TurnInput, decision: TurnDecision): TurnDecision {
  if (decision.action === 'hand_off') return decision;
  const judgement = judgeTurn(input, decision);
  const why = { ...decision.why, judged: judgement };
  const { reasonCode } = judgement;
  if (judgement.action === 'hand_off' && reasonCode) {
    const { quote, rule } = judgement.evidence;
    const { language, missed } = decision;
    return {
      language,
      missed,
      action: 'hand_off',
      reasonCode,
      confidence: judgement.confidence,
      evidence: { quote, rule },
      why: { ...why, rule },
    };
  }
  if (judgement.action !== 'offer' || !reasonCode || decision.action === 'offer') return { ...decision, why };
  if (decision.action === 'unknown') return { ...decision, action: 'offer', reasonCode, why };
  return { ...decision, offers: reasonCode, why };
}

/** How many earlier messages a mood is read from. */
const moodsRead = 4;

function judgeTurn(input: TurnInput, decision: TurnDecision): Judgement {
  const { text, language, history } = input;
  const customers = history.filter((line) => line.from === 'customer').slice(-moodsRead);
  const meaningOf = (said: string) => input.meanings?.get(said) ?? null;
  const features = readFeatures({
    language: decision.language,
    text,
    meaning: meaningOf(text),
    feeling: readFeeling(text, decision.language, meaningOf(text)),
    history: history.map((line) => {
      if (!customers.includes(line)) return line;
      const meaning = line.meaning ?? meaningOf(line.text);
      return { ...line, meaning, feeling: line.feeling ?? readFeeling(line.text, language, meaning) };
    }),
    reply: { action: decision.action, confidence: decision.confidence, missed: decision.missed },
    consecutiveMisses: input.consecutiveMisses,
    offerOpen: input.offerOpen,
    failedTool: false,
    customer: input.customer ?? { vip: false, orderValue: null },
  });
  return judge(features, input.policy ?? defaultPolicy, input.staffing ?? null);
}
