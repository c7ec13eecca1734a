import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../src/plan/frame.ts';
import type { Diagnostic } from '../../src/plan/types.ts';

const source = '# T\n\necho [timestamp] now\n';
const diagnostic: Diagnostic = {
  severity: 'error',
  code: 'unbound-variable',
  line: 3,
  column: 6,
  length: 11,
  message: 'nothing declares this',
  remedy: 'Declare it.',
};
const frame = (change: Partial<Diagnostic> = {}, text = source, color = false) =>
  codeFrame({ ...diagnostic, ...change }, text, { language: 'en', color });

describe('codeFrame', () => {
  it('shows place, line, caret and remedy', () => {
    expect(frame()).toBe(
      [
        'error plan.md:3:6 nothing declares this',
        '  3 | echo [timestamp] now',
        '    |      ^^^^^^^^^^^',
        '  → Declare it.',
      ].join('\n'),
    );
  });

  it('names the file, and speaks French', () => {
    const french = codeFrame({ ...diagnostic, file: 'a.yaml' }, source, { language: 'fr' });
    expect(french).toMatch(/^erreur a\.yaml:3:6 /);
  });

  it('underlines to the end of the line when no length is given', () => {
    const { length: _length, ...rest } = diagnostic;
    expect(codeFrame(rest, source, { language: 'en' })).toContain(`^`.repeat(15));
  });

  it('puts the caret under wide characters', () => {
    const [, line, caret] = frame({ line: 1, column: 4, length: 2 }, '日本 [a').split('\n');
    expect(stringWidth(line!.slice(0, line!.indexOf('[')))).toBe(caret!.indexOf('^'));
  });

  it('cuts a long line round the place', () => {
    const long = `${'a'.repeat(5000)}[x]${'b'.repeat(5000)}`;
    const [, line, caret] = frame({ line: 1, column: 5001, length: 3 }, long).split('\n');
    expect(line!.length).toBeLessThan(120);
    expect(line).toMatch(/…a+\[x\]b+…$/);
    expect(line!.indexOf('[')).toBe(caret!.indexOf('^'));
    expect(caret!.match(/\^/g)).toHaveLength(3);
  });

  it('shows control characters, and never lets them act', () => {
    const hostile = '\x1B[2J\0\x9B\u202E evil\ttab';
    const shown = frame({ line: 1, column: 1, length: 3, message: `bad \x1B[31m` }, hostile);
    expect(shown).toContain('␛[2J␀');
    expect(shown).not.toMatch(/[\0-\x09\x0B-\x1F\x7F-\x9F\u202E]/);
  });

  it('colours only when asked', () => {
    expect(frame()).not.toContain('\x1B');
    expect(frame({}, source, true)).toContain('\x1B[1;31merror\x1B[0m');
  });

  it('bears a place beyond the text', () => {
    expect(frame({ line: 99, column: 99 })).toContain('99 | \n');
  });
});
