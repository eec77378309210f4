import type { Language } from '../language.ts';
import { contentWordsOf } from '../text/content-words.ts';
import { translateShopWords } from '../text/glossary.ts';
import { normalise } from '../text/normalise.ts';
import { coversPlace, placesIn } from '../text/places.ts';
import { asksWhether, type FactKind, factsAsked, factsStated } from './asked-fact.ts';
import { type Calibration, calibrated, uncalibrated } from './calibration.ts';
import { type Classifier, classify } from './classifier.ts';
import { type Evidence, rankingScore, type Standing, silent, weightOfEvidence } from './fusion.ts';
import { highest } from './highest.ts';
import { createLexicalVoice, type LexicalQuery } from './lexical-voice.ts';
import { createMeaningVoice } from './meaning-voice.ts';
import { ngramsOf } from './ngrams.ts';
import { type IndexedArticle, isValid, subjectKey, type Unit, unitsOf } from './units.ts';

/** A question as it is searched: its words, and its sentence vector where there is an encoder. */
export type Question = { text: string; meaning?: Float32Array | null };

export type SearchOptions = {
  limit: number;
  /** The instant at which articles must be valid; null: whenever. */
  at: number | null;
  language: Language;
};

export type Match = {
  articleId: string;
  /** Articles of one subject say the same in different languages. */
  subject: string;
  pairKey: string | null;
  language: Language;
  /** The probability that this article answers the question. */
  confidence: number;
  /** The nearest title or phrasing, or the sentence of the body that is nearest to the question. */
  passage: string;
  evidence: Evidence;
  matched: string[];
  uncovered: string[];
};

export type KnowledgeIndex = ReturnType<typeof createKnowledgeIndex>;

/** Questions no shop's knowledge answers, with their vectors where there is an encoder: what "nothing of ours" looks like. */
export type Background = readonly { text: string; language: Language; meaning: Float32Array | null }[];

/** An article with the vectors of its `unitsOf`, where there are any. */
export type KnownArticle = { article: IndexedArticle; vectors?: readonly Float32Array[] | undefined };

/** What is learned from a shop's own articles, in a worker, after a change. */
export type Learned = { classifier: Classifier | null; calibration: Calibration };

/** Articles that say the same in different languages are one subject, found by any of its members. */
type Subject = { key: string; members: Stored[] };
type Stored = IndexedArticle & {
  number: number;
  units: Unit[];
  subject: Subject;
  places: Set<string>;
  facts: Set<FactKind>;
};

type Candidate = {
  subject: Subject;
  standing: Standing;
  passage: string | null;
  score: number;
  /** What of the question it mentions, and what not. */
  matched: string[];
  uncovered: string[];
};

const mostOfAVoice = 20;
const fewestRanked = 12;
const widestMargin = 4;
const mostForeignWords = 2;
/** With so many examples of a subject the classifier is half believed. */
const fewExamples = 10;

/**
 * What the shop knows, to be searched. Three voices speak for articles: words (lexical-voice.ts), meaning
 * (meaning-voice.ts) and, once learned, a classifier over n-grams (classifier.ts). fusion.ts weighs them, calibration.ts
 * turns the weight of evidence into the probability of being right.
 */
