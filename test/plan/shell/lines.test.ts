import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellLines } from '../../../src/plan/shell/lines.ts';

const words = (script: string) =>
  shellLines(script).map(({ commands }) => commands.map(command => command.words.join(' ')));

describe('the lines of a shell script', () => {
  it.each([
    ['a b\n\nc', [['a b'], ['c']]],
    ['a && b || c; d | e &', [['a', 'b', 'c', 'd', 'e']]],
    ['a \\\n  b\nc', [['a b'], ['c']]],
    ['say "a; b" \'c | d\' e\\ f', [['say a; b c | d e f']]],
    ['a # b\n# c\nd#e', [['a'], ['d#e']]],
    ['a > b 2>&1 < c', [['a']]],
    ['cat <<END | sort\na; b\nEND\nc', [['cat', 'sort'], ['c']]],
    ['cat <<A <<B\nx\nA\ny\nB\nc', [['cat'], ['c']]],
    ['cat <<END\nnever closed', [['cat']]],
    ['echo "never closed', [['echo "never closed']]],
    ['a12 3b 4', [['a12 3b 4']]],
  ])('%j', (script, expected) => {
    expect(words(script)).toEqual(expected);
  });

  it('tell where they start, as written, and which files are written', () => {
    expect(shellLines('\n  a > x \\\n  b\n').map(line => ({ ...line }))).toEqual([
      { text: 'a > x \\', index: 3, commands: [{ words: ['a', 'b'], writes: ['x'] }] },
    ]);
  });

  it('are read whatever the text, and start in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), script => {
        const starts = shellLines(script).map(({ index }) => index);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
    );
  });
});
