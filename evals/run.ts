import { join } from 'node:path';
import { createEncoder } from '../server/adapters/encoder/index.ts';
import { createLog } from '../server/platform/log.ts';
import { packageRoot } from '../server/platform/package-root.ts';
import { reportEmotion } from './emotion.ts';
import { reportHandoff } from './handoff.ts';
import { reportQuestions } from './questions.ts';
import type { Embed, Row } from './row.ts';
import { reportSpeed } from './speed.ts';

/**
 * `npm run eval [-- questions|emotion|handoff|speed …] [--words]`: measures the brain on labelled sets and prints one table. With
 * `--words` the encoder stays off. Public sets are read from the folder TANDEM_EVAL_DATA names.
 */
const parts: Record<string, (embed: Embed) => Promise<Row[]>> = {
  questions: reportQuestions,
  emotion: reportEmotion,
  handoff: reportHandoff,
  speed: reportSpeed,
};

const argv = process.argv.slice(2);
const wanted = argv.filter((name) => !name.startsWith('--'));
const encoder = argv.includes('--words')
  ? null
  : await createEncoder({
      folder: join(packageRoot, 'models/multilingual-e5-small'),
      packageRoot,
      log: createLog('warn'),
    });
const embed: Embed = encoder && ((texts, kind) => encoder.embed(texts, kind));
const rows: Row[] = [];
for (const [name, report] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) rows.push(...(await report(embed)));
}
await encoder?.close();

const shown = rows.map(({ set, measure, value, least, aim, note }) => [
  set,
  measure,
  value === null || Number.isNaN(value) ? '–' : value >= 100 ? value.toFixed(0) : value.toFixed(3),
  value === null || Number.isNaN(value) ? '' : reached(measure, value, least, aim),
  String(least),
  String(aim),
  note,
]);
const head = ['set', 'measure', 'value', '', 'least', 'aim', 'note'];
const widths = head.map((title, at) => Math.max(title.length, ...shown.map((row) => row[at]?.length ?? 0)));
for (const row of [head, widths.map((width) => '-'.repeat(width)), ...shown]) {
  console.log(
    row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] as number))).join('  '),
  );
}

function reached(measure: string, value: number, least: number, aim: number): string {
  const sign = measure.includes('at most') ? -1 : 1;
  if (sign * value >= sign * aim) return 'aim';
  return sign * value >= sign * least ? 'ok' : 'MISSED';
}
