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
 * A logistic over the features; a match through the glossary has its likeness and coverage scaled down already, by the
 * share of the question that could be translated. The constants were set by hand near a fit on the demo shop: each
 * phrasing asked with itself left out, beside questions the shop does not answer. That is a hard measure, since
 * phrasings were written to differ; demo-shop.test.ts holds the figures.
 */
export function confidenceOf(features: Confidence): number {
  const z =
    -4.2 +
    3.2 * features.question +
    3.2 * features.coverage +
    1.4 * features.margin -
    2.2 * Math.min(2, features.foreignPlaces);
  return 1 / (1 + Math.exp(-z));
}

/** From `answer` on an article is given as the answer; between the two the customer is asked which one is meant. */
export const thresholds = { answer: 0.66, clarify: 0.26 } as const;
