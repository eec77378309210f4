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
      const given = [decision, ...(decision.also ?? [])].map((answer) => {
        const article = lookup(answer.articleId);
        if (!article) throw new Error(`The answering article ${answer.articleId} is gone.`);
        return { ...answer, article };
      });
      const texts = given.map(({ article, wasOtherLanguage }) => {
        const lead = wasOtherLanguage ? `${say.otherLanguage(article.language)}\n\n` : '';
        return given.length > 1 ? `**${article.title}**\n\n${lead}${article.body}` : `${lead}${article.body}`;
      });
      const open = decision.open ?? [];
      return {
        ...plain,
        text: [...texts, ...(open.length > 0 ? [say.leftOpen(open)] : [])].join('\n\n'),
        sources: given.map(({ article, passage }) => ({
          articleId: article.id,
          title: article.title,
          language: article.language,
          passage,
        })),
        choices: open.length > 0 ? [{ label: say.yesPerson, action: 'person' as const }] : [],
        otherLanguage: given.some((one) => one.wasOtherLanguage),
      };
    }
    case 'clarify':
      return {
        ...plain,
        text: decision.choices.length === 1 ? say.clarifyOne : say.clarify,
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
