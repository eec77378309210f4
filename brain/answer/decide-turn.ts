import { acceptsOffer } from '../handoff/accepts-offer.ts';
import type { EpisodeLine, Moment } from '../handoff/features.ts';
import { floorOfMisses, floorOfText } from '../handoff/floor.ts';
import { saysNoHelp } from '../handoff/no-help.ts';
import type { Judgement, Policy, Staffing } from '../handoff/policy.ts';
import type { HandOffReason } from '../handoff/reasons.ts';
import { detectLanguage, type Language } from '../language.ts';
import type { KnowledgeIndex, Match } from '../retrieval/index.ts';
import { recogniseSmallTalk, type SmallTalk } from '../small-talk.ts';
import { normalise } from '../text/normalise.ts';
import { tokensOf } from '../text/tokens.ts';
import { type Comfort, comforting } from './comfort.ts';
import { isAsked, isQuotable, questionsIn } from './questions-in.ts';
import { underPolicy } from './under-policy.ts';

export type KnownArticle = {
  id: string;
  title: string;
  body: string;
  language: Language;
  pairKey: string | null;
};

export type TurnInput = {
  /** Everything the customer said since the last word of the AI or a person. */
  text: string;
  hasAttachments: boolean;
  /** The conversation's language so far. */
  language: Language;
  /** What was said before in this episode, oldest first. */
  history: readonly EpisodeLine[];
  /** AI turns in a row without an answer, before this one. */
  consecutiveMisses: number;
  /** The choices the AI gave in its last message, if it did. */
  offeredChoices: readonly { articleId: string; label: string }[];
  /** The AI's last message asked: a person, or go on with me? */
  offerOpen: boolean;
  index: Pick<KnowledgeIndex, 'search' | 'calibration'>;
  article: (articleId: string) => KnownArticle | undefined;
  /** The same article in the wanted language, if the shop has it. */
  pairOf?: (pairKey: string, language: Language) => KnownArticle | undefined;
  at: number;
  /** Sentence vectors by text, where there is an encoder: of everything in `searchesOf`, and of earlier messages. */
  meanings?: ReadonlyMap<string, Float32Array>;
  /** The hand-off policy in force; the shop's default when left out. */
  policy?: Policy;
  customer?: Moment['customer'];
  staffing?: Staffing;
};

/** What the AI saw and weighed, for "why did it say this". */
export type Why = {
  rule?: string;
  searched?: string;
  thresholds?: { answer: number; clarify: number };
  matches?: {
    articleId: string;
    title: string;
    confidence: number;
    matched: string[];
    uncovered: string[];
    features: object;
  }[];
  /** How the hand-off policy judged the turn. */
  judged?: Judgement;
};

type Common = {
  language: Language;
  confidence: number;
  missed: boolean;
  why: Why;
  /** Beside what is said: would the customer rather have a person? And why that is asked. */
  offers?: HandOffReason;
  /** The feeling an answer begins with a sentence for. */
  comfort?: Comfort;
};

/** An article given as the answer. */
export type Answer = { articleId: string; passage: string; wasOtherLanguage: boolean };

/** The whole decision of one turn. `missed`: the customer asked something and got no answer. */
export type TurnDecision = Common &
  (
    | ({ action: 'answer' } & Answer & {
          /** Further questions of the same message that are answered too, and those that are not. */
          also?: Answer[];
          open?: string[];
        })
    | { action: 'clarify'; choices: { articleId: string; label: string }[] }
    | { action: 'small_talk'; kind: SmallTalk }
    | { action: 'unknown' }
    | { action: 'offer'; reasonCode: HandOffReason }
    | {
        action: 'hand_off';
        reasonCode: HandOffReason;
        evidence: { quote: string; rule: string };
      }
  );

const mostMatches = 5;
const mostChoices = 3;
const followUp = /^(?:那|那么|如果|还有|以及|and|what about|how about|what if|then)|(?:呢|咧)[?？]?$/i;

/** The AI's turn as a pure function: understand → floor → small talk → retrieve → plan → hand-off policy. */
export function decideTurn(input: TurnInput): TurnDecision {
  return comforting(input, underPolicy(input, decideAlone(input)));
}

