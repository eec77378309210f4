import { saysItHelped } from '../../../brain/answer/says-it-helped.ts';
import { floorOfText } from '../../../brain/handoff/floor.ts';
import { saysNoHelp } from '../../../brain/handoff/no-help.ts';
import { recogniseSmallTalk } from '../../../brain/small-talk.ts';
import { tokensOf } from '../../../brain/text/tokens.ts';

/** Longer messages that ask for a person also say what about. */
const shortAskForPerson = 24;

/** Whether a customer's words ask something that knowledge could answer: no courtesy, no verdict, no call for a person. */
export function isQuestion(text: string): boolean {
  if (!text.trim() || recogniseSmallTalk(text) || saysNoHelp(text) || saysItHelped(text)) return false;
  if (text.length < shortAskForPerson && floorOfText(text, [])?.reasonCode === 'asked_for_person')
    return false;
  return tokensOf(text).some((token) => /\p{L}/u.test(token.text));
}
