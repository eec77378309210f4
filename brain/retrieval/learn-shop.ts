import type { Language } from '../language.ts';
import { fitCalibration, type Judged } from './calibration.ts';
import { type Example, trainClassifier } from './classifier.ts';
import { weightOfEvidence } from './fusion.ts';
import { type Background, createKnowledgeIndex, type KnownArticle, type Learned } from './knowledge-index.ts';
import { ngramsOf } from './ngrams.ts';
import { subjectKey, unitsOf } from './units.ts';

/** A phrasing is held out at most this often, and at most this many in all: the measure stays linear in the shop. */
const folds = 3;
const mostHeldOut = 1200;

/**
 * Learns from a shop's own articles: the classifier over its phrasings, and the calibration of its confidence on
 * phrasings asked as if they had not been written (in folds) and on questions outside every shop's knowledge.
 * @param outside half serves as background, the other half as questions that must not be answered
 */
export function learnShop(articles: readonly KnownArticle[], outside: Background): Learned {
  const background = backgroundOf(outside);
  const strangers = outside.filter((one) => !background.includes(one));
  const phrasings = articles.reduce((sum, { article }) => sum + article.phrasings.length, 0);
  const rounds = phrasings > mostHeldOut ? 1 : folds;
  // In one round of a large shop only every n-th phrasing is held out.
  const every = rounds === 1 ? Math.max(folds, Math.ceil(phrasings / mostHeldOut)) : folds;
  const judged: Judged[] = [];
  for (let round = 0; round < rounds; round++) {
    let counter = 0;
    const asked: { text: string; meaning: Float32Array | null; subject: string; language: Language }[] = [];
    const kept = articles.map(({ article, vectors }): KnownArticle => {
      const units = unitsOf(article);
      const isHeld = units.map((unit) => unit.kind === 'phrasing' && counter++ % every === round);
      units.forEach((unit, at) => {
        if (isHeld[at]) {
          asked.push({
            text: unit.text,
            meaning: vectors?.[at] ?? null,
            subject: subjectKey(article),
            language: article.language,
          });
        }
      });
      return {
        article: {
          ...article,
          phrasings: units
            .filter((unit, at) => unit.kind === 'phrasing' && !isHeld[at])
            .map((unit) => unit.text),
        },
        vectors: vectors?.filter((_, at) => !isHeld[at]),
      };
    });
    const index = createKnowledgeIndex();
    for (const { article, vectors } of kept) index.put(article, vectors);
    index.setBackground(background);
    index.learn({
      classifier: trainClassifier(examplesOf(kept)),
      calibration: index.calibration,
    });
    const judge = (
      text: string,
      meaning: Float32Array | null,
      language: Language,
      subject: string | null,
    ) => {
      const [best] = index.search({ text, meaning }, { limit: 1, at: null, language });
      if (best) {
        judged.push({
          evidence: weightOfEvidence(best.evidence, meaning !== null),
          right: subject === best.subject,
          outside: subject === null,
        });
      } else judged.push({ evidence: Number.NEGATIVE_INFINITY, right: false, outside: subject === null });
    };
    for (const one of asked) judge(one.text, one.meaning, one.language, one.subject);
    if (round === 0) for (const one of strangers) judge(one.text, one.meaning, one.language, null);
  }
  return { classifier: trainClassifier(examplesOf(articles)), calibration: fitCalibration(judged) };
}

/** The half of the questions outside that serves as background; the other half is asked when confidence is calibrated. */
export function backgroundOf(outside: Background): Background {
  return outside.filter((_, at) => at % 2 === 0);
}

/** What the classifier learns from: titles and phrasings, by subject. */
export function examplesOf(articles: readonly KnownArticle[]): Example[] {
  return articles.flatMap(({ article }) =>
    [article.title, ...article.phrasings].map((text) => ({
      features: ngramsOf(text),
      label: subjectKey(article),
    })),
  );
}
