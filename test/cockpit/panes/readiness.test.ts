import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { readinessRows, readinessSpan } from '../../../src/cockpit/panes/readiness.ts';
import type { PieceView } from '../../../src/view/types.ts';
import { ready, unready } from './hard-views.ts';
import { lookOf } from './situation.ts';

const look = lookOf();

test('a glyph and a word say it where there is little room', () => {
  expect(readinessSpan(look, ready)).toMatchObject({ text: 'Retour arrière ✓ prêt', tone: 'good' });
  expect(readinessSpan(lookOf(false, 'en'), unready).text).toMatch(/^Rollback ✗ /);
});

test('its pieces follow each other, with the time that it takes', () => {
  expect(readinessRows(look, ready, 44, 3).map(row => row.trimEnd())).toEqual([
    '✓ sauvegarde il y a 12 min  ✓ version v0.9.0',
    '✓ scripts  ✓ répété mesuré : 24 min  ~30 min',
  ]);
});

test('what is missing comes first, with why', () => {
  const [first] = readinessRows(look, unready, 60, 3);
  expect(first).toMatch(/^✗ sauvegarde ls : \/backups\/ops.sql.gz introuvable/);
});

test('where there are too many, details of what is there give way, then pieces, counted', () => {
  const piece = (at: number): PieceView => ({
    badge: { glyph: '✓', word: 'là', tone: 'good' },
    label: `variable-${at}`,
    detail: 'capturée en 2.4',
  });
  const many = { ...ready, pieces: Array.from({ length: 9 }, (_, at) => piece(at)) };
  const rows = readinessRows(look, many, 44, 3);
  expect(rows).toHaveLength(3);
  expect(rows.join('\n')).not.toContain('capturée');
  expect(rows.at(-1)).toMatch(/\+\d+ *$/);
  for (const row of rows) expect(stringWidth(row)).toBe(44);
});
