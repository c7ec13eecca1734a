import { describe, expect, test } from 'vitest';
import { bindingText } from '../../../src/cockpit/keys/binding-text.ts';
import { isMove, keyLabel, keymap, keyOf } from '../../../src/cockpit/keys/keymap.ts';
import { wordsOf } from '../../../src/locale/locale.ts';

test('no key does two things', () => {
  const keys = keymap.flatMap(binding => binding.keys);
  expect(new Set(keys).size).toBe(keys.length);
});

test('every choice but the ones of Enter has its own key', () => {
  for (const id of [
    'go',
    'noGo',
    'retry',
    'accept',
    'skip',
    'redo',
    'rollback',
    'stop',
    'validate',
    'hold',
    'resume',
    'abort',
    'note',
    'start',
    'amend',
    'check',
    'adhoc',
    'stopAside',
    'bind',
  ] as const) {
    expect(keyOf(id), id).toMatch(/^.$|^space$/);
  }
});

test.each([
  ['rollback', 'R'],
  ['adhoc', '!'],
  ['amend', 'M'],
  ['check', 'c'],
  ['stopAside', 'K'],
  ['bind', 'b'],
  ['times', 'd'],
  ['output', 'o'],
  ['agenda', 'i'],
  ['prerequisites', 'P'],
  ['people', 'w'],
  ['messages', 'C'],
  ['metrics', 's'],
  ['waive', 'W'],
  ['editMessage', 'M'],
  ['told', 'T'],
  ['enterFigure', '='],
  ['handOver', 'H'],
  ['attest', 'O'],
  ['openStage', 'I'],
  ['lesson', 'J'],
  ['close', 'F'],
  ['send', ''],
] as const)('%s is %s', (what, key) => {
  expect(keyOf(what)).toBe(key);
});

test('Escape is no movement: held, it must not be mistaken for one', () => {
  expect(isMove('j')).toBe(true);
  expect(isMove('escape')).toBe(false);
  expect(isMove('enter')).toBe(false);
});

describe.each(['fr', 'en'] as const)('in %s', language => {
  const words = wordsOf(language);

  test('every row of the help has words', () => {
    for (const binding of keymap)
      expect(bindingText(binding, words), binding.keys[0]).toMatch(/\p{L}{2}/u);
  });

  test('keys have their names', () => {
    expect(keyLabel('enter', words)).toBe(language === 'fr' ? 'Entrée' : 'Enter');
    expect(keyLabel('ctrl+u', words)).toBe('Ctrl-U');
    expect(keyLabel('?', words)).toBe('?');
  });
});
