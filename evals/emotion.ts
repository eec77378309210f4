import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Emotion, emotions, type Feeling, readFeeling } from '../brain/emotion/index.ts';
import type { Language } from '../brain/language.ts';
import { packageRoot } from '../server/platform/package-root.ts';
import type { Embed, Row } from './row.ts';

type Labelled = { text: string; emotion: Emotion; strength: number };

/** GoEmotions' labels (Demszky et al. 2020) that count as negative, and as anger. */
const negative = new Set(
  'anger annoyance disapproval disappointment disgust sadness grief remorse fear nervousness embarrassment'.split(
    ' ',
  ),
);
const anger = new Set(['anger', 'annoyance']);

/**
 * How well feelings are read, by the words alone and, given an encoder, with its vectors.
 * @param data the folder of public sets (TANDEM_EVAL_DATA); without it GoEmotions is named as skipped
 */
export async function reportEmotion(embed: Embed, data = process.env.TANDEM_EVAL_DATA): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [how, vectors] of [
    ['words alone', null] as const,
    ...(embed ? [['with vectors', embed] as const] : []),
  ]) {
    const found: number[] = [];
    for (const language of ['zh', 'en'] as const) {
      const value = macroF1(await pairsOf(language, vectors));
      found.push(value);
      rows.push({ set: `emotion ${language}`, measure: 'macro-F1', value, least: 0.7, aim: 0.85, note: how });
    }
    const gap = Math.abs((found[0] ?? 0) - (found[1] ?? 0));
    rows.push({
      set: 'emotion zh/en',
      measure: 'gap (at most)',
      value: gap,
      least: 0.05,
      aim: 0.05,
      note: how,
    });
    rows.push(...(data ? await goEmotions(data, vectors, how) : skipped(how)));
  }
  return rows;
}

function skipped(how: string): Row[] {
  const note = `${how}; skipped: TANDEM_EVAL_DATA names no folder`;
  return [
    { set: 'GoEmotions', measure: 'negative AUC', value: null, least: 0.84, aim: 0.87, note },
    { set: 'GoEmotions', measure: 'anger AUC', value: null, least: 0.82, aim: 0.86, note },
  ];
}

async function goEmotions(data: string, embed: Embed, note: string): Promise<Row[]> {
  const rows = readRows<{ text: string; labels: string[] }>(join(data, 'en_emotion_goemotions/valid.jsonl'));
  const feelings = await feelingsOf(
    rows.map((row) => row.text),
    'en',
    embed,
  );
  const unhappy = ({ scores }: Feeling) => scores.anxious + scores.dissatisfied + scores.angry + scores.sad;
  const cross = ({ scores }: Feeling) => scores.angry + scores.dissatisfied / 2;
  const has = (labels: Set<string>) => rows.map((row) => row.labels.some((label) => labels.has(label)));
  return [
    {
      set: 'GoEmotions',
      measure: 'negative AUC',
      value: auc(feelings.map(unhappy), has(negative)),
      least: 0.84,
      aim: 0.87,
      note,
    },
    {
      set: 'GoEmotions',
      measure: 'anger AUC',
      value: auc(feelings.map(cross), has(anger)),
      least: 0.82,
      aim: 0.86,
      note,
    },
  ];
}

/** Gold and read emotion of every message of an own test file. */
export async function pairsOf(language: Language, embed: Embed): Promise<[Emotion, Emotion][]> {
  const rows = readRows<Labelled>(join(packageRoot, `evals/emotion/${language}.test.jsonl`));
  const feelings = await feelingsOf(
    rows.map((row) => row.text),
    language,
    embed,
  );
  return rows.map((row, at) => [row.emotion, feelings[at]?.emotion ?? 'calm']);
}

async function feelingsOf(texts: string[], language: Language, embed: Embed): Promise<Feeling[]> {
  const vectors = embed ? await embed(texts, 'query') : [];
  return texts.map((text, at) => readFeeling(text, language, vectors[at] ?? null));
}

/** The mean over the six of 2 × hits / (2 × hits + misses + false alarms). */
export function macroF1(pairs: readonly [Emotion, Emotion][]): number {
  const each = emotions.map((one) => {
    const hits = pairs.filter(([gold, read]) => gold === one && read === one).length;
    const wrong = pairs.filter(([gold, read]) => (gold === one) !== (read === one)).length;
    return hits === 0 ? 0 : (2 * hits) / (2 * hits + wrong);
  });
  return each.reduce((sum, one) => sum + one, 0) / each.length;
}

/** Area under the ROC curve by ranks (Mann–Whitney), ties at half. */
function auc(scores: readonly number[], positive: readonly boolean[]): number {
  const order = scores.map((score, at) => ({ score, hit: positive[at] })).sort((a, b) => a.score - b.score);
  let ranks = 0;
  let hits = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && order[to]?.score === order[from]?.score) to++;
    const tied = order.slice(from, to).filter((one) => one.hit).length;
    ranks += (tied * (from + to + 1)) / 2;
    hits += tied;
    from = to;
  }
  return (ranks - (hits * (hits + 1)) / 2) / (hits * (order.length - hits));
}

function readRows<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}
