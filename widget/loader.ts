/** The one script a shop embeds: the button, and the widget on demand. Kept under 3 KB gzipped. */
import type { Host, Language, Widget } from './host.ts';

const script = document.currentScript as HTMLScriptElement;
const base = new URL(script.src).origin;
const data = script.dataset;

function wantedLanguage(): Language {
  const named = data.language ?? document.documentElement.lang ?? navigator.language;
  return /^zh/i.test(named || navigator.language) ? 'zh' : 'en';
}

const element = document.createElement('div');
element.id = 'tandem-widget';
const root = element.attachShadow({ mode: 'open' });
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host{all:initial}
.launch{position:fixed;right:20px;bottom:20px;width:60px;height:60px;border:0;border-radius:50%;cursor:pointer;z-index:2147483000;background:var(--accent);color:var(--on-accent);box-shadow:0 6px 24px rgb(0 0 0/.22);display:grid;place-items:center;transition:transform .15s}
.launch:hover{transform:scale(1.05)}
.launch:focus-visible{outline:3px solid #fff;outline-offset:-6px;box-shadow:0 0 0 4px var(--accent)}
.launch svg{width:28px;height:28px}
.launch b{position:absolute;top:-2px;right:-2px;min-width:20px;height:20px;padding:0 5px;box-sizing:border-box;border-radius:10px;background:#c62f2f;font:600 12px/20px system-ui,sans-serif}
.launch b:empty{display:none}
.launch[hidden]{display:none}
@media (prefers-reduced-motion:reduce){.launch{transition:none}}
`);
root.adoptedStyleSheets = [sheet];

const accent = /^#[0-9a-f]{6}$/i.test(data.accent ?? '') ? (data.accent as string) : '#2f6f62';
element.style.setProperty('--accent', accent);
element.style.setProperty('--on-accent', inkOn(accent));
/** White or near-black, whichever reads better on the colour (relative luminance, WCAG 2.2). */
function inkOn(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 ? '#16211e' : '#fff';
}
const button = document.createElement('button');
button.className = 'launch';
button.type = 'button';
button.setAttribute('aria-expanded', 'false');
const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
svg.setAttribute('viewBox', '0 0 24 24');
svg.setAttribute('aria-hidden', 'true');
const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
path.setAttribute('fill', 'currentColor');
path.setAttribute(
  'd',
  'M12 3C6.5 3 2 6.8 2 11.4c0 2.6 1.4 4.9 3.7 6.4L5 21.5l4.3-2c.9.2 1.8.3 2.7.3 5.5 0 10-3.8 10-8.4S17.500 3 12 3z',
);
svg.append(path);
const badge = document.createElement('b');
button.append(svg, badge);
root.append(button);

const host: Host = {
  base,
  language: wantedLanguage(),
  identity: data.identity ?? null,
  accent,
  theme: data.theme === 'light' || data.theme === 'dark' ? data.theme : null,
  root,
  button,
  setUnread(count) {
    badge.textContent = count > 0 ? String(Math.min(count, 99)) : '';
    button.setAttribute('aria-label', name(count));
  },
};

function name(count: number): string {
  if (host.language === 'zh') return count > 0 ? `联系客服，${count} 条未读` : '联系客服';
  return count > 0 ? `Chat with us, ${count} unread` : 'Chat with us';
}

let loading: Promise<Widget> | null = null;

function load(): Promise<Widget> {
  loading ??= new Promise((resolve, reject) => {
    const code = document.createElement('script');
    code.src = `${base}/widget/widget.js`;
    code.onload = () =>
      window.tandemMount ? resolve(window.tandemMount(host)) : reject(new Error('widget.js is broken'));
    code.onerror = () => {
      loading = null;
      reject(new Error('widget.js could not be loaded'));
    };
    document.head.append(code);
  });
  return loading;
}

const soon = (act: (widget: Widget) => void) => {
  load().then(act, () => {});
};

window.tandem = {
  open: (ask) => soon((widget) => widget.open(ask)),
  close: () => soon((widget) => widget.close()),
  identify(identity) {
    host.identity = identity;
    if (loading) soon((widget) => widget.identify(identity));
  },
  setLanguage(language) {
    host.language = language;
    host.setUnread(0);
    if (loading) soon((widget) => widget.setLanguage(language));
  },
};

host.setUnread(0);
button.addEventListener('click', () => window.tandem?.open());
document.addEventListener('click', (event) => {
  const opener =
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tandem-open]') : null;
  if (opener) window.tandem?.open(opener.dataset.tandemAsk);
});

function start(): void {
  document.body.append(element);
  // Somebody who has talked to us before: unread replies must show without a click.
  try {
    if (localStorage.getItem('tandem.token')) soon(() => {});
  } catch {
    // Storage is blocked: the widget loads on the first click.
  }
}
if (document.body) start();
else document.addEventListener('DOMContentLoaded', start);
