import type { Attachment, Card, Choice, Entry } from '../contract/index.ts';
import { el, icon } from './element.ts';
import type { Host } from './host.ts';
import { plainText, richText } from './rich-text.ts';
import type { Words } from './words.ts';

type Message = Extract<Entry, { type: 'message.sent' }>;
export type Acts = { choose: (choice: Choice) => void; enlarge: (url: string, name: string) => void };

/** One message as a bubble, with everything that hangs on it. `last`: its buttons still count. */
export function messageView(
  entry: Message,
  say: Words,
  host: Host,
  acts: Acts,
  last: boolean,
  seen: boolean,
): HTMLElement {
  const { from, text, sources, choices, cards, attachments, otherLanguage } = entry.body;
  const mine = from.kind === 'customer';
  const who = mine ? say.you : from.kind === 'agent' ? from.name : say.aiName;
  const label = mine
    ? null
    : el(
        'div',
        { class: 'who' },
        from.kind === 'ai' ? icon('spark') : icon('person'),
        from.kind === 'ai' ? `${say.aiName}` : who,
      );
  const bubble = el('div', { class: 'bubble' }, ...(mine ? plainText(text) : richText(text)));
  return el(
    'div',
    { class: `message ${mine ? 'mine' : from.kind}`, role: 'group', 'aria-label': who },
    label,
    otherLanguage && el('div', { class: 'hint', text: say.otherLanguage }),
    text ? bubble : null,
    ...attachments.map((file) => fileView(file, host, acts, say)),
    ...cards.map((card) => cardView(card, host)),
    ...sources.map((source) =>
      el(
        'details',
        { class: 'source' },
        el('summary', { text: `${say.source}: ${source.title}` }),
        el('p', { text: source.passage }),
      ),
    ),
    choices.length > 0 &&
      el(
        'div',
        { class: 'choices' },
        ...choices.map((choice) =>
          el('button', {
            type: 'button',
            disabled: !last,
            text: choice.label,
            on: { click: () => acts.choose(choice) },
          }),
        ),
      ),
    mine && seen && el('div', { class: 'seen', text: say.seen }),
  );
}

export function fileView(file: Attachment, host: Host, acts: Acts, say: Words): HTMLElement {
  const url = `${host.base}${file.url}`;
  if (/^image\/(png|jpeg|gif|webp)$/.test(file.mediaType)) {
    const picture = el('img', { src: url, alt: file.name, loading: 'lazy' });
    return el(
      'button',
      {
        type: 'button',
        class: 'picture',
        'aria-label': `${say.enlarge}: ${file.name}`,
        on: { click: () => acts.enlarge(url, file.name) },
      },
      picture,
    );
  }
  return el(
    'a',
    { class: 'file', href: url, target: '_blank', rel: 'noopener', download: file.name },
    icon('clip'),
    `${file.name} · ${Math.ceil(file.sizeBytes / 1024)} KB`,
  );
}

function cardView(card: Card, host: Host): HTMLElement {
  const address = (url: string | undefined) => (url ? new URL(url, host.base) : null);
  const url = address(card.url);
  const picture = address(card.pictureUrl);
  const inner = [
    picture && el('img', { src: picture.href, alt: '', loading: 'lazy' }),
    el(
      'span',
      {},
      el('b', { text: card.title }),
      el('small', { text: card.kind === 'product' ? card.price : `${card.status} · ${card.total}` }),
    ),
  ];
  const isSafe = url !== null && /^https?:$/.test(url.protocol);
  return isSafe
    ? el('a', { class: 'card', href: url.href, target: '_blank', rel: 'noopener' }, ...inner)
    : el('div', { class: 'card' }, ...inner);
}

/** What the other entries say to the customer; null for those that say nothing. */
export function noticeOf(entry: Entry, say: Words, when: (at: number) => string): string | null {
  switch (entry.type) {
    case 'conversation.handed_off':
      return say.handedOff;
    case 'conversation.assigned':
      return say.assigned(entry.body.agentName);
    case 'conversation.handed_back':
      return say.handedBack;
    case 'conversation.transferred':
      return say.transferred;
    case 'conversation.resolved':
      return say.resolved;
    case 'conversation.reopened':
      return say.reopened;
    case 'message.left':
      return say.left(when(entry.body.promisedAt));
    default:
      return null;
  }
}
