import { normalise } from './normalise.ts';
import { remembered } from './remembered.ts';

/** A token of a text. `content`: it says what the text is about, rather than how it is said. */
export type Token = { text: string; content: boolean };

/** A run of Chinese characters, or a word of another script: "CF雷神" is two. */
export const piece =
  /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:['.-](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu;
const hanRun = /^\p{Script=Han}/u;

/** Whether a token says something by itself: a word, or a pair of Chinese characters. */
export function isTelling(token: Token): boolean {
  return token.content && !(token.text.length === 1 && hanRun.test(token.text));
}

/** Words that carry no subject. */
const emptyEnglish = new Set(
  (
    'a an the is are am was were be been being do does did done doing have has had having i you he she it we they me my mine your yours our ours ' +
    'his her its their them us this that these those there here to of in on at by for from with about as into and or but if then so than too very ' +
    'can could will would shall should may might must please hi hello hey thanks thank ok okay just also any some what which who when where why how ' +
    "i'm i've i'd i'll it's don't doesn't didn't can't won't isn't aren't there's that's what's how's im ive dont u ur pls get got want need know tell let " +
    'like one thing something anything still really possible way'
  ).split(' '),
);
const emptyChinese = (
  '请问 你好 您好 麻烦 一下 可以 可不可以 能不能 怎么 怎样 如何 什么 多少 哪里 哪个 是不是 ' +
  '有没有 我想 想要 想问 我们 你们 他们 这个 那个 这样 的话 一个 如果 因为 所以 然后 现在 ' +
  '已经 还是 的 了 吗 呢 吧 啊 呀 哦 嘛 是 我 你 您 他 她 它 们 这 那 有 在 和 与 ' +
  '就 都 也 还 要 会 能 想 问 把 给 让 被 很 太 啥 咋 么 个 下 上 请 亲 怎 哪'
)
  .split(' ')
  .sort((a, b) => b.length - a.length);
const emptyChinesePattern = new RegExp(`${emptyChinese.join('|')}|[不没]$`, 'gu');

/**
 * What a text is found by: stemmed words of alphabetic scripts; for Chinese the characters and the pairs of neighbouring
 * characters (as good as a word segmenter's words on short questions, measured, and immune to its mistakes). English
 * function words are left out, but never all words; Chinese ones stay, since how a short question is put tells it apart.
 */
export const tokensOf = remembered((text: string): readonly Token[] => {
  const tokens: Token[] = [];
  const empty: Token[] = [];
  for (const [run] of normalise(text).matchAll(piece)) {
    if (hanRun.test(run)) {
      pushHan(tokens, run);
      continue;
    }
    const word = run.replace(/'s$/, '');
    const isEmpty = emptyEnglish.has(run) || emptyEnglish.has(word);
    (isEmpty ? empty : tokens).push({ text: stem(word), content: !isEmpty });
  }
  return tokens.length > 0 ? tokens : empty;
});

function pushHan(tokens: Token[], run: string): void {
  const content = run.replace(emptyChinesePattern, (found) => ' '.repeat(found.length));
  for (let at = 0; at < run.length; at++) {
    const said = content[at] !== ' ';
    tokens.push({ text: run[at] as string, content: said });
    if (at > 0) tokens.push({ text: run.slice(at - 1, at + 1), content: said && content[at - 1] !== ' ' });
  }
}

const irregular: Record<string, string> = {
  bought: 'buy',
  paid: 'pay',
  sent: 'send',
  shipped: 'ship',
  shipping: 'ship',
  broken: 'break',
  broke: 'break',
  came: 'come',
  arrived: 'arrive',
  delivery: 'deliver',
  delivered: 'deliver',
  payment: 'pay',
  refunded: 'refund',
  refunds: 'refund',
  returns: 'return',
  returned: 'return',
  cancellation: 'cancel',
  cancelled: 'cancel',
  canceled: 'cancel',
  exchanged: 'exchange',
  mths: 'month',
  days: 'day',
  lost: 'lose',
  shipment: 'ship',
  taxes: 'tax',
  duties: 'duty',
  warranties: 'warranty',
  parcels: 'parcel',
  package: 'parcel',
  packages: 'parcel',
  addr: 'address',
  cost: 'price',
  costs: 'price',
};

/** A light English stemmer: plural, -ing, -ed, -ly; enough to meet a phrasing half-way. */
export function stem(word: string): string {
  const known = irregular[word];
  if (known) return known;
  if (word.length < 4 || /\d/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  let root = word;
  if (/(ss|us|is)$/.test(root) === false && root.endsWith('s')) root = root.slice(0, -1);
  if (root.endsWith('ing') && root.length > 5) root = root.slice(0, -3);
  else if (root.endsWith('ed') && root.length > 4) root = root.slice(0, -2);
  else if (root.endsWith('ly') && root.length > 4) root = root.slice(0, -2);
  if (/([bdglmnprt])\1$/.test(root)) root = root.slice(0, -1);
  return root.endsWith('e') && root.length > 3 ? root.slice(0, -1) : root;
}
