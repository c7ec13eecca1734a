import { describe, expect, it } from 'vitest';
import { traitsOf } from '../../src/cli/traits.ts';

describe('traitsOf', () => {
  it.each([
    ['a UTF-8 locale', { LANG: 'fr_FR.UTF-8' }, {}, false],
    ['no locale at all', {}, {}, false],
    ['LANG=C', { LANG: 'C' }, {}, true],
    ['LC_ALL wins', { LANG: 'fr_FR.UTF-8', LC_ALL: 'C' }, {}, true],
    ['the Linux console', { LANG: 'C.UTF-8', TERM: 'linux' }, {}, true],
    ['--ascii', { LANG: 'C.UTF-8' }, { ascii: true }, true],
  ])('ASCII only: %s', (_, env, flags, ascii) => {
    expect(traitsOf({ color: true, ...flags }, env).ascii).toBe(ascii);
  });

  it.each([
    ['NO_COLOR', { NO_COLOR: '1' }, true],
    ['TERM=dumb', { TERM: 'dumb' }, true],
    ['--no-color', {}, false],
  ])('no colour: %s', (_, env, color) => {
    expect(traitsOf({ color }, env).color).toBe(false);
  });

  it('TERM=dumb cannot carry a cockpit', () => {
    expect(traitsOf({ color: true }, { TERM: 'dumb' }).interactive).toBe(false);
  });
});
