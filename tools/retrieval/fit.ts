import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../brain/language.ts';
import { uncalibrated } from '../../brain/retrieval/calibration.ts';
import { trainClassifier } from '../../brain/retrieval/classifier.ts';
import { type Evidence, type Standing, type WeightsTable, weighing } from '../../brain/retrieval/fusion.ts';
import { confidenceWeights, rankingWeights } from '../../brain/retrieval/fusion-weights.ts';
import {
  askedOutside,
  backgroundOf,
  createKnowledgeIndex,
  type KnownArticle,
  unitsOf,
} from '../../brain/retrieval/index.ts';
import { examplesOf } from '../../brain/retrieval/learn-shop.ts';
import { auroc, share } from '../../evals/measure.ts';
import { packageRoot } from '../../server/platform/package-root.ts';
import { type Choice, fitChoices, fitLogistic, type Table } from './regression.ts';
import {
  demoShop,
  dress,
  type Guise,
  guises,
  guisesOfPooled,
  inventedShops,
  isUntaught,
  languages,
  pooled,
  type Shop,
} from './shops.ts';
import { readVectors, type Vectors } from './vectors.ts';

type Tables = { ranking: WeightsTable<Standing>; confidence: WeightsTable<Evidence> };

/** One question asked of one shop in one guise: the subjects found with their evidence, and which would be right. */
type Heard = {
  shop: string;
  guise: Guise;
  language: Language;
  withMeaning: boolean;
  kind: string;
  isAnswerable: boolean;
  found: Evidence[];
  right: number[];
};

/** What may speak for (1) and against (−1) a subject; a weight the other way round is left out and the rest fitted anew. */
const signs: Partial<Record<keyof Evidence, 1 | -1>> = {
  words: 1,
  wordsInBody: 1,
  meaning: 1,
  meaningOfBody: 1,
  meaningOfAll: 1,
  classifier: 1,
  coverage: 1,
  margin: 1,
  length: 1,
  foreignPlaces: -1,
  unmetFacts: -1,
  foreignWords: -1,
  backgroundWords: -1,
  backgroundMeaning: -1,
  whether: -1,
};
const byMeaning = ['meaning', 'meaningOfBody', 'meaningOfAll', 'backgroundMeaning'];
const ranked: (keyof Standing)[] = [
  'words',
  'wordsInBody',
  'meaning',
  'meaningOfBody',
  'meaningOfAll',
  'classifier',
  'coverage',
  'foreignPlaces',
  'unmetFacts',
];
const weighed = Object.keys(signs) as (keyof Evidence)[];
/** What is asked word for word as written is answered, whatever the rest says. */
const exact = { ranking: 30, confidence: 8 };
const widestMargin = 4;

/** Of what a shop is asked, the share of each kind; everyday questions are mostly plain. */
const sharesOfKinds: Record<string, number> = {
  plain: 0.5,
  oblique: 0.1,
  near: 0.1,
  'left out': 0.1,
  outside: 0.1,
};
/**
 * A question that has an answer but another was found weighs this much in the confidence: with so many oblique ones among
 * the invented they would be far more than in everyday chats.
 */
const weightOfConfused = 0.25;
const weightOfDemoShop = 3;
const weightOfPooled = 4;
const folds = 4;
/** Of what is found: the right subject is hardly ever further down. */
const mostFound = 12;

function askAll(shops: readonly Shop[], vectorOf: Vectors): Heard[] {
  const outside = askedOutside.map((one) => ({ ...one, meaning: vectorOf(one.text, 'query') }));
  const background = backgroundOf(outside);
  const strangers = outside.filter((one) => !background.includes(one));
  return shops.flatMap((shop, shopAt) =>
    (shop.name.startsWith('pooled') ? guisesOfPooled : guises).flatMap((guise, guiseAt) =>
      languages.flatMap((language) => {
        const turn = shopAt + guiseAt;
        const { articles, questions } = dress(shop, guise, language, turn);
        const known: KnownArticle[] = articles.map((article) => ({
          article,
          vectors: unitsOf(article).map(({ text, kind }) =>
            vectorOf(text, kind === 'passage' ? 'passage' : 'query'),
          ),
        }));
        const classifier = guise.learned ? trainClassifier(examplesOf(known)) : null;
        const asked = [
          ...questions,
          ...strangers
            .filter((one, at) => one.language === language && at % 4 === turn % 4)
            .map(({ text }) => ({ text, keys: [] as string[], kind: 'outside' })),
        ];
        return (isUntaught(shop.name) ? [true, false] : [false]).flatMap((withMeaning) => {
          const index = createKnowledgeIndex();
          for (const { article, vectors } of known) index.put(article, withMeaning ? vectors : undefined);
          index.setBackground(
            withMeaning ? background : background.map((one) => ({ ...one, meaning: null })),
          );
          index.learn({ classifier, calibration: uncalibrated });
          return asked.map(({ text, keys, kind }): Heard => {
            const matches = index.search(
              { text, meaning: withMeaning ? vectorOf(text, 'query') : null },
              { limit: mostFound, at: null, language },
            );
            const ids = keys.flatMap((key) => languages.map((one) => `${key} ${one}`));
            return {
              shop: shop.name,
              guise,
              language,
              withMeaning,
              kind,
              isAnswerable: keys.length > 0,
              found: matches.map((match) => match.evidence),
              right: matches.flatMap((match, at) => (ids.includes(match.articleId) ? [at] : [])),
            };
          });
        });
      }),
    ),
  );
}

