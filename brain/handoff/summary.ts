import { burdenOf, type Emotion, readFeeling, trajectory } from '../emotion/index.ts';
import { detectLanguage } from '../language.ts';
import { recogniseSmallTalk } from '../small-talk.ts';
import { entitiesIn } from '../understanding/entities.ts';
import { floorOfText } from './floor.ts';
import { isSameQuestion } from './repetition.ts';

export type SpokenLine = {
  from: 'customer' | 'ai' | 'agent';
  text: string;
  /** What the AI did in that turn. */
  action: string | null;
  sources: { articleId: string; title: string }[];
};

export type Summary = {
  /** What the customer wants, in their own words. */
  wants: string[];
  tried: { title: string; articleId: string | null }[];
  /** Questions that got no answer. */
  open: string[];
  entities: { kind: string; value: string }[];
  mood: Mood;
};

const most = 3;
/** How many of the customer's latest messages the line of feelings shows. */
const mostFeelings = 40;

type Mood = {
  feeling: Emotion;
  strength: number;
  quote: string | null;
  trend: 'rising' | 'steady' | 'easing';
  line: { emotion: Emotion; strength: number; level: number; quote: string | null }[];
  turningPoints: number[];
};

/**
 * The card a person receives, made without a model: the customer's own sentences chosen and sorted, nothing rephrased.
 * @param spoken the episode so far, oldest first
 */
export function summarise(spoken: readonly SpokenLine[]): Summary {
  const wants: string[] = [];
  const open: string[] = [];
  const tried = new Map<string, { title: string; articleId: string | null }>();
  spoken.forEach((line, at) => {
    if (line.from === 'customer') {
      if (!says(line.text)) return;
      if (!wants.some((one) => isSameQuestion(one, line.text))) wants.push(clip(line.text));
      const reply = spoken.slice(at + 1).find((one) => one.from !== 'customer');
      const answered =
        reply && (reply.from === 'agent' || reply.action === 'answer' || reply.action === 'small_talk');
      if (!answered && !open.some((one) => isSameQuestion(one, line.text))) open.push(clip(line.text));
    } else if (line.from === 'ai') {
      for (const source of line.sources) tried.set(source.articleId, source);
    }
  });
  const texts = spoken.filter((line) => line.from === 'customer').map((line) => line.text);
  return {
    wants: wants.slice(-most),
    tried: [...tried.values()].slice(-most),
    open: open.slice(-most),
    entities: entitiesIn(texts.join('\n')),
    mood: moodOf(texts),
  };
}

/** Whether a message is more than a greeting or the wish for a person. */
function says(text: string): boolean {
  return (
    text.trim() !== '' &&
    recogniseSmallTalk(text) === null &&
    !(floorOfText(text, [])?.reasonCode === 'asked_for_person' && text.length < 24)
  );
}

/** The line of feelings over the customer's latest messages, its turns, and the worst with the words that show it. */
function moodOf(texts: string[]): Mood {
  const said = texts.filter((text) => text.trim() !== '').slice(-mostFeelings);
  const feelings = said.map((text) => readFeeling(text, detectLanguage(text, 'zh')));
  const { trend, turningPoints, worst } = trajectory(feelings);
  const happiest = feelings.findLast((one) => one.emotion === 'happy');
  const shown = worst === null ? happiest : feelings[worst];
  return {
    feeling: shown?.emotion ?? 'calm',
    strength: shown?.strength ?? 0,
    quote: shown?.evidence ?? null,
    trend,
    line: feelings.map((one) => ({
      emotion: one.emotion,
      strength: one.strength,
      level: burdenOf(one),
      quote: one.evidence,
    })),
    turningPoints,
  };
}

function clip(text: string): string {
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}
