import { expect, test } from 'vitest';
import { secretsOf } from '../../../src/channels/http/address.ts';

test('an address is a secret as a whole and in what opens it', () => {
  const secrets = secretsOf(
    new URL('https://user:password@hooks.example.org/services/T0ABCDEFGHIJ?sig=s3cr3t'),
  );
  expect(secrets).toEqual(
    expect.arrayContaining([
      '/services/T0ABCDEFGHIJ?sig=s3cr3t',
      '/services/T0ABCDEFGHIJ',
      'T0ABCDEFGHIJ',
      's3cr3t',
      'user',
      'password',
    ]),
  );
  expect(secrets).not.toContain('services');
});