function tableOf<T>(
  rows: readonly T[],
  width: number,
  fill: (row: T, into: (at: number, value: number) => void) => void,
): Table {
  const values = new Float32Array(rows.length * width);
  rows.forEach((row, at) => {
    fill(row, (i, value) => {
      values[at * width + i] = value;
    });
  });
  return { width, values, rows: rows.length };
}

/** Fits again without the weights that have the wrong sign until none is left. */
function withRightSigns<T extends string>(
  names: readonly T[],
  fitTo: (names: readonly T[]) => Map<string, number>,
  nameOf: (name: T) => keyof Evidence,
) {
  for (let left = names; ; ) {
    const fitted = fitTo(left);
    const wrong = left.filter((name) => (fitted.get(name) ?? 0) * (signs[nameOf(name)] ?? 1) < 0);
    if (wrong.length === 0) return fitted;
    left = left.filter((name) => !wrong.includes(name));
  }
}

const importanceOf = (one: Heard) =>
  one.shop === 'demo' ? weightOfDemoShop : one.shop.startsWith('pooled') ? weightOfPooled : 1;
const isMeant = (name: string) => byMeaning.includes(name);

/** Subjects in the customer's language and in the other stand in one list, so both kinds of weights are learned together. */
function fitRanking(heard: readonly Heard[], withMeaning: boolean): WeightsTable<Standing>['withMeaning'] {
  type Column = `${'own' | 'other'} ${keyof Standing}` | 'other bias';
  const said = heard.filter((one) => one.withMeaning === withMeaning && one.right.length > 0);
  const rows = said.flatMap((one) => one.found);
  let from = 0;
  const choices = said.map((one): Choice => {
    const start = from;
    from += one.found.length;
    return { from: start, to: from, right: one.right.map((at) => start + at), importance: importanceOf(one) };
  });
  const columns = (['own', 'other'] as const).flatMap((side) =>
    ranked.filter((name) => withMeaning || !isMeant(name)).map((name): Column => `${side} ${name}`),
  );
  const featureOf = (column: Column) => column.split(' ')[1] as keyof Standing;
  const fitted = withRightSigns<Column>(
    [...columns, 'other bias'],
    (left) => {
      const table = tableOf(rows, left.length, (row, into) => {
        left.forEach((column, i) => {
          if (column.startsWith(row.otherLanguage ? 'other' : 'own'))
            into(i, column === 'other bias' ? 1 : row[featureOf(column)]);
        });
      });
      const weights = fitChoices(table, choices);
      return new Map(left.map((column, i) => [column, weights[i] as number]));
    },
    (column) => (column === 'other bias' ? 'otherLanguage' : featureOf(column)),
  );
  const side = (name: 'own' | 'other') => ({
    bias: name === 'other' ? (fitted.get('other bias') ?? 0) : 0,
    ...Object.fromEntries(
      [...fitted].flatMap(([column, weight]) =>
        column.startsWith(`${name} `) && column !== 'other bias' ? [[column.split(' ')[1], weight]] : [],
      ),
    ),
    exact: exact.ranking,
  });
  return { ownLanguage: side('own'), otherLanguage: side('other') };
}

type Best = Heard & { best: Evidence; isRight: boolean };

/** The best of what was found by these weights, with its margin over the next. */
function bestOf(heard: readonly Heard[], ranking: WeightsTable<Standing>): Best[] {
  const score = weighing(ranking);
  return heard.flatMap((one) => {
    const order = one.found
      .map((evidence, at) => ({ evidence, at, score: score(evidence, one.withMeaning) }))
      .sort((a, b) => b.score - a.score);
    const [first, second] = order;
    if (!first) return [];
    const margin = second ? Math.min(widestMargin, first.score - second.score) : widestMargin;
    return [{ ...one, best: { ...first.evidence, margin }, isRight: one.right.includes(first.at) }];
  });
}

