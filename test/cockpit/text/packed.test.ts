import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packed } from '../../../src/cockpit/text/packed.ts';
import { plainStyle, type SgrStyle, styled } from '../../../src/cockpit/text/sgr.ts';

const codes = fc.constantFrom(1, 2, 22, 3, 23, 4, 24, 7, 27, 9, 29, 31, 92, 39, 41, 102, 49, 0);
const sgr = fc.array(codes, { minLength: 1, maxLength: 3 }).map(list => `\x1b[${list.join(';')}m`);

/** The style that a text leaves behind. */
function after(text: string, from: SgrStyle): SgrStyle {
  return [...text.matchAll(/\x1b\[([\d;]*)m/g)].reduce(
    (style, [, found]) => styled(style, found!),
    from,
  );
}

test('many changes of colour become one, of the same effect whatever was before', () => {
  fc.assert(
    fc.property(fc.array(sgr, { maxLength: 12 }), sgr, (run, before) => {
      const start = after(before, plainStyle);
      const text = run.join('');
      expect(after(packed(text), start)).toEqual(after(text, start));
      expect(packed(text).length).toBeLessThanOrEqual(text.length);
    }),
  );
});

test('what is drawn stays', () => {
  expect(packed('\x1b[1m\x1b[22mA\x1b[31m\x1b[39mB')).toBe('\x1b[22mA\x1b[39mB');
  expect(packed('a\x1b[E\x1b[E\x1b[Eb')).toBe('a\x1b[3Eb');
});

test('the other screen is drawn from its corner, wherever the cursor was', () => {
  expect(packed('\x1b[?1049h')).toBe('\x1b[?1049h\x1b[H');
});
