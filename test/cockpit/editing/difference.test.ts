import { expect, test } from 'vitest';
import { difference } from '../../../src/cockpit/editing/difference.ts';

const rows = (before: string, after: string) =>
  difference(before, after).map(({ sign, text }) => `${sign} ${text}`);

test('only what changes is said, in order', () => {
  expect(rows('a\nb\nc', 'a\nB\nc\nd')).toEqual(['- b', '+ B', '+ d']);
});

test('a line end at the end is no change', () => {
  expect(rows('a\nb', 'a\nb\n')).toEqual([]);
});

test('blank lines count', () => {
  expect(rows('a\nb', 'a\n\nb')).toEqual(['+ ']);
});
