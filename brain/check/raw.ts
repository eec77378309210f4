import { normalise } from '../text/normalise.ts';

/** Things of the machine that must never reach a customer: calls, JSON, code, markup, the prompt. */
const signs: [string, RegExp][] = [
  [
    'call',
    /<\/?(?:tool|function|think|system|user|assistant|data|im_start|im_end)[^>]{0,80}>?|<\||\|>|\[\/?(?:tool|inst|sys)/i,
  ],
  ['call', /\b(?:tool_?calls?|function_?calls?|tool_?results?|arguments)\b\s{0,3}["':=({]/i],
  ['json', /[{[]\s{0,5}"[\w-]{1,60}"\s{0,3}[:,\]]|\{\s{0,5}'?[\w-]{1,60}'?\s{0,3}:/],
  [
    'code',
    /```|<\?php|\bfunction\s?\(|=>\s?\{|\bSELECT\b.{1,60}\bFROM\b|\b(?:undefined|NaN|\[object Object\])(?!\w)/,
  ],
  [
    'html',
    /<\/?[a-z][a-z0-9-]{0,20}(?:[\s/][^>]{0,200})?>?|&#x?[0-9a-f]{1,6};|\bon(?:error|load|click|mouseover|focus)\s{0,3}=/i,
  ],
  ['code', /[A-Za-z0-9+/]{48,}={0,2}/],
  // Characters nobody sees: tags, zero width, text that runs backwards. (U+200D joins emoji.)
  ['hidden', /[\u{E0000}-\u{E007F}\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u],
  ['html', /!\[[^\]]{0,200}\]\(/],
  [
    'prompt',
    /\b(?:system prompt|my instructions|these instructions|as an ai language model|knowledge cutoff|openai|chatgpt)\b|系统提示|提示词|我的指令|语言模型/i,
  ],
];

/** @param privateWords names and texts that stay inside: tool names, the prompt's boundary */
export function rawIn(reply: string, privateWords: readonly string[]): { kind: 'raw'; quote: string } | null {
  for (const [, pattern] of signs) {
    const found = pattern.exec(reply);
    if (found) return { kind: 'raw', quote: found[0] };
  }
  const word = privateWords.find((one) => reply.includes(one));
  return word ? { kind: 'raw', quote: word } : null;
}

/** Markup, code or calls in a text, for texts that have no private words. */
export function rawSigns(text: string): { kind: 'raw'; quote: string }[] {
  const found = rawIn(text, []);
  return found ? [found] : [];
}

const squeeze = (text: string) => normalise(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** Finds a longer run of the prompt's own words, which no source shares: 16 characters of Chinese, 40 of English. */
export function createPromptGuard(
  prompt: string,
  sources: readonly string[],
): (reply: string) => { kind: 'prompt'; quote: string } | null {
  const own = squeeze(prompt);
  const known = sources.map(squeeze).join(' ');
  const runsOf = new Map<number, Set<string>>();
  function runs(length: number): Set<string> {
    const made = runsOf.get(length) ?? new Set<string>();
    if (!runsOf.has(length))
      for (let at = 0; at + length <= own.length; at++) made.add(own.slice(at, at + length));
    runsOf.set(length, made);
    return made;
  }
  // A code in the prompt is a secret of the house, however short.
  const codes = (prompt.match(/[A-Za-z0-9]{2,20}(?:[-_][A-Za-z0-9]{2,20}){1,4}/g) ?? [])
    .filter((one) => /\d/.test(one) || one === one.toUpperCase())
    .map(squeeze)
    .filter((one) => one.length >= 6 && !known.includes(one));
  return (reply) => {
    const code = codes.find((one) => squeeze(reply).includes(one));
    if (code) return { kind: 'prompt', quote: code };
    const said = squeeze(reply);
    const length = /\p{Script=Han}{6}/u.test(reply) ? 16 : 40;
    for (let at = 0; at + length <= said.length; at++) {
      const run = said.slice(at, at + length);
      if (runs(length).has(run) && !known.includes(run)) return { kind: 'prompt', quote: run };
    }
    return null;
  };
}
