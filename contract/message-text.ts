/**
 * The text of messages and articles: a safe part of Markdown, parsed into a tree both the widget and the console draw: paragraphs, lists, tables, bold, italic, code, links. There is no HTML in it, and a
 * link leads to the web, mail or a phone, or it is plain text.
 */
export type Inline =
  | { kind: 'text' | 'bold' | 'italic' | 'code'; text: string }
  | { kind: 'link'; text: string; url: string };
export type Block =
  | { kind: 'paragraph' | 'heading'; lines: Inline[][] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'table'; rows: Inline[][][] };

const inline =
  /\*\*(.+?)\*\*|__(.+?)__|\*([^*\s][^*]*)\*|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)|(https?:\/\/[^\s<>()（）。，、]+)|([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/g;
// A browser reads /\ as //, which leads to another host.
const safeUrl = /^(?:https?:\/\/|mailto:|tel:|\/(?![\\/]))/i;

/** One line. */
export function parseInline(text: string): Inline[] {
  const out: Inline[] = [];
  let end = 0;
  for (const found of text.matchAll(inline)) {
    const [whole, bold, under, italic, code, label, target, url, mail] = found;
    if (found.index > end) out.push({ kind: 'text', text: text.slice(end, found.index) });
    end = found.index + whole.length;
    if (bold ?? under) out.push({ kind: 'bold', text: (bold ?? under) as string });
    else if (italic) out.push({ kind: 'italic', text: italic });
    else if (code) out.push({ kind: 'code', text: code });
    else if (label && target)
      out.push(
        safeUrl.test(target) ? { kind: 'link', text: label, url: target } : { kind: 'text', text: whole },
      );
    else if (url) out.push({ kind: 'link', text: url, url });
    else if (mail) out.push({ kind: 'link', text: mail, url: `mailto:${mail}` });
  }
  if (end < text.length) out.push({ kind: 'text', text: text.slice(end) });
  return out;
}

export function parseMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split(/\r?\n/)) {
    const last = blocks[blocks.length - 1];
    const item = /^\s*(?:[-*+]|(\d+)[.)])\s+(.*)$/.exec(line);
    const heading = /^#{1,6}\s+(.*)$/.exec(line);
    if (!line.trim()) {
      blocks.push({ kind: 'paragraph', lines: [] });
    } else if (heading) {
      blocks.push({ kind: 'heading', lines: [parseInline(heading[1] as string)] });
    } else if (item) {
      const ordered = item[1] !== undefined;
      if (last?.kind === 'list' && last.ordered === ordered) last.items.push(parseInline(item[2] as string));
      else blocks.push({ kind: 'list', ordered, items: [parseInline(item[2] as string)] });
    } else if (/^\s*\|.*\|\s*$/.test(line)) {
      if (/^[\s|:-]+$/.test(line)) continue;
      const cells = line
        .trim()
        .slice(1, -1)
        .split('|')
        .map((cell) => parseInline(cell.trim()));
      if (last?.kind === 'table') last.rows.push(cells);
      else blocks.push({ kind: 'table', rows: [cells] });
    } else if (last?.kind === 'paragraph') last.lines.push(parseInline(line));
    else blocks.push({ kind: 'paragraph', lines: [parseInline(line)] });
  }
  return blocks.filter((block) => !('lines' in block) || block.lines.length > 0);
}
