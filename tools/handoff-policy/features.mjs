// node tools/handoff-policy/features.mjs FOLDER: what the hand-off judge sees of every labelled moment, for train.py.
// Writes FOLDER/rows.jsonl (a customer turn a line), FOLDER/vectors.f32 and vectors.json (their texts, in order; kept for
// the next run while the encoder is the same). The product reads a moment with the same code, so the trained weights fit.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';

const folder = process.argv[2];
const here = import.meta.dirname;
const root = join(here, '../..');
mkdirSync(folder, { recursive: true });
const vite = await createServer({
  root,
  configFile: false,
  appType: 'custom',
  logLevel: 'warn',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
const { readLabelled } = await vite.ssrLoadModule('/brain/handoff/labelled.ts');
const { momentsOf } = await vite.ssrLoadModule('/brain/handoff/replay.ts');
const { readFeatures } = await vite.ssrLoadModule('/brain/handoff/features.ts');
const { createEncoder } = await vite.ssrLoadModule('/server/adapters/encoder/index.ts');

const linesOf = (path) => readFileSync(path, 'utf8').split('\n').filter(Boolean);
const knows = { clarify: 'partly', unknown: 'nothing', small_talk: 'none' };

/** A labelled moment as a dialogue; only its last turn is learned from. */
function asDialogue({ before, ...now }, id, language) {
  const turns = before.map((line, at) => ({
    ...line,
    knows: knows[before[at + 1]?.action] ?? 'answer',
    label: 'continue',
  }));
  return { id, language, turns: [...turns, { ...now, from: 'customer' }] };
}

const all = [];
for (const language of ['zh', 'en']) {
  for (const [at, line] of linesOf(join(here, `moments.${language}.jsonl`)).entries())
    all.push({
      source: 'moment',
      raw: asDialogue(JSON.parse(line), `moment-${language}-${at}`, language),
    });
  for (const line of linesOf(join(root, `evals/dialogues/${language}.tune.jsonl`)))
    all.push({ source: 'tune', raw: JSON.parse(line) });
  let topic = null;
  for (const [at, line] of linesOf(join(here, `phrases.${language}.txt`)).entries()) {
    if (line.startsWith('# ')) topic = line.slice(2).trim();
    else {
      const now = { before: [], text: line.trim(), knows: 'answer', label: 'continue' };
      all.push({ source: 'phrase', topic, raw: asDialogue(now, `phrase-${language}-${at}`, language) });
    }
  }
}
for (const one of all) [one.dialogue] = readLabelled(JSON.stringify(one.raw));

const encoder = await createEncoder({
  folder: join(root, 'models/multilingual-e5-small'),
  packageRoot: root,
  log: { info() {}, warn: console.error, error: console.error },
});
const vectors = kept();
const texts = [...new Set(all.flatMap(({ dialogue }) => dialogue.turns.map((turn) => turn.text)))];
const fresh = texts.filter((text) => !vectors.has(text));
for (let at = 0; at < fresh.length; at += 32) {
  const some = fresh.slice(at, at + 32);
  const read = await encoder.embed(some, 'query');
  for (const [place, vector] of read.entries()) vectors.set(some[place], vector);
}
await encoder.close();
const { dimensions } = encoder;
const flat = new Float32Array(texts.length * dimensions);
for (const [at, text] of texts.entries()) flat.set(vectors.get(text), at * dimensions);
writeFileSync(join(folder, 'vectors.f32'), flat);
writeFileSync(join(folder, 'vectors.json'), JSON.stringify({ encoder: encoder.id, dimensions, texts }));

/** The vectors of an earlier run, if the same encoder made them. */
function kept() {
  const index = join(folder, 'vectors.json');
  if (!existsSync(index)) return new Map();
  const before = JSON.parse(readFileSync(index, 'utf8'));
  if (before.encoder !== encoder.id) return new Map();
  const bytes = readFileSync(join(folder, 'vectors.f32'));
  const whole = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const wide = encoder.dimensions;
  return new Map(before.texts.map((text, at) => [text, whole.slice(at * wide, (at + 1) * wide)]));
}

const rows = all.flatMap(({ source, topic, raw, dialogue }) => {
  const said = raw.turns.filter((turn) => turn.from === 'customer');
  const words = momentsOf(dialogue);
  for (const turn of dialogue.turns) turn.meaning = vectors.get(turn.text);
  const both = momentsOf(dialogue);
  return words.flatMap(({ turn, moment }, at) => {
    if (source === 'moment' && at < words.length - 1) return [];
    const [worded, meant] = [readFeatures(moment), readFeatures(both[at].moment)];
    const { emotion, strength } = said[at];
    const { vip, orderValue } = dialogue.customer;
    return {
      ...{ source, topic, language: raw.language, dialogue: raw.id, at, text: turn.text, emotion, strength },
      ...{ label: turn.label, reason: turn.reason, previous: words[at - 1]?.turn.text ?? null },
      dear: vip || (orderValue ?? 0) >= 2000,
      floor: { words: worded.floor !== null, both: meant.floor !== null },
      signals: { words: worded.signals, both: meant.signals },
    };
  });
});
writeFileSync(join(folder, 'rows.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
await vite.close();
