/** What operators typed, written into a plan: it stays text, whatever it is. */
import fc from 'fast-check';
import type { List } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/plan/compile.ts';
import { parseDocument } from '../../../src/plan/document/parse.ts';
import { descendants } from '../../../src/plan/document/text.ts';
import { inert } from '../../../src/report/improvement/inert.ts';

/** The one item of a list that holds this, as parsed. */
function parsed(text: string) {
  const root = parseDocument(`# A\n\n- ${inert(text)}\n- z\n`);
  expect(root.children.map(({ type }) => type)).toEqual(['heading', 'list']);
  const list = root.children[1] as List;
  expect(list.children).toHaveLength(2);
  return list.children[0]!;
}

it.each([
  '- [ ] **06:00** - Sauvegarde',
  '[x] fait',
  '# Chronologie',
  '## Procédure de rollback',
  '```bash',
  '~~~',
  '<!-- skip -->',
  '<script>alert(1)</script>',
  '1. Revenir',
  '1) Revenir',
  '> cité',
  '+ plus',
  '---',
  '***',
  '___',
  '[lien](page.md)',
  '![image](a.png)',
  '[^1]',
  '[a]: b',
  '**gras** et *italique* et _souligné_ et ~~barré~~ et `code`',
  '&lt;b&gt; &amp; AT&T',
  'C:\\temp\\',
  'un | deux',
  '$x$ {{run}}',
])('%s', text => {
  const item = parsed(text);
  expect(item.checked ?? null).toBeNull();
  expect(descendants(item.children).map(({ type }) => type)).toEqual(['paragraph', 'text']);
  expect(textOf(item)).toBe(text);
});

describe('lines', () => {
  it('become one, and a long one is cut', () => {
    expect(inert('un\n\n- [ ] deux\r\n\ttrois')).toBe('un - \\[ \\] deux trois');
    expect(inert('a '.repeat(600))).toHaveLength(501);
  });
});

it.each([
  ['à voir : [État actuel]'],
  ['voir <TOKEN>'],
  ['YOUR_KEY et VOTRE_CLE'],
  ['appeler le +33 X XX XX XX XX'],
  ['https://127.0.0.1/[Nom]'],
  ['octet \uFFFD perdu'],
])('%s leaves nothing to be filled in', text => {
  const said = (item: string) =>
    compile(`# Plan\n\n## Notes\n\n- ${item} (06:00)\n`, { path: '', language: 'fr' }).diagnostics;
  expect(said(inert(text))).toEqual(said('rien'));
});

it('an address is kept for whoever follows it, and names keep their signs', () => {
  const text = 'voir https://wiki.example.org/a_b?c=d&e, script sauver_tout.sh';
  expect(inert(text)).toBe(text);
});

it('whatever is typed is read as that, in one item', () => {
  const piece = fc.oneof(
    fc.constantFrom('```', '~~~', '- [ ] ', '# ', '<!--', '-->', '<b>', '&amp;', '\n', '  ', '1. '),
    fc.constantFrom('*', '_', '[', ']', '(', ')', '\\', '`', '|', '!', '>', '=', ':', 'a', 'www.'),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  );
  const text = fc.array(piece, { maxLength: 10 }).map(pieces => `${pieces.join('')}.`);
  fc.assert(
    fc.property(text, typed => {
      const item = parsed(typed);
      expect(item.children.map(({ type }) => type)).toEqual(['paragraph']);
      const types = new Set(descendants(item.children).map(({ type }) => type));
      for (const type of types) expect(['paragraph', 'text', 'link']).toContain(type);
    }),
    { numRuns: 500 },
  );
});
