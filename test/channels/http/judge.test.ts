import { expect, test } from 'vitest';
import { judge } from '../../../src/channels/http/judge.ts';

const open = { signal: new AbortController().signal, why: () => 'not over' };
const over = { signal: AbortSignal.abort(), why: () => 'given up' };

function answer(status: number, text = '') {
  return { status, body: Buffer.from(text), whole: true, milliseconds: 1 };
}

test.each([
  ['ECONNREFUSED', 'unreachable'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
  ['HPE_HEADER_OVERFLOW', 'too-large'],
])('%s is told as %s', (code, why) => {
  expect(judge({ code, written: false }, [], open)).toEqual({ sent: 'no', why, detail: code });
});

test('what had left before it broke may have arrived', () => {
  expect(judge({ code: 'ECONNRESET', written: true }, [], open).sent).toBe('unknown');
});

test('time that is up explains whatever broke because of it', () => {
  expect(judge({ code: 'ABORT_ERR', written: false }, [], over)).toEqual({
    sent: 'no',
    why: 'timeout',
    detail: 'given up',
  });
});

test('a status that came before the time was up counts, whatever broke after it', () => {
  expect(judge(answer(204), [], over)).toEqual({ sent: 'yes', detail: '204' });
  const broken = { ...answer(200, 'half'), broken: 'ECONNRESET' };
  expect(judge(broken, [], open)).toEqual({ sent: 'yes', detail: '200 half' });
});

test('an answer of many lines is quoted by its first that says something', () => {
  const text = '\r\n  \r\n  no_text \r\nsecond\r\n';
  expect(judge(answer(400, text), [], open).detail).toBe('400 no_text');
});
