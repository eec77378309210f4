import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInline, parseMarkdown } from '../contract/message-text.ts';
import { pauseMs } from './connection.ts';
import { createOutbox } from './outbox.ts';
import { words } from './words.ts';

const built = (name: string) => readFileSync(join(import.meta.dirname, '../dist/widget', name));
const zipped = (name: string) => gzipSync(built(name), { level: 9 }).length;

describe('weight', () => {
  it('loader ≤ 3 KB, opened ≤ 25 KB, gzipped', () => {
    expect(zipped('loader.js')).toBeLessThanOrEqual(3 * 1024);
    expect(zipped('loader.js') + zipped('widget.js')).toBeLessThanOrEqual(25 * 1024);
  });
  it('has no way to put markup into a page', () => {
    expect(`${built('loader.js')}${built('widget.js')}`).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(/,
    );
  });
});

describe('message text', () => {
  it('is a tree of paragraphs, lists, tables and safe links', () => {
    expect(
      parseMarkdown('a **b**\n\n1. x\n2. y\n\n| h | i |\n|---|---|\n| 1 | 2 |').map((block) => block.kind),
    ).toEqual(['paragraph', 'list', 'table']);
    expect(
      parseInline(
        '[x](https://a.example) [y](javascript:alert(1)) [z](data:text/html,1) [w](/\\b.example) [v](//b.example)',
      ).filter((one) => one.kind === 'link'),
    ).toEqual([{ kind: 'link', text: 'x', url: 'https://a.example' }]);
  });
  it('never loses a word, whatever is typed', () => {
    const visible = (text: string) =>
      parseMarkdown(text)
        .flatMap((block) =>
          'items' in block ? block.items : 'rows' in block ? block.rows.flat() : block.lines,
        )
        .flat()
        .map((one) => one.text)
        .join('');
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z<>&"'/ ]{0,40}$/), (text) => {
        expect(visible(text).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('the outbox', () => {
  it('keeps what is not acknowledged over a reload, forgets what is, and remembers whose it is', () => {
    const kept = new Map<string, string>();
    const storage = {
      get: (key: string) => kept.get(key) ?? null,
      set: (key: string, value: string) => void kept.set(key, value),
    };
    let id = 0;
    const make = () =>
      createOutbox(
        storage,
        () => `id-${++id}`,
        () => 1,
      );
    make().add('one', [], 'cus_1');
    make().add('two', [], null);
    make().refuse('id-2', 'text_too_long');
    expect(make().all()).toMatchObject([
      { text: 'one', owner: 'cus_1', refused: null },
      { text: 'two', owner: null, refused: 'text_too_long' },
    ]);
    expect(make().done('id-1')).toBe(true);
    expect(make().done('id-1')).toBe(false);
    expect(make().all()).toHaveLength(1);
    kept.set('tandem.outbox', 'broken{');
    expect(make().all()).toEqual([]);
  });
});

describe('coming back', () => {
  it('waits longer each time, up to a limit, spread out', () => {
    expect([0, 1, 2, 3].map((attempt) => pauseMs(attempt, 1))).toEqual([500, 1000, 2000, 4000]);
    expect(pauseMs(20, 1)).toBe(20_000);
    expect(pauseMs(20, 0)).toBe(0);
  });
});

describe('words', () => {
  it('say everything in both languages', () => {
    expect(Object.keys(words.zh).sort()).toEqual(Object.keys(words.en).sort());
    for (const text of Object.values(words.en))
      if (typeof text === 'string') expect(text).not.toMatch(/\p{Script=Han}/u);
  });
});
