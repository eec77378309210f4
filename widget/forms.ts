import { el } from './element.ts';
import type { Words } from './words.ts';

/** The message form for when nobody is on shift. `submit` throws with words to show. */
export function leaveForm(
  say: Words,
  next: string | null,
  draft: string,
  submit: (contact: string, text: string) => Promise<string | null>,
  cancel: () => void,
): HTMLElement {
  const contact = el('input', {
    type: 'text',
    autocomplete: 'email',
    required: true,
    maxlength: 200,
    id: 'contact',
  });
  const text = el('textarea', { rows: 3, required: true, maxlength: 8000, id: 'left' });
  text.value = draft;
  const wrong = el('p', { class: 'wrong', role: 'alert' });
  const send = el('button', { type: 'submit', class: 'primary', text: say.leave });
  const form = el(
    'form',
    {
      class: 'sheet',
      'aria-label': say.leaveTitle,
      on: {
        async submit(event: SubmitEvent) {
          event.preventDefault();
          send.disabled = true;
          wrong.textContent = (await submit(contact.value.trim(), text.value.trim())) ?? '';
          send.disabled = false;
        },
      },
    },
    el('h3', { text: say.leaveTitle }),
    el('p', { text: say.leaveIntro(next) }),
    el('label', { for: 'contact', text: say.contact }),
    contact,
    el('label', { for: 'left', text: say.message }),
    text,
    wrong,
    el(
      'div',
      { class: 'row' },
      el('button', { type: 'button', text: say.cancel, on: { click: cancel } }),
      send,
    ),
  );
  queueMicrotask(() => contact.focus());
  return form;
}

export function ratingForm(say: Words, submit: (score: number, comment: string) => void): HTMLElement {
  let score = 0;
  const comment = el('textarea', {
    rows: 2,
    maxlength: 2000,
    placeholder: say.comment,
    'aria-label': say.comment,
    hidden: true,
  });
  const send = el('button', {
    type: 'button',
    class: 'primary',
    text: say.submitRating,
    hidden: true,
    on: { click: () => submit(score, comment.value) },
  });
  const stars = [1, 2, 3, 4, 5].map((value) =>
    el('button', {
      type: 'button',
      role: 'radio',
      'aria-checked': 'false',
      'aria-label': say.stars(value),
      class: 'star',
      text: '★',
      on: { click: () => choose(value) },
    }),
  );
  function choose(value: number): void {
    score = value;
    stars.forEach((star, at) => {
      star.classList.toggle('on', at < value);
      star.setAttribute('aria-checked', String(at + 1 === value));
    });
    comment.hidden = false;
    send.hidden = false;
  }
  return el(
    'div',
    { class: 'rating' },
    el('p', { text: say.rate }),
    el('div', { role: 'radiogroup', 'aria-label': say.rate, class: 'stars' }, ...stars),
    comment,
    send,
  );
}
