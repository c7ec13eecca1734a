import path from 'node:path';
import { expect, test } from 'vitest';
import { isAboutCertificate, readAuthority } from '../../src/channels/certificates.ts';
import { createAuthority } from './authority.ts';
import { fileOf, folder } from './loopback.ts';

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
])('%s is about the certificate', code => {
  expect(isAboutCertificate(code)).toBe(true);
});

test.each(['ECONNREFUSED', 'EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER', 'HPE_INVALID_CONSTANT', ''])(
  '%s is not',
  code => {
    expect(isAboutCertificate(code)).toBe(false);
  },
);

test('an authority is read from its file; without a file, Node’s own hold', async () => {
  const { cert } = createAuthority();
  expect(await readAuthority(fileOf(cert))).toBe(cert);
  expect(await readAuthority(undefined)).toBeUndefined();
});

test('a file that is missing, or holds no certificate, is refused and not quoted', async () => {
  const missing = path.join(folder(), 'none.pem');
  await expect(readAuthority(missing)).rejects.toThrow(/^ca: ENOENT$/);
  await expect(readAuthority(fileOf('a private text'))).rejects.toThrow(/^ca: ERR_\w+$/);
});
