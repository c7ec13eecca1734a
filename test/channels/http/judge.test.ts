import { expect, test } from 'vitest';
import { judge } from '../../../src/channels/http/judge.ts';
import { openTimeBox } from '../../../src/channels/time-box.ts';

const open = openTimeBox(1, new AbortController().signal);
open.close();

test.each([
  ['ECONNREFUSED', 'unreachable'],
  ['ENOTFOUND', 'unreachable'],
  ['EAI_AGAIN', 'unreachable'],
  ['EHOSTUNREACH', 'unreachable'],
  ['EPROTO', 'unreachable'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
  ['HPE_HEADER_OVERFLOW', 'too-large'],
])('%s is told as %s', (code, why) => {
  expect(judge({ code, written: false }, [], open)).toEqual({ sent: 'no', why, detail: code });
});

test('what had left before it broke may have arrived', () => {
  expect(judge({ code: 'ECONNRESET', written: true }, [], open).sent).toBe('unknown');
});

test('time that is up explains whatever broke because of it', () => {
  const over = openTimeBox(1, AbortSignal.abort());
  expect(judge({ code: 'ABORT_ERR', written: false }, [], over)).toEqual({
    sent: 'no',
    why: 'timeout',
    detail: 'given up',
  });
  over.close();
});

test('a status that came before the time was up counts', () => {
  const over = openTimeBox(1, AbortSignal.abort());
  expect(judge({ status: 204, text: '' }, [], over)).toEqual({ sent: 'yes', detail: '204' });
  over.close();
});

test('an answer of many lines is quoted by its first that says something', () => {
  const text = '\r\n  \r\n  no_text \r\nsecond\r\n';
  expect(judge({ status: 400, text }, [], open).detail).toBe('400 no_text');
});
