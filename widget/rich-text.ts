import { type Block, type Inline, parseInline, parseMarkdown } from '../contract/message-text.ts';
import { el } from './element.ts';

/** Markdown as DOM nodes, made of text nodes only. */
export function richText(text: string): Node[] {
  return parseMarkdown(text).map(blockNode);
}

/** A customer's own text: as typed, links made clickable. */
export function plainText(text: string): Node[] {
  return text
    .split('\n')
    .map((line) =>
      el(
        'p',
        {},
        ...parseInline(line).map((one) =>
          one.kind === 'link' ? inlineNode(one) : document.createTextNode(raw(one)),
        ),
      ),
    );
}

function raw(one: Inline): string {
  return one.kind === 'bold'
    ? `**${one.text}**`
    : one.kind === 'italic'
      ? `*${one.text}*`
      : one.kind === 'code'
        ? `\`${one.text}\``
        : one.text;
}

function blockNode(block: Block): Node {
  switch (block.kind) {
    case 'list':
      return el(
        block.ordered ? 'ol' : 'ul',
        {},
        ...block.items.map((item) => el('li', {}, ...item.map(inlineNode))),
      );
    case 'table': {
      const [head, ...rows] = block.rows;
      const row = (cells: Inline[][], tag: 'th' | 'td') =>
        el('tr', {}, ...cells.map((cell) => el(tag, {}, ...cell.map(inlineNode))));
      return el(
        'div',
        { class: 'table', tabindex: 0 },
        el('table', {}, row(head ?? [], 'th'), ...rows.map((one) => row(one, 'td'))),
      );
    }
    default: {
      const nodes = block.lines.flatMap((line, at) => [
        ...(at > 0 ? [el('br')] : []),
        ...line.map(inlineNode),
      ]);
      return el('p', block.kind === 'heading' ? { class: 'heading' } : {}, ...nodes);
    }
  }
}

function inlineNode(one: Inline): Node {
  switch (one.kind) {
    case 'bold':
      return el('strong', { text: one.text });
    case 'italic':
      return el('em', { text: one.text });
    case 'code':
      return el('code', { text: one.text });
    case 'link':
      return el('a', { href: one.url, target: '_blank', rel: 'noopener noreferrer', text: one.text });
    default:
      return document.createTextNode(one.text);
  }
}
