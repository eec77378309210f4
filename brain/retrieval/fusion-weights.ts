import type { Evidence, Voices, Weights } from './fusion.ts';

/**
 * Learned on many small shops made of openly licensed and own questions: BANKING77 (CC-BY-4.0), CLINC150 (CC-BY-3.0) and
 * the demo shop's everyday tuning questions and held-out phrasings, with subjects left out so that their questions have
 * no answer. Ranking by softmax regression over the candidates, confidence by logistic regression; foreignPlaces,
 * unmetFacts, foreignMeasures and foreignWords were strengthened by hand, since made-up shops hold few near misses.
 * See docs/decisions/0014.
 */
export const rankingWeights: Record<'withMeaning' | 'wordsOnly', Weights<Voices>> = {
  withMeaning: {
    bias: 0,
    words: 2.5,
    wordsInBody: 1.4,
    meaning: 15.8,
    meaningOfBody: 12.4,
    classifier: 1.9,
    exact: 30,
  },
  wordsOnly: { bias: 0, words: 9.3, wordsInBody: 5.2, classifier: 3.2, exact: 30 },
};

export const confidenceWeights: Record<'withMeaning' | 'wordsOnly', Weights<Evidence>> = {
  withMeaning: {
    bias: -2.9,
    coverage: 1.5,
    classifier: 0.6,
    meaning: 2.9,
    meaningOfBody: -1.9,
    backgroundMeaning: -2.4,
    margin: 0.67,
    length: 0.2,
    otherLanguage: 1.7,
    foreignPlaces: -0.7,
    unmetFacts: -0.35,
    foreignMeasures: -0.1,
    foreignWords: -0.6,
    exact: 8,
  },
  wordsOnly: {
    bias: -3.5,
    words: 1.6,
    coverage: 2,
    classifier: 1.2,
    backgroundWords: -0.3,
    margin: 0.43,
    length: 0.45,
    otherLanguage: 1.7,
    foreignPlaces: -0.7,
    unmetFacts: -0.45,
    foreignMeasures: -0.1,
    foreignWords: -0.6,
    exact: 8,
  },
};
