import type { Key } from 'ink';
import { expect, test } from 'vitest';
import { pressesOf } from '../../../src/cockpit/keys/press.ts';

const key = (more: Partial<Key> = {}) => more as Key;

test.each([
  ['one letter', 'j', key(), ['j']],
  ['two letters in one read', 'jk', key(), ['j', 'k']],
  ['a word and Enter in one read', 'GO\r', key(), ['G', 'O', 'enter']],
  ['a held key', 'jjjj', key(), ['j', 'j', 'j', 'j']],
  ['an arrow', '', key({ upArrow: true }), ['up']],
  ['Enter', '\r', key({ return: true }), ['enter']],
  ['Tab and Shift-Tab', '', key({ tab: true, shift: true }), ['shift+tab']],
  ['Ctrl-C', 'c', key({ ctrl: true }), ['ctrl+c']],
  ['Ctrl-U among letters', 'a\x15b', key(), ['a', 'ctrl+u', 'b']],
  ['Space', ' ', key(), ['space']],
  ['Escape and a key in one read', ':', key({ meta: true }), ['alt+:']],
  ['Escape and an arrow in one read', '', key({ downArrow: true, meta: true }), ['alt+down']],
  ['Escape and Tab in one read', '', key({ tab: true, meta: true }), ['alt+tab']],
  ['Escape twice in one read', '', key({ escape: true, meta: true }), ['escape', 'escape']],
  ['Escape and Enter in one read', '\r', key({ return: true, meta: true }), ['escape']],
])('%s', (_what, input, flags, names) => {
  expect(pressesOf(input, flags).map(({ name }) => name)).toEqual(names);
});
