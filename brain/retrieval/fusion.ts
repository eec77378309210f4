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
  return weigh(voices, withMeaning ? rankingWeights.withMeaning : rankingWeights.wordsOnly);
}

/** The weight of evidence (log-odds) that a subject answers, before the shop's own calibration. */
export function weightOfEvidence(evidence: Evidence, withMeaning: boolean): number {
  return weigh(evidence, withMeaning ? confidenceWeights.withMeaning : confidenceWeights.wordsOnly);
}

function weigh<T extends object>(values: T, weights: Weights<T>): number {
  let sum = weights.bias;
  for (const name in weights) {
    if (name !== 'bias')
      sum += (weights[name as keyof T] as number) * (values[name as keyof T] as unknown as number);
  }
  return sum;
}
