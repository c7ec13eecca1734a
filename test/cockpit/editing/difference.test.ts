import { expect, test } from 'vitest';
import { difference } from '../../../src/cockpit/editing/difference.ts';

const rows = (before: string, after: string, most = 9) =>
  difference(before, after, most).map(({ sign, text }) => `${sign} ${text}`);

test('only what changes is said, in order', () => {
  expect(rows('a\nb\nc', 'a\nB\nc\nd')).toEqual(['- b', '+ B', '+ d']);
});

test('a line end at the end is no change', () => {
  expect(rows('a\nb', 'a\nb\n')).toEqual([]);
});

test('blank lines count', () => {
  expect(rows('a\nb', 'a\n\nb')).toEqual(['+ ']);
});

test('a long one says how much it leaves out', () => {
  expect(rows('1\n2\n3', 'a\nb\nc', 4)).toEqual(['- 1', '- 2', '- 3', '… +3']);
});
