import { describe, expect, it } from 'vitest';
import { everyMinutesIn, isAtEachCheckpoint } from '../../../src/plan/vocabulary/rhythm.ts';

describe('how often', () => {
  it.each([
    ['Vérification toutes les heures', 60],
    ['looked at every hour', 60],
    ['Checked hourly', 60],
    ['toutes les 15 min', 15],
    ['toutes les 15min.', 15],
    ['every 30 minutes', 30],
    ['toutes les 2h', 120],
    ['toutes les deux heures', 120],
    ['every six hours', 360],
    ['toutes les demi-heures', 30],
    ['Analyse quotidienne des erreurs', 1440],
    ['read every morning', 1440],
    ['Daily review', 1440],
    ['chaque soir', 1440],
    ['everyday', 1440],
    ['deux fois par jour', 720],
    ['Rapport hebdomadaire', 10_080],
    ['each week', 10_080],
  ])('%s', (text, minutes) => {
    expect(everyMinutesIn(text)).toBe(minutes);
  });

  it('is the shortest rhythm of several', () => {
    expect(everyMinutesIn('Toutes les 15 min le premier jour, puis chaque jour')).toBe(15);
    expect(everyMinutesIn('Weekly report, looked at every hour')).toBe(60);
  });

  it.each([
    'Métriques surveillées en continu',
    'watched continuously',
    'Équipe renforcée pour questions utilisateurs',
    'every other day',
    'toutes les 0 min',
    'tous les utilisateurs',
    'chaque journal',
    'every 99999 days',
    '24h/7j',
    '',
  ])('is not said: %s', text => {
    expect(everyMinutesIn(text)).toBeUndefined();
  });
});

describe('a message at each checkpoint', () => {
  it.each([
    'À chaque point de contrôle',
    'aux points de contrôle',
    'at each checkpoint',
    'at the checkpoint',
    'Every 30 min and at checkpoints',
  ])('%s', frequency => {
    expect(isAtEachCheckpoint(frequency)).toBe(true);
  });

  it.each(['Au point de contrôle 3', 'after checkpoint 2', 'Toutes les heures', 'once', ''])(
    'is not: %s',
    frequency => {
      expect(isAtEachCheckpoint(frequency)).toBe(false);
    },
  );
});
