import { describe, expect, it } from 'vitest';
import { offsetIn, offsetsIn, stageNamed } from '../../../src/plan/vocabulary/stage-name.ts';

describe('days that headings name', () => {
  it.each([
    ['J-7 : Préparation', 'J-7', 'j-7', -7, 'Préparation'],
    ['J – 1', 'J-1', 'j-1', -1, ''],
    ['Jour J : Déploiement', 'Jour J', 'jour-j', 0, 'Déploiement'],
    ['J : Déploiement', 'Jour J', 'jour-j', 0, 'Déploiement'],
    ['J+30 : Bilan', 'J+30', 'j-plus-30', 30, 'Bilan'],
    ['D-7: Preparation', 'D-7', 'd-7', -7, 'Preparation'],
    ['T+1 - Review', 'D+1', 'd-plus-1', 1, 'Review'],
    ['D-Day', 'D-day', 'd-day', 0, ''],
    ['Deployment day: go', 'D-day', 'd-day', 0, 'go'],
    ['D+0', 'D-day', 'd-day', 0, ''],
  ])('%s', (heading, id, key, offsetDays, title) => {
    expect(stageNamed(heading)).toEqual({ id, key, offsetDays, title });
  });

  it.each([
    'Surveillance (J+0 à J+7)',
    'Jours fériés',
    'T-shirts',
    'Database',
    'J’arrive',
    'Phase 1',
  ])('none: %s', heading => {
    expect(stageNamed(heading)).toBeUndefined();
  });

  it('are found in titles', () => {
    expect(offsetIn('Avant déploiement (J-7)')).toBe(-7);
    expect(offsetIn('After (D+1)')).toBe(1);
    expect(offsetIn('During')).toBeUndefined();
  });

  it.each([
    ['Surveillance renforcée (J+0 à J+7)', [0, 7]],
    ['Heightened monitoring, D+0 to D+7', [0, 7]],
    ['Watch (D-day to D+2)', [0, 2]],
    ['Surveillance du jour J au J+3', [0, 3]],
    ['Surveillance de J à J+7', [0, 7]],
    ['From T-1 to T+1', [-1, 1]],
    ['Jusqu’à J+7', [7]],
    ['Pendant 7 jours', []],
    ['Tickets T1 and D2', []],
  ])('each of them: %s', (text, days) => {
    expect(offsetsIn(text)).toEqual(days);
  });
});
