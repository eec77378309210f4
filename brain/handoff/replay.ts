import { readFeeling } from '../emotion/index.ts';
import type { Language } from '../language.ts';
import { type EpisodeLine, type Features, type Moment, readFeatures } from './features.ts';
import { type Judgement, judge, type Policy } from './policy.ts';

/** What a good desk does right after a message. */
export type Label = 'continue' | 'offer' | 'hand_off';

/** One customer message with what the AI had at hand for it. */
export type ReplayTurn = {
  text: string;
  meaning?: Float32Array | null;
  reply: { action: string; confidence: number; missed: boolean };
  failedTool: boolean;
  /** What should have been done, where somebody said so. */
  label: Label | null;
  reason: string | null;
  /** What the AI or an agent said after it, if anything. */
  followedBy: EpisodeLine[];
};

export type ReplayDialogue = {
  id: string;
  language: Language;
  customer: { vip: boolean; orderValue: number | null };
  turns: ReplayTurn[];
};

export type ReplayedTurn = { turn: ReplayTurn; features: Features; judgement: Judgement };

/** The features of every customer message, each seen with what was said before it. Once read, any policy can be run. */
export function readDialogue(dialogue: ReplayDialogue): { turn: ReplayTurn; features: Features }[] {
  return momentsOf(dialogue).map(({ turn, moment }) => ({ turn, features: readFeatures(moment) }));
}

/** Every customer message as the moment it was said in. */
export function momentsOf(dialogue: ReplayDialogue): { turn: ReplayTurn; moment: Moment }[] {
  const history: EpisodeLine[] = [];
  let misses = 0;
  return dialogue.turns.map((turn) => {
    const feeling = readFeeling(turn.text, dialogue.language, turn.meaning ?? null);
    const lastSaid = history.findLast((line) => line.from !== 'customer');
    const offered = lastSaid?.action === 'offer' || lastSaid?.offered === true;
    const moment: Moment = {
      language: dialogue.language,
      text: turn.text,
      meaning: turn.meaning ?? null,
      feeling,
      history: [...history],
      reply: turn.reply,
      consecutiveMisses: misses,
      offerOpen: offered && history.at(-1) === lastSaid,
      failedTool: turn.failedTool,
      customer: dialogue.customer,
    };
    // A miss counts once the AI has had its turn after it, and a turn that asked nothing does not break the row.
    if (turn.followedBy.length > 0 && turn.reply.action !== 'small_talk')
      misses = turn.reply.missed ? misses + 1 : 0;
    history.push({ from: 'customer', text: turn.text, action: null, feeling, meaning: turn.meaning ?? null });
    history.push(...turn.followedBy);
    return { turn, moment };
  });
}

/** Runs a policy over a dialogue. It ends at the policy's own hand-off: what came after would not have been said. */
export function replay(read: { turn: ReplayTurn; features: Features }[], policy: Policy): ReplayedTurn[] {
  const replayed: ReplayedTurn[] = [];
  for (const { turn, features } of read) {
    const judgement = judge(features, policy);
    replayed.push({ turn, features, judgement });
    if (judgement.action === 'hand_off') break;
  }
  return replayed;
}
