import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPolicy } from '../brain/handoff/default-policy.ts';
import { readLabelled } from '../brain/handoff/labelled.ts';
import type { Policy } from '../brain/handoff/policy.ts';
import { type ReplayDialogue, readDialogue, replay } from '../brain/handoff/replay.ts';
import { count, emptyTally, ratesOf, type Tally } from '../brain/handoff/score.ts';
import { packageRoot } from '../server/platform/package-root.ts';
import { reportMhch } from './handoff-mhch.ts';
import type { Embed, Row } from './row.ts';

export type Split = 'tune' | 'test';

/**
 * How well the product's hand-off policy does on the labelled dialogues. Recall is strict: a turn labelled `hand_off`
 * counts when the policy hands off right there and not before. Needless: hand-offs at turns labelled otherwise, per such
 * turn reached. A dialogue ends at the policy's own hand-off.
 */
export async function reportHandoff(embed: Embed, split: Split = 'test'): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [note, vectors] of [
    ['words alone', null] as const,
    ...(embed ? [['with vectors', embed] as const] : []),
  ]) {
    const tallies = await Promise.all(
      (['zh', 'en'] as const).map((language) => tallyOf(language, split, vectors)),
    );
    const all = tallies.map(ratesOf);
    for (const [at, language] of (['zh', 'en'] as const).entries()) {
      const { recall = 0, needless = 0, needlessDialogues = 0 } = all[at] ?? {};
      const set = `hand-off ${language}`;
      rows.push(
        { set, measure: 'must-escalate recall', value: recall, least: 0.95, aim: 0.98, note },
        {
          set,
          measure: 'needless (at most)',
          value: needless,
          least: 0.1,
          aim: 0.05,
          note: `${note}; per dialogue ${needlessDialogues.toFixed(3)}`,
        },
      );
    }
    const gap = Math.abs((all[0]?.recall ?? 0) - (all[1]?.recall ?? 0));
    rows.push({ set: 'hand-off zh/en', measure: 'gap (at most)', value: gap, least: 0.03, aim: 0.02, note });
  }
  return [...rows, ...reportMhch()];
}

async function tallyOf(language: 'zh' | 'en', split: Split, embed: Embed): Promise<Tally> {
  const dialogues = readLabelled(
    readFileSync(join(packageRoot, `evals/dialogues/${language}.${split}.jsonl`), 'utf8'),
  );
  return tallyDialogues(embed ? await withMeaning(dialogues, embed) : dialogues, defaultPolicy);
}

export function tallyDialogues(dialogues: ReplayDialogue[], policy: Policy): Tally {
  const tally = emptyTally();
  for (const dialogue of dialogues) count(tally, dialogue, replay(readDialogue(dialogue), policy));
  return tally;
}

/** The dialogues with the sentence vector of every customer message, where there is an encoder. */
export async function withMeaning(
  dialogues: ReplayDialogue[],
  embed: NonNullable<Embed>,
): Promise<ReplayDialogue[]> {
  if (!embed) return dialogues;
  const turns = dialogues.flatMap((dialogue) => dialogue.turns);
  const vectors = await embed(
    turns.map((turn) => turn.text),
    'query',
  );
  turns.forEach((turn, at) => {
    turn.meaning = vectors[at] ?? null;
  });
  return dialogues;
}
