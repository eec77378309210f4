import type { Language } from '../language.ts';
import { english } from './lexicon-en.ts';
import { chinese } from './lexicon-zh.ts';

/** The feelings, and what else must be known to read them: what went wrong, who is meant, words that take heat out. */
export const topics = [
  'calm',
  'anxious',
  'dissatisfied',
  'angry',
  'happy',
  'sad',
  'problem',
  'third',
  'shop',
] as const;
export type Topic = (typeof topics)[number];
export type WordList = Record<Topic, { [strength: number]: string }>;
export type Sense = { topic: Topic; strength: number };

export type Lexicon = {
  /** Whole phrases; several words are joined by one space. */
  phrases: ReadonlyMap<string, readonly Sense[]>;
  /** Beginnings of single words. */
  beginnings: ReadonlyMap<string, readonly Sense[]>;
  /** Longest phrase: characters for Chinese, words for English. */
  longest: number;
};

function build(list: WordList, lengthOf: (phrase: string) => number): Lexicon {
  const phrases = new Map<string, Sense[]>();
  const beginnings = new Map<string, Sense[]>();
  let longest = 1;
  for (const topic of topics) {
    for (const [strength, words] of Object.entries(list[topic])) {
      for (const word of words.split(/\s+/).filter(Boolean)) {
        const isBeginning = word.length > 3 && word.endsWith('*');
        const phrase = (isBeginning ? word.slice(0, -1) : word).replaceAll('_', ' ');
        const into = isBeginning ? beginnings : phrases;
        const senses = into.get(phrase) ?? [];
        if (!senses.some((one) => one.topic === topic)) senses.push({ topic, strength: Number(strength) });
        into.set(phrase, senses);
        longest = Math.max(longest, lengthOf(phrase));
      }
    }
  }
  return { phrases, beginnings, longest };
}

export const lexicons: Record<Language, Lexicon> = {
  zh: build(chinese, (phrase) => phrase.length),
  en: build(english, (phrase) => phrase.split(' ').length),
};
