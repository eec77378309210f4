import { decideTurn, type KnownArticle } from '../../../brain/answer/decide-turn.ts';
import { wording } from '../../../brain/answer/wording.ts';
import { detectLanguage } from '../../../brain/language.ts';
import type { KnowledgeIndex } from '../../../brain/retrieval/index.ts';
import { thresholds } from '../../../brain/retrieval/index.ts';
import type { TriedAnswer } from '../../../contract/index.ts';
import { wordsOf } from './words-of-decision.ts';

export type Library = {
  index: Pick<KnowledgeIndex, 'search'>;
  lookup: (articleId: string) => KnownArticle | undefined;
  pairOf: (pairKey: string, language: 'zh' | 'en') => KnownArticle | undefined;
};

/** The turn a customer would get for this as their first message; nothing is stored. */
export function tryQuestion(library: Library, question: string, at: number): TriedAnswer {
  const startedAt = performance.now();
  const decision = decideTurn({
    text: question,
    hasAttachments: false,
    language: detectLanguage(question, 'zh'),
    history: [],
    consecutiveMisses: 0,
    offeredChoices: [],
    offerOpen: false,
    index: library.index,
    article: library.lookup,
    pairOf: library.pairOf,
    at,
  });
  const durationMs = performance.now() - startedAt;
  const words =
    decision.action === 'hand_off'
      ? { text: wording(decision.language).handingOff(decision.reasonCode), sources: [], choices: [] }
      : wordsOf(decision, library.lookup);
  const candidates = library.index.search(question, { limit: 5, at, language: decision.language });
  return {
    action: decision.action,
    reasonCode: 'reasonCode' in decision ? decision.reasonCode : null,
    text: words.text,
    sources: words.sources,
    choices: words.choices,
    candidates: candidates.map(({ articleId, language, confidence, passage, matched, uncovered }) => ({
      articleId,
      title: library.lookup(articleId)?.title ?? '',
      language,
      confidence,
      passage,
      matched,
      uncovered,
    })),
    thresholds,
    language: decision.language,
    durationMs,
  };
}
