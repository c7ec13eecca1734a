import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { lastLineOf } from '../../../src/channels/command/last-line.ts';

async function read(...chunks: (string | Buffer)[]): Promise<string> {
  const stream = Readable.from(chunks, { objectMode: false });
  const lastLine = lastLineOf([stream]);
  await finished(stream);
  return lastLine();
}

test.each([
  ['nothing', [], ''],
  ['blank lines', ['\n \n'], ''],
  ['a line without an end', ['a\nb'], 'b'],
  ['a line in pieces', ['a\nb', 'c', 'd\n\n'], 'bcd'],
  ['a progress that rewrites its line', ['10 %\r50 %\rdone\n'], 'done'],
])('of %s', async (_, chunks, line) => {
  expect(await read(...chunks)).toBe(line);
});

test('a letter that comes in two halves is whole', async () => {
  const [first, second] = [...Buffer.from('é')] as [number, number];
  expect(await read(Buffer.from([first]), Buffer.from([second]))).toBe('é');
});

test('a line without end does not fill the memory', async () => {
  expect(await read(...Array(20).fill('x'.repeat(100_000)), 'y')).toMatch(/^x{4095}y$/);
});
