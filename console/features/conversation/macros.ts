import type { Macro } from '../../../contract/index.ts';

/** The macros a `/word` at the start of the text asks for; null when the text does not ask for one. */
export function macrosFor(text: string, macros: Macro[]): Macro[] | null {
  const wanted = /^\/(\S*)$/.exec(text)?.[1]?.toLowerCase();
  if (wanted === undefined) return null;
  const byShortcut = macros.filter((macro) => macro.shortcut.startsWith(wanted));
  const byTitle = macros.filter(
    (macro) => macro.title.zh.includes(wanted) || macro.title.en.toLowerCase().includes(wanted),
  );
  return [...new Set([...byShortcut, ...byTitle])];
}

/** Fills in who is spoken to and who speaks. */
export function fillMacro(
  macro: Macro,
  language: 'zh' | 'en',
  names: { customer: string; agent: string },
): string {
  return macro.body[language]
    .replaceAll('{customer}', names.customer)
    .replaceAll('{agent}', names.agent)
    .replace(/^[ ，,]+/, '');
}
