import { describe, expect, it } from 'vitest';
import { evidenceIn } from '../../../src/plan/vocabulary/evidence.ts';

const ours = ['Staging', 'Pré-production', 'Production'];

describe('the earlier run that a prerequisite speaks of', () => {
  it.each([
    ['Environnement de staging validé et fonctionnel', 'staging'],
    ['L’environnement de staging est validé', 'staging'],
    ['Staging environment validated', 'staging'],
    ['The staging environment has been verified', 'staging'],
    ['Environnement de pré-production validé', 'pre-production'],
    ['Scripts de déploiement testés sur staging', 'staging'],
    ['Deployment scripts tested on staging', 'staging'],
    ['Migration testée en pré-production', 'pre-production'],
    ['Répétition générale effectuée sur staging', 'staging'],
  ])('is a run in an environment of the plan: %s', (title, environment) => {
    expect(evidenceIn(title, ours)).toEqual({ kind: 'run', environment });
  });

  it.each([
    // The plan has no such environment: wherever it ran.
    'Environnement de recette validé',
    'UAT environment validated',
    'Tests de migration exécutés avec succès',
    'Tests de migration exécutés sans erreur',
    'Migration tests: passed',
    'The migration tests were run with success',
    // Never in production, whatever the words.
    'Répétition effectuée avant la mise en production',
    'Rehearsal completed',
    'Dress rehearsal done, team briefed',
    'Répétition du déploiement terminée',
    'Sauvegarde faite, répétition réussie',
  ])('is a run anywhere: %s', title => {
    expect(evidenceIn(title, ours)).toEqual({ kind: 'run' });
  });

  it.each([
    'Plan de rollback préparé et testé',
    'Procédure de retour arrière éprouvée',
    'Rollback tested',
    'The rollback plan has been rehearsed',
    'Rehearsal completed, rollback included',
    'Rehearsal and rollback completed',
    'Répétition effectuée (retour arrière compris)',
    'Test du rollback réussi',
    'Rollback rehearsal passed',
  ])('is a rollback: %s', title => {
    expect(evidenceIn(title, ours)).toEqual({ kind: 'rollback' });
  });

  it('may be a rollback in a given environment', () => {
    expect(evidenceIn('Rollback testé sur staging', ours)).toEqual({
      kind: 'rollback',
      environment: 'staging',
    });
  });

  it('is of the run alone when the rollback was left out', () => {
    expect(evidenceIn('Rehearsal completed, rollback not included', ours)).toEqual({ kind: 'run' });
  });
});

describe('no run proves', () => {
  it.each([
    'Sauvegarde complète effectuée et testée',
    'Backup tested, rollback plan written',
    'Plan de rollback validé',
    'Rollback plan written',
    'Rollback pas encore testé',
    'Rollback to be tested',
    'Les tests de migration seront exécutés à J-1',
    'Migration tests not passed',
    'Migration tests to run on staging',
    'Rehearsal planned',
    'Environnement de production validé',
    'Environnement de staging disponible',
    'Accès à l’environnement de staging validés',
    'Données de staging rafraîchies et validées',
    'Migration des données de staging effectuée',
    'Scripts de déploiement testés',
    'Scripts de déploiement relus sur staging',
    'Validation métier obtenue',
    'Formation équipe effectuée',
    'Release built and signed',
    'Monitoring configuré et opérationnel',
    '',
    '—',
  ])('%s', title => {
    expect(evidenceIn(title, ours)).toBeUndefined();
  });
});
