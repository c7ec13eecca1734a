import { expect, it } from 'vitest';
import { suggest } from '../../src/plan/suggest.ts';

it.each([
  ['timout', 'timeout'],
  ['TIMEOUT', 'timeout'],
  ['rol', 'role'],
  ['xyzzy', ''],
  ['', ''],
])('%j was meant to be %j', (word, expected) => {
  expect(suggest(word, ['timeout', 'role', 'approve'])).toBe(expected);
});
