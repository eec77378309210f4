/**
 * Retrieval: which article answers a question, and how sure that is.
 * An own incremental inverted index over questions (title, phrasings) and bodies, and a confidence made of a few
 * readable features. Pure: the time and the articles come in from outside.
 */
export { thresholds } from './confidence.ts';
export {
  createKnowledgeIndex,
  type KnowledgeIndex,
  type Match,
} from './knowledge-index.ts';
