import { decideTurn, searchesOf, type TurnDecision } from '../../../brain/answer/decide-turn.ts';
import { wording } from '../../../brain/answer/wording.ts';
import { detectLanguage } from '../../../brain/language.ts';
import type { Language, TriedAnswer } from '../../../contract/index.ts';
import type { Library } from './library.ts';
import type { Meanings } from './meanings.ts';
import { wordsOf } from './words-of-decision.ts';

/** The turn a customer would get for this as their first message. @param language where the text gives no sign */
export async function decideAlone(
  library: Library,
  meanings: Meanings,
  question: string,
  language: Language,
  at: number,
): Promise<TurnDecision> {
  return decideTurn({
    text: question,
    hasAttachments: false,
    language,
    history: [],
    consecutiveMisses: 0,
    offeredChoices: [],
    offerOpen: false,
    index: library.index,
    article: library.lookup,
    pairOf: library.pairOf,
    meanings: await meanings.ofQuestions(searchesOf({ text: question, history: [] })),
    at,
  });
}

/** The turn a customer would get for this as their first message; nothing is stored. */
export async function tryQuestion(
  library: Library,
  meanings: Meanings,
  question: string,
  at: number,
): Promise<TriedAnswer> {
  const startedAt = performance.now();
  const decision = await decideAlone(library, meanings, question, detectLanguage(question, 'zh'), at);
  const durationMs = performance.now() - startedAt;
  const words =
    decision.action === 'hand_off'
      ? { text: wording(decision.language).handingOff(decision.reasonCode), sources: [], choices: [] }
      : wordsOf(decision, library.lookup);
  const meaning = (await meanings.ofQuestions([question])).get(question) ?? null;
  const candidates = library.index.search(
    { text: question, meaning },
    { limit: 5, at, language: decision.language },
  );
  const { answerFrom, clarifyFrom } = library.index.calibration;
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
    thresholds: { answer: answerFrom, clarify: clarifyFrom },
    language: decision.language,
    durationMs,
  };
}
