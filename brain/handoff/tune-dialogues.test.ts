import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultPolicy } from './default-policy.ts';
import { readLabelled } from './labelled.ts';
import { readDialogue, replay } from './replay.ts';
import { count, emptyTally, ratesOf } from './score.ts';

/** The half that is tuned on; the other half is measured by `npm run eval` and looked at by nobody. */
describe('the product’s policy on the tune dialogues, words alone', () => {
  it.each(['zh', 'en'])('%s: catches what needs a person, and leaves the rest', (language) => {
    const path = new URL(`../../evals/dialogues/${language}.tune.jsonl`, import.meta.url);
    const tally = emptyTally();
    for (const dialogue of readLabelled(readFileSync(path, 'utf8')))
      count(tally, dialogue, replay(readDialogue(dialogue), defaultPolicy));
    const { recall, needless } = ratesOf(tally);
    expect(tally.must).toBeGreaterThan(60);
    expect(recall).toBeGreaterThan(0.8);
    expect(needless).toBeLessThan(0.1);
  });
});
