import type { Attachment } from '../contract/index.ts';
import type { Chat } from './chat.ts';
import { Failure } from './desk-client.ts';
import { el, icon } from './element.ts';
import type { Words } from './words.ts';

const typingPauseMs = 2500;
// The counter shows when this share of the limit is used.
const counterFrom = 0.9;

/** Where the customer writes: text, pictures and files. */
export function createComposer(chat: Chat, say: Words, onSent: () => void) {
  let files: { name: string; attachment: Attachment | null; share: number }[] = [];
  let typing = 0;
  const limit = () => chat.state.session?.textLimit ?? 8000;

  const input = el('textarea', {
    rows: 1,
    placeholder: say.write,
    'aria-label': say.write,
    enterkeyhint: 'send',
  });
  const send = el(
    'button',
    { type: 'button', class: 'send', 'aria-label': say.send, disabled: true, on: { click: submit } },
    icon('send'),
  );
  const picker = el('input', {
    type: 'file',
    multiple: true,
    hidden: true,
    'aria-label': say.attach,
    tabindex: -1,
  });
  const pick = el(
    'button',
    { type: 'button', 'aria-label': say.attach, on: { click: () => picker.click() } },
    icon('clip'),
  );
  const pending = el('div', { class: 'pending' });
  const tell = el('div', { class: 'tell', role: 'alert' });
  // Counting is for the eye only: a screen reader hears of the limit once, when it is passed.
  const count = el('div', { class: 'count', 'aria-hidden': true });
  const node = el(
    'div',
    {},
    tell,
    pending,
    count,
    el('div', { class: 'composer' }, pick, picker, input, send),
  );

  picker.addEventListener('change', () => {
    for (const file of picker.files ?? []) void add(file);
    picker.value = '';
  });
  input.addEventListener('input', () => {
    refresh();
    if (!typing) chat.typing(true);
    clearTimeout(typing);
    typing = window.setTimeout(stopTyping, typingPauseMs);
  });
  input.addEventListener('keydown', (event) => {
    // While an input method composes, Enter chooses a word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  });
  input.addEventListener('paste', (event) => {
    for (const file of event.clipboardData?.files ?? []) void add(file);
  });

  function stopTyping(): void {
    clearTimeout(typing);
    typing = 0;
    chat.typing(false);
  }

  function refresh(): void {
    const { length } = input.value;
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight}px`;
    const uploading = files.some((file) => !file.attachment);
    const empty = !input.value.trim() && files.length === 0;
    send.disabled = empty || uploading || length > limit();
    const told = length > limit() ? say.tooLong(limit()) : '';
    if (tell.textContent !== told) tell.textContent = told;
    count.textContent = length > limit() * counterFrom ? `${length} / ${limit()}` : '';
    pending.replaceChildren(
      ...files.map((file) =>
        el(
          'span',
          { class: 'chip' },
          file.attachment ? file.name : `${say.uploading} ${Math.round(file.share * 100)} % · ${file.name}`,
          el('button', {
            type: 'button',
            'aria-label': `${say.cancel}: ${file.name}`,
            text: '×',
            on: { click: () => drop(file) },
          }),
        ),
      ),
    );
  }

  function drop(file: (typeof files)[number]): void {
    files = files.filter((one) => one !== file);
    refresh();
  }

  async function add(file: File): Promise<void> {
    const most = chat.state.session?.fileLimitBytes ?? 10 * 1024 * 1024;
    if (file.size > most) {
      tell.textContent = say.tooLarge(most / 1024 / 1024);
      return;
    }
    const slot: (typeof files)[number] = { name: file.name || 'picture.png', attachment: null, share: 0 };
    files.push(slot);
    refresh();
    try {
      slot.attachment = await chat.upload(file, (share) => {
        slot.share = share;
        refresh();
      });
      refresh();
    } catch (error) {
      drop(slot);
      const code = error instanceof Failure ? error.problem?.code : null;
      tell.textContent =
        code === 'file_type_refused'
          ? say.refusedFile
          : code === 'file_too_large'
            ? say.tooLarge(most / 1024 / 1024)
            : say.wrong;
    }
  }

  function submit(): void {
    if (send.disabled) return;
    chat.send(
      input.value.trim(),
      files.flatMap((file) => file.attachment ?? []),
    );
    input.value = '';
    files = [];
    stopTyping();
    refresh();
    onSent();
  }

  return {
    node,
    focus: () => input.focus(),
    fill(text: string) {
      input.value = text;
      refresh();
      input.focus();
    },
    add,
  };
}
