import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bufferOf, edited, inserted, textOf } from '../../../src/cockpit/editing/buffer.ts';
import type { Press } from '../../../src/cockpit/keys/press.ts';

const key = (name: string): Press => ({ name, text: [...name].length === 1 ? name : '' });
const pressedIn = (text: string, ...names: string[]) =>
  names.map(key).reduce((buffer, press) => edited(buffer, press, 5), bufferOf(text));

describe('a text of several lines', () => {
  test.each<[string, string, string[], string, [number, number]]>([
    ['typing goes where the cursor is', 'ab\ncd', ['down', 'x'], 'ab\nxcd', [1, 1]],
    ['Enter makes a line', 'abcd', ['right', 'right', 'enter'], 'ab\ncd', [1, 0]],
    ['Backspace joins lines', 'ab\ncd', ['down', 'backspace'], 'abcd', [0, 2]],
    ['Delete joins them the other way', 'ab\ncd', ['end', 'delete'], 'abcd', [0, 2]],
    ['Backspace at the very start', 'ab', ['backspace'], 'ab', [0, 0]],
    ['Delete at the very end', 'ab', ['end', 'delete'], 'ab', [0, 2]],
    [
      'Home and End are of the line',
      'ab\ncd',
      ['down', 'end', 'x', 'home', 'y'],
      'ab\nycdx',
      [1, 1],
    ],
    ['Left and Right go over line ends', 'a\nb', ['right', 'right', 'left', 'x'], 'ax\nb', [0, 2]],
    ['Up and Down stay inside short lines', 'abc\nd', ['end', 'down', 'x'], 'abc\ndx', [1, 2]],
    ['a page', '1\n2\n3\n4\n5\n6\n7', ['pageDown', 'x'], '1\n2\n3\n4\n5\nx6\n7', [5, 1]],
    ['Ctrl-K takes the rest of the line', 'abc\nd', ['right', 'ctrl+k'], 'a\nd', [0, 1]],
    ['Ctrl-U takes what is before', 'abc', ['right', 'right', 'ctrl+u'], 'c', [0, 0]],
    ['letters of two units are one', '𝛼𝛽', ['right', 'right', 'backspace'], '𝛼', [0, 1]],
    ['a key it does not know', 'ab', ['f5'], 'ab', [0, 0]],
  ])('%s', (_what, text, names, result, [row, column]) => {
    const buffer = pressedIn(text, ...names);
    expect(textOf(buffer)).toBe(result);
    expect([buffer.row, buffer.column]).toEqual([row, column]);
  });

  test('pasted lines stay lines, tabs stay, other controls go', () => {
    const buffer = inserted(pressedIn('[]', 'right'), 'a\r\n\tb\rc\x1b\x07');
    expect(textOf(buffer)).toBe('[a\n\tb\nc]');
    expect([buffer.row, buffer.column]).toEqual([2, 1]);
  });

  test('an untouched text is the same text', () => {
    fc.assert(fc.property(fc.string(), text => textOf(bufferOf(text)) === text));
  });

  test('its cursor stays inside, and moving alone changes nothing, whatever is pressed', () => {
    const moves = ['left', 'right', 'up', 'down', 'home', 'end', 'pageUp', 'pageDown'];
    const edits = ['a', '日', 'enter', 'backspace', 'delete', 'ctrl+k', 'ctrl+u', 'tab'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'bc', '\n', '日')),
        fc.array(fc.constantFrom(...moves)),
        fc.array(fc.constantFrom(...moves, ...edits)),
        (parts, moving, any) => {
          const text = parts.join('');
          expect(textOf(pressedIn(text, ...moving))).toBe(text);
          const { lines, row, column } = pressedIn(text, ...any);
          expect(lines[row]).toBeDefined();
          expect(column).toBeGreaterThanOrEqual(0);
          expect(column).toBeLessThanOrEqual([...lines[row]!].length);
        },
      ),
    );
  });
});
