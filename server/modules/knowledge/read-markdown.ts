import { type Loose, renamed } from './import-fields.ts';

const phrasingHeading =
  /^#{2,6}\s*(?:相似问法?|相似问题|其他问法|phrasings|similar questions|also asked as)\s*$/i;

/**
 * One article a file, or one for each `# ` heading. `key: value` lines between `---` at the top hold for all of them;
 * a list below a heading "相似问" or "Phrasings" holds the phrasings. `row` is the line an article begins at.
 */
export function readMarkdown(text: string, fileName: string): Loose[] {
  const lines = text.split(/\r?\n/);
  const front: Record<string, unknown> = {};
  let at = 0;
  if (lines[0]?.trim() === '---') {
    for (at = 1; at < lines.length && lines[at]?.trim() !== '---'; at++) {
      const [, name, value] = /^([^:：]+)[:：]\s*(.*)$/.exec(lines[at] ?? '') ?? [];
      if (name && value !== undefined)
        front[name] = value
          .replace(/^["']|["']$/g, '')
          .replace(/^\[(.*)\]$/, (_, list: string) => list.replaceAll(',', '|'));
    }
    at++;
  }
  const parts: { row: number; title: string; lines: string[] }[] = [];
  for (let inCode = false; at < lines.length; at++) {
    const line = lines[at] as string;
    if (line.startsWith('```')) inCode = !inCode;
    const heading = inCode ? null : /^#\s+(.+?)\s*#*$/.exec(line);
    if (heading) parts.push({ row: at + 1, title: heading[1] as string, lines: [] });
    else if (parts.length > 0) parts.at(-1)?.lines.push(line);
    else if (line.trim()) parts.push({ row: at + 1, title: '', lines: [line] });
  }
  const shared = renamed(front);
  return parts.map(({ row, title, lines: own }) => {
    const { body, phrasings } = withoutPhrasings(own);
    return {
      ...shared,
      row,
      title: title || shared.title || fileName.replace(/\.\w+$/, ''),
      body,
      phrasings: [...((shared.phrasings as string[] | undefined) ?? []), ...phrasings],
    };
  });
}

function withoutPhrasings(lines: string[]): { body: string; phrasings: string[] } {
  const start = lines.findIndex((line) => phrasingHeading.test(line));
  if (start < 0) return { body: lines.join('\n').trim(), phrasings: [] };
  let end = start + 1;
  const phrasings: string[] = [];
  for (; end < lines.length; end++) {
    const item = /^\s*(?:[-*+]|\d+[.)])\s+(.+)$/.exec(lines[end] as string);
    if (item) phrasings.push((item[1] as string).trim());
    else if ((lines[end] as string).trim()) break;
  }
  return { body: [...lines.slice(0, start), ...lines.slice(end)].join('\n').trim(), phrasings };
}
