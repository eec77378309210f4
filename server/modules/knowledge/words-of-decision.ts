import type { TurnDecision } from '../../../brain/answer/decide-turn.ts';
import { wording } from '../../../brain/answer/wording.ts';
import type { Choice, Language, Source } from '../../../contract/index.ts';

type Lookup = (
  articleId: string,
) => { id: string; title: string; body: string; language: Language } | undefined;
export type Spoken = Exclude<TurnDecision, { action: 'hand_off' }>;

type Words = {
  text: string;
  sources: Source[];
  choices: Choice[];
  offer: boolean;
  otherLanguage: boolean;
};

/** The words, sources and buttons of a decision; the same for the customer and for "try a question". */
export function wordsOf(decision: Spoken, lookup: Lookup): Words {
  const words = comforted(decision, plainWordsOf(decision, lookup));
  return decision.offers && !words.offer ? withOffer(words, decision.offers, decision.language) : words;
}

/** Beside what is said: would the customer rather have a person? */
export function withOffer<W extends Pick<Words, 'text'> & Partial<Words>>(
  words: W,
  reasonCode: string,
  language: Language,
): W & Pick<Words, 'offer' | 'choices'> {
  const say = wording(language);
  const others = (words.choices ?? []).filter((choice) => choice.action !== 'person');
  return {
    ...words,
    text: `${words.text}\n\n${say.offer(reasonCode)}`,
    offer: true,
    choices: [
      ...others,
      { label: say.yesPerson, action: 'person' },
      { label: say.goOnWithAi, action: 'continue' },
    ],
  };
}

/** Comfort first, then the way forward; only before an answer. */
function comforted(decision: Spoken, words: Words): Words {
  if (!decision.comfort) return words;
  return { ...words, text: `${wording(decision.language).comfort[decision.comfort]}\n\n${words.text}` };
}

function plainWordsOf(decision: Spoken, lookup: Lookup): Words {
  const say = wording(decision.language);
  const plain = { sources: [], choices: [], offer: false, otherLanguage: false };
  switch (decision.action) {
    case 'answer': {
      const article = lookup(decision.articleId);
      if (!article) throw new Error(`The answering article ${decision.articleId} is gone.`);
      const source = {
        articleId: article.id,
        title: article.title,
        language: article.language,
        passage: decision.passage,
      };
      const lead = decision.wasOtherLanguage ? `${say.otherLanguage(article.language)}\n\n` : '';
      return {
        ...plain,
        text: `${lead}${article.body}`,
        sources: [source],
        otherLanguage: decision.wasOtherLanguage,
      };
    }
    case 'clarify':
      return {
        ...plain,
        text: say.clarify,
        choices: [
          ...decision.choices.map(({ articleId, label }) => ({ articleId, label })),
          { label: say.noneOfThese, action: 'person' as const },
        ],
      };
    case 'small_talk':
      return { ...plain, text: say.smallTalk(decision.kind) };
    case 'offer':
      return {
        ...plain,
        text: say.offer(decision.reasonCode),
        offer: true,
        choices: [
          { label: say.yesPerson, action: 'person' },
          { label: say.goOnWithAi, action: 'continue' },
        ],
      };
    case 'unknown':
      return { ...plain, text: say.unknown, choices: [{ label: say.yesPerson, action: 'person' }] };
  }
}
