import { expect, test } from 'vitest';
import { smallPlan } from './fixtures.ts';
import { Journey, winterMorning } from './journey.ts';

const at = (step: string) => new Journey(smallPlan(), winterMorning).until(step);
const next = (journey: Journey) =>
  journey.view.next.map(({ time, title, who, due }) => [time, title, who, due].join('|'));

test('what comes next, when, and who does it', () => {
  const journey = at('1.3').at('05:30');
  expect(next(journey)).toEqual([
    '06:30|2.1 Sauvegarde finale|Entrée|',
    '06:40|2.2 Exécution migration réelle|Entrée|dans 10 min',
    '07:45|2.3 POINT DE CONTRÔLE - Migration|décision|dans 1 h 15',
    '08:00|2.4 FIN MAINTENANCE|Entrée|dans 1 h 30',
    '|J+1.1 Rapport de stabilité|à la main|',
  ]);
});

test('the pace says which commands start by themselves', () => {
  const journey = at('1.1').choose('pace', { option: 'phase' });
  expect(
    next(journey)
      .slice(2, 4)
      .map(line => line.split('|')[2]),
  ).toEqual(['Entrée', 'automatique']);
  journey.choose('pace', { option: 'automatic' });
  expect(journey.view.next.map(one => one.human)).toEqual([
    true,
    true,
    false,
    false,
    true,
    true,
    true,
  ]);
});

test('in a rollback: its steps, then its validation', () => {
  const journey = at('2.2').choose('rollback', { reason: 'x' });
  expect(next(journey)).toEqual([
    '|R.2 Restauration|Entrée|',
    '|R.3 Remise en service|à la main|',
    '|Validation du retour arrière|décision|',
  ]);
});

test('on return: what ended, with what result, what waits', () => {
  const journey = at('2.2').at('05:40').start('2.2').at('06:10:05').exit(0, { away: true });
  const { jobs } = journey.state.context;
  const job = Object.keys(jobs).at(-1)!;
  const exitedAt = '2026-12-01T06:05:00Z';
  journey.more = { away: [{ job, step: '2.2', status: 'exited', code: 0, exitedAt }] };
  expect(journey.view.away.map(line => `${line.time} ${line.text}`)).toEqual([
    "07:05:00 2.2 Exécution migration réelle s'est terminée sans erreur.",
    ' Vous attend maintenant : 2.3 POINT DE CONTRÔLE - Migration (à décider).',
  ]);
  journey.more = { away: [{ job: '?', step: '2.2', status: 'running' }], language: 'en' };
  expect(journey.view.away[0]?.text).toBe('2.2 Exécution migration réelle is still running.');
  journey.more = { away: [] };
  expect(journey.view.away).toEqual([]);
});

test('a run that went to its end tells how long, and how long the outage was', () => {
  const journey = at('1.3').at('05:30').until('2.4').at('07:02').until('J+1.1').at('08:00');
  journey.choose('openStage', { reason: 'bilan avancé' }).pass();
  expect(journey.view.ending?.badge.word).toBe('TERMINÉ');
  expect(journey.view.ending?.lines).toEqual([
    'Le plan est allé à son terme.',
    'De 06:00 à 09:00 (3 h).',
    '10 actions faites sur 10.',
    'Coupure : 1 h 32, prévue 1 h 30.',
  ]);
  expect(journey.view.next).toEqual([]);
  expect(journey.view.header.ratio).toBe(1);
});

test('an abandoned run says why, what was passed over, and that the service is still down', () => {
  const journey = at('2.2')
    .choose('skip', { reason: 'inutile' })
    .choose('abort', { reason: 'panne réseau' });
  expect(journey.view.ending?.lines).toEqual([
    "L'exécution a été abandonnée.",
    'Raison : panne réseau.',
    'De 06:00 à 06:00 (0 s).',
    '6 actions faites sur 10.',
    'Passée : 2.2.',
    'La fenêtre de maintenance a été ouverte et jamais fermée : vérifiez le service.',
  ]);
});

test('a rollback declared good all the same tells what was red', () => {
  const journey = at('2.2').choose('rollback', { reason: 'perte' }).pass().pass().pass();
  journey.choose('tickPass', { item: 'V.1' }).choose('tickFail', { item: 'V.2', reason: 'écart' });
  journey.choose('validate', { reason: 'admis' });
  expect(journey.view.ending?.lines).toContain('Validé quand même (1 point en échec) : admis.');
});

test('a rollback tells its trigger and where it was decided', () => {
  const journey = at('2.2').choose('rollback', { reason: 'perte', option: 'Décision management' });
  journey.pass().pass().pass().choose('validate', { reason: 'vu' });
  expect(journey.view.header.status.word).toBe('REVENU EN ARRIÈRE');
  expect(journey.view.ending?.lines).toEqual(
    expect.arrayContaining([
      'Le retour arrière est fait et validé.',
      'Déclencheur : Décision management.',
      'Raison : perte.',
      "Décidé à l'action 2.2 Exécution migration réelle.",
    ]),
  );
});
