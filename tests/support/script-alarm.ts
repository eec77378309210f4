import type { BrowserContext, Page } from 'playwright-core';

/** Runs before any script of a page: whatever a hostile script would call is remembered in `__pwned`. */
export const alarmScript = `
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
    window[name] = () => { window.__pwned = name; };
`;

/** Cuts off and reports every request, socket, window and dialog that leads away from the desk. */
export async function guard(context: BrowserContext, home: string, alarms: string[]): Promise<void> {
  const { host } = new URL(home);
  await context.route('**/*', (route) => {
    const url = new URL(route.request().url());
    if (url.host === host) return route.continue();
    alarms.push(`request to ${url.href}`);
    return route.abort();
  });
  let pages = 0;
  context.on('page', (page) => {
    if (++pages > 1) alarms.push(`another window: ${page.url()}`);
    page.on('dialog', (dialog) => {
      alarms.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== host) alarms.push(`socket to ${socket.url()}`);
    });
  });
}

// Text, not a function: it is the page's code, and the tests know no DOM.
const search = `(() => {
  const faults = [];
  if ('__pwned' in window) faults.push('ran: ' + window.__pwned);
  const look = (root) => {
    for (const one of root.querySelectorAll('*')) {
      const outer = one.outerHTML.slice(0, 200);
      if (/^(?:iframe|object|embed|base|frame|applet)$/i.test(one.tagName)) faults.push(outer);
      if (one.tagName === 'SCRIPT' && !one.src) faults.push(outer);
      for (const { name, value } of one.attributes) {
        if (/^on/i.test(name)) faults.push(outer);
        if (/^(?:href|src|action|formaction|xlink:href)$/i.test(name) &&
            !one.matches('head > link[rel=icon]') && URL.canParse(value, location.href) &&
            !/^(?:https?|mailto|tel|blob):$/.test(new URL(value, location.href).protocol)) faults.push(outer);
      }
      if (one.shadowRoot) look(one.shadowRoot);
    }
  };
  look(document);
  return faults;
})()`;

/** What is wrong with a page now: a script that ran, or an element that could run one, shadow roots included. */
export function faultsIn(page: Page): Promise<string[]> {
  return page.evaluate(search);
}
