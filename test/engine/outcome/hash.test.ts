import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { hashOf } from '../../../src/engine/outcome/hash.ts';

const ofFile = (file: Buffer, size = file.length) => ({
  size,
  read: async (offset: number, bytes: number) => file.subarray(offset, offset + bytes),
});

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

it.each([
  ['nothing', Buffer.alloc(0)],
  ['one line', Buffer.from('Échec\n')],
  ['several strides', Buffer.alloc(3_500_001, 'abcdefg\n')],
])('seals %s as sha256sum would', async (_, bytes) => {
  expect(await hashOf(ofFile(bytes))).toBe(sha256(bytes));
});

it('seals the bytes up to the exit only', async () => {
  const file = Buffer.from('at the exit\nlater, by what was left behind\n');
  expect(await hashOf(ofFile(file, 12))).toBe(sha256(Buffer.from('at the exit\n')));
});

it('never seals less than what counts', async () => {
  await expect(hashOf(ofFile(Buffer.from('short'), 6))).rejects.toThrow('only 5 of 6 bytes');
});
