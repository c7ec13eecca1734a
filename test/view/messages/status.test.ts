import { expect, test } from 'vitest';
import { draftOf } from '../../../src/view/messages/draft.ts';
import { statusText } from '../../../src/view/messages/status.ts';
import type { Journey } from '../journey.ts';
import { sceneAt, toldJourney, toldPlan } from './told-plan.ts';

const lines = (journey: Journey, occasion?: string) => {
  const text = occasion ? draftOf(sceneAt(journey), occasion) : statusText(sceneAt(journey));
  return [text.subject, ...text.body.split('\n')];
};

/** At the checkpoint, in the window. */
const atCheckpoint = (plan = toldPlan()) => toldJourney(plan).at('05:30').until('2.3').at('06:50');

test('a text for management is ready at any moment', () => {
  expect(lines(atCheckpoint().at('07:05'))).toEqual([
    'Point de situation 08:05 - Ops & Bail Mobilité 1.0.0 (production)',
    'Ops & Bail Mobilité 1.0.0, environnement production',
    'Situation : À DÉCIDER, phase 2/2 Migration des données, 2.3 POINT DE CONTRÔLE - Migration (à décider)',
    'Fin prévue 08:05 (+5 min)',
    'Coupure 1 h 35, à fermer depuis 08:00',
    'Retour hors fenêtre depuis 07:30',
  ]);
});

test('at each checkpoint: the decision, by whom it was waived, its criteria, and where the run stands', () => {
  const journey = atCheckpoint().choose('tickPass', { item: 'C1.1' });
  journey.choose('go', { reason: 'écart admis' }).at('06:52');
  expect(lines(journey, 'during@2.3')).toEqual([
    '2.3 POINT DE CONTRÔLE - Migration : GO à 07:50, par dérogation - Ops & Bail Mobilité 1.0.0 (production)',
    'Ops & Bail Mobilité 1.0.0, environnement production',
    '2.3 POINT DE CONTRÔLE - Migration : GO à 07:50, par dérogation (écart admis)',
    'Critères vérifiés : 1/2 (1 non verts)',
    'Situation : EN COURS, phase 2/2 Migration des données, 2.4 FIN MAINTENANCE (à faire)',
    "Fin prévue 08:00 (à l'heure)",
    'Coupure 1 h 22, ferme à 08:00',
    'Retour hors fenêtre depuis 07:30',
  ]);
});

test('a NO-GO says so, and why', () => {
  const journey = atCheckpoint().choose('noGo', { reason: 'écart de 3' });
  expect(lines(journey, 'during@2.3')[2]).toBe(
    '2.3 POINT DE CONTRÔLE - Migration : NO-GO à 07:50 (écart de 3)',
  );
});

test('a plain GO has no reason', () => {
  const journey = atCheckpoint().choose('tickPass', { item: 'C1.1' });
  journey.choose('tickPass', { item: 'C1.2' }).choose('go');
  expect(lines(journey, 'during@2.3').slice(2, 4)).toEqual([
    '2.3 POINT DE CONTRÔLE - Migration : GO à 07:50',
    'Critères vérifiés : 2/2',
  ]);
});

test('a GO that does not stand any more is not told as if it did', () => {
  const journey = atCheckpoint().choose('go', { reason: 'vu' });
  journey.say({ type: 'step.reopened', step: '2.3', reason: 'à revoir' });
  expect(lines(journey, 'during@2.3')).toContain('Ce point est depuis à décider à nouveau.');
});

test('what the operator wrote of a NO-GO does not survive the GO', () => {
  const journey = atCheckpoint().choose('noGo', { reason: 'écart' });
  journey.say({ type: 'message.edited', message: 'during@2.3', subject: 'NON', body: 'Arrêt.' });
  expect(lines(journey, 'during@2.3')).toEqual(['NON', 'Arrêt.']);
  journey.at('06:55').choose('review').at('06:56').choose('go', { reason: 'corrigé' });
  expect(lines(journey, 'during@2.3')[2]).toContain('GO à 07:56, par dérogation (corrigé)');
});

test('in a rollback, and after it', () => {
  const journey = atCheckpoint().choose('rollback', { reason: 'perte' });
  expect(lines(journey)[2]).toBe(
    'Situation : RETOUR ARRIÈRE, décidé à 07:50 (perte), R.1 Arrêt immédiat (à faire)',
  );
  journey.pass().pass().pass().at('07:10').choose('validate', { reason: 'vu' });
  expect(lines(journey)[2]).toBe('Situation : REVENU EN ARRIÈRE, à 08:10');
});

test('days before, only what is known: no outage, no forecast', () => {
  const journey = toldJourney(toldPlan(), '2026-11-30T08:00:00.000Z', '2026-12-01');
  expect(lines(journey)).toEqual([
    'Point de situation 09:00 - Ops & Bail Mobilité 1.0.0 (production)',
    'Ops & Bail Mobilité 1.0.0, environnement production',
    'Situation : EN COURS, J-1 Validation, J-1.1 Briefing équipe (à faire)',
  ]);
});

test('in English for an English plan, whatever the operator reads', () => {
  const journey = atCheckpoint(toldPlan({ language: 'en' })).choose('noGo', { reason: 'gap' });
  expect(lines(journey, 'during@2.3')).toEqual([
    '2.3 POINT DE CONTRÔLE - Migration: NO-GO at 07:50 - Ops & Bail Mobilité 1.0.0 (production)',
    'Ops & Bail Mobilité 1.0.0, environment production',
    '2.3 POINT DE CONTRÔLE - Migration: NO-GO at 07:50 (gap)',
    'Criteria met: 0/2 (2 not green)',
    'Now: NO-GO, phase 2/2 Migration des données, 2.3 POINT DE CONTRÔLE - Migration (being fixed)',
    'Should end 08:00 (on time)',
    'Outage 1 h 20, closes 08:00',
    'Rollback out of the window since 07:30',
  ]);
});
