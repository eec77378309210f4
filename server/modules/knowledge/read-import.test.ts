import { describe, expect, it } from 'vitest';
import { readImport } from './read-import.ts';

const defaults = { language: 'zh', status: 'published', fileName: 'faq.md' } as const;
const read = (format: Parameters<typeof readImport>[0], text: string | Uint8Array) =>
  readImport(format, typeof text === 'string' ? new TextEncoder().encode(text) : text, defaults);
// 标题,内容 / 怎么退货,七天内 in GB18030.
const gb18030 = Uint8Array.from([
  0xb1, 0xea, 0xcc, 0xe2, 0x2c, 0xc4, 0xda, 0xc8, 0xdd, 0x0a, 0xd4, 0xf5, 0xc3, 0xb4, 0xcd, 0xcb, 0xbb, 0xf5,
  0x2c, 0xc6, 0xdf, 0xcc, 0xec, 0xc4, 0xda, 0x0a,
]);

describe('reading an import', () => {
  it('CSV as spreadsheets save it: byte order mark, GB18030, Chinese headers, other delimiters, quoted line breaks', () => {
    expect(read('csv', gb18030)).toMatchObject({
      encoding: 'GB18030',
      rows: [{ row: 2, article: { title: '怎么退货', body: '七天内', language: 'zh' } }],
    });
    expect(
      read('csv', '\ufeff问题;答案;相似问\n包邮吗;"满 99 包邮\n不满 10 元";邮费多少|运费'),
    ).toMatchObject({
      rows: [
        { article: { title: '包邮吗', body: '满 99 包邮\n不满 10 元', phrasings: ['邮费多少', '运费'] } },
      ],
    });
    expect(
      read('csv', 'title\tbody\tlanguage\tvalid_until\nOpen?\tYes\tenglish\t2027-01-01').rows[0],
    ).toMatchObject({ article: { language: 'en', validUntil: Date.parse('2027-01-01') } });
  });
  it('says at each row what is wrong with it, and keeps the others', () => {
    const { rows } = read(
      'csv',
      'title,body,status\nA,,published\nB,text,nonsense\nC,text,draft\nC,again,draft',
    );
    expect(rows.map((row) => row.problems[0]?.field ?? null)).toEqual(['body', 'status', null, 'title']);
    expect(
      read('jsonl', '{"title":"A","body":"b"}\nnot json\n[1]').rows.map((row) => [
        row.row,
        row.problems.length,
      ]),
    ).toEqual([
      [1, 0],
      [2, 1],
      [3, 1],
    ]);
  });
  it('Markdown: one article or several, front matter, phrasings as a list', () => {
    const { rows } = read(
      'markdown',
      '---\ncategory: 售后\nlanguage: zh\n---\n# 怎么退货\n七天内可退。\n\n## 相似问\n- 退货流程\n- 怎么寄回\n\n# 怎么换货\n```\n# not a heading\n```\n',
    );
    expect(rows.map((row) => row.article)).toMatchObject([
      { title: '怎么退货', body: '七天内可退。', phrasings: ['退货流程', '怎么寄回'], category: '售后' },
      { title: '怎么换货', body: '```\n# not a heading\n```' },
    ]);
    expect(read('markdown', 'only text').rows[0]?.article).toMatchObject({ title: 'faq', body: 'only text' });
  });
  it('pasted pairs: marked in both languages, or plain paragraphs', () => {
    expect(
      read(
        'pairs',
        '问：包邮吗\n问：邮费多少\n答：满 99 包邮\n第二行\n\nQ: Do you ship abroad?\nA: Yes',
      ).rows.map((row) => row.article),
    ).toMatchObject([
      { title: '包邮吗', phrasings: ['邮费多少'], body: '满 99 包邮\n第二行' },
      { title: 'Do you ship abroad?', language: 'en' },
    ]);
    expect(
      read('pairs', '怎么退货\n七天内\n可退\n\n怎么换货\n十五天内').rows.map((row) => [
        row.row,
        row.article?.title,
      ]),
    ).toEqual([
      [1, '怎么退货'],
      [5, '怎么换货'],
    ]);
  });
  it('refuses whole only what cannot be read at all', () => {
    expect(() => read('jsonl', '')).toThrow(/nothing to import/);
    expect(() => read('csv', 'title,body\n"unclosed,x')).toThrow(/cannot be read/);
  });
});
