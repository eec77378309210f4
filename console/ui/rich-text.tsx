import { Anchor, Table } from '@mantine/core';
import { type Block, type Inline, parseMarkdown } from '../../contract/index.ts';

/** Message text as the customer sees it: the contract's Markdown subset, never HTML. */
export function RichText({ text }: { text: string }) {
  return parseMarkdown(text).map((block, at) => <BlockView key={`${at}-${block.kind}`} block={block} />);
}

function BlockView({ block }: { block: Block }) {
  if (block.kind === 'list') {
    const items = block.items.map((item) => (
      <li key={keyOf(item)}>
        <Line parts={item} />
      </li>
    ));
    return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
  }
  if (block.kind === 'table') {
    const [head = [], ...rows] = block.rows;
    const plain = (cells: Inline[][]) => cells.map((cell) => cell.map((one) => one.text).join(''));
    return <Table data={{ head: plain(head), body: rows.map(plain) }} fz="sm" />;
  }
  return (
    <p style={block.kind === 'heading' ? { fontWeight: 650 } : undefined}>
      {block.lines.map((line, at) => (
        <span key={`${at}-${keyOf(line)}`}>
          {at > 0 && <br />}
          <Line parts={line} />
        </span>
      ))}
    </p>
  );
}

function Line({ parts }: { parts: Inline[] }) {
  return parts.map((one, at) => <Part key={`${at}-${one.kind}`} one={one} />);
}

function Part({ one }: { one: Inline }) {
  switch (one.kind) {
    case 'bold':
      return <strong>{one.text}</strong>;
    case 'italic':
      return <em>{one.text}</em>;
    case 'code':
      return <code>{one.text}</code>;
    case 'link':
      return (
        <Anchor href={one.url} target="_blank" rel="noopener noreferrer">
          {one.text}
        </Anchor>
      );
    default:
      return one.text;
  }
}

function keyOf(parts: Inline[]): string {
  return parts.map((one) => one.text).join('');
}