function decideAlone(input: TurnInput): TurnDecision {
  const { text } = input;
  const language = detectLanguage(text, input.language);
  const plain = { language, confidence: 1, missed: false };
  const earlier = input.history.filter((line) => line.from === 'customer').map((line) => line.text);

  const floor = floorOfText(text, earlier);
  if (floor) return { ...plain, ...floor, action: 'hand_off', why: { rule: floor.evidence.rule } };

  const smallTalk = recogniseSmallTalk(text);
  if (input.offerOpen && acceptsOffer(text)) {
    const evidence = { quote: text, rule: 'accepted_offer' };
    return {
      ...plain,
      action: 'hand_off',
      reasonCode: 'accepted_offer',
      evidence,
      why: { rule: 'accepted_offer' },
    };
  }
  const chosen = choiceOf(text, input.offeredChoices);
  if (chosen) return answerWith(input, chosen, language, plain, { rule: 'chose_a_candidate' });
  if (input.history.at(-1)?.from === 'ai' && saysNoHelp(text))
    return miss(input, plain, { rule: 'says_no_help' }, 'offer');
  if (smallTalk === 'nothing_said' && input.hasAttachments)
    return miss(input, plain, { rule: 'only_attachments' });
  if (smallTalk) return { ...plain, action: 'small_talk', kind: smallTalk, why: { rule: smallTalk } };

  const { answerFrom, clarifyFrom } = input.index.calibration;
  const found = look(input, language);
  const { matches, searched } = found;
  const why: Why = {
    searched,
    thresholds: { answer: answerFrom, clarify: clarifyFrom },
    matches: matches.map((match) => shown(match, input)),
  };
  const best = matches[0];
  const several = answersOf(input, found, language);
  if (several) return { ...plain, confidence: several.confidence, action: 'answer', ...several.answer, why };
  if (best && best.confidence >= answerFrom) {
    const sure = { ...plain, confidence: best.confidence };
    return answerWith(input, best.articleId, language, sure, why, best.passage);
  }
  const close = distinct(matches.filter((match) => match.confidence >= clarifyFrom)).slice(0, mostChoices);
  // Asked back once: a second question back in a row would be a loop.
  const askedBack = input.history.findLast((line) => line.from === 'ai')?.action === 'clarify';
  if (close.length > 0 && !askedBack) {
    const choices = close.map((match) => {
      const article = inLanguage(input, match.articleId, language);
      return { articleId: article?.id ?? match.articleId, label: article?.title ?? match.passage };
    });
    return { ...plain, confidence: best?.confidence ?? 0, action: 'clarify', choices, why };
  }
  return miss(input, { ...plain, confidence: best?.confidence ?? 0 }, why);
}

function miss(
  input: TurnInput,
  plain: Omit<Common, 'why'>,
  why: Why,
  first: 'unknown' | 'offer' = 'unknown',
): TurnDecision {
  const floor = floorOfMisses(input.consecutiveMisses + 1, input.text);
  if (floor)
    return {
      ...plain,
      ...floor,
      missed: true,
      action: 'hand_off',
      why: { ...why, rule: floor.evidence.rule },
    };
  if (first === 'offer')
    return { ...plain, missed: true, action: 'offer', reasonCode: 'repeated_misses', why };
  return { ...plain, missed: true, action: 'unknown', why };
}

/** The texts a turn searches with: the message, together with the question it leans on, and its single questions. */
export function searchesOf({ text, history }: Pick<TurnInput, 'text' | 'history'>): string[] {
  const parts = questionsIn(text);
  const together = leaningOn(text, history);
  return [text, ...(together ? [together] : []), ...(parts.length > 1 ? parts : [])];
}

/** A short message, or one that begins like a follow-up, together with the question before it; else null. */
function leaningOn(text: string, history: TurnInput['history']): string | null {
  const previous = history.findLast(
    (line) => line.from === 'customer' && recogniseSmallTalk(line.text) === null,
  );
  const leans = followUp.test(text.trim()) || new Set(contentOf(text)).size <= 2;
  return previous && leans ? `${previous.text}\n${text}` : null;
}

