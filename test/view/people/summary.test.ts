import { expect, test } from 'vitest';
import { handOverSummary } from '../../../src/view/people/summary.ts';
import { LongJourney } from '../dossier/long-run.ts';
import { smallPlan } from '../fixtures.ts';
import { Journey, winterMorning } from '../journey.ts';
import { after, before, during, send, toldJourney } from '../messages/told-plan.ts';
import { staffedPlan } from './staffed-plan.ts';

const lines = (journey: Journey) => handOverSummary(journey.input).split('\n');

test('where the run stands, and what runs', () => {
  const journey = new Journey(smallPlan(), winterMorning).at('05:30').until('2.1').start('2.1');
  expect(lines(journey.at('05:34')).slice(0, 2)).toEqual([
    'EN COURS, phase 2/2 Migration des données, 2.1 Sauvegarde finale (en cours).',
    'Tourne : 2.1 Sauvegarde finale, depuis 4 min.',
  ]);
});

test('a command beside the plan runs too', () => {
  const journey = new Journey(smallPlan(), winterMorning).beside({ adhoc: 'df -h' }).at('05:01');
  expect(lines(journey)).toContain('Tourne : ! df -h, depuis 1 min.');
});

test('what waits: a second person, messages to send, perhaps sent', () => {
  const plan = staffedPlan({ messages: [before, during, after] });
  const journey = toldJourney(plan).at('05:30').until('2.1');
  expect(lines(journey).slice(0, 3)).toEqual([
    'EN COURS, phase 2/2 Migration des données, 2.1 Sauvegarde finale (à faire).',
    "Attend : il faut l'accord de quelqu'un d'autre : Chef de projet.",
    'À envoyer : Avant Déploiement (J-7).',
  ]);
  const delivery = send(journey, 'after');
  journey.say({ type: 'message.doubted', delivery, why: 'lost', detail: '' });
  expect(lines(journey)).toContain('Peut-être envoyé, à vérifier : Fin de Maintenance.');
});

test('stages that are late, where days count', () => {
  const journey = new Journey(smallPlan(), '2026-12-01T04:00:00.000Z');
  expect(lines(journey)).toContain('En retard : J-1 (2 à faire).');
  journey.more = { schedule: 'relative' };
  expect(lines(journey).join()).not.toContain('En retard');
});

test('how many prerequisites are still owed before the day', () => {
  const journey = new LongJourney();
  expect(lines(journey)).toContain('Prérequis à prouver : 4.');
  journey.act('prerequisites', 'P2.1', 'waive', { reason: 'on prévient demain' });
  journey.more = { ...journey.more, language: 'en' };
  expect(lines(journey)).toContain('Prerequisites to prove: 3.');
  journey.with({ prerequisites: 'optional' });
  expect(lines(journey).join()).not.toContain('Prerequisites');
});

test('why it is held, the alerts of the moment, and the last three notes', () => {
  const journey = new Journey(smallPlan(), winterMorning).at('05:30').until('2.2').at('06:40');
  for (const text of ['une', 'deux', 'trois', 'quatre\nlignes']) {
    journey.say({ type: 'note.added', text });
  }
  journey.say({ type: 'run.held', reason: 'on attend le réseau' });
  const said = lines(journey);
  expect(said.slice(0, 2)).toEqual([
    'SUSPENDU, phase 2/2 Migration des données, 2.2 Exécution migration réelle (à faire).',
    'Suspendue : on attend le réseau.',
  ]);
  expect(said.some(line => line.startsWith('Alerte : '))).toBe(true);
  expect(said.slice(-3)).toEqual([
    'Note de ops@bastion, 07:40 : deux',
    'Note de ops@bastion, 07:40 : trois',
    'Note de ops@bastion, 07:40 : quatre lignes',
  ]);
});

test('in a rollback, and in English', () => {
  const journey = new Journey(smallPlan(), winterMorning).at('05:30').until('2.2').at('05:45');
  journey.choose('rollback', { reason: 'loss' });
  journey.more = { language: 'en' };
  expect(lines(journey)[0]).toBe(
    'ROLLING BACK, decided at 06:45 (loss), R.1 Arrêt immédiat (to do).',
  );
});
