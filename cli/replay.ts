import { readFile } from 'node:fs/promises';
import { defaultPolicy } from '../brain/handoff/default-policy.ts';
import { readLabelled } from '../brain/handoff/labelled.ts';
import type { Policy } from '../brain/handoff/policy.ts';
import { type ReplayDialogue, readDialogue, replay } from '../brain/handoff/replay.ts';
import { count, emptyTally, ratesOf, type Tally } from '../brain/handoff/score.ts';
import { handOffPolicy } from '../contract/index.ts';
import { openDesk } from './open-desk.ts';

type Options = { policy?: string; last: string; product?: boolean };
type Side = {
  byLanguage: Map<string, Tally>;
  byReason: Map<string, Tally>;
  handOffs: number;
  offers: number;
};
type Run = { dialogues: ReplayDialogue[]; tried: Policy; inForce: Policy; names: [string, string] };

/**
 * Runs a policy over labelled dialogues (JSONL files) or, without files, over the conversations this desk recorded, and
 * prints how it does beside the policy in force.
 */
export async function replayPolicy(files: string[], options: Options): Promise<void> {
  const { dialogues, tried, inForce, names } = await prepare(files, options);
  const [next, now] = [run(dialogues, tried), run(dialogues, inForce)];
  console.log(`${dialogues.length} conversations · ${names[0]} beside ${names[1]}\n`);
  const rows: string[][] = [['', 'must', 'recall', 'needless', 'too late', 'too early', 'offers right']];
  for (const [title, pick] of [
    ['language', 'byLanguage'],
    ['reason', 'byReason'],
  ] as const) {
    for (const key of [...next[pick].keys()].sort()) {
      const [a, b] = [next[pick].get(key) ?? emptyTally(), now[pick].get(key) ?? emptyTally()];
      const [x, y] = [ratesOf(a), ratesOf(b)];
      rows.push([
        `${title} ${key}`,
        String(a.must),
        a.must > 0 ? beside(x.recall, y.recall) : '–',
        a.mayGoOn > 0 ? beside(x.needless, y.needless) : '–',
        String(a.tooLate),
        String(a.tooEarly),
        a.offersMade > 0 ? `${a.offersRight} of ${a.offersMade}` : '–',
      ]);
    }
  }
  print(rows);
  console.log(
    `\nhand-offs ${next.handOffs} (${signed(next.handOffs - now.handOffs)}), offers ${next.offers} (${signed(next.offers - now.offers)})`,
  );
}

async function prepare(files: string[], options: Options): Promise<Run> {
  const wantsDesk =
    files.length === 0 || /^\d+$/.test(options.policy ?? '') || (!options.policy && !options.product);
  const given = options.policy && !/^\d+$/.test(options.policy) ? await policyFile(options.policy) : null;
  const read = async () =>
    (await Promise.all(files.map((file) => readFile(file, 'utf8').then(readLabelled)))).flat();
  if (!wantsDesk || options.product)
    return {
      dialogues: await read(),
      tried: given ?? defaultPolicy,
      inForce: defaultPolicy,
      names: [options.policy ?? 'the product’s policy', 'the product’s policy'],
    };
  const { desk, close } = await openDesk();
  try {
    const versions = await desk.policies.list();
    const { version, policy } = await desk.policies.inForce();
    const stored = versions.find((one) => String(one.version) === options.policy);
    if (options.policy && !given && !stored) throw new Error(`There is no policy version ${options.policy}.`);
    const recorded = files.length > 0 ? [] : await desk.policies.recorded(Number(options.last));
    return {
      dialogues: files.length > 0 ? await read() : recorded.map((one) => one.dialogue),
      tried: given ?? stored?.policy ?? policy,
      inForce: policy,
      names: [
        options.policy ? `policy ${options.policy}` : `version ${version}`,
        `version ${version} in force`,
      ],
    };
  } finally {
    await close();
  }
}

async function policyFile(path: string): Promise<Policy> {
  const parsed = handOffPolicy.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${path}: ${issue?.path.join('.')}: ${issue?.message}`);
}

function run(dialogues: ReplayDialogue[], policy: Policy): Side {
  const side: Side = { byLanguage: new Map(), byReason: new Map(), handOffs: 0, offers: 0 };
  for (const dialogue of dialogues) {
    const replayed = replay(readDialogue(dialogue), policy);
    side.handOffs += replayed.filter((turn) => turn.judgement.action === 'hand_off').length;
    side.offers += replayed.filter((turn) => turn.judgement.action === 'offer').length;
    const reason = dialogue.turns.find((turn) => turn.label === 'hand_off')?.reason;
    for (const [map, key] of [
      [side.byLanguage, dialogue.language],
      ...(reason ? [[side.byReason, reason] as const] : []),
    ] as const) {
      const tally = map.get(key) ?? emptyTally();
      map.set(key, tally);
      count(tally, dialogue, replayed);
    }
  }
  return side;
}

function beside(value: number, other: number): string {
  const change = Math.round((value - other) * 1000) / 1000;
  return `${value.toFixed(3)}${change === 0 ? '' : ` (${change > 0 ? '+' : ''}${change.toFixed(3)})`}`;
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value);
}

function print(rows: string[][]): void {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  for (const row of rows)
    console.log(
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}
