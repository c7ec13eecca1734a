import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyField, pressed, typed } from '../../../src/cockpit/asking/field.ts';
import type { Press } from '../../../src/cockpit/keys/press.ts';

const key = (name: string): Press => ({ name, text: name.length === 1 ? name : '' });
const typing = (...names: string[]) => names.map(key).reduce(pressed, emptyField);

describe('a field', () => {
  test.each([
    [['a', 'b', 'c'], 'abc', 3],
    [['a', 'b', 'left', 'c'], 'acb', 2],
    [['a', 'b', 'home', 'c', 'end', 'd'], 'cabd', 4],
    [['a', 'b', 'backspace'], 'a', 1],
    [['backspace', 'a'], 'a', 1],
    [['a', 'b', 'left', 'delete'], 'a', 1],
    [['a', 'b', 'ctrl+u', 'c'], 'c', 1],
    [['a', 'b', 'left', 'ctrl+k'], 'a', 1],
    [['é', 'à', 'left', 'backspace'], 'à', 0],
    [['a', 'f5', 'up'], 'a', 1],
  ])('%j gives %j', (names, text, cursor) => {
    expect(typing(...names)).toEqual({ text, cursor });
  });

  test('Ctrl-W takes the word before the cursor', () => {
    expect(pressed(typed(emptyField, 'deux mots '), key('ctrl+w'))).toEqual({
      text: 'deux ',
      cursor: 5,
    });
  });

  test('pasted lines become one, without controls', () => {
    expect(typed(emptyField, 'a\nb\x1b[31m\tc\x07')).toEqual({ text: 'a b c', cursor: 5 });
  });

  test('its cursor stays within its text, whatever is pressed', () => {
    const names = [
      'a',
      '日',
      'left',
      'right',
      'home',
      'end',
      'backspace',
      'delete',
      'ctrl+u',
      'ctrl+k',
      'ctrl+w',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names)), keys => {
        const { text, cursor } = typing(...keys);
        expect(cursor).toBeGreaterThanOrEqual(0);
        expect(cursor).toBeLessThanOrEqual([...text].length);
      }),
    );
  });
});
