import { buckets, meaning as meaningHead, topicNames, words as wordsHead } from './topic-weights.ts';

/** A matter a message may be about, as the model learned it (tools/handoff-policy/train.py). */
export type LearnedTopic = (typeof topicNames)[number];

const columns = topicNames.length;
const words = unpack(wordsHead.rows);
const meanings = unpack(meaningHead.rows);
const longest = 600;
const piece = /[\u4e00-\u9fff]+|[a-z0-9']+/g;

/**
 * How likely a message is about each matter, 0 to 1. Logistic regression over hashed n-grams; with a sentence vector
 * the mean of its logit and that of the vector's own head. Looks at the first 600 characters.
 * @param meaning L2-normalised `query: ` vector of the text, if there is one
 */
export function likelyTopics(text: string, meaning: Float32Array | null): Record<LearnedTopic, number> {
  const logits = wordLogits(text);
  if (meaning && meaning.length * columns === meanings.length) {
    const second = meaningHead.bias.slice();
    for (let at = 0; at < meaning.length; at++) {
      const value = (meaning[at] as number) * meaningHead.scale;
      for (let topic = 0; topic < columns; topic++)
        second[topic] = (second[topic] as number) + value * (meanings[at * columns + topic] as number);
    }
    for (let topic = 0; topic < columns; topic++)
      logits[topic] = ((logits[topic] as number) + (second[topic] as number)) / 2;
  }
  return Object.fromEntries(
    topicNames.map((name, topic) => [name, 1 / (1 + Math.exp(-(logits[topic] as number)))]),
  ) as Record<LearnedTopic, number>;
}

function wordLogits(text: string): number[] {
  const grams = gramsOf(text);
  const rows = new Set(grams.map(bucketOf));
  const value = wordsHead.scale / Math.max(1, Math.sqrt(grams.length));
  const logits: number[] = wordsHead.bias.slice();
  for (const row of rows) {
    for (let topic = 0; topic < columns; topic++)
      logits[topic] = (logits[topic] as number) + value * (words[row * columns + topic] as number);
  }
  return logits;
}

/** The n-grams: words, pairs of words, parts of long words; of Chinese every run of one to three characters. */
function gramsOf(text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase().replaceAll('’', "'").slice(0, longest);
  const found = new Set<string>();
  let before = '^';
  for (const [run] of folded.matchAll(piece)) {
    if (run >= '\u4e00') {
      for (let length = 1; length <= 3; length++)
        for (let at = 0; at + length <= run.length; at++) found.add(run.slice(at, at + length));
      before = '^';
      continue;
    }
    const word = run.replace(/\d/g, '0');
    found.add(`w:${word}`);
    found.add(`b:${before} ${word}`);
    before = word;
    for (let at = 0; word.length > 4 && at + 4 <= word.length; at++) found.add(`c:${word.slice(at, at + 4)}`);
  }
  return [...found];
}

/** FNV-1a over code units. */
function bucketOf(text: string): number {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619) >>> 0;
  return hash % buckets;
}

function unpack(packed: string): Int8Array {
  const bytes = atob(packed);
  return Int8Array.from(bytes, (byte) => byte.charCodeAt(0));
}
