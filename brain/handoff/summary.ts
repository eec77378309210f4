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
  mood: { feeling: 'calm' | 'dissatisfied' | 'angry'; quote: string | null };
};

const most = 3;
const dissatisfied =
  /还没|一直|又|到底|怎么还|等了|太慢|没人|失望|不满|无语|催|都几天|still (?:no|not|waiting|haven't)|again|disappointed|unhappy|too (?:slow|long)|nobody|no one|waiting for|days ago|what'?s going on/i;

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

/** The strongest feeling shown, with the words that show it; the latest wins among equals. */
function moodOf(texts: string[]): Summary['mood'] {
  const latestFirst = [...texts].reverse();
  const angry = latestFirst.find((text) =>
    ['anger', 'threat', 'legal_threat'].includes(floorOfText(text, [])?.reasonCode ?? ''),
  );
  if (angry) return { feeling: 'angry', quote: clip(angry) };
  const unhappy = latestFirst.find((text) => dissatisfied.test(text));
  return unhappy ? { feeling: 'dissatisfied', quote: clip(unhappy) } : { feeling: 'calm', quote: null };
}

function clip(text: string): string {
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}
