import { expect, it } from 'vitest';
import { failureOf, Unmeasured } from '../../src/probes/unmeasured.ts';
import { Unusable } from '../../src/reach/unusable.ts';

const open = { signal: new AbortController().signal, why: () => 'not over' };
const over = { signal: AbortSignal.abort(), why: () => 'no answer within 1 s' };

it('what is known already is told as it is, even late', () => {
  const known = new Unmeasured('no-figure', '3 samples, one expected');
  for (const box of [open, over]) {
    expect(failureOf(known, box)).toEqual({ ok: false, why: 'no-figure', detail: known.message });
  }
});

it('time that is up explains whatever broke because of it', () => {
  expect(failureOf(new Error('aborted'), over)).toEqual({
    ok: false,
    why: 'timeout',
    detail: 'no answer within 1 s',
  });
});

it.each([
  ['url', 'http:// or https:// expected', 'failed'],
  ['request', 'ERR_INVALID_CHAR', 'failed'],
  ['ca', 'ENOENT', 'failed'],
  ['ca', 'ERR_OSSL_PEM_NO_START_LINE', 'certificate'],
])('what cannot be asked as it is written, %s: %s, is told as %s', (what, said, why) => {
  const detail = `${what}: ${said}`;
  expect(failureOf(new Unusable(what, said), open)).toEqual({ ok: false, why, detail });
});

it.each([
  [new Error('http://token@host'), 'Error'],
  [new TypeError('http://token@host'), 'TypeError'],
  ['http://token@host', 'Error'],
  [null, 'Error'],
])('%j is quoted by nobody', (error, detail) => {
  expect(failureOf(error, open)).toEqual({ ok: false, why: 'failed', detail });
});
