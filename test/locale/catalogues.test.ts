import { expect, test } from 'vitest';
import { toAscii } from '../../src/locale/ascii.ts';
import { wordsOf } from '../../src/locale/locale.ts';

/** Every text of a catalogue by its path; functions are called with plausible parameters. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const numbers = value(...Array.from({ length: value.length }, () => 2));
    return [[path, String(numbers)]];
  }
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

test.each(['fr', 'en'] as const)('no text of %s is empty or broken', language => {
  for (const [path, text] of texts(wordsOf(language))) {
    expect(text.trim(), path).not.toBe('');
    expect(text, path).not.toMatch(/undefined|\[object|NaN|\$\{/);
  }
});

test('both languages have the same texts', () => {
  const keys = (language: 'fr' | 'en') => texts(wordsOf(language)).map(([path]) => path);
  expect(keys('en')).toEqual(keys('fr'));
});

test('English texts were not left in French', () => {
  const french = new Map(texts(wordsOf('fr')));
  const accented = /[àâçèéêëîïôûùœ]/i;
  const left = texts(wordsOf('en')).filter(
    ([path, text]) => accented.test(text) || (text.length > 14 && french.get(path) === text),
  );
  expect(left).toEqual([]);
});

test('plurals agree', () => {
  const fr = wordsOf('fr').cockpit.follow;
  const en = wordsOf('en').cockpit.follow;
  expect([fr.errors(0), fr.errors(1), fr.errors(2)]).toEqual(['0 erreur', '1 erreur', '2 erreurs']);
  expect([en.errors(0), en.errors(1), en.errors(2)]).toEqual(['0 errors', '1 error', '2 errors']);
});

test('in ASCII mode every text is ASCII, parameters included', () => {
  for (const language of ['fr', 'en'] as const) {
    for (const [path, text] of texts(wordsOf(language, true))) {
      expect(text, path).toMatch(/^[\x20-\x7e]*$/);
    }
  }
  expect(wordsOf('fr', true).log.held('démarrage différé')).toBe(
    'execution suspendue (demarrage differe)',
  );
});

test.each([
  ['Déploiement à 07:45 — « prêt » …', 'Deploiement a 07:45 - " pret " ...'],
  ['06:30 → 10:30', '06:30 -> 10:30'],
  ['données ↔ missions', 'donnees <-> missions'],
  ['✓ 完', '? ?'],
])('%s folds to %s', (text, ascii) => {
  expect(toAscii(text)).toBe(ascii);
});
