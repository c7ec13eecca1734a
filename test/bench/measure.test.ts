import { expect, test } from 'vitest';
import { byteCount, interleaved, median, percentile, table } from '../../bench/measure.ts';

test('percentiles are values that were measured', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(percentile([5, 1, 4, 2, 3], 0.99)).toBe(5);
  expect(percentile([7], 0)).toBe(7);
  expect(() => median([])).toThrow(RangeError);
});

test('contenders take turns, and each gives its median', async () => {
  const turns: string[] = [];
  const contender = (name: string, values: number[]) => async () => {
    turns.push(name);
    return values.shift() ?? 0;
  };
  const medians = await interleaved(3, {
    a: contender('a', [1, 9, 2]),
    b: contender('b', [4, 4, 4]),
  });
  expect(medians).toEqual({ a: 2, b: 4 });
  expect(turns.join('')).toBe('ababab');
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_500, '1.5 kB'],
  [200_000_000, '200 MB'],
  [2_340_000_000, '2.3 GB'],
])('%i bytes read as %s', (value, text) => {
  expect(byteCount(value)).toBe(text);
});

test('a table keeps its columns under each other', () => {
  const figure = {
    what: 'a step',
    ours: '30 ms',
    baseline: 'bash: 1.2 ms',
    ratio: '25×',
    goal: '',
  };
  const [head = '', rule = '', row = ''] = table([figure]).split('\n');
  expect(row.indexOf('bash')).toBe(head.indexOf('beside'));
  expect(rule.split('  ')).toHaveLength(5);
});
