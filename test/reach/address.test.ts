import { expect, test } from 'vitest';
import { addressOf } from '../../src/reach/address.ts';

test('an address is http or https; what a file holds after it does not matter', () => {
  expect(addressOf('https://hooks.example.org/a\n').href).toBe('https://hooks.example.org/a');
  expect(addressOf('http://127.0.0.1:80/a').href).toBe('http://127.0.0.1/a');
  expect(addressOf('http://127.0.0.1:8080').port).toBe('8080');
});

test.each([
  '',
  'secret-token',
  '/path',
  'hooks.example.org/a',
  'http://',
  'http://:80/',
  'ftp://host/secret-token',
  'file:///etc/passwd',
  'javascript:1',
])('%j is none, and is not quoted', text => {
  expect(() => addressOf(text)).toThrow(/^url: http:\/\/ or https:\/\/ expected$/);
});
