import { confidenceWeights, rankingWeights } from './fusion-weights.ts';

/** What each voice says for one subject. A voice that has nothing to say holds its lowest value. */
export type Voices = {
  /** Dice likeness of words to the nearest title or phrasing, 0 to 1. */
  words: number;
  /** BM25 of the best passage, 0 to 1. */
  wordsInBody: number;
  /** Cosine to the nearest title or phrasing, and to the nearest passage; 0 without an encoder. */
  meaning: number;
  meaningOfBody: number;
  /** Margin of the classifier, −1 to 1; 0 before anything is learned. */
  classifier: number;
  /** 1 when asked word for word as written. */
  exact: number;
};

export const silentVoices: Voices = {
  words: 0,
  wordsInBody: 0,
  meaning: 0,
  meaningOfBody: 0,
  classifier: -1,
  exact: 0,
};

/** Everything that speaks for or against a subject answering a question; all readable, all roughly between −1 and 1. */
export type Evidence = Voices & {
  /** Distance of the ranking score to the next subject, at most 4. */
  margin: number;
  /** Share of the question's content the subject mentions, by idf. */
  coverage: number;
  /** Places, kinds of fact and numbers asked about that it does not speak of. */
  foreignPlaces: number;
  unmetFacts: number;
  foreignMeasures: number;
  /** Words asked about that stand nowhere in the shop's knowledge, at most 2. */
  foreignWords: number;
  /** Likeness to the nearest question no shop answers. */
  backgroundWords: number;
  backgroundMeaning: number;
  /** Logarithm of the number of different words asked. */
  length: number;
  otherLanguage: number;
};

export type Weights<T> = { bias: number } & Partial<Record<keyof T, number>>;

/** By which subjects are ranked. */
export function rankingScore(voices: Voices, withMeaning: boolean): number {
  return withMeaning ? rankWithMeaning(voices) : rankByWords(voices);
}

/** The weight of evidence (log-odds) that a subject answers, before the shop's own calibration. */
export function weightOfEvidence(evidence: Evidence, withMeaning: boolean): number {
  return withMeaning ? weighWithMeaning(evidence) : weighByWords(evidence);
}

const rankByWords = weighing<Voices>(rankingWeights.wordsOnly);
const rankWithMeaning = weighing<Voices>(rankingWeights.withMeaning);
const weighByWords = weighing<Evidence>(confidenceWeights.wordsOnly);
const weighWithMeaning = weighing<Evidence>(confidenceWeights.withMeaning);

function weighing<T extends Record<keyof T, number>>({
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
