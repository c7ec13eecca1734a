import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openScreen } from '../open-screen.tsx';

/** Keys that only move and look, as a terminal sends them. */
const keys = [
  ...'jkgGlrdiPwCsz.n?1234',
  '\t',
  '\x1b[Z',
  '\x1b[A',
  '\x1b[B',
  '\x1b[5~',
  '\x1b[6~',
  '\x1b[C',
  '\x1b[D',
  '\x1b',
  '/a\x7f',
  '/e\r',
];

/** What is on the screen once all reads came. */
async function after(reads: readonly string[]): Promise<string> {
  const screen = await openScreen({ columns: 120, rows: 36 });
  try {
    for (const read of reads) await screen.send(read);
    // The first row has dots that move by themselves.
    return screen.frame().split('\n').slice(1).join('\n');
  } finally {
    screen.close();
  }
}

test('how a busy machine cuts what was typed into reads changes nothing: no key is lost', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...keys), { minLength: 2, maxLength: 6 }),
      async typed => {
        // More at once, and not all of them movements, are a paste.
        fc.pre(typed.join('').replace(/\x1b\[[\d~A-Z]+/g, '.').length <= 8);
        expect(await after([typed.join('')])).toBe(await after(typed));
      },
    ),
    { numRuns: 24 },
  );
}, 120_000);