function fitConfidence(all: readonly Best[], withMeaning: boolean): WeightsTable<Evidence>['withMeaning'] {
  const side = (otherLanguage: 0 | 1) => {
    const said = all.filter(
      (one) =>
        one.withMeaning === withMeaning && one.best.otherLanguage === otherLanguage && one.best.exact === 0,
    );
    const cellOf = (one: Best) => `${one.shop} ${one.guise.name} ${one.language} ${one.kind}`;
    const counts = new Map<string, number>();
    for (const one of said) counts.set(cellOf(one), (counts.get(cellOf(one)) ?? 0) + 1);
    const importance = Float32Array.from(
      said,
      (one) =>
        (((sharesOfKinds[one.kind] ?? 0) * importanceOf(one)) / (counts.get(cellOf(one)) as number)) *
        (one.isAnswerable && !one.isRight ? weightOfConfused : 1),
    );
    const right = Float32Array.from(said, (one) => (one.isRight ? 1 : 0));
    const fitted = withRightSigns<keyof Evidence>(
      weighed.filter((name) => withMeaning || !isMeant(name)),
      (left) => {
        const table = tableOf(said, left.length, ({ best }, into) => {
          left.forEach((name, i) => {
            into(i, best[name]);
          });
        });
        const weights = fitLogistic(table, right, importance);
        return new Map<string, number>([...left, 'bias'].map((name, i) => [name, weights[i] as number]));
      },
      (name) => name,
    );
    return { bias: fitted.get('bias') as number, ...Object.fromEntries(fitted), exact: exact.confidence };
  };
  return { ownLanguage: side(0), otherLanguage: side(1) };
}

function learnFrom(heard: readonly Heard[]): Tables {
  const ranking = { withMeaning: fitRanking(heard, true), wordsOnly: fitRanking(heard, false) };
  const all = bestOf(heard, ranking);
  return {
    ranking,
    confidence: { withMeaning: fitConfidence(all, true), wordsOnly: fitConfidence(all, false) },
  };
}

type Measured = { name: string; values: number[] };
const measures = ['in-acc', 'AUROC', 'near', 'left out', 'outside', 'correct@R80'];

/** The measures of evals/measure.ts on each shop and guise, and their mean over shops; AUROC also against one kind alone. */
function measureAll(heard: readonly Heard[], { ranking, confidence }: Tables): Measured[] {
  const weigh = weighing(confidence);
  const cells = new Map<string, Map<string, Best[]>>();
  for (const one of bestOf(heard, ranking)) {
    const across =
      one.guise.has === 'other' ? 'other language' : one.guise.has === 'mixed' ? 'mixed' : 'own language';
    const group = `${one.shop === 'demo' ? 'demo shop' : one.shop.startsWith('pooled') ? 'held-out logs' : 'held-out shops'}, ${one.withMeaning ? 'with meaning' : 'words only'}, ${across}`;
    const cell = `${one.shop} ${one.guise.name} ${one.language}`;
    const ofGroup = cells.get(group) ?? new Map<string, Best[]>();
    cells.set(group, ofGroup);
    const list = ofGroup.get(cell) ?? [];
    ofGroup.set(cell, list);
    list.push(one);
  }
  return [...cells]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, ofGroup]) => {
      const each = [...ofGroup.values()].map((asked) => {
        const scored = asked.map((one) => ({ ...one, score: weigh(one.best, one.withMeaning) }));
        const answerable = scored.filter((one) => one.isAnswerable);
        const scoresOf = (kind: string | null) =>
          scored.flatMap((one) =>
            !one.isAnswerable && (kind === null || one.kind === kind) ? [one.score] : [],
          );
        const against = (kind: string | null) =>
          auroc(
            answerable.map((one) => one.score),
            scoresOf(kind),
          );
        const refused = scoresOf(null).sort((a, b) => a - b);
        const threshold = refused[Math.ceil(0.8 * refused.length) - 1] ?? Number.NEGATIVE_INFINITY;
        return [
          share(answerable, (one) => one.isRight),
          against(null),
          against('near'),
          against('left out'),
          against('outside'),
          share(answerable, (one) => one.isRight && one.score > threshold),
        ];
      });
      return {
        name,
        values: measures.map((_, i) => {
          const known = each.map((values) => values[i] as number).filter((value) => !Number.isNaN(value));
          return known.reduce((sum, value) => sum + value, 0) / known.length;
        }),
      };
    });
}

