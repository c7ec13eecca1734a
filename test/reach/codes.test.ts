import { expect, test } from 'vitest';
import { codeOf, whyUnanswered } from '../../src/reach/codes.ts';

test.each([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'ERROR_IN_CERT_NOT_AFTER_FIELD',
  'ERROR_IN_CRL_NEXT_UPDATE_FIELD',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_OSSL_PEM_NO_START_LINE',
])('%s is about the certificate', code => {
  expect(whyUnanswered(code)).toBe('certificate');
});

test.each([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EPROTO',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'HPE_INVALID_CONSTANT',
  '',
])('%j: nobody who could be understood was there', code => {
  expect(whyUnanswered(code)).toBe('unreachable');
});

test('headers that no client reads to their end are too large', () => {
  expect(whyUnanswered('HPE_HEADER_OVERFLOW')).toBe('too-large');
});

test('an error is quoted by its code or its name, never by its message', () => {
  expect(codeOf(Object.assign(new Error('at 10.0.0.1'), { code: 'ECONNREFUSED' }))).toBe(
    'ECONNREFUSED',
  );
  expect(codeOf(new RangeError('at 10.0.0.1'))).toBe('RangeError');
});

test.each(['http://token@host', null, undefined])('%j, thrown, is an error and no more', thrown => {
  expect(codeOf(thrown)).toBe('Error');
});
