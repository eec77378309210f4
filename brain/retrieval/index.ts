/**
 * Retrieval: which article answers a question, and how sure that is.
 *
 * Three voices speak for an article: the words of its title, phrasings and body, the meaning of its sentences (a sentence
 * encoder's vectors, when there are any), and a classifier learned from the phrasings. A small linear model weighs them
 * together with what speaks against it, and a calibration on the shop's own phrasings makes a probability of it. Pure:
 * time, vectors and articles come in from outside.
 */
export {
  type Calibration,
  fewestMeasured,
  lineFor,
  wantedPrecisions,
  withCare,
} from './calibration.ts';
export {
  type Background,
  createKnowledgeIndex,
  type KnowledgeIndex,
  type KnownArticle,
  type Learned,
  type Match,
} from './knowledge-index.ts';
export { backgroundOf, learnShop } from './learn-shop.ts';
export { askedOutside, outsideQuestions } from './outside-questions.ts';
export { type IndexedArticle, unitsOf } from './units.ts';
