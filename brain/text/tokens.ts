import { normalise } from './normalise.ts';

/** A token with how much it says: a character pair or word says more than a single character. */
export type Token = { text: string; weight: number };

const piece = /\p{Script=Han}+|[\p{L}\p{N}]+(?:[.'-][\p{L}\p{N}]+)*/gu;
const hanRun = /^\p{Script=Han}/u;

/** Words that carry no subject. They are not searched for, and do not count as uncovered. */
const emptyEnglish = new Set(
  (
    'a an the is are am was were be been being do does did done doing have has had having i you he she it we they me my mine your yours our ours ' +
    'his her its their them us this that these those there here to of in on at by for from with about as into and or but if then so than too very ' +
    'can could will would shall should may might must please hi hello hey thanks thank ok okay just also any some what which who when where why how ' +
    "i'm i've i'd i'll it's don't doesn't didn't can't won't isn't aren't there's that's what's how's im ive dont u ur pls get got want need know tell let " +
    'like one thing something anything still really possible way'
  ).split(' '),
);
const emptyChinese = [
  '请问',
  '你好',
  '您好',
  '麻烦',
  '一下',
  '可以',
  '可不可以',
  '能不能',
  '怎么',
  '怎样',
  '如何',
  '什么',
  '多少',
  '哪里',
  '哪个',
  '是不是',
  '有没有',
  '我想',
  '想要',
  '想问',
  '我们',
  '你们',
  '他们',
  '这个',
  '那个',
  '这样',
  '的话',
  '一个',
  '如果',
  '因为',
  '所以',
  '然后',
  '现在',
  '已经',
  '还是',
  '的',
  '了',
  '吗',
  '呢',
  '吧',
  '啊',
  '呀',
  '哦',
  '嘛',
  '是',
  '我',
  '你',
  '您',
  '他',
  '她',
  '它',
  '们',
  '这',
  '那',
  '有',
  '在',
  '和',
  '与',
  '就',
  '都',
  '也',
  '还',
  '要',
  '会',
  '能',
  '想',
  '问',
  '把',
  '给',
  '让',
  '被',
  '很',
  '太',
  '啥',
  '咋',
  '么',
  '个',
  '下',
  '上',
  '请',
  '亲',
  '怎',
  '哪',
].sort((a, b) => b.length - a.length);
const emptyChinesePattern = new RegExp(`${emptyChinese.join('|')}|[不没]$`, 'gu');

/**
 * What a text is found by: stemmed words of alphabetic scripts; for Chinese the pairs of neighbouring characters and,
 * lighter, the characters. Function words are left out, but never all of them.
 */
export function tokensOf(text: string): Token[] {
  const folded = normalise(text);
  const tokens = collect(folded, true);
  return tokens.length > 0 ? tokens : collect(folded, false);
}

function collect(folded: string, dropEmpty: boolean): Token[] {
  const tokens: Token[] = [];
  for (const [run] of folded.matchAll(piece)) {
    if (!hanRun.test(run)) {
      const word = run.replace(/'s$/, '');
      if (dropEmpty && (emptyEnglish.has(run) || emptyEnglish.has(word))) continue;
      tokens.push({ text: stem(word), weight: 1 });
      continue;
    }
    const parts = dropEmpty ? run.replace(emptyChinesePattern, ' ').split(' ') : [run];
    for (const part of parts) pushHan(tokens, part);
  }
  return tokens;
}

function pushHan(tokens: Token[], run: string): void {
  const characters = [...run];
  for (let at = 0; at < characters.length; at++) {
    tokens.push({ text: characters[at] as string, weight: characters.length === 1 ? 0.8 : 0.35 });
    if (at > 0) tokens.push({ text: `${characters[at - 1]}${characters[at]}`, weight: 1 });
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
