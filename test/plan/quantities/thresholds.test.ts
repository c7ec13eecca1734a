import { expect, it } from 'vitest';
import { thresholdIn } from '../../../src/plan/quantities/thresholds.ts';

it.each([
  ['> 99.9% post-déploiement', '>', 99.9, '%'],
  ['Temps de réponse < 2s', '<', 2, 's'],
  ["Taux d'erreur < 0,1%", '<', 0.1, '%'],
  ['Support < 10 tickets/jour', '<', 10, 'tickets/jour'],
  ['>= 3', '>=', 3, ''],
  ['≤ 800 ms', '<=', 800, 'ms'],
  ['at least 95% of orders', '>=', 95, '%'],
  ['moins de 5 erreurs', '<', 5, 'erreurs'],
  ['100% des données', '=', 100, '%'],
])('%s', (text, operator, value, unit) => {
  expect(thresholdIn(text)).toEqual({ operator, value, unit });
});

it.each(['Pas de plaintes majeures J+1', 'Temps réduit', 'A -> B', ''])('%j states none', text => {
  expect(thresholdIn(text)).toBeUndefined();
});
