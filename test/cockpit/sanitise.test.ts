import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { rowsOf, type SanitiseOptions } from '../../src/cockpit/sanitise.ts';

const options: SanitiseOptions = { width: 20, color: true, ascii: false, maxRows: 5 };
const plain = { ...options, color: false };

describe('fault 32: hostile bytes are shown inert', () => {
  test.each([
    ['cursor movements', 'a\x1b[10;10Hb\x1b[2Jc', 'abc'],
    ['a title', 'a\x1b]0;owned\x07b', 'ab'],
    ['a link (OSC 8)', '\x1b]8;;http://evil\x1b\\here\x1b]8;;\x1b\\', 'here'],
    ['the clipboard (OSC 52)', 'x\x1b]52;c;ZXZpbA==\x07y', 'xy'],
    ['a device control string', 'a\x1bPtmux;\x1b\x1b]52;c;eA==\x07\x1b\\b', 'atmux;b'],
    ['an application command', 'a\x1b_hidden\x1b\\b', 'ab'],
    ['C1 controls', 'a\x9b31mb\x9d0;t\x9cc\x85d', 'abcd'],
    ['direction overrides', 'a\u202eb\u2066c\u200fd', 'abcd'],
    ['NUL', 'a\0b', 'a·b'],
    ['other controls', 'a\x07\x08\x0bb\x7f', 'ab'],
    ['a progress bar', '10%\r50%\r100%', '100%'],
    ['a carriage return at the end', 'done\r', 'done'],
    ['tabs', 'a\tb', 'a       b'],
    ['a lone surrogate', 'a\ud800b', 'a\ufffdb'],
    ['a family joined by joiners', '\u{1f468}\u200d\u{1f469}', '\u{1f468}\u{1f469}'],
    ['a flag', '\u{1f1eb}\u{1f1f7}', 'FR'],
    ['concealed and blinking text', '\x1b[5;8mhi', 'hi'],
  ])('%s', (_what, text, shown) => {
    expect(rowsOf(text, plain)).toEqual([shown]);
  });

  test('a string that is never closed hides nothing', () => {
    expect(rowsOf('a\x1b]0;rm -rf b', plain)).toEqual(['a0;rm -rf b']);
  });

  test('a line of ten megabytes is cut, at once', () => {
    const before = performance.now();
    const rows = rowsOf('x'.repeat(10_000_000), plain);
    expect(rows).toHaveLength(5);
    expect(rows.at(-1)).toBe('…');
    expect(performance.now() - before).toBeLessThan(500);
  });

  test('whatever the bytes: rows fit, hold no control but colours, and end plain', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\x1b[31m',
        '\x1b[1;48;5;200m',
        '\x1b[0m',
        '\x1b]8;;x\x07',
        '\x1b[?1049h',
        '\x1b',
        '\x9b',
      ),
      fc.constantFrom(
        '日本語',
        'é',
        'e\u0301\u0301\u0301\u0301\u0301\u0301',
        '🇫🇷',
        '\t',
        '\r',
        '\u202e',
        'ﷺ',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(hostile, { maxLength: 30 }),
        fc.integer({ min: 2, max: 60 }),
        (parts, width) => {
          const text = parts.join('').replaceAll('\n', '');
          const rows = rowsOf(text, { ...options, width });
          expect(rows.length).toBeGreaterThan(0);
          expect(rows.length).toBeLessThanOrEqual(options.maxRows);
          for (const row of rows) {
            expect(stringWidth(row)).toBeLessThanOrEqual(width);
            expect(row.replace(/\x1b\[[\d;]*m/g, '')).not.toMatch(
              /[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/,
            );
            expect([...row.matchAll(/\x1b\[([\d;]*)m/g)].at(-1)?.[1] ?? '0').toBe('0');
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('colours', () => {
  test('stay, folded to sixteen', () => {
    expect(rowsOf('\x1b[31mred\x1b[0m', options)).toEqual(['\x1b[31mred\x1b[0m']);
    expect(rowsOf('\x1b[38;2;255;0;0mred', options)).toEqual(['\x1b[91mred\x1b[0m']);
    expect(rowsOf('\x1b[38;5;2mgreen', options)).toEqual(['\x1b[32mgreen\x1b[0m']);
  });

  test('go on to the next row of the same line, and never beyond it', () => {
    const [first, second] = rowsOf(`\x1b[32m${'g'.repeat(25)}`, options);
    expect(first).toBe(`\x1b[32m${'g'.repeat(20)}\x1b[0m`);
    expect(second).toBe('\x1b[32mggggg\x1b[0m');
  });

  test('go when colours are off', () => {
    expect(rowsOf('\x1b[1;31mred\x1b[0m', plain)).toEqual(['red']);
  });
});

test('ASCII terminals get ASCII', () => {
  expect(rowsOf('échec → \0 日', { ...plain, ascii: true })).toEqual(['echec -> . ?']);
});
