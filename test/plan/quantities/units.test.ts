import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inUnit } from '../../../src/plan/quantities/units.ts';

describe('a figure in another unit', () => {
  it.each([
    [2500, 'ms', 's', 2.5],
    [2, 's', 'ms', 2000],
    [2, 'secondes', 'ms', 2000],
    [1.5, 'Minutes', 's', 90],
    [0.5, 'heure', 'min', 30],
    [3, 'hours', 'h', 3],
    [90, 'sec', 'mn', 1.5],
    [800, 'millisecondes', 'milliseconds', 800],
    [0.5, 'ratio', '%', 50],
    [50, 'pour cent', 'ratio', 0.5],
    [12, 'tickets/jour', 'tickets/day', 12],
    [12, 'ticket par jour', 'Tickets / jour', 12],
    [6, 'requêtes/s', 'requests/minute', 360],
    [3, 'erreurs', 'errors', 3],
  ])('%d %s in %s', (value, unit, wanted, expected) => {
    expect(inUnit(value, unit, wanted)).toBeCloseTo(expected, 9);
  });

  it('is taken to be in the wanted one where the source has none', () => {
    expect(inUnit(99.95, '', '%')).toBe(99.95);
    expect(inUnit(0.5, '', '%')).toBe(0.5);
    expect(inUnit(800, ' ', 'ms')).toBe(800);
    expect(inUnit(3, '', '')).toBe(3);
  });

  it('suits a bare threshold when it is a count', () => {
    expect(inUnit(5, 'nodes', '')).toBe(5);
  });

  it.each([
    ['ms', '%'],
    ['s', ''],
    ['%', ''],
    ['tickets/jour', ''],
    ['tickets', 'tickets/jour'],
    ['erreurs', 'tickets'],
    ['requests/s', 's'],
    ['requests/user', 'requests/s'],
    ['constructor', '__proto__'],
  ])('%j says nothing about %j', (unit, wanted) => {
    expect(inUnit(1, unit, wanted)).toBeNull();
  });

  const units = fc.constantFrom('ms', 's', 'minutes', 'heures', 'jour');
  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), units, units, (value, from, to) => {
        const there = inUnit(value, from, to)!;
        expect(inUnit(there, to, from)).toBeCloseTo(value, 6);
      }),
    );
  });
});
