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
  ['99,9 % des requêtes', '=', 99.9, '%'],
  ['> 80% des Ops utilisent le nouveau système', '>', 80, '%'],
  ['less than 10 tickets/day', '<', 10, 'tickets/day'],
  ['< 10 tickets par jour', '<', 10, 'tickets par jour'],
  ['< 5 erreurs par rapport à la veille', '<', 5, 'erreurs'],
  ['réponse en moins de 2 secondes', '<', 2, 'secondes'],
  ['au plus 500 ms', '<=', 500, 'ms'],
  ['> 10 000 commandes', '>', 10_000, 'commandes'],
])('%s', (text, operator, value, unit) => {
  expect(thresholdIn(text)).toEqual({ operator, value, unit });
});

it.each([
  ['no-break', '\u00A0'],
  ['narrow no-break', '\u202F'],
  ['thin', '\u2009'],
])('%s spaces are spaces', (_, space) => {
  const text = `disponibilité >${space}99,9${space}%`;
  expect(thresholdIn(text)).toEqual({ operator: '>', value: 99.9, unit: '%' });
  expect(thresholdIn(`<${space}10${space}000${space}ms`)).toMatchObject({ value: 10_000 });
});

it.each(['Pas de plaintes majeures J+1', 'Temps réduit', 'A -> B', ''])('%j states none', text => {
  expect(thresholdIn(text)).toBeUndefined();
});
