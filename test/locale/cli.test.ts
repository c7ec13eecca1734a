import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/locale/cli.ts';
import { cli as english } from '../../src/locale/en/cli.ts';

describe('languageOf (convention 23: --lang, else the locale, else the plan’s)', () => {
  it.each([
    ['en', { LANG: 'fr_FR.UTF-8' }, 'fr', 'en'],
    [undefined, { LANG: 'fr_FR.UTF-8' }, 'en', 'fr'],
    [undefined, { LANG: 'fr_FR.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'fr', 'en'],
    [undefined, { LANG: 'C.UTF-8' }, 'fr', 'fr'],
    [undefined, { LANG: 'de_DE.UTF-8' }, 'fr', 'fr'],
    [undefined, {}, 'en', 'en'],
  ] as const)('flag %s, locale %o, plan %s: %s', (flag, env, fallback, expected) => {
    expect(languageOf(flag, env, fallback)).toBe(expected);
  });
});

describe('how many diagnostics', () => {
  it('are counted in English words', () => {
    const { errors, warnings, infos } = english.count;
    expect([0, 1, 2].map(n => [errors(n), warnings(n), infos(n)])).toEqual([
      ['0 errors', '0 warnings', '0 notes'],
      ['1 error', '1 warning', '1 note'],
      ['2 errors', '2 warnings', '2 notes'],
    ]);
  });
});
