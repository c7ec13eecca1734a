import { expect, test } from 'vitest';
import { addressOf, secretsOf } from '../../../src/channels/http/address.ts';

test('an address is http or https; what a file holds after it does not matter', () => {
  expect(addressOf('https://hooks.example.org/a\n').href).toBe('https://hooks.example.org/a');
  expect(addressOf('http://127.0.0.1:8080').port).toBe('8080');
});

test.each(['', 'hooks.example.org/a', 'https://', 'http://:80/'])('%o is no address', text => {
  expect(() => addressOf(text)).toThrow('url: not an address');
});

test.each(['ftp://example.org/x', 'file:///etc/passwd', 'javascript:1'])('%o is refused', text => {
  expect(() => addressOf(text)).toThrow('url: neither http nor https');
});

test('an address is a secret as a whole and in what opens it', () => {
  const secrets = secretsOf(
    addressOf('https://user:password@hooks.example.org/services/T0ABCDEFGHIJ?sig=s3cr3t'),
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
