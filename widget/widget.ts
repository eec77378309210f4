/** The panel: loaded on first opening, drawn anew from the chat's state whenever that changes. */
import type { Choice, Entry } from '../contract/index.ts';
import { type Chat, createChat } from './chat.ts';
import { createComposer } from './composer.ts';
import { Failure } from './desk-client.ts';
import { el, icon } from './element.ts';
import { messageView, noticeOf } from './entry-view.ts';
import { leaveForm, ratingForm } from './forms.ts';
import type { Host, Widget } from './host.ts';
import { plainText, richText } from './rich-text.ts';
import { sound } from './sound.ts';
import { styles } from './styles.ts';
import { words } from './words.ts';

function mount(host: Host): Widget {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  host.root.adoptedStyleSheets = [...host.root.adoptedStyleSheets, sheet];
  const chat: Chat = createChat(host, draw);
  let say = words[host.language];
  let leaving = false;
  let ratingAgain = false;
  let isOpen = false;
  let drawn = '';
  let opener: HTMLElement | null = null;

  const title = el('h2');
  const speaker = el('p', { 'aria-live': 'polite' });
  const personLabel = el('span');
  const person = el(
    'button',
    { type: 'button', class: 'person', on: { click: askForPerson } },
    icon('person'),
    personLabel,
  );
  const bell = el('button', { type: 'button', on: { click: toggleSound } });
  const shut = el('button', { type: 'button', on: { click: close } }, icon('close'));
  const bar = el('div', { class: 'bar', role: 'status' });
  const log = el('div', { class: 'log', role: 'log', 'aria-live': 'polite', tabindex: 0 });
  let composer = createComposer(chat, say, () => scrollDown());
  const panel = el(
    'div',
    { class: 'panel', role: 'dialog', hidden: true, 'data-theme': host.theme },
    el('header', {}, el('div', {}, title, speaker), person, bell, shut),
    bar,
    log,
    composer.node,
  );
  host.root.append(panel);

  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  panel.addEventListener('dragover', (event) => event.preventDefault());
  panel.addEventListener('drop', (event) => {
    event.preventDefault();
    for (const file of event.dataTransfer?.files ?? []) void composer.add(file);
  });
  const fillScreen = () =>
    panel.style.setProperty('--height', `${window.visualViewport?.height ?? window.innerHeight}px`);
  window.visualViewport?.addEventListener('resize', fillScreen);

  function open(ask?: string): void {
    if (!isOpen) {
      isOpen = true;
      opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      panel.hidden = false;
      host.button.hidden = window.innerWidth <= 480;
      host.button.setAttribute('aria-expanded', 'true');
      fillScreen();
      lockScroll(window.innerWidth <= 480);
      void chat.ready().catch(() => {});
      draw();
      scrollDown();
    } else if (ask === undefined) {
      close();
      return;
    }
    if (ask) composer.fill(ask);
    else composer.focus();
  }

  function close(): void {
    isOpen = false;
    panel.hidden = true;
    host.button.hidden = false;
    host.button.setAttribute('aria-expanded', 'false');
    lockScroll(false);
    if (opener && opener !== document.body && opener.id !== 'tandem-widget') opener.focus();
    else host.button.focus();
  }

  /** Full screen on a phone, the page behind must not move. */
  const lockScroll = (on: boolean) => {
    document.documentElement.style.overflow = on ? 'hidden' : '';
  };
  const scrollDown = () => {
    log.scrollTop = log.scrollHeight;
  };
  const clock = (at: number) =>
    new Intl.DateTimeFormat(host.language === 'zh' ? 'zh-CN' : 'en-GB', {
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    }).format(at);
  const day = (at: number) =>
    new Intl.DateTimeFormat(host.language === 'zh' ? 'zh-CN' : 'en-GB', {
      month: 'long',
      day: 'numeric',
    }).format(at);

  function toggleSound(): void {
    sound.turn(!sound.isOn());
    drawHeader();
  }

  function askForPerson(): void {
    void chat.person().catch(tellFailure);
  }

  function choose(choice: Choice): void {
    if (choice.action === 'person') askForPerson();
    else if (choice.action === 'leave_message') {
      leaving = true;
      draw();
      scrollDown();
    } else chat.send(choice.label, []);
    composer.focus();
  }

  function tellFailure(error: unknown): void {
    const code = error instanceof Failure ? error.problem?.code : undefined;
    bar.replaceChildren(el('span', { text: code === 'too_many_requests' ? say.tooMany : say.wrong }));
  }

  function enlarge(url: string, name: string): void {
    const large = el(
      'button',
      { type: 'button', class: 'large', 'aria-label': `${say.close}: ${name}` },
      el('img', { src: url, alt: name }),
    );
    const before = host.root.activeElement as HTMLElement | null;
    const shrink = () => {
      large.remove();
      before?.focus();
    };
    large.addEventListener('click', shrink);
    large.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      shrink();
    });
    panel.append(large);
    large.focus();
  }

  function drawHeader(): void {
    const { session, conversation } = chat.state;
    title.textContent = say.title(session?.shopName ?? '');
    panel.setAttribute('aria-label', title.textContent);
    const kind = conversation?.speaker.kind ?? 'ai';
    const said =
      conversation?.status === 'resolved'
        ? say.ended
        : kind === 'agent'
          ? say.withPerson(conversation?.speaker.name ?? '')
          : kind === 'ai'
            ? say.withAi
            : say.waiting;
    if (speaker.textContent !== said) speaker.textContent = said;
    person.hidden = kind === 'agent' || conversation?.status === 'queued';
    personLabel.textContent = say.person;
    bell.replaceChildren(icon(sound.isOn() ? 'bell' : 'mute'));
    bell.setAttribute('aria-label', say.sound);
    bell.setAttribute('aria-pressed', String(sound.isOn()));
    shut.setAttribute('aria-label', say.close);
    log.setAttribute('aria-label', say.log);
  }

  function drawBar(): void {
    const { online, place, conversation, session } = chat.state;
    const parts: (Node | string)[] = [];
    if (session && !online) parts.push(el('span', { text: say.reconnecting }));
    else if (conversation?.status === 'queued') {
      const minutes = place?.expectedWaitSeconds
        ? Math.max(1, Math.round(place.expectedWaitSeconds / 60))
        : null;
      const text = place
        ? say.place(place.position) + (minutes ? ` · ${say.wait(minutes)}` : '')
        : say.waiting;
      parts.push(
        el('b', { text }),
        el('button', {
          type: 'button',
          text: say.backToAi,
          on: { click: () => void chat.backToAi().catch(tellFailure) },
        }),
      );
    }
    bar.replaceChildren(...parts);
  }

  function rows(): Node[] {
    const { entries, unsent, conversation, session } = chat.state;
    const acts = { choose, enlarge };
    const nodes: Node[] = [];
    if (session) {
      nodes.push(
        el(
          'div',
          { class: 'message ai' },
          el('div', { class: 'who' }, icon('spark'), say.aiName),
          el('div', { class: 'bubble' }, ...richText(session.greeting)),
        ),
      );
    }
    let today = '';
    const messages = entries.filter((entry) => entry.type === 'message.sent');
    const lastMessage = messages[messages.length - 1];
    const lastMine = messages.filter((entry) => entry.body.from.kind === 'customer').pop();
    for (const entry of entries) {
      const on = day(entry.at);
      const node = rowOf(entry);
      if (!node) continue;
      if (on !== today) nodes.push(el('div', { class: 'day', text: on }));
      today = on;
      nodes.push(node);
    }
    function rowOf(entry: Entry): Node | null {
      if (entry.type === 'message.sent') {
        const seen = entry === lastMine && (conversation?.agentReadSeq ?? 0) >= entry.seq;
        return messageView(entry, say, host, acts, entry === lastMessage && unsent.length === 0, seen);
      }
      const notice = noticeOf(entry, say, clock);
      return notice ? el('div', { class: 'notice', text: notice }) : null;
    }
    for (const one of unsent) {
      const state = one.refused
        ? el('button', {
            type: 'button',
            class: 'state bad',
            text: say.refusals[one.refused] ?? say.failed,
            on: { click: () => chat.retry(one.clientMessageId) },
          })
        : el('div', { class: 'state', text: chat.state.online ? say.sending : say.offline });
      nodes.push(
        el(
          'div',
          { class: 'message mine' },
          el(
            'div',
            { class: 'bubble' },
            ...plainText(one.text || one.attachments.map((file) => file.name).join(', ')),
          ),
          state,
        ),
      );
    }
    return nodes;
  }

  /** Forms keep what is typed into them: they are only made anew when they appear. */
  const forms = el('div');
  let shownForm = '';
  function drawForms(): void {
    const { conversation, session } = chat.state;
    const wantsRating = conversation?.status === 'resolved' && (conversation.rating === null || ratingAgain);
    const form = leaving
      ? 'leave'
      : wantsRating
        ? 'rate'
        : conversation?.status === 'resolved'
          ? 'rated'
          : '';
    const key = `${form} ${host.language}`;
    if (key === shownForm) return;
    shownForm = key;
    if (form === 'leave') {
      const next = session?.nextOpeningAt ? clock(session.nextOpeningAt) : null;
      const asked = chat.state.entries
        .filter((entry) => entry.type === 'message.sent' && entry.body.from.kind === 'customer')
        .pop();
      const draft = asked?.type === 'message.sent' ? asked.body.text : '';
      forms.replaceChildren(leaveForm(say, next, draft, leave, () => endLeaving()));
    } else if (form === 'rate') forms.replaceChildren(ratingForm(say, rate));
    else if (form === 'rated') {
      const again = el('button', {
        type: 'button',
        text: say.changeRating,
        on: {
          click: () => {
            ratingAgain = true;
            draw();
          },
        },
      });
      forms.replaceChildren(
        el('div', { class: 'rating' }, el('p', { text: `${say.rated} · ${say.newQuestion}` }), again),
      );
    } else forms.replaceChildren();
  }

  function endLeaving(): void {
    leaving = false;
    draw();
    composer.focus();
  }

  async function leave(contact: string, text: string): Promise<string | null> {
    try {
      await chat.leave(contact, text);
      endLeaving();
      return null;
    } catch (error) {
      const field = error instanceof Failure ? error.problem?.field : null;
      return field === 'contact' ? say.contactWrong : say.wrong;
    }
  }

  function rate(score: number, comment: string): void {
    ratingAgain = false;
    void chat.rate(score, comment).catch(tellFailure);
  }

  const typing = el('div', { class: 'typing', 'aria-hidden': 'true' });
  // Grows while it is written; read out only once it stands. Who asked for less motion waits for the whole.
  const draft = el('div', { class: 'message ai draft', 'aria-hidden': 'true' });
  const still = matchMedia('(prefers-reduced-motion:reduce)');
  let drafted = '';
  function drawDraft(): void {
    const text = still.matches ? '' : chat.state.draft;
    if (text === drafted) return;
    drafted = text;
    draft.replaceChildren(...(text ? [el('div', { class: 'bubble' }, ...richText(text))] : []));
  }

  function draw(): void {
    host.setUnread(isOpen ? 0 : chat.unread());
    if (!isOpen) return;
    drawHeader();
    drawBar();
    const { entries, unsent, conversation, session, online } = chat.state;
    typing.textContent = chat.state.otherTyping ? say.typing : '';
    drawDraft();
    // The log is only touched when its content changed: a reader must not lose their place, nor a screen reader repeat itself.
    const key = JSON.stringify([
      entries.length,
      entries[0]?.seq,
      entries[entries.length - 1]?.seq,
      unsent,
      conversation?.agentReadSeq,
      session?.greeting,
      online,
      host.language,
    ]);
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    if (key !== drawn) {
      drawn = key;
      const open = [...log.querySelectorAll('details[open] summary')].map((one) => one.textContent);
      log.replaceChildren(...rows(), draft, forms, typing);
      for (const one of log.querySelectorAll('details'))
        one.open = open.includes(one.querySelector('summary')?.textContent ?? '');
    }
    drawForms();
    if (atEnd) scrollDown();
    chat.read();
  }

  void chat.ready().catch(() => {});

  return {
    open,
    close,
    identify(identity) {
      host.identity = identity;
      chat.restart();
    },
    setLanguage(language) {
      host.language = language;
      say = words[language];
      const next = createComposer(chat, say, scrollDown);
      composer.node.replaceWith(next.node);
      composer = next;
      chat.restart();
      draw();
    },
  };
}

window.tandemMount = mount;
