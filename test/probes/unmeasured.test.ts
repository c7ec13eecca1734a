import { expect, it } from 'vitest';
import { failureOf, Unmeasured } from '../../src/probes/unmeasured.ts';

const coded = (code: string) => Object.assign(new Error('says http://token@host'), { code });

it.each([
  ['ECONNREFUSED', 'unreachable'],
  ['ENOTFOUND', 'unreachable'],
  ['ECONNRESET', 'unreachable'],
  ['HPE_INVALID_CONSTANT', 'unreachable'],
  ['CERT_HAS_EXPIRED', 'certificate'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
  ['ERR_OSSL_PEM_NO_START_LINE', 'certificate'],
  ['ERR_INVALID_CHAR', 'failed'],
  ['ERR_HTTP_INVALID_HEADER_VALUE', 'failed'],
])('%s is told as %s, by its code and nothing else', (code, why) => {
  expect(failureOf(coded(code))).toEqual({ ok: false, why, detail: code });
});

it('what is known already is told as it is', () => {
  const known = new Unmeasured('no-figure', '3 samples, one expected');
  expect(failureOf(known)).toEqual({ ok: false, why: 'no-figure', detail: known.message });
});

it.each([new Error('http://token@host'), 'text', null])('%j is quoted by nobody', error => {
  expect(failureOf(error)).toEqual({ ok: false, why: 'failed', detail: 'unknown error' });
});
