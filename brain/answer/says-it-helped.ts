import { saysNoHelp } from '../handoff/no-help.ts';
import { normalise } from '../text/normalise.ts';

const saidSo =
  /(?:问题)?(?:都|已经|已)?解决(?:了|啦)|搞定(?:了|啦)|(?:明白|懂|清楚|会)(?:了|啦)|弄(?:好|明白)了|(?:很|太)?有(?:用|帮助)|帮(?:了)?大忙|(?:太好|完美|太棒)了?|\b(?:that(?:'s| is| was)? (?:helped|helps|worked|works|solved|solves|perfect|great|very helpful|helpful|what i (?:needed|wanted))|(?:it|this) (?:helped|worked|works now|is solved)|problem solved|solved it|very helpful|got it|all clear|makes sense|perfect|exactly what i)\b/;
const denied = /没|不|别|未|[吗么嘛]$|\b(?:not|no|n't|never|but|still)\b|n't|[?？]/;
const longest = 60;

/**
 * Does the customer say the answer helped? Thanks alone is courtesy and does not count; a question or a denial beside it
 * takes it back.
 */
export function saysItHelped(text: string): boolean {
  const said = normalise(text);
  if (said.length > longest || denied.test(said) || saysNoHelp(text)) return false;
  return saidSo.test(said);
}
