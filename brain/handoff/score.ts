import type { ReplayDialogue, ReplayedTurn } from './replay.ts';

/** Counts over replayed dialogues; rates are made from them at the end, so that counts can be added up. */
export type Tally = {
  dialogues: number;
  /** Turns labelled `hand_off`, and of these those where the policy handed off right there, not having done so before. */
  must: number;
  caught: number;
  /** Of the rest: gone past (the policy went on or only offered), or handed off needlessly before. */
  tooLate: number;
  tooEarly: number;
  /** Customer turns reached and labelled `continue` or `offer`, and hand-offs among them. */
  mayGoOn: number;
  needless: number;
  offersDue: number;
  offersMade: number;
  offersRight: number;
};

export const emptyTally = (): Tally => ({
  dialogues: 0,
  must: 0,
  caught: 0,
  tooLate: 0,
  tooEarly: 0,
  mayGoOn: 0,
  needless: 0,
  offersDue: 0,
  offersMade: 0,
  offersRight: 0,
});

/** Adds one replayed dialogue. Turns without a label count nowhere. */
export function count(tally: Tally, dialogue: ReplayDialogue, replayed: readonly ReplayedTurn[]): void {
  if (!dialogue.turns.some((turn) => turn.label !== null)) return;
  tally.dialogues++;
  for (const { turn, judgement } of replayed) {
    if (turn.label === null) continue;
    if (turn.label === 'hand_off') {
      tally.must++;
      if (judgement.action === 'hand_off') tally.caught++;
      else tally.tooLate++;
      continue;
    }
    tally.mayGoOn++;
    if (judgement.action === 'hand_off') tally.needless++;
    if (turn.label === 'offer') tally.offersDue++;
    if (judgement.action === 'offer') tally.offersMade++;
    if (judgement.action === 'offer' && turn.label === 'offer') tally.offersRight++;
  }
  const unreached = dialogue.turns.slice(replayed.length).filter((turn) => turn.label === 'hand_off').length;
  tally.must += unreached;
  tally.tooEarly += unreached;
}

export type Rates = {
  recall: number;
  /** Hand-offs at turns where the AI should have gone on, per such turn, and per dialogue. */
  needless: number;
  needlessDialogues: number;
  tooLate: number;
  offerPrecision: number;
  offerRecall: number;
};

export function ratesOf(tally: Tally): Rates {
  return {
    recall: share(tally.caught, tally.must),
    needless: share(tally.needless, tally.mayGoOn),
    needlessDialogues: share(tally.needless, tally.dialogues),
    tooLate: share(tally.tooLate, tally.must),
    offerPrecision: share(tally.offersRight, tally.offersMade),
    offerRecall: share(tally.offersRight, tally.offersDue),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
