import { describe, expect, test } from 'vitest';
import type { Mode } from '../../../src/cockpit/keys/binding.ts';
import { bindingText, groupText } from '../../../src/cockpit/keys/binding-text.ts';
import {
  bindingOf,
  bindingsIn,
  isMove,
  keyLabel,
  keyOf,
} from '../../../src/cockpit/keys/keymap.ts';
import { wordsOf } from '../../../src/locale/locale.ts';

const modes: readonly Mode[] = ['driving', 'watching', 'replaying'];

test.each(modes)('while %s, no key does two things', mode => {
  const keys = bindingsIn(mode).flatMap(binding => binding.keys);
  expect(new Set(keys).size).toBe(keys.length);
});

test.each(['watching', 'replaying'] as const)('while %s, nothing acts', mode => {
  expect(bindingsIn(mode).filter(({ group, choices }) => group === 'acting' || choices)).toEqual(
    [],
  );
});

test.each([
  ['space', 'playPause'],
  ['+', 'faster'],
  ['-', 'slower'],
  ['right', 'forward'],
  ['left', 'backward'],
  ['t', 'goToTime'],
  ['v', 'nextCheckpoint'],
  ['V', 'previousCheckpoint'],
  ['x', 'nextFailure'],
  ['X', 'previousFailure'],
  ['a', 'nextDecision'],
  ['A', 'previousDecision'],
  ['h', 'nextDelay'],
  ['H', 'previousDelay'],
  ['m', 'nextMoment'],
  ['M', 'previousMoment'],
  ['J', 'moments'],
  ['q', 'leave'],
  ['enter', 'open'],
] as const)('in a replay %s is %s', (key, command) => {
  expect(bindingOf(key, 'replaying')?.command).toBe(command);
});

test('an observer has neither the keys that act nor those of a replay', () => {
  for (const key of ['space', '+', 'v', 'x', 'a', 'm', 'J', 't'])
    expect(bindingOf(key, 'watching'), key).toBeUndefined();
  expect(bindingOf('right', 'watching')?.command).toBe('unfold');
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
  expect(isMove('j', 'driving')).toBe(true);
  expect(isMove('escape', 'driving')).toBe(false);
  expect(isMove('enter', 'driving')).toBe(false);
});

test('an arrow that is held moves through a replay, and through nothing else', () => {
  expect(isMove('right', 'replaying')).toBe(true);
  expect(isMove('v', 'replaying')).toBe(true);
  expect(isMove('v', 'driving')).toBe(false);
});

describe.each(['fr', 'en'] as const)('in %s', language => {
  const words = wordsOf(language);

  test('every row of the help has words', () => {
    for (const binding of modes.flatMap(bindingsIn)) {
      expect(bindingText(binding, words), binding.keys[0]).toMatch(/\p{L}{2}|10 s/u);
      expect(groupText(binding.group, words)).toMatch(/\p{L}{2}/u);
    }
  });

  test('keys have their names', () => {
    expect(keyLabel('enter', words)).toBe(language === 'fr' ? 'Entrée' : 'Enter');
    expect(keyLabel('ctrl+u', words)).toBe('Ctrl-U');
    expect(keyLabel('?', words)).toBe('?');
  });
});
