import { expect, it } from 'vitest';
import { createTokenizer } from './tokenizer.ts';

const pieces = ['<s>', '<pad>', '</s>', '<unk>', '▁', 'a', 'b', 'ab', '▁a', '退', '退款', '😀'];
const scores = [0, 0, 0, 0, -3, -4, -4, -5, -5, -9, -6, -8];
const tokenizer = createTokenizer({
  specials: { start: 0, pad: 1, end: 2, unknown: 3 },
  normal: { '\n': ' ', Ａ: 'a', '\u0000': '', '½': '1/2' },
  pieces,
  scores,
});
const split = (text: string, limit = 512) => tokenizer.encode(text, limit).map((id) => pieces[id]);

it('takes the split with the highest sum of scores', () => {
  expect(split('ab')).toEqual(['<s>', '▁', 'ab', '</s>']);
  expect(split('aa')).toEqual(['<s>', '▁a', 'a', '</s>']);
  expect(split('退款退')).toEqual(['<s>', '▁', '退款', '退', '</s>']);
});

it('normalises characters and collapses spaces', () => {
  expect(split(' \n  Ａ\u0000')).toEqual(['<s>', '▁a', '</s>']);
  expect(split('a  \n b')).toEqual(['<s>', '▁a', '▁', 'b', '</s>']);
});

it('gives each unknown character its own place, also beyond the basic plane', () => {
  expect(split('退𠮷😀Я')).toEqual(['<s>', '▁', '退', '<unk>', '😀', '<unk>', '</s>']);
  expect(split('\ud83d')).toEqual(['<s>', '▁', '<unk>', '</s>']);
});

it('keeps the beginning of a long text, and an empty text has its frame', () => {
  expect(split('退'.repeat(600), 5)).toEqual(['<s>', '▁', '退', '退', '</s>']);
  expect(split('')).toEqual(['<s>', '▁', '</s>']);
});
