import { describe, expect, it } from 'vitest';
import { thresholdIn } from '../../../src/plan/quantities/thresholds.ts';
import {
  degradation,
  degradationLimit,
  meets,
  verdictOf,
} from '../../../src/plan/quantities/verdict.ts';

describe('a threshold', () => {
  it.each([
    ['> 99.9%', 99.95, '%', true],
    ['> 99.9%', 99.9, '%', false],
    ['≥ 99,9 %', 99.9, '%', true],
    ['> 99.9%', 0.9995, 'ratio', true],
    ['< 2s', 1999, 'ms', true],
    ['< 2s', 2500, 'ms', false],
    ['< 2s', 1.2, '', true],
    ['< 0.1%', 0, '%', true],
    ['< 10 tickets/jour', 12, 'tickets/day', false],
    ['≤ 3', 4, 'nodes', false],
    ['100% des données', 100, '%', true],
    ['100% des données', 99.5, '%', false],
    ['> 99.9%', 120, 'ms', null],
    ['< 2s', 3, 'erreurs', null],
  ])('%s: %d %s is %s', (text, value, unit, expected) => {
    expect(meets(thresholdIn(text)!, value, unit)).toBe(expected);
  });

  it('takes for equal what only arithmetic on floats tells apart', () => {
    const limit = 0.1 + 0.2;
    for (const operator of ['=', '<=', '>='] as const) {
      expect(meets({ operator, value: 0.3, unit: '%' }, limit, '%')).toBe(true);
    }
    for (const operator of ['<', '>'] as const) {
      expect(meets({ operator, value: 0.3, unit: '%' }, limit, '%')).toBe(false);
    }
    expect(meets({ operator: '=', value: 0.3, unit: '%' }, 0.3001, '%')).toBe(false);
  });

  it('gives the verdict that the journal keeps', () => {
    expect(verdictOf(thresholdIn('< 2s'), 1500, 'ms')).toBe('pass');
    expect(verdictOf(thresholdIn('< 2s'), 2500, 'ms')).toBe('fail');
    expect(verdictOf(thresholdIn('< 2s'), 50, '%')).toBe('none');
    expect(verdictOf(undefined, 50, '%')).toBe('none');
  });
});

describe('degradation', () => {
  it.each([
    [300, 200, 50],
    [200, 200, 0],
    [100, 200, -50],
  ])('%d after %d is %d %% worse', (value, baseline, expected) => {
    expect(degradation(value, baseline)).toBe(expected);
  });

  it('is not known after a baseline of nothing', () => {
    expect(degradation(300, 0)).toBeNull();
    expect(degradation(300, -1)).toBeNull();
  });

  it.each([
    ['Performance dégradée > 50%', 50],
    [
      'Performance dégradée > 50% (référence : temps de réponse mesuré au test de charge de J-1)',
      50,
    ],
    ['Performances dégradées de plus de 12,5\u202F%', 12.5],
    ['Temps de réponse dégradé de 30 %', 30],
    ['Dégradation des performances supérieure à 40 %', 40],
    ['performance degraded by more than 50 %', 50],
    ['Performance degraded by 50%', 50],
    ['performance degradation of at least 20%', 20],
  ])('%s', (text, limit) => {
    expect(degradationLimit(text)).toBe(limit);
  });

  it.each([
    'Performance dégradée',
    'Disponibilité dégradée < 99%',
    'Performance dégradée > 2s',
    "Taux d'erreur > 5%",
    'Décision management',
  ])('%s: no limit is stated', text => {
    expect(degradationLimit(text)).toBeUndefined();
  });
});
