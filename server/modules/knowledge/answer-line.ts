import {
  type Calibration,
  fewestMeasured,
  lineFor,
  wantedPrecisions,
  withCare,
} from '../../../brain/retrieval/index.ts';
import { type AnswerLine, type Care, care } from '../../../contract/index.ts';
import type { Database } from '../../database/client.ts';
import type { Library } from './library.ts';

type Chosen = { care: Care; setBy: string | null; setAt: number | null };

/** How careful the shop wants its AI: stored, and applied to whatever was learned last. */
export function createAnswerLine({
  database,
  live,
  now,
}: {
  database: Database;
  live: Library;
  now: () => number;
}) {
  let chosen: Chosen = { care: 'balanced', setBy: null, setAt: null };

  return {
    async load(): Promise<void> {
      const [row] = await database.query<{ care: string; setBy: string; setAt: number }>(
        'SELECT care, set_by AS "setBy", set_at AS "setAt" FROM answer_line',
      );
      const known = care.safeParse(row?.care);
      if (row && known.success) chosen = { care: known.data, setBy: row.setBy, setAt: row.setAt };
    },
    /** A calibration under the care chosen now, or another. */
    fit: (calibration: Calibration, wanted: Care = chosen.care): Calibration => withCare(calibration, wanted),
    async choose(wanted: Care, by: string, overrideReason: string): Promise<void> {
      const setAt = now();
      await database.query(
        `INSERT INTO answer_line (care, set_by, set_at, override_reason) VALUES ($1, $2, $3, $4)
         ON CONFLICT (the_one) DO UPDATE SET care = excluded.care, set_by = excluded.set_by, set_at = excluded.set_at,
           override_reason = excluded.override_reason`,
        [wanted, by, new Date(setAt), overrideReason],
      );
      chosen = { care: wanted, setBy: by, setAt };
      const { learned } = live.index;
      live.index.learn({ ...learned, calibration: withCare(learned.calibration, wanted) });
    },
    shown(hasLearned: boolean): AnswerLine {
      const { curve, measured, answerFrom } = live.index.calibration;
      const articles = [...live.published.values()];
      return {
        state: curve.length > 0 ? 'measured' : hasLearned ? 'too_few' : 'not_yet',
        phrasings: articles.reduce((sum, { phrasings }) => sum + phrasings.length, 0),
        fewest: fewestMeasured,
        measured,
        ...chosen,
        answerFrom,
        curve,
        choices: care.options.map((one) => ({
          care: one,
          wanted: wantedPrecisions[one],
          ...lineFor(curve, one),
        })),
      };
    },
  };
}
