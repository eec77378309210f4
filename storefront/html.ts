/** A piece of markup that is safe as it stands; everything else put into `html` is escaped. */
export type Markup = { markup: string };

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A template tag: strings and numbers are escaped, markup and lists of it go in as they are, null leaves nothing. */
export function html(
  parts: TemplateStringsArray,
  ...values: (string | number | Markup | Markup[] | null)[]
): Markup {
  const rendered = values.map((value) => {
    if (value === null) return '';
    if (Array.isArray(value)) return value.map((one) => one.markup).join('');
    return typeof value === 'object' ? value.markup : escapeHtml(String(value));
  });
  return { markup: parts.reduce((text, part, at) => text + part + (rendered[at] ?? ''), '') };
}
