import { describe, expect, test } from 'vitest';
import { parentKey, visibleRows } from '../../../src/cockpit/model/tree.ts';
import { tree } from '../sample.ts';

const rows = tree('3.3');
const keys = (folds: Record<string, boolean>, filter = '') =>
  visibleRows(rows, folds, filter).map(({ key }) => key);

describe('the plan as a tree', () => {
  test('is folded but for the current phase', () => {
    expect(keys({})).toEqual([
      'stage:J-7',
      'stage:Jour J',
      'phase:2',
      'phase:3',
      ...[1, 2, 3, 4, 5, 6, 7].map(n => `step:3.${n}`),
      'phase:4',
      'stage:J+1',
    ]);
  });

  test('opens and closes by hand', () => {
    expect(keys({ 'phase:4': true })).toContain('step:4.2');
    expect(keys({ 'phase:3': false })).not.toContain('step:3.3');
    expect(keys({ 'stage:Jour J': false })).toEqual(['stage:J-7', 'stage:Jour J', 'stage:J+1']);
  });

  test('a filter shows what matches and what encloses it, folded or not, accents or not', () => {
    expect(keys({}, 'controle')).toEqual(['stage:Jour J', 'phase:4', 'step:4.2']);
    expect(keys({}, 'zzz')).toEqual([]);
  });

  test('knows what encloses a row', () => {
    expect(parentKey(rows, 'step:3.3')).toBe('phase:3');
    expect(parentKey(rows, 'phase:3')).toBe('stage:Jour J');
    expect(parentKey(rows, 'stage:J-7')).toBeUndefined();
  });
});
