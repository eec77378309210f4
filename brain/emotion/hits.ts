import { type Lexicon, lexicons, type Topic } from './lexicon.ts';

/** A word or phrase of the lexicon found in a clause, with what stands around it taken into account. */
/** `degree`: made stronger (1) or weaker (−1) by a word before or after it. */
export type Hit = { topic: Topic; strength: number; clause: number; negated: boolean; degree: number };

const marks: [Topic, number, string][] = [
  ['angry', 3, '😡🤬👿💢🖕'],
  ['angry', 2, '😠😤'],
  ['dissatisfied', 2, '🙄😒👎🙃😑😩😫😾🤦🤷💩'],
  ['sad', 2, '😢😭💔😞😔😿🥺😥☹😟🖤🥀'],
  ['anxious', 2, '😱😰😨😧😬🆘⏰'],
  ['happy', 2, '😀😃😄😁😆😊🙂😍🥰😘😻❤💕💖💗💛💚💙🎉🥳🤩👍👏🌹🎊✨😋🙌💐🥹💯🤗😂🤣'],
];
const markSenses = new Map<string, [Topic, number]>();
for (const [topic, strength, all] of marks) for (const mark of all) markSenses.set(mark, [topic, strength]);

const piece = /\p{Script=Han}+|[a-z0-9][a-z0-9'’/.-]*|\p{Extended_Pictographic}|:['’]?[()]|\):|:d\b|<3/gu;
const negatorBefore =
  /(?:不是|没有|并不|不算|不会|不能算|谈不上|毫无|没|不|别|未|无)(?:很|太|那么|特别|怎么|多|再|什么|在|想|要|用|必)?$/;
const strongBefore =
  /(?:太|很|非常|特别|超|超级|极|极其|十分|真|真的|实在|好|最|相当|巨|贼|无比|简直|万分|这么|那么)(?:是|的|让人|令人)?$/;
const weakBefore = /(?:有点|有些|有点儿|稍微|略|略微|一点|些许)(?:点|小)?$/;
const strongAfter = /^(?:死了|死我|死人|极了|透了|透顶|至极|得不行|得要命|得很|到爆|爆了|坏了|疯了|惨了)/;
const negators = new Set(
  'not no never hardly barely without nor neither cannot cant dont didnt isnt wasnt wont doesnt aint'.split(
    ' ',
  ),
);
const intensifiers = new Set(
  'very so really extremely absolutely totally completely utterly incredibly super too such beyond truly deeply seriously insanely fucking bloody damn quite highly unbelievably'.split(
    ' ',
  ),
);
const softeners = new Set('bit little slightly somewhat kinda sorta fairly mildly'.split(' '));

/** All hits of one clause (normalised text). Longest phrase first; linear in the clause's length. */
export function hitsOf(clause: string, number: number): Hit[] {
  const hits: Hit[] = [];
  const words: string[] = [];
  for (const { 0: run, index } of clause.matchAll(piece)) {
    const mark = markSenses.get(run) ?? emoticon(run);
    if (mark) hits.push({ topic: mark[0], strength: mark[1], clause: number, negated: false, degree: 0 });
    else if (run.charCodeAt(0) >= 0x2e80)
      chineseHits(run, clause.slice(Math.max(0, index - 3), index), number, hits);
    else words.push(run.replace(/’/g, "'").replace(/[.'/-]+$/, ''));
  }
  englishHits(words, number, hits);
  return hits;
}

function emoticon(run: string): [Topic, number] | undefined {
  if (/^(?::['’]?\(|\):)$/.test(run)) return ['sad', 2];
  if (/^(?::\)|:d|<3)$/.test(run)) return ['happy', 1];
  return undefined;
}

function chineseHits(run: string, before: string, clause: number, hits: Hit[]): void {
  const { phrases, longest } = lexicons.zh;
  let covered = 0;
  for (let at = 0; at < run.length; at++) {
    let length = Math.min(longest, run.length - at);
    while (length > 0 && at + length > covered && !phrases.has(run.slice(at, at + length))) length--;
    // A phrase inside one already found says nothing new.
    if (at + length <= covered || length === 0) continue;
    covered = at + length;
    const ahead = before + run.slice(Math.max(0, at - 6), at);
    const after = run.slice(covered, covered + 4);
    const more =
      (strongBefore.test(ahead) || strongAfter.test(after) ? 1 : 0) - (weakBefore.test(ahead) ? 1 : 0);
    for (const sense of phrases.get(run.slice(at, covered)) ?? [])
      hits.push(adjusted(sense.topic, sense.strength, more, negatorBefore.test(ahead), clause));
  }
}

function englishHits(words: readonly string[], clause: number, hits: Hit[]): void {
  const lexicon = lexicons.en;
  for (let at = 0; at < words.length; ) {
    const found = longestPhrase(lexicon, words, at);
    if (!found) {
      at++;
      continue;
    }
    const before = words.slice(Math.max(0, at - 3), at);
    const negated = before.some((word) => negators.has(word) || word.endsWith("n't"));
    const more =
      (before.slice(-2).some((word) => intensifiers.has(word)) ? 1 : 0) -
      (before.some((word) => softeners.has(word)) ? 1 : 0);
    for (const sense of found.senses) hits.push(adjusted(sense.topic, sense.strength, more, negated, clause));
    at += found.length;
  }
}

function longestPhrase(lexicon: Lexicon, words: readonly string[], at: number) {
  let phrase = '';
  let found: { senses: readonly { topic: Topic; strength: number }[]; length: number } | undefined;
  for (let length = 1; length <= lexicon.longest && at + length <= words.length; length++) {
    phrase = length === 1 ? (words[at] as string) : `${phrase} ${words[at + length - 1]}`;
    const senses = lexicon.phrases.get(phrase);
    if (senses) found = { senses, length };
  }
  if (found) return found;
  const word = words[at] as string;
  for (let end = Math.min(word.length, 14); end >= 3; end--) {
    const senses = lexicon.beginnings.get(word.slice(0, end));
    if (senses) return { senses, length: 1 };
  }
  return undefined;
}

/** "Not happy" is a complaint; "not angry" takes the heat out. */
function adjusted(topic: Topic, strength: number, more: number, negated: boolean, clause: number): Hit {
  const isFeeling = topic !== 'calm' && topic !== 'problem' && topic !== 'third' && topic !== 'shop';
  if (!isFeeling) return { topic, strength, clause, negated, degree: 0 };
  const now = Math.max(1, Math.min(3, strength + more));
  if (!negated) return { topic, strength: now, clause, negated, degree: more };
  if (topic === 'happy')
    return { topic: 'dissatisfied', strength: Math.min(2, strength), clause, negated, degree: 0 };
  return { topic: 'calm', strength: 1, clause, negated, degree: 0 };
}
