import { confidenceWeights, rankingWeights } from './fusion-weights.ts';

/** What each voice says for one subject. A voice that has nothing to say holds its lowest value. */
export type Voices = {
  /** Dice likeness of words to the nearest title or phrasing, 0 to 1. */
  words: number;
  /** BM25 of the best passage, 0 to 1. */
  wordsInBody: number;
  /** Cosine to the nearest title or phrasing, to the nearest passage, and to all of it together; 0 without an encoder. */
  meaning: number;
  meaningOfBody: number;
  meaningOfAll: number;
  /** Margin of the classifier, −1 to 1, the nearer to 0 the fewer examples it has; 0 before anything is learned. */
  classifier: number;
  /** 1 when asked word for word as written. */
  exact: number;
};

/** What a subject has to say by itself, whatever the others say: by this subjects are ranked. */
export type Standing = Voices & {
  /** Share of the question's content the subject mentions, by idf. */
  coverage: number;
  /** Places and kinds of fact asked about that it does not speak of. */
  foreignPlaces: number;
  unmetFacts: number;
  /** 1 when the shop has it only in another language than the customer's: words can hardly speak then. */
  otherLanguage: number;
};

/** Of whom no voice speaks. */
export const silent: Standing = {
  words: 0,
  wordsInBody: 0,
  meaning: 0,
  meaningOfBody: 0,
  meaningOfAll: 0,
  classifier: 0,
  exact: 0,
  coverage: 0,
  foreignPlaces: 0,
  unmetFacts: 0,
  otherLanguage: 0,
};

/** Everything that speaks for or against a subject answering a question; all readable, all roughly between −1 and 1. */
export type Evidence = Standing & {
  /** Distance of the ranking score to the next subject, at most 4. */
  margin: number;
  /** Words asked about that stand nowhere in the shop's knowledge, at most 2. */
  foreignWords: number;
  /** Likeness to the nearest question no shop answers. */
  backgroundWords: number;
  backgroundMeaning: number;
  /** Logarithm of the number of different words asked. */
  length: number;
  /** 1 when asked whether something is so: what is not stated is mostly asked for like this. */
  whether: number;
};

export type Weights<T> = { bias: number } & Partial<Record<keyof T, number>>;
/** For an article in the customer's language, and for one the shop has only in the other. */
type ByLanguage<T> = { ownLanguage: Weights<T>; otherLanguage: Weights<T> };
/** With vectors and without. */
export type WeightsTable<T> = { withMeaning: ByLanguage<T>; wordsOnly: ByLanguage<T> };

/** By which subjects are ranked. */
export const rankingScore = weighing<Standing>(rankingWeights);

/** The weight of evidence (log-odds) that a subject answers, before the shop's own calibration. */
export const weightOfEvidence = weighing<Evidence>(confidenceWeights);

/** The sum of what is weighed, by the weights for its language. */
export function weighing<T extends Standing & Record<keyof T, number>>(
  table: WeightsTable<T>,
): (values: T, withMeaning: boolean) => number {
  const sums = ({ ownLanguage, otherLanguage }: ByLanguage<T>) =>
    [weightedSum(ownLanguage), weightedSum(otherLanguage)] as const;
  const [withMeaning, wordsOnly] = [sums(table.withMeaning), sums(table.wordsOnly)];
  return (values, isMeant) => (isMeant ? withMeaning : wordsOnly)[values.otherLanguage ? 1 : 0](values);
}

function weightedSum<T extends Record<keyof T, number>>({
  bias,
  ...weights
}: Weights<T>): (values: T) => number {
  const terms = Object.entries(weights) as [keyof T, number][];
  return (values) => {
    let sum = bias;
    for (const [name, weight] of terms) sum += weight * values[name];
    return sum;
  };
}
