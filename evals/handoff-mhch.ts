import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { overlap } from '../brain/handoff/repetition.ts';
import type { Row } from './row.ts';

type Turn = { role: 'customer' | 'agent'; tokens: string; handoff: 0 | 1 };

/**
 * When to hand over, seen from what is not text: word ids only (MHCH, Liu et al. 2021; no licence stated, so it is
 * measured with and nothing is learned from it that ships). The first half of the dialogues fits a small logistic and its
 * threshold, the second half is measured: F1 over all turns.
 */
export function reportMhch(data = process.env.TANDEM_EVAL_DATA): Row[] {
  return (
    [
      ['clothing', 0.5],
      ['makeup', 0.45],
    ] as const
  ).map(([name, least]) => {
    const row = { set: `MHCH ${name}`, measure: 'F1', least, aim: 0.6 };
    if (!data) return { ...row, value: null, note: 'skipped: TANDEM_EVAL_DATA names no folder' };
    const lines = readFileSync(join(data, `zh_handoff_mhch_${name}/dev.jsonl`), 'utf8')
      .trim()
      .split('\n');
    const dialogues = lines.map((line) => (JSON.parse(line) as { turns: Turn[] }).turns);
    const half = Math.floor(dialogues.length / 2);
    return {
      ...row,
      value: f1OfHalves(dialogues.slice(0, half), dialogues.slice(half)),
      note: 'without text',
    };
  });
}

type Example = { x: number[]; y: number };

function f1OfHalves(fitted: Turn[][], measured: Turn[][]): number {
  const known = fitted.flatMap(examplesOf);
  const weights = learn(known);
  const scored = known.map(({ x, y }) => ({ score: dot(weights, x), y }));
  const line = bestLine(scored);
  return f1(measured.flatMap(examplesOf).map(({ x, y }) => ({ hit: dot(weights, x) >= line, y })));
}

/** Repetition by the speaker and by the other, how long, how far on, who speaks, how many in a row. */
function examplesOf(turns: Turn[]): Example[] {
  const sets = turns.map((turn) => new Set(turn.tokens.split(' ')));
  const lengths = sets.map((set) => Math.log1p(set.size));
  const repeatedAt = (at: number) =>
    Math.max(
      0,
      ...turns.flatMap((one, other) =>
        other < at && one.role === turns[at]?.role
          ? [overlap(sets[other] as Set<string>, sets[at] as Set<string>)]
          : [],
      ),
    );
  return turns.map((turn, at) => {
    const like = (role: Turn['role'], back: number) =>
      Math.max(
        0,
        ...turns.flatMap((one, other) =>
          one.role === role && other < at && at - other <= back
            ? [overlap(sets[other] as Set<string>, sets[at] as Set<string>)]
            : [],
        ),
      );
    const other = turn.role === 'customer' ? 'agent' : 'customer';
    const customer = turn.role === 'customer' ? 1 : 0;
    const repeated = like(turn.role, 99);
    const sameInRow = turns
      .slice(0, at)
      .reverse()
      .findIndex((one) => one.role !== turn.role);
    const ownBefore = turns.slice(0, at).filter((one) => one.role === turn.role).length;
    const position = at / Math.max(1, turns.length - 1);
    const length = lengths[at] as number;
    const previous = lengths[at - 1] ?? 0;
    const base = [
      1,
      repeated,
      repeated >= 0.5 ? 1 : 0,
      like(turn.role, 3),
      like(other, 99),
      like(other, 2),
      length,
      length * length,
      previous,
      at === 0 ? 1 : 0,
      at <= 2 ? 1 : 0,
      Math.min(1, at / 20),
      position,
      position * position,
      at === turns.length - 1 ? 1 : 0,
      Math.min(1, Math.max(0, sameInRow) / 3),
      Math.min(1, ownBefore / 8),
      Math.min(1, turns.length / 20),
      // What follows a repetition, and a repetition by the other just before, as interactions.
      repeated * Math.min(1, at / 20),
      repeated * length,
      at > 0 ? Number((turns[at - 1] as Turn).role === turn.role) : 0,
      at > 0 ? repeatedAt(at - 1) : 0,
      repeated >= 0.8 ? 1 : 0,
      length < 1.5 ? 1 : 0,
    ];
    return { x: [...base, ...base.map((value) => value * customer)], y: turn.handoff };
  });
}

function learn(examples: Example[]): number[] {
  const size = examples[0]?.x.length ?? 0;
  const weights = new Array<number>(size).fill(0);
  const squares = new Array<number>(size).fill(1e-8);
  for (let step = 0; step < 700; step++) {
    const gradient = weights.map((weight) => weight * 1e-3);
    for (const { x, y } of examples) {
      const error = (1 / (1 + Math.exp(-dot(weights, x))) - y) / examples.length;
      for (let at = 0; at < size; at++) gradient[at] = (gradient[at] as number) + error * (x[at] as number);
    }
    for (let at = 0; at < size; at++) {
      const slope = gradient[at] as number;
      squares[at] = (squares[at] as number) + slope * slope;
      weights[at] = (weights[at] as number) - (0.3 * slope) / Math.sqrt(squares[at] as number);
    }
  }
  return weights;
}

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] as number), 0);
}

function bestLine(scored: { score: number; y: number }[]): number {
  const lines = [...scored].sort((a, b) => a.score - b.score).filter((_, at) => at % 20 === 0);
  return lines.reduce(
    (best, { score: line }) => {
      const value = f1(scored.map(({ score, y }) => ({ hit: score >= line, y })));
      return value > best.value ? { line, value } : best;
    },
    { line: 0, value: 0 },
  ).line;
}

function f1(found: { hit: boolean; y: number }[]): number {
  const hits = found.filter(({ hit, y }) => hit && y === 1).length;
  const wrong = found.filter(({ hit, y }) => hit !== (y === 1)).length;
  return hits === 0 ? 0 : (2 * hits) / (2 * hits + wrong);
}
