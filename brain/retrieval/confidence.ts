/** What speaks for and against an article answering a question; each between 0 and 1 except the counts. */
export type Confidence = {
  /** Likeness to the nearest title or phrasing: idf-weighted Dice coefficient. */
  question: number;
  /** Share of the question's content, by idf weight, that the article mentions anywhere. */
  coverage: number;
  /** Distance to the next article about something else, relative to the best. */
  margin: number;
  /** Places asked about that the article does not speak of. */
  foreignPlaces: number;
  /** The article was found through the glossary, in another language. */
  otherLanguage: boolean;
};

/**
 * A logistic over the features. The constants were fitted by hand on the demo shop (each phrasing asked with itself
 * left out, beside questions the shop does not answer) so that 0.6 keeps about nine right answers in ten.
 */
export function confidenceOf(features: Confidence): number {
  const z =
    -5.4 +
    6.2 * features.question +
    3.4 * features.coverage +
    1.6 * features.margin -
    2.6 * Math.min(2, features.foreignPlaces) -
    (features.otherLanguage ? 0.3 : 0);
  return 1 / (1 + Math.exp(-z));
}

/** From `answer` on an article is given as the answer; between the two the customer is asked which one is meant. */
export const thresholds = { answer: 0.6, clarify: 0.26 } as const;
