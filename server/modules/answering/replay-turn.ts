import type { TurnDecision } from '../../../brain/answer/decide-turn.ts';
import { wording } from '../../../brain/answer/wording.ts';
import { applyEntry, type Conversation, type Entry, type ReplayedTurn } from '../../../contract/index.ts';
import { notFound } from '../../platform/problem.ts';
import { type Knowledge, wordsOf } from '../knowledge/index.ts';
import { readTurn } from './read-turn.ts';

type Side = ReplayedTurn['before'];

/**
 * Takes a stored turn again: the conversation is folded to where it stood before the AI's message, and decided anew.
 * @param timeline every entry of the conversation up to and with the turn's message
 */
export async function replayTurn(
  timeline: Entry[],
  seq: number,
  decide: (turn: ReturnType<typeof readTurn>, customerId: string) => Promise<TurnDecision>,
  lookup: Knowledge['lookup'],
): Promise<ReplayedTurn> {
  const said = timeline.at(-1);
  if (said?.seq !== seq || said.type !== 'message.sent' || !said.body.turn) throw notFound('turn');
  const earlier = timeline.slice(0, -1);
  const state = earlier.reduce<Conversation | null>(applyEntry, null);
  if (!state) throw notFound('turn');
  const episode = earlier.filter((entry) => entry.seq >= state.episodeStartSeq);
  const turn = readTurn(state, episode);
  const decision = await decide(turn, state.customerId);
  const before: Side = {
    action: said.body.turn.action,
    reasonCode: said.body.turn.reasonCode ?? null,
    confidence: said.body.turn.confidence ?? null,
    missed: said.body.turn.missed,
    language: said.body.language,
    text: said.body.text,
    sources: said.body.sources,
    choices: said.body.choices.map((choice) => choice.label),
    why: said.body.turn.why,
  };
  const now = sideOf(decision, lookup);
  return {
    asked: turn.text,
    askedLanguage: decision.language,
    before,
    now,
    differs: differences(before, now),
    answeredBy: decision.action === 'answer' ? decision.articleId : null,
  };
}

function sideOf(decision: TurnDecision, lookup: Knowledge['lookup']): Side {
  const words =
    decision.action === 'hand_off'
      ? { text: wording(decision.language).handingOff(decision.reasonCode), sources: [], choices: [] }
      : wordsOf(decision, lookup);
  return {
    action: decision.action,
    reasonCode: ('reasonCode' in decision ? decision.reasonCode : decision.offers) ?? null,
    confidence: decision.confidence,
    missed: decision.missed,
    language: decision.language,
    text: words.text,
    sources: words.sources,
    choices: words.choices.map((choice) => choice.label),
    why: decision.why,
  };
}

/** A hand-off's words depend on who was on shift, so there they do not count. */
function differences(before: Side, now: Side): ReplayedTurn['differs'] {
  const ids = (side: Side) => side.sources.map((source) => source.articleId).join();
  const differs: ReplayedTurn['differs'] = [];
  if (before.action !== now.action) differs.push('action');
  if (before.reasonCode !== now.reasonCode) differs.push('reason');
  if (ids(before) !== ids(now)) differs.push('source');
  if (now.action === 'hand_off' && before.action === 'hand_off') return differs;
  if (before.text !== now.text) differs.push('text');
  if (before.choices.join('\n') !== now.choices.join('\n')) differs.push('choices');
  return differs;
}
