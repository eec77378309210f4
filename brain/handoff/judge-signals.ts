import { emotions, type Feeling, trajectory } from '../emotion/index.ts';
import { recogniseSmallTalk } from '../small-talk.ts';
import { normalise } from '../text/normalise.ts';
import type { Moment } from './features.ts';
import { saysNoHelp } from './no-help.ts';
import { problemsIn, topicsOf } from './topics.ts';

/** What the features have found out of a moment before the model looks at it. */
export type Seen = {
  timesAsked: number;
  aiRepeats: boolean;
  refusedOffer: boolean;
  /** A sign of the floor stands in the message. */
  sign: boolean;
};

const felt = emotions.filter((one) => one !== 'calm');
const actions = ['answer', 'clarify', 'unknown', 'small_talk', 'offer'];
const topics = ['dispute', 'exception_wanted', 'identity_needed', 'matters', 'insists'] as const;
const asks = /[?？]|吗|呢/;
/** Says to be of an age under eighteen. */
const underage =
  /我(?:今年|现在|才|刚|刚满|还|也|就)?(?:[6-9]|1[0-7]|[六七八九]|十[一二三四五六七]?)(?:周)?岁|\bi(?:'m| am|m)(?: only| just)? (?:[6-9]|1[0-7])(?:\b(?! ?(?:%|cm|kg|lbs?|st|stone|pounds?|minutes?|hours?|days?|weeks?|months?|miles?|km|and a half|out of|orders?|\d))|yo\b)/;
const refuses =
  /不能|无法|不支持|抱歉|不可以|超过|规定|只能|不行|没法|不在|暂不|\b(?:can(?:no|')t|not (?:possible|able)|sorry|unfortunately|only|no longer|doesn't|excluded|policy|unable|isn't|expired)\b/;

/**
 * The state of the talk in numbers between 0 and 1, for the model: what is felt now and was before, what the AI did and
 * would do, how the talk has gone. tools/handoff-policy trains on the same list; a change of it needs the weights trained anew.
 */
export function signalsOf(moment: Moment, seen: Seen): number[] {
  const { text, feeling, history, reply, language } = moment;
  const customers = history.filter((line) => line.from === 'customer');
  const ais = history.filter((line) => line.from === 'ai');
  const last = history.at(-1);
  const lastSaid = last && last.from !== 'customer' ? last : null;
  const earlier = customers.flatMap((line) => line.feeling ?? []);
  const before = earlier.at(-1) ?? null;
  const found = topicsOf(text);
  const strong = (of: Feeling | null) => (of && of.emotion !== 'happy' ? of.strength / 3 : 0);
  const bad = (of: Feeling | null) =>
    of ? (Math.max(of.scores.angry, of.scores.dissatisfied, of.scores.sad) * of.strength) / 3 : 0;
  const refused = lastSaid !== null && refuses.test(normalise(lastSaid.text)) ? 1 : 0;
  const yes = (is: boolean) => (is ? 1 : 0);
  return [
    ...felt.map((one) => feeling.scores[one]),
    ...felt.map((one) => (feeling.scores[one] * feeling.strength) / 3),
    ...felt.map((one) => before?.scores[one] ?? 0),
    yes(strong(feeling) >= 0.6),
    yes(strong(feeling) === 1),
    strong(before),
    bad(feeling) * bad(before),
    bad(feeling) * refused,
    bad(feeling) * yes(lastSaid?.action === 'offer'),
    Math.max(0, ...earlier.slice(-4, -1).map(bad)),
    yes(trajectory([...earlier, feeling]).trend === 'rising'),
    yes(feeling.target === 'third_party'),
    yes(feeling.target === 'shop'),
    ...actions.map((one) => yes(lastSaid?.action === one)),
    yes(reply.missed),
    yes(reply.action === 'clarify'),
    yes(recogniseSmallTalk(text) !== null),
    yes(moment.offerOpen),
    refused,
    ...topics.map((one) => yes(found.includes(one))),
    Math.min(1, problemsIn(text).length / 3),
    Math.min(1, problemsIn([...customers.slice(-4).map((line) => line.text), text].join('\n')).length / 4),
    yes(underage.test(normalise(text))),
    yes(saysNoHelp(text)),
    Math.min(1, ais.slice(-4).filter((line) => line.action === 'unknown').length / 2),
    Math.min(1, (seen.timesAsked - 1) / 2),
    yes(seen.aiRepeats),
    yes(seen.refusedOffer),
    yes(seen.sign),
    Math.min(1, text.length / (language === 'zh' ? 60 : 160)),
    yes(asks.test(text)),
    yes(language === 'zh'),
  ];
}
