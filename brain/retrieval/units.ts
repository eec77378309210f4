import type { Language } from '../language.ts';

export type IndexedArticle = {
  id: string;
  language: Language;
  title: string;
  body: string;
  phrasings: string[];
  /** Articles with the same key say the same in different languages. */
  pairKey: string | null;
  validFrom: number | null;
  validUntil: number | null;
};

/** One text an article is found by: how it is asked for (title, phrasing), or what it states (a passage of its body). */
export type Unit = { text: string; kind: 'title' | 'phrasing' | 'passage' };

const mostPassages = 12;
const wholeCharacters = 400;
const says = /[\p{L}\p{N}].*[\p{L}\p{N}]/su;

/**
 * The texts an article is found by: its title, its phrasings, and as passages the sentences of its body without their
 * markup, and the beginning of all of it together.
 */
export function unitsOf(article: Pick<IndexedArticle, 'title' | 'phrasings' | 'body'>): Unit[] {
  const sentences = sentencesOf(article.body);
  const whole = [article.title, ...sentences].join('\n').slice(0, wholeCharacters);
  return [
    { text: article.title, kind: 'title' },
    ...article.phrasings.map((text): Unit => ({ text, kind: 'phrasing' })),
    ...[...sentences.slice(0, mostPassages), ...(sentences.length > 0 ? [whole] : [])].map(
      (text): Unit => ({ text, kind: 'passage' }),
    ),
  ];
}

export function sentencesOf(body: string): string[] {
  return body
    .split(/(?<=[。！？!?])|(?<=\.)\s+|\n+/)
    .map((sentence) =>
      sentence
        .replace(/\[([^\]]{0,200})\]\([^)]{0,400}\)/g, '$1')
        .replace(/^[-*#>|\d.、\s]{1,12}|[*`_|]/g, '')
        .trim(),
    )
    .filter((sentence) => says.test(sentence));
}

export function subjectKey(article: Pick<IndexedArticle, 'id' | 'pairKey'>): string {
  return article.pairKey ? `pair ${article.pairKey}` : article.id;
}

export function isValid(article: IndexedArticle, at: number | null): boolean {
  if (at === null) return true;
  return (article.validFrom ?? 0) <= at && at < (article.validUntil ?? Number.POSITIVE_INFINITY);
}
