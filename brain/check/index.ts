import { detectLanguage, type Language } from '../language.ts';
import { hasPlaceholder } from '../privacy/mask.ts';
import { offersIn, unsupportedClaims } from './claims.ts';
import { strangeContacts } from './contacts.ts';
import { type Fact, factsIn, isStated } from './facts.ts';
import { isGrounded, repeatsItself, wordsOfSources } from './grounding.ts';
import { createPromptGuard, rawIn } from './raw.ts';
import { isInLanguage } from './right-language.ts';
import { takeSentences } from './sentences.ts';
import { withoutOrders } from './spoken-to-machine.ts';

export { sharedWords } from './grounding.ts';
export { rawSigns } from './raw.ts';
export { isInLanguage } from './right-language.ts';
export { takeSentences } from './sentences.ts';
export { withoutOrders } from './spoken-to-machine.ts';

export type ReplyFaultKind =
  | 'empty'
  | 'too_long'
  | 'wrong_language'
  | 'raw'
  | 'prompt'
  | 'link'
  | 'figure'
  | 'personal'
  | 'claim'
  | 'policy'
  | 'ungrounded'
  | 'rambling';
export type ReplyFault = { kind: ReplyFaultKind; quote: string };

/** What a reply may draw on. */
export type Grounds = {
  language: Language;
  /** Articles, figures and states of tool results: what the shop stands for in this turn. */
  sources: readonly string[];
  /** Names and notes that anybody may have written: their words may be used, what they offer is no offer. */
  mentions?: readonly string[];
  /** Product names as the shop writes them: naming one promises nothing. */
  names?: readonly string[];
  /** The customer's own words: their order number may be repeated; what they claim is no source. */
  asked: string;
  /** Whether a link may be given. */
  mayLink: (url: string) => boolean;
  prompt: string;
  /** Words that never leave, such as tool names. */
  privateWords: readonly string[];
};

const mostCharacters = 1600;
/** What a customer's own words may lend to a reply. Never prices, terms or dates. */
const lent = new Set<Fact['kind']>(['code', 'number']);

export type ReplyCheck = {
  /** The finished reply. */
  whole(reply: string): ReplyFault[];
  /** One more sentence of a reply that is still coming, after those that passed. */
  next(sentence: string, before: string): ReplyFault[];
};

const agreement =
  /\b(?:sure|yes|yeah|yep|ok(?:ay)?|correct|right|absolutely|certainly|of course)\b|好的|可以|是的|没错|当然|[对嗯行是好]/gi;