function contentOf(text: string): string[] {
  return tokensOf(text).flatMap((token) => (token.content && token.text.length > 1 ? [token.text] : []));
}

type Found = { matches: Match[]; searched: string; search: (text: string) => Match[] };

/** Searches the message; where it leans on the question before, the better of both results counts. */
function look(input: TurnInput, language: Language): Found {
  const search = (text: string) =>
    input.index.search(
      { text, meaning: input.meanings?.get(text) ?? null },
      { limit: mostMatches, at: input.at, language },
    );
  const alone = { matches: search(input.text), searched: input.text, search };
  const together = leaningOn(input.text, input.history);
  if (!together || confidenceIn(alone.matches) >= input.index.calibration.answerFrom) return alone;
  const joined = { matches: search(together), searched: together, search };
  return confidenceIn(joined.matches) > confidenceIn(alone.matches) ? joined : alone;
}

function confidenceIn(matches: Match[]): number {
  return matches[0]?.confidence ?? 0;
}

/**
 * A message with several questions: each that has an answer gets it, each that was asked and has none is named as open.
 * Null where the message is one question.
 */
function answersOf(input: TurnInput, { search }: Found, language: Language) {
  const parts = questionsIn(input.text);
  if (parts.length < 2) return null;
  const { answerFrom } = input.index.calibration;
  const answers: Answer[] = [];
  const open: string[] = [];
  let confidence = 1;
  for (const part of parts) {
    const [best] = search(part);
    const article =
      best && best.confidence >= answerFrom ? inLanguage(input, best.articleId, language) : null;
    if (!best || !article) {
      if (isAsked(part)) open.push(isQuotable(part) ? part : '');
      continue;
    }
    confidence = Math.min(confidence, best.confidence);
    if (answers.some((answer) => answer.articleId === article.id)) continue;
    answers.push(answerOf(article, best.articleId, best.passage, language));
  }
  const [first, ...also] = answers;
  if (!first || (also.length === 0 && open.length === 0)) return null;
  return { confidence, answer: { ...first, also, open } };
}

function answerWith(
  input: TurnInput,
  articleId: string,
  language: Language,
  plain: Omit<Common, 'why'>,
  why: Why,
  passage?: string,
): TurnDecision {
  const article = inLanguage(input, articleId, language);
  if (!article) return miss(input, plain, { ...why, rule: 'article_gone' });
  return { ...plain, action: 'answer', ...answerOf(article, articleId, passage, language), why };
}

/** @param foundId the article that was found, of which `article` may be the other language's pair */
function answerOf(
  article: KnownArticle,
  foundId: string,
  passage: string | undefined,
  language: Language,
): Answer {
  return {
    articleId: article.id,
    passage: article.id !== foundId || !passage ? article.title : passage,
    wasOtherLanguage: article.language !== language,
  };
}

/** The article in the customer's language where the shop has it, else as it is. */
function inLanguage(input: TurnInput, articleId: string, language: Language): KnownArticle | undefined {
  const article = input.article(articleId);
  if (!article || article.language === language || !article.pairKey) return article;
  return input.pairOf?.(article.pairKey, language) ?? article;
}

/** A choice is taken by its button (its label), its number, or "the first one". */
function choiceOf(text: string, choices: TurnInput['offeredChoices']): string | null {
  const said = normalise(text).replace(/[.。!！]$/, '');
  const number = /^(?:第|#|no\.? ?)?([1-4一二三四])(?:个|条)?$/.exec(said)?.[1];
  if (number)
    return (
      choices['1234'.includes(number) ? Number(number) - 1 : '一二三四'.indexOf(number)]?.articleId ?? null
    );
  return choices.find((choice) => normalise(choice.label) === said)?.articleId ?? null;
}

function distinct(matches: Match[]): Match[] {
  const seen = new Set<string>();
  return matches.filter((match) => {
    const key = match.pairKey ?? match.articleId;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function shown(match: Match, input: TurnInput) {
  const { articleId, confidence, matched, uncovered, evidence } = match;
  return {
    articleId,
    title: input.article(articleId)?.title ?? '',
    confidence,
    matched,
    uncovered,
    features: evidence,
  };
}
