import {
  askedOutside,
  backgroundOf,
  createKnowledgeIndex,
  type KnowledgeIndex,
  type KnownArticle,
  learnShop,
  unitsOf,
} from '../brain/retrieval/index.ts';
import { type Measures, measure } from './measure.ts';
import type { Embed, Row } from './row.ts';
import { banking, clinc, demoShop, hint3, lcqmc, oppo, publicFolder, type QuestionSet } from './sets.ts';

type Goal = [measure: keyof Measures, label: string, least: number, aim: number];

const shop = (inAccuracy: number, auroc: number, r80: number, aims: [number, number, number]): Goal[] => [
  ['inAccuracy', 'in-acc', inAccuracy, aims[0]],
  ['auroc', 'AUROC', auroc, aims[1]],
  ['correctAtR80', 'correct@R80', r80, aims[2]],
];
const demo = shop(0.85, 0.85, 0.7, [0.93, 0.93, 0.85]);
const across = shop(0.7, 0.85, 0.6, [0.88, 0.9, 0.8]);

/** Every set with the least and the aim of each measure. Those above the line are the project's own. */
const sets: [make: () => QuestionSet, goals: Goal[], isPublic: boolean][] = [
  ...(['zh', 'en'] as const).flatMap((language): [() => QuestionSet, Goal[], boolean][] => [
    [() => demoShop('demo-shop-everyday.test', language), demo, false],
    [() => demoShop('demo-shop-everyday.test', language, true), across, false],
    [() => demoShop('demo-shop.test', language), demo, false],
    [() => demoShop('demo-shop.test', language, true), across, false],
  ]),
  [hint3, shop(0.8, 0.865, 0.66, [0.84, 0.9, 0.74]), true],
  [banking, [['inAccuracy', 'in-acc', 0.92, 0.94]], true],
  [() => banking(10), [['inAccuracy', 'in-acc', 0.79, 0.85]], true],
  [
    clinc,
    [
      ['answeredRightly', 'answered rightly', 0.9, 0.92],
      ['outsideRefused', 'outside refused', 0.78, 0.85],
      ['auroc', 'AUROC', 0.95, 0.97],
    ],
    true,
  ],
  [
    lcqmc,
    [
      ['inAccuracy', 'R@1', 0.93, 0.95],
      ['auroc', 'AUROC', 0.9, 0.93],
    ],
    true,
  ],
  [
    oppo,
    [
      ['inAccuracy', 'R@1', 0.72, 0.78],
      ['auroc', 'AUROC', 0.77, 0.83],
    ],
    true,
  ],
];

/** How rightly questions are answered, and how well the desk knows when it cannot. */
export async function reportQuestions(embed: Embed): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [make, goals, isPublic] of sets) {
    if (isPublic && !publicFolder) continue;
    const set = make();
    const { measures, note } = await ask(set, embed);
    for (const [name, label, least, aim] of goals) {
      rows.push({ set: set.name, measure: label, value: measures[name], least, aim, note });
    }
  }
  if (!publicFolder) {
    const note = 'skipped: TANDEM_EVAL_DATA names no folder';
    rows.push({ set: 'public sets', measure: '–', value: null, least: 0, aim: 0, note });
  }
  return rows;
}

/** Builds the shop as the desk would, asks every question once. */
async function ask(set: QuestionSet, embed: Embed): Promise<{ measures: Measures; note: string }> {
  const index = await buildIndex(
    set.articles.map((article) => ({ ...article, validFrom: null, validUntil: null })),
    embed,
  );
  const vectors =
    embed &&
    (await embed(
      set.questions.map((one) => one.text),
      'query',
    ));
  const startedAt = performance.now();
  const measures = measure(
    set.questions.map(({ text, language, expected }, at) => {
      const [best] = index.search({ text, meaning: vectors?.[at] ?? null }, { limit: 1, at: null, language });
      return {
        expected,
        best: best?.articleId ?? null,
        confidence: best?.confidence ?? 0,
        answered: (best?.confidence ?? 0) >= index.calibration.answerFrom,
      };
    }),
  );
  const each = (performance.now() - startedAt) / set.questions.length;
  const part = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(2));
  return {
    measures,
    note: `${set.articles.length} articles, ${measures.questions} questions; by default ${part(measures.answeredRightly)} answered rightly, ${part(measures.outsideRefused)} of outside refused, precision ${part(measures.precision)}; ${each.toFixed(1)} ms`,
  };
}

export async function buildIndex(articles: KnownArticle['article'][], embed: Embed): Promise<KnowledgeIndex> {
  const units = articles.map(unitsOf);
  const vectorsOf = async (kind: 'query' | 'passage') => {
    const texts = units
      .flat()
      .filter((unit) => (unit.kind === 'passage') === (kind === 'passage'))
      .map((unit) => unit.text);
    const vectors = embed ? await embed(texts, kind) : [];
    return vectors.values();
  };
  const [asked, stated] = [await vectorsOf('query'), await vectorsOf('passage')];
  const known = articles.map(
    (article, at): KnownArticle => ({
      article,
      vectors: embed
        ? units[at]?.map((unit) => (unit.kind === 'passage' ? stated : asked).next().value as Float32Array)
        : undefined,
    }),
  );
  const far = embed
    ? await embed(
        askedOutside.map((one) => one.text),
        'query',
      )
    : [];
  const outside = askedOutside.map((one, at) => ({ ...one, meaning: far[at] ?? null }));
  const index = createKnowledgeIndex();
  for (const { article, vectors } of known) index.put(article, vectors);
  index.setBackground(backgroundOf(outside));
  index.learn(learnShop(known, outside));
  return index;
}