/** Whether a reply is little more than a yes: to whatever was put to it, in words of no sentence of a source. */
function isBareAgreement(text: string): boolean {
  const rest = text.replace(agreement, ' ');
  if (rest === text || /\d/.test(rest)) return false;
  const words = rest.match(/[a-z][a-z'’-]*/gi)?.length ?? 0;
  const characters = rest.match(/\p{Script=Han}/gu)?.length ?? 0;
  return words < 2 && characters < 2;
}

/**
 * Checks replies of one turn before they are sent: every figure, price, date, link, policy and promise must stand in a
 * source. The rules are strict on purpose: a refused reply costs one more try, or the shop's own words.
 */
export function createReplyCheck(grounds: Grounds): ReplyCheck {
  const known = grounds.sources.flatMap(factsIn);
  const mentions = grounds.mentions ?? [];
  const own = [grounds.asked, ...mentions].flatMap(factsIn).filter((fact) => lent.has(fact.kind));
  const offers = offersIn(grounds.sources);
  const ofPrompt = createPromptGuard(grounds.prompt, [...grounds.sources, ...mentions]);
  const words = wordsOfSources([...grounds.sources, ...mentions]);

  const asked = wordsOfSources([grounds.asked]);
  const comparable =
    grounds.sources.length === 0 ||
    grounds.sources.some((one) => detectLanguage(one, grounds.language) === grounds.language);

  const harmless = (grounds.names ?? []).filter(namesOnly);

  function contentOf(text: string): ReplyFault[] {
    const unnamed = harmless.reduce((rest, name) => rest.replaceAll(name, ' '), text);
    const faults: ReplyFault[] = [];
    const raw = rawIn(text, grounds.privateWords) ?? ofPrompt(text);
    if (raw) faults.push(raw);
    if (hasPlaceholder(text)) faults.push({ kind: 'personal', quote: 'placeholder' });
    for (const fact of factsIn(text)) {
      if (fact.kind === 'link') {
        if (!grounds.mayLink(fact.value)) faults.push({ kind: 'link', quote: fact.raw });
      } else if (!isStated(fact, known) && !(lent.has(fact.kind) && isStated(fact, own))) {
        const personal = fact.kind === 'phone' || fact.kind === 'email';
        faults.push({ kind: personal ? 'personal' : 'figure', quote: fact.raw });
      }
    }
    for (const quote of strangeContacts(text, grounds.sources)) faults.push({ kind: 'personal', quote });
    faults.push(...unsupportedClaims(unnamed, offers));
    // Words of one language cannot be found in another: there the figures, links, policies and promises carry the check.
    for (const sentence of comparable ? takeSentences(text, true).sentences : [])
      if (!isGrounded(sentence, words, asked))
        faults.push({ kind: 'ungrounded', quote: sentence.trim().slice(0, 80) });
    return faults;
  }

  const spoken = (text: string): ReplyFault[] =>
    isInLanguage(text, grounds.language) ? [] : [{ kind: 'wrong_language', quote: text.slice(0, 60) }];
  const tooLong = (length: number): ReplyFault[] =>
    length > mostCharacters ? [{ kind: 'too_long', quote: String(length) }] : [];

  const aboutThem = /\bthe (?:customer|user)(?:'s|’s)?\b|(?:该|这位)(?:顾客|客户|用户)/i;
  const spokenOf = grounds.sources.some((one) => aboutThem.test(one));
  const rambling = (text: string): ReplyFault[] => {
    const strange = spokenOf ? null : aboutThem.exec(text);
    if (strange) return [{ kind: 'rambling', quote: strange[0] }];
    return repeatsItself(text) ? [{ kind: 'rambling', quote: text.slice(0, 60) }] : [];
  };

  return {
    whole(reply) {
      const text = reply.trim();
      if (!text || isBareAgreement(text)) return [{ kind: 'empty', quote: text.slice(0, 60) }];
      const long = tooLong(text.length);
      return long.length > 0 ? long : [...spoken(text), ...rambling(text), ...contentOf(text)];
    },
    next(sentence, before) {
      const long = tooLong(before.length + sentence.length);
      return long.length > 0
        ? long
        : [...spoken(before + sentence), ...rambling(before + sentence), ...contentOf(sentence)];
    },
  };
}

/** Whether a product's name is no more than a name: "gift box" is, "guaranteed for life" is not. */
function namesOnly(name: string): boolean {
  return (
    name.length <= 60 &&
    withoutOrders(name) === name &&
    factsIn(name).every((fact) => lent.has(fact.kind)) &&
    unsupportedClaims(name, offersIn([])).every((claim) => /gift|礼|organic|有机/i.test(claim.quote))
  );
}

/** Whether a link leads to one of the allowed places: an origin of the shop, or a host it named. */
export function linkAllowed(url: string, origins: readonly string[], hosts: readonly string[]): boolean {
  if (/^\/(?!\/)/.test(url)) return true;
  try {
    const parsed = new URL(url.startsWith('//') ? `https:${url}` : url);
    if (!/^https?:$/.test(parsed.protocol) || parsed.username || parsed.password) return false;
    return hosts.includes(parsed.host) || origins.some((origin) => new URL(origin).host === parsed.host);
  } catch {
    return false;
  }
}

/** Whether every figure of one text stands in the other: for translations and rewritten drafts. */
export function figuresKept(text: string, original: string): ReplyFault[] {
  const known = factsIn(original);
  return factsIn(text)
    .filter((fact) =>
      fact.kind === 'link' ? !known.some((one) => one.value === fact.value) : !isStated(fact, known),
    )
    .map((fact) => ({ kind: fact.kind === 'link' ? 'link' : 'figure', quote: fact.raw }));
}
