import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { outsideQuestions } from '../../brain/retrieval/outside-questions.ts';
import { articles } from '../../seed/articles/index.ts';

const keys = articles.map((article) => article.key);
const key = z.enum(keys as [string, ...string[]]);
const shape = z
  .strictObject({
    query: z.string().trim().min(2),
    language: z.enum(['zh', 'en']),
    key: key.nullable(),
    kind: z.enum(['answerable', 'near_miss', 'outside']),
    alsoKeys: z.array(key).min(1).optional(),
  })
  .refine((one) => (one.kind === 'answerable') === (one.key !== null), 'a key just where it is answerable');

const read = (name: string) =>
  readFileSync(new URL(`../../evals/questions/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => shape.parse(JSON.parse(line)));
const bare = (text: string) => text.toLowerCase().replace(/[\p{P}\p{S}\s]/gu, '');
const known = new Set(
  articles.flatMap(({ zh, en }) => [zh, en].flatMap((one) => [one.title, ...one.phrasings]).map(bare)),
);
const all = [
  'demo-shop.test',
  'demo-shop.tune',
  'demo-shop-everyday.test',
  'demo-shop-everyday.tune',
].flatMap(read);
const outside = [...outsideQuestions.zh, ...outsideQuestions.en];

describe('questions to the demo shop', () => {
  it.each([
    ['demo-shop.test', 160],
    ['demo-shop.tune', 100],
    ['demo-shop-everyday.test', 160],
  ] as const)('%s asks every article and what stands in none, in both languages', (name, each) => {
    for (const language of ['zh', 'en'] as const) {
      const rows = read(name).filter((row) => row.language === language);
      expect(rows.length).toBeGreaterThanOrEqual(each);
      const answered = rows.flatMap((row) => [row.key, ...(row.alsoKeys ?? [])]);
      expect(keys.filter((one) => !answered.includes(one))).toEqual([]);
      expect(rows.filter((row) => row.key === null).length / rows.length).toBeGreaterThan(0.25);
    }
  });
  it('has everyday questions to tune on, in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      const rows = read('demo-shop-everyday.tune').filter((row) => row.language === language);
      expect(rows.length).toBeGreaterThanOrEqual(80);
      expect(rows.filter((row) => row.key === null).length / rows.length).toBeGreaterThan(0.25);
    }
  });
  it('says nothing twice, and nothing as an article says it', () => {
    const said = [...all.map((row) => row.query), ...outside].map(bare);
    expect(said.filter((one, index) => said.indexOf(one) !== index)).toEqual([]);
    expect(all.map((row) => bare(row.query)).filter((one) => known.has(one))).toEqual([]);
    expect(outside.map(bare).filter((one) => known.has(one))).toEqual([]);
  });
  it('keeps the test questions out of the articles, in other words too', () => {
    const pairs = (text: string) => new Set(Array.from(text.slice(1), (_, at) => text.slice(at, at + 2)));
    const written = [...known].map((text) => [text, pairs(text)] as const);
    const near = read('demo-shop.test').flatMap(({ query }) => {
      const mine = pairs(bare(query));
      return written
        .filter(([, theirs]) => {
          const both = [...mine].filter((pair) => theirs.has(pair)).length;
          return both / (mine.size + theirs.size - both) > 0.55;
        })
        .map(([text]) => `${query} / ${text}`);
    });
    expect(near).toEqual([]);
  });
  it('has enough that no shop answers', () => {
    expect(outsideQuestions.zh.length).toBeGreaterThanOrEqual(200);
    expect(outsideQuestions.en.length).toBeGreaterThanOrEqual(200);
  });
});
