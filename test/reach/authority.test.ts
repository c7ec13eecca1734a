import path from 'node:path';
import { expect, test } from 'vitest';
import { readAuthority } from '../../src/reach/authority.ts';
import { createAuthority } from '../channels/authority.ts';
import { fileOf, folder } from '../channels/loopback.ts';

test('an authority is read from its file; without a file, Node’s own hold', async () => {
  const { cert } = createAuthority();
  expect(await readAuthority(fileOf(cert))).toBe(cert);
  expect(await readAuthority(undefined)).toBeUndefined();
});

test('a file that is missing, or holds no certificate, is refused and not quoted', async () => {
  const missing = path.join(folder(), 'none.pem');
  await expect(readAuthority(missing)).rejects.toThrow(/^ca: ENOENT$/);
  await expect(readAuthority(fileOf('a private text'))).rejects.toThrow(/^ca: ERR_OSSL_PEM_\w+$/);
});
