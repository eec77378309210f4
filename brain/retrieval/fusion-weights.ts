import type { Evidence, Standing, WeightsTable } from './fusion.ts';

/**
 * Written by `node tools/retrieval/fit.mjs` (see there): learned on invented shops with questions and near misses, the
 * demo shop's tuning questions, and questions outside. Ranking by softmax regression over the candidates, confidence by
 * logistic regression; a weight that came out with the wrong sign is left out. See docs/decisions/0014.
 */
export const rankingWeights: WeightsTable<Standing> = {
  withMeaning: {
    ownLanguage: {
      bias: 0,
      wordsInBody: 1.41,
      meaning: 2.96,
      meaningOfBody: 9.98,
      meaningOfAll: 6.32,
      classifier: 1.42,
      coverage: 4.38,
      foreignPlaces: -1.05,
      unmetFacts: -1.47,
      exact: 30,
    },
    otherLanguage: {
      bias: 0.359,
      meaning: 3.69,
      meaningOfBody: 11.2,
      meaningOfAll: 7.46,
      classifier: 0.383,
      coverage: 2,
      foreignPlaces: -1.64,
      unmetFacts: -0.897,
      exact: 30,
    },
  },
  wordsOnly: {
    ownLanguage: {
      bias: 0,
      words: 4.37,
      wordsInBody: 6.52,
      classifier: 5.61,
      coverage: 6.37,
      foreignPlaces: -1.92,
      unmetFacts: -1.8,
      exact: 30,
    },
    otherLanguage: {
      bias: 0.806,
      words: 12.9,
      wordsInBody: 8.66,
      foreignPlaces: -2.93,
      unmetFacts: -1.43,
      exact: 30,
    },
  },
};

export const confidenceWeights: WeightsTable<Evidence> = {
  withMeaning: {
    ownLanguage: {
      bias: -3.27,
      meaningOfBody: 5.4,
      meaningOfAll: 3.04,
      classifier: 0.188,
      coverage: 1.32,
      margin: 0.361,
      length: 0.0793,
      foreignPlaces: -0.259,
      unmetFacts: -0.14,
      backgroundWords: -1.31,
      backgroundMeaning: -2.51,
      whether: -0.677,
      exact: 8,
    },
    otherLanguage: {
      bias: -3.33,
      meaningOfBody: 6.13,
      meaningOfAll: 4.44,
      classifier: 0.548,
      coverage: 0.894,
      margin: 0.368,
      foreignPlaces: -1.19,
      unmetFacts: -0.378,
      foreignWords: -0.0475,
      backgroundWords: -0.509,
      backgroundMeaning: -2.71,
      whether: -0.747,
      exact: 8,
    },
  },
  wordsOnly: {
    ownLanguage: {
      bias: -2.14,
      words: 1.18,
      wordsInBody: 0.28,
      classifier: 2.62,
      coverage: 2.78,
      margin: 0.26,
      length: 0.591,
      foreignPlaces: -1.26,
      foreignWords: -0.117,
      backgroundWords: -1.88,
      whether: -0.597,
      exact: 8,
    },
    otherLanguage: {
      bias: -1.1,
      words: 3.24,
      wordsInBody: 2.2,
      classifier: 0.138,
      coverage: 2.1,
      margin: 0.204,
      length: 0.221,
      foreignPlaces: -0.754,
      unmetFacts: -1.49,
      foreignWords: -0.411,
      backgroundWords: -0.153,
      whether: -0.657,
      exact: 8,
    },
  },
};
