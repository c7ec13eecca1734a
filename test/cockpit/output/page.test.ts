import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  lastAnchor,
  movedAnchor,
  pageFrom,
  type Viewport,
} from '../../../src/cockpit/output/page.ts';
import { windowOf } from '../../../src/cockpit/output/window.ts';

const viewport: Viewport = { width: 10, height: 3, color: false, ascii: false, maxRows: 40 };
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a window of output', () => {
  test('keeps the place of each line', () => {
    const { lines } = windowOf(bytes('a\nbé\n\nd'), 0);
    expect(lines.map(line => line.offset)).toEqual([0, 2, 6, 7]);
  });

  test('leaves out a first line that it cuts, unless it is all there is', () => {
    expect(windowOf(bytes('tail\nnext\n'), 100).lines.map(line => line.offset)).toEqual([105]);
    expect(windowOf(bytes('no end in sight'), 100).lines).toHaveLength(1);
  });
});

describe('a page', () => {
  const window = windowOf(bytes('one\ntwo\nthree is long enough to wrap\nfour\n'), 0);

  test('ends with the last rows', () => {
    expect(pageFrom(window, lastAnchor(window, viewport), viewport)).toEqual([
      'ong enough',
      ' to wrap',
      'four',
    ]);
  });

  test('goes up row by row, through wrapped lines', () => {
    const up = movedAnchor(window, lastAnchor(window, viewport), -1, viewport);
    expect(pageFrom(window, up, viewport)).toEqual(['three is l', 'ong enough', ' to wrap']);
    expect(up.offset).toBe(8);
  });

  test('going up and down again comes back, wherever it starts', () => {
    const line = fc.string({ unit: 'grapheme-ascii', maxLength: 45 });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 8, maxLength: 30 }),
        fc.integer({ min: 1, max: 12 }),
        (lines, rows) => {
          const long = windowOf(bytes(`${lines.join('\n')}\n`), 0);
          const last = lastAnchor(long, viewport);
          const up = movedAnchor(long, last, -rows, viewport);
          const down = movedAnchor(long, up, rows, viewport);
          const atTop = up.offset === 0 && up.row === 0;
          expect(atTop || (down.offset === last.offset && down.row === last.row)).toBe(true);
        },
      ),
    );
  });

  test('an empty output has an empty page', () => {
    const empty = windowOf(new Uint8Array(), 0);
    expect(pageFrom(empty, lastAnchor(empty, viewport), viewport)).toEqual([]);
  });
});