/** Whole shops are held out in turn; the demo shop is measured by what all the invented ones teach. */
function validate(heard: readonly Heard[], foldOf: ReadonlyMap<string, number>): void {
  const before: Tables = { ranking: rankingWeights, confidence: confidenceWeights };
  const parts = Array.from({ length: folds }, (_, fold) => fold).map((fold) => {
    const tables = learnFrom(
      heard.filter((one) => foldOf.get(one.shop) !== fold && (one.shop !== 'demo' || fold !== 0)),
    );
    return {
      tables,
      held: heard.filter((one) => (one.shop === 'demo' ? fold === 0 : foldOf.get(one.shop) === fold)),
    };
  });
  const after = new Map<string, { values: number[]; times: number }>();
  for (const { tables, held } of parts) {
    for (const { name, values } of measureAll(held, tables)) {
      const known = after.get(name) ?? { values: measures.map(() => 0), times: 0 };
      after.set(name, {
        values: known.values.map((sum, i) => sum + (values[i] as number)),
        times: known.times + 1,
      });
    }
  }
  console.log(`${''.padEnd(46)}${measures.map((name) => name.padStart(15)).join('')}`);
  for (const { name, values } of measureAll(heard, before)) {
    const now = after.get(name);
    const cells = values.map(
      (value, i) => `${value.toFixed(3)} → ${((now?.values[i] ?? 0) / (now?.times ?? 1)).toFixed(3)}`,
    );
    console.log(name.padEnd(46) + cells.map((cell) => cell.padStart(15)).join(''));
  }
}

function write({ ranking, confidence }: Tables): void {
  const rounded = JSON.stringify(
    { ranking, confidence },
    (_, value) => (typeof value === 'number' ? Number(value.toPrecision(3)) : value),
    2,
  );
  const { ranking: rank, confidence: weigh } = JSON.parse(rounded) as Record<string, unknown>;
  const literal = (value: unknown) =>
    JSON.stringify(value, null, 2)
      .replace(/"(\w+)":/g, '$1:')
      .replace(/\n( *)\}/g, ',\n$1}')
      .replace(/\},,/g, '},');
  const path = join(packageRoot, 'brain/retrieval/fusion-weights.ts');
  writeFileSync(
    path,
    `import type { Evidence, Standing, WeightsTable } from './fusion.ts';

/**
 * Written by \`node tools/retrieval/fit.mjs\` (see there): learned on invented shops with questions and near misses, the
 * demo shop's tuning questions, and questions outside. Ranking by softmax regression over the candidates, confidence by
 * logistic regression; a weight that came out with the wrong sign is left out. See docs/decisions/0014.
 */
export const rankingWeights: WeightsTable<Standing> = ${literal(rank)};

export const confidenceWeights: WeightsTable<Evidence> = ${literal(weigh)};
`,
  );
}

const invented = inventedShops();
const foldOf = new Map(invented.map((shop, at) => [shop.name, at % folds]));
/** Shops of one fold are pooled, so that held-out shops stay held out. */
const pools = Array.from({ length: folds }, (_, fold) => {
  const ofFold = invented.filter((shop) => foldOf.get(shop.name) === fold);
  return [
    pooled(`pooled ${fold}`, ofFold),
    pooled(
      `pooled ${fold} untaught`,
      ofFold.filter((shop) => isUntaught(shop.name)),
    ),
  ].map((pool) => {
    foldOf.set(pool.name, fold);
    return pool;
  });
}).flat();
const shops = [...invented, ...pools, demoShop()];
const vectorOf = await readVectors([
  ...shops.flatMap((shop) => [
    ...shop.questions.map(({ text }) => ({ text, kind: 'query' as const })),
    ...shop.subjects.flatMap((subject) =>
      languages.flatMap((language) =>
        unitsOf({ ...subject[language], phrasings: [...subject[language].phrasings] }).map(
          ({ text, kind }) => ({
            text,
            kind: kind === 'passage' ? ('passage' as const) : ('query' as const),
          }),
        ),
      ),
    ),
  ]),
  ...askedOutside.map(({ text }) => ({ text, kind: 'query' as const })),
]);
console.log(`${shops.length} shops are asked`);
const heard = askAll(shops, vectorOf);
console.log(`${heard.length} questions were asked`);
validate(heard, foldOf);
write(learnFrom(heard));