export function createKnowledgeIndex() {
  const articles = new Map<string, Stored>();
  const byNumber: (Stored | null)[] = [];
  const languages: Language[] = [];
  const free: number[] = [];
  const subjects = new Map<string, Subject>();
  const lexical = createLexicalVoice();
  const meanings = createMeaningVoice();
  const exact = new Map<string, Set<Stored>>();
  const background = {
    words: createLexicalVoice(),
    meanings: createMeaningVoice(),
    questions: [] as Background,
  };
  let learned: Learned = { classifier: null, calibration: uncalibrated };

  /** Replaces an article. @param vectors one for each of `unitsOf(article)`; without, only its words are searched */
  function put(article: IndexedArticle, vectors?: readonly Float32Array[]): void {
    remove(article.id);
    const units = unitsOf(article);
    const everything = units.map((unit) => unit.text).join('\n');
    const key = subjectKey(article);
    const subject = subjects.get(key) ?? { key, members: [] };
    subjects.set(key, subject);
    const stored: Stored = {
      ...article,
      number: free.pop() ?? byNumber.length,
      units,
      subject,
      places: placesIn(everything),
      facts: factsStated(article.body),
    };
    byNumber[stored.number] = stored;
    languages[stored.number] = stored.language;
    articles.set(article.id, stored);
    subject.members.push(stored);
    lexical.put(stored.number, units);
    if (vectors) meanings.put(stored.number, article.language, units, vectors);
    for (const unit of units) {
      if (unit.kind === 'passage') continue;
      const said = normalise(unit.text);
      exact.set(said, (exact.get(said) ?? new Set()).add(stored));
    }
  }

  function remove(articleId: string): void {
    const article = articles.get(articleId);
    if (!article) return;
    articles.delete(articleId);
    byNumber[article.number] = null;
    free.push(article.number);
    lexical.remove(article.number);
    meanings.remove(article.number);
    const { subject } = article;
    subject.members = subject.members.filter((one) => one !== article);
    if (subject.members.length === 0) subjects.delete(subject.key);
    for (const unit of article.units) {
      const said = normalise(unit.text);
      const owners = exact.get(said);
      owners?.delete(article);
      if (owners?.size === 0) exact.delete(said);
    }
  }

  function search(question: Question, options: SearchOptions): Match[] {
    const words = lexical.read(question.text);
    const withMeaning = question.meaning != null && meanings.size > 0;
    const ranked = rank(
      [...listen(question, words, options).values()],
      question,
      words,
      options,
      withMeaning,
    );
    const unheard = contentWordsOf(question.text).filter((word) => !lexical.has(word));
    const outside = nearestOutside(question, options.language);
    const whether = asksWhether(question.text) ? 1 : 0;
    return ranked.slice(0, options.limit).map((one, place) => {
      const rival = ranked[place === 0 ? 1 : 0];
      const spoken = spokenOf(one.subject, options);
      const known = knownTo(one.subject);
      const evidence: Evidence = {
        ...one.standing,
        margin: rival ? Math.min(widestMargin, one.score - rival.score) : widestMargin,
        foreignWords: Math.min(mostForeignWords, unheard.filter((word) => ![...word].every(known)).length),
        backgroundWords: outside.words,
        backgroundMeaning: outside.meaning,
        length: Math.log(1 + words.weights.size),
        whether,
      };
      return {
        articleId: spoken.id,
        subject: one.subject.key,
        pairKey: spoken.pairKey,
        language: spoken.language,
        confidence: calibrated(weightOfEvidence(evidence, withMeaning), learned.calibration),
        passage: one.passage ?? spoken.title,
        evidence,
        matched: one.matched,
        uncovered: one.uncovered,
      };
    });
  }

  /** The subjects for which the voices speak best, ranked once more by what each has to say of what is asked. */
  function rank(
    candidates: Candidate[],
    question: Question,
    words: LexicalQuery,
    options: SearchOptions,
    withMeaning: boolean,
  ): Candidate[] {
    const byScore = (a: Candidate, b: Candidate) => b.score - a.score;
    for (const one of candidates) {
      const { members } = one.subject;
      const isOwn = members.some(
        (member) => member.language === options.language && isValid(member, options.at),
      );
      one.standing.otherLanguage = isOwn ? 0 : 1;
      one.score = rankingScore(one.standing, withMeaning);
    }
    const places = [...placesIn(question.text)];
    const facts = factsAsked(question.text);
    const chosen = candidates.sort(byScore).slice(0, Math.max(options.limit, fewestRanked));
    for (const one of chosen) {
      const { members } = one.subject;
      const { covered, uncovered, matched } = coverageOf(words, knownTo(one.subject));
      one.matched = matched;
      one.uncovered = uncovered;
      one.standing.coverage = covered;
      one.standing.foreignPlaces = places.filter(
        (place) => !members.some((member) => coversPlace(member.places, place)),
      ).length;
      one.standing.unmetFacts = facts.filter(
        (fact) => !members.some((member) => member.facts.has(fact)),
      ).length;
      one.score = rankingScore(one.standing, withMeaning);
    }
    return chosen.sort(byScore);
  }

  /** Whether a subject mentions a token, in any of its languages. */
  function knownTo({ members }: Subject): (token: string) => boolean {
    const vocabularies = members.map((member) => lexical.vocabulary(member.number));
    return (token) => vocabularies.some((vocabulary) => vocabulary.has(token));
  }

  /** What each voice says, by subject. */
  function listen(question: Question, words: LexicalQuery, options: SearchOptions): Map<Subject, Candidate> {
    const found = new Map<Subject, Candidate>();
    const of = (number: number): Candidate | null => {
      const article = byNumber[number];
      if (!article || !isValid(article, options.at)) return null;
      let candidate = found.get(article.subject);
      if (!candidate) {
        candidate = {
          subject: article.subject,
          standing: { ...silent },
          passage: null,
          score: 0,
          matched: [],
          uncovered: [],
        };
        found.set(article.subject, candidate);
      }
      return candidate;
    };

    const meant = question.meaning ? meanings.ask(question.meaning, options.language) : false;
    const nearInMeaning = meant ? meanings.near() : [];
    const hear = (said: LexicalQuery, share: number, only?: (article: number) => boolean) => {
      const scores = lexical.score(said);
      for (const article of new Set([
        ...highest(scores.articles, mostOfAVoice, (one) => scores.question[one] as number, only),
        ...highest(scores.articles, mostOfAVoice, (one) => scores.passage[one] as number, only),
        ...nearInMeaning,
      ])) {
        const candidate = of(article);
        if (!candidate) continue;
        const { standing: voices } = candidate;
        const words = (scores.question[article] as number) * share;
        if (words > voices.words) {
          voices.words = words;
          candidate.passage = lexical.unit(scores.nearest[article] as number)?.text ?? null;
        }
        voices.wordsInBody = Math.max(voices.wordsInBody, (scores.passage[article] as number) * share);
        const means = meant ? meanings.score(article) : null;
        if (means) {
          voices.meaning = Math.max(voices.meaning, means.question);
          voices.meaningOfBody = Math.max(voices.meaningOfBody, means.passage);
          voices.meaningOfAll = Math.max(voices.meaningOfAll, means.all);
        }
      }
    };
    hear(words, 1);
    if (!meant) {
      // Without vectors only a glossary reaches articles in the other language.
      const translated = translateShopWords(question.text);
      const isForeign = (article: number) => languages[article] !== options.language;
      if (translated.words) hear(lexical.read(translated.words), translated.share, isForeign);
    }
    if (learned.classifier) {
      const margins = classify(learned.classifier, ngramsOf(question.text));
      const { classes } = learned.classifier;
      for (const { subject, standing } of found.values()) {
        const at = classes.get(subject.key);
        const examples = subject.members.reduce((sum, { units }) => sum + examplesIn(units), 0);
        const known = examples / subject.members.length;
        standing.classifier =
          ((at === undefined ? -1 : (margins[at] as number)) * known) / (known + fewExamples);
      }
    }
    for (const article of exact.get(normalise(question.text)) ?? []) {
      const candidate = of(article.number);
      if (candidate) candidate.standing.exact = 1;
    }
    return found;
  }

  function nearestOutside(
    { text, meaning }: Question,
    language: Language,
  ): { words: number; meaning: number } {
    const { articles: near, question } = background.words.score(background.words.read(text));
    const meant = meaning ? background.meanings.ask(meaning, language) : false;
    return {
      words: near.reduce((most, one) => Math.max(most, question[one] as number), 0),
      meaning: meant
        ? background.meanings
            .near()
            .reduce((most, one) => Math.max(most, background.meanings.score(one)?.question ?? 0), 0)
        : 0,
    };
  }

  /** The member in the customer's language if there is a valid one, else as the shop has it. */
  function spokenOf(subject: Subject, options: SearchOptions): Stored {
    const valid = subject.members.filter((member) => isValid(member, options.at));
    return (valid.find((member) => member.language === options.language) ?? valid[0]) as Stored;
  }

  function coverageOf(words: LexicalQuery, known: (token: string) => boolean) {
    let total = 0;
    let covered = 0;
    const uncovered: string[] = [];
    const matched: string[] = [];
    for (const [token, weight] of words.weights) {
      if (!words.content.has(token)) continue;
      total += weight;
      if (known(token)) {
        covered += weight;
        if (token.length > 1) matched.push(token);
      } else if (token.length > 1) uncovered.push(token);
    }
    return {
      covered: total > 0 ? covered / total : 0,
      uncovered,
      matched,
    };
  }

  return {
    put,
    remove,
    search,
    /** Tells what questions outside every shop's knowledge look like, in every language. */
    setBackground(questions: Background): void {
      background.words = createLexicalVoice();
      background.meanings = createMeaningVoice();
      const centres = { zh: centreOf(questions, 'zh'), en: centreOf(questions, 'en') };
      const known = centres.zh && centres.en ? { zh: centres.zh, en: centres.en } : null;
      background.meanings.centre(known);
      meanings.centre(known);
      questions.forEach(({ text, language, meaning }, at) => {
        const units: Unit[] = [{ text, kind: 'phrasing' }];
        background.words.put(at, units);
        if (meaning) background.meanings.put(at, language, units, [meaning]);
      });
      background.questions = questions;
    },
    learn(next: Learned): void {
      learned = next;
    },
    /** Takes over background and learning of another index: for a trial beside the one in use. */
    adopt(other: { learned: Learned; background: Background }): void {
      if (background.questions !== other.background) this.setBackground(other.background);
      learned = other.learned;
    },
    get learned() {
      return learned;
    },
    get background() {
      return background.questions;
    },
    get calibration() {
      return learned.calibration;
    },
    get size() {
      return articles.size;
    },
  };
}

function centreOf(questions: Background, language: Language): Float32Array | null {
  const vectors = questions.flatMap((one) => (one.language === language && one.meaning ? [one.meaning] : []));
  const [first] = vectors;
  return first
    ? first.map((_, at) => vectors.reduce((sum, vector) => sum + (vector[at] as number), 0) / vectors.length)
    : null;
}

function examplesIn(units: readonly Unit[]): number {
  return units.reduce((sum, unit) => (unit.kind === 'passage' ? sum : sum + 1), 0);
}
