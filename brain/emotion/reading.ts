import { normalise } from '../text/normalise.ts';
import { type Hit, hitsOf } from './hits.ts';
import { topics } from './lexicon.ts';

/** What the classifier sees of a message. `grams`: hashed word and character n-grams, each with its clause. */
export type Reading = {
  clauses: readonly string[];
  hits: readonly Hit[];
  signals: Float64Array;
  grams: { buckets: Int32Array; clauses: Int16Array };
};

/** Longer messages are read up to here: a page of text feels as its beginning. */
const longest = 4000;
export const buckets = 32_768;

/** Splits, finds the lexicon's words, hashes the n-grams. Linear in the text's length. */
export function readingOf(text: string): Reading {
  const clauses = clausesOf(text.slice(0, longest));
  const folded = clauses.map(normalise);
  const hits = folded.flatMap((clause, at) => hitsOf(clause, at));
  return {
    clauses,
    hits,
    signals: signalsOf(text.slice(0, longest), hits, clauses.length),
    grams: gramsOf(folded),
  };
}

function clausesOf(text: string): string[] {
  const spaced = text.replace(/(?<=\p{Script=Han}[!！?？]?) +/gu, '\n');
  return (spaced.match(/[^，。！？,.!?;；…\n]+[，。！？,.!?;；…\n]*|[！？!?]+/g) ?? []).filter(
    (one) => one.trim() !== '',
  );
}

const felt = 6;
/** In this order stand the values, and the weights; a change here needs the weights trained anew. */
function signalsOf(text: string, hits: readonly Hit[], clauses: number): Float64Array {
  const values: number[] = [1];
  const top: Record<string, number> = {};
  for (const topic of topics.slice(0, felt)) {
    const own = hits.filter((hit) => hit.topic === topic);
    const strongest = own.reduce((best, hit) => Math.max(best, hit.strength), 0);
    top[topic] = strongest;
    const last = own.some((hit) => hit.clause === clauses - 1) ? 1 : 0;
    values.push(
      strongest / 3,
      strongest >= 2 ? 1 : 0,
      strongest >= 3 ? 1 : 0,
      Math.min(own.length, 4) / 4,
      last,
    );
  }
  const count = (topic: string) => Math.min(3, hits.filter((hit) => hit.topic === topic).length) / 3;
  const problem = count('problem');
  const third = count('third');
  const shop = count('shop');
  const marks = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const exclaims = marks(/[!！]/g);
  const asks = marks(/[?？]/g);
  const capitals = marks(/\b[A-Z]{3,}\b/g) >= 2 ? 1 : 0;
  const trails = /\.\.|…|。。|~~|——/.test(text) ? 1 : 0;
  const glad = (top.happy ?? 0) / 3;
  const cross = Math.max(top.angry ?? 0, top.dissatisfied ?? 0) / 3;
  const none =
    Math.max(top.anxious ?? 0, top.dissatisfied ?? 0, top.angry ?? 0, top.happy ?? 0, top.sad ?? 0) === 0
      ? 1
      : 0;
  const loud = exclaims >= 2 || capitals ? 1 : 0;
  const asking =
    asks > 0 ||
    /吗|呢|怎么|多少|什么|哪|能不能|可以|有没有|请问|\b(?:how|what|when|where|which|can|do|does|is|are|could)\b/i.test(
      text,
    )
      ? 1
      : 0;
  values.push(problem, third, shop);
  values.push(hits.some((hit) => hit.negated) ? 1 : 0, exclaims > 0 ? 1 : 0, exclaims > 1 ? 1 : 0);
  values.push(asks > 0 ? 1 : 0, asks > 1 ? 1 : 0, asks > 0 && exclaims > 0 ? 1 : 0, trails, capitals);
  values.push(/(\p{L})\1{2}/u.test(text) ? 1 : 0, text.length < 12 ? 1 : 0, text.length > 120 ? 1 : 0);
  values.push(
    glad * problem,
    glad * cross,
    glad * capitals,
    cross * third,
    /\p{Script=Han}/u.test(text) ? 1 : 0,
  );
  values.push(
    glad * loud,
    cross * loud,
    ((top.anxious ?? 0) / 3) * asking,
    ((top.sad ?? 0) / 3) * trails,
    none,
    none * asking,
  );
  const softened =
    /有点|有些|稍微|略|些许|\b(?:(?:a )?(?:bit|little)|slightly|somewhat|kind ?of|kinda|sort of)\b/i.test(
      text,
    );
  values.push(
    softened ? 1 : 0,
    hits.some((hit) => hit.degree > 0) ? 1 : 0,
    hits.some((hit) => hit.degree < 0) ? 1 : 0,
  );
  return Float64Array.from(values);
}

const piece = /\p{Script=Han}+|[a-z][a-z'’]*|\p{Extended_Pictographic}|[!?！？…~]+/gu;

function gramsOf(folded: readonly string[]): Reading['grams'] {
  const found: number[] = [];
  const places: number[] = [];
  folded.forEach((clause, at) => {
    const add = (gram: string) => {
      found.push(hash(gram));
      places.push(at);
    };
    let before = '^';
    for (const [run] of clause.matchAll(piece)) {
      if (run.charCodeAt(0) >= 0x2e80 && /^\p{Script=Han}/u.test(run)) {
        for (let start = 0; start < run.length; start++)
          for (let length = 1; length <= 3 && start + length <= run.length; length++)
            add(run.slice(start, start + length));
        before = run.slice(-2);
        continue;
      }
      const word = run.slice(0, 24);
      add(`w${word}`);
      add(`${before} ${word}`);
      before = word;
      const framed = `<${word}>`;
      for (let size = 3; size <= 4; size++)
        for (let start = 0; start + size <= framed.length; start++)
          add(`c${framed.slice(start, start + size)}`);
    }
  });
  return { buckets: Int32Array.from(found), clauses: Int16Array.from(places) };
}

/** FNV-1a over UTF-16 units, folded to the buckets. */
function hash(gram: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < gram.length; at++) value = Math.imul(value ^ gram.charCodeAt(at), 0x01000193);
  return ((value ^ (value >>> 15)) >>> 0) % buckets;
}
