/**
 * Retrieval: which article answers a question, and how sure that is.
 * An own incremental inverted index over questions (title, phrasings) and bodies, and a confidence made of a few
 * readable features. Pure: the time and the articles come in from outside.
 */
export { type Confidence, thresholds } from './confidence.ts';
export {
  createKnowledgeIndex,
  type IndexedArticle,
  type KnowledgeIndex,
  type Match,
} from './knowledge-index.ts';
