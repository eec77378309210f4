/** An article's Markdown as a person would type it. */
export function plain(markdown: string): string {
  return markdown.replace(/\*\*|__|`/g, '').replace(/^#+\s+/gm, '');
}
