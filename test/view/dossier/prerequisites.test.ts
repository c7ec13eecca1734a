import { describe, expect, test } from 'vitest';
import type { RunEvidence } from '../../../machines/entries.ts';
import { noHistory } from '../../../src/view/history.ts';
import { LongJourney } from './long-run.ts';

const rehearsal: RunEvidence = {
  run: 'r-12',
  environment: 'Staging',
  status: 'completed',
  endedAt: '2026-11-12T13:00:00.000Z',
};
const rollback: RunEvidence = {
  run: 'r-13',
  environment: 'rehearsal',
  status: 'rolledBack',
  endedAt: '2026-11-13T13:00:00.000Z',
};

const row = (journey: LongJourney, key: string) => journey.line('prerequisites', key);
const detail = (journey: LongJourney, key: string) =>
  row(journey, key).detail.map(({ text }) => text);
const offered = (journey: LongJourney, key: string) =>
  row(journey, key).choices.map(({ id, primary, reason, enabled }) =>
    [primary ? '*' : '', enabled ? '' : '-', id, reason === 'none' ? '' : ` ${reason}`].join(''),
  );

function rehearsed(...proofs: RunEvidence[]): LongJourney {
  const journey = new LongJourney();
  journey.more = { ...journey.more, history: { ...noHistory, proofs } };
  return journey;
}

test('each group with how many are proved', () => {
  const journey = new LongJourney();
  expect(journey.lines('prerequisites')).toEqual([
    '# Technique 0/3',
    'Staging validé|',
    'Rollback testé|',
    'Espace disque suffisant|',
    '# Organisationnel 0/1',
    'Utilisateurs informés|',
  ]);
  journey.act('prerequisites', 'P2.1', 'tickPass', { reason: 'courriel du 20' });
  expect(journey.page('prerequisites').note).toEqual({
    text: '1 sur 4 prouvé, 3 à prouver',
    tone: 'warning',
  });
  journey.more = { ...journey.more, language: 'en' };
  expect(journey.page('prerequisites').note.text).toBe('1 of 4 proved, 3 to prove');
});

describe('a person’s word', () => {
  test('who, when and what they said', () => {
    const journey = new LongJourney();
    expect(offered(journey, 'P2.1')).toEqual([
      '*tickPass optional',
      'tickFail required',
      'waive required',
    ]);
    expect(detail(journey, 'P2.1')).toEqual(["Se prouve par la parole d'une personne."]);
    journey.act('prerequisites', 'P2.1', 'tickPass', { reason: 'courriel du 20' });
    expect(row(journey, 'P2.1')).toMatchObject({
      badge: { word: 'prouvé', tone: 'good' },
      right: 'par ops@bastion 09:00',
      detail: [{ text: 'courriel du 20 · ops@bastion 09:00' }],
    });
    // Another day, its date is said; and Enter does not undo it.
    expect(row(journey.on('2026-11-28', '08:00'), 'P2.1').right).toBe(
      'par ops@bastion 24/11 09:00',
    );
    expect(offered(journey, 'P2.1')).toEqual(['tickPass optional', 'tickFail required']);
  });

  test('a refusal', () => {
    const journey = new LongJourney();
    journey.act('prerequisites', 'P2.1', 'tickFail', { reason: 'personne ne sait' });
    expect(row(journey, 'P2.1')).toMatchObject({ badge: { word: 'refusé' }, tone: 'bad' });
    journey.at('08:30').act('prerequisites', 'P2.1', 'waive', { reason: 'on prévient demain' });
    // Who waived it and when, not who refused it before.
    expect(row(journey, 'P2.1')).toMatchObject({
      badge: { word: 'dérogation' },
      right: 'par ops@bastion 09:30',
    });
  });
});

describe('a command', () => {
  test('is run from here, looks, and finds', () => {
    const journey = new LongJourney();
    expect(offered(journey, 'P1.3')[0]).toBe('*check');
    expect(detail(journey, 'P1.3')).toEqual(['Commande : df -Pk .']);
    journey.act('prerequisites', 'P1.3', 'check');
    expect(row(journey, 'P1.3').badge).toMatchObject({ word: 'vérification en cours', busy: true });
    journey.besideExit(0, { evidence: '42 Go libres' });
    expect(row(journey, 'P1.3')).toMatchObject({
      badge: { word: 'prouvé' },
      right: 'par commande 09:00',
    });
    expect(detail(journey, 'P1.3')[0]).toBe('vérifié par la commande · 42 Go libres · 09:00');
  });

  test('that refused is only overruled with a reason, even after a person refused as well', () => {
    const journey = new LongJourney();
    journey.act('prerequisites', 'P1.3', 'check').besideExit(1, { evidence: '3 Go libres' });
    expect(row(journey, 'P1.3').badge?.word).toBe('refusé');
    journey.act('prerequisites', 'P1.3', 'tickFail', { reason: 'vu aussi' });
    const pass = journey.offer('prerequisites', 'P1.3', 'tickPass');
    expect([pass.reason, pass.tone, pass.consequence]).toEqual([
      'required',
      'warning',
      'La commande a dit le contraire : dites pourquoi il est bon tout de même.',
    ]);
    journey.make(pass, { reason: 'disque ajouté ce soir' });
    expect(row(journey, 'P1.3').badge).toMatchObject({ word: 'admis', tone: 'warning' });
    expect(detail(journey, 'P1.3')[0]).toMatch(/malgré la commande .* disque ajouté ce soir/);
  });
});

describe('an earlier run', () => {
  test('of this very plan, where the plan wants it', () => {
    const journey = rehearsed({ ...rehearsal, environment: 'rehearsal' }, rehearsal);
    expect(detail(journey, 'P1.1')).toEqual([
      'Serait prouvé par une exécution de ce même plan, terminée en staging.',
      'Preuve possible : r-12, Staging, fin le 12/11',
    ]);
    expect(offered(journey, 'P1.1')[0]).toBe('*prove');
    expect(journey.offer('prerequisites', 'P1.1', 'prove').consequence).toBe(
      'r-12, du 12/11, devient sa preuve.',
    );
    journey.act('prerequisites', 'P1.1', 'prove');
    expect(row(journey, 'P1.1')).toMatchObject({
      badge: { word: 'prouvé' },
      right: 'par exécution r-12 du 12/11',
    });
    expect(detail(journey, 'P1.1')).toContain('Preuve : r-12, Staging, fin le 12/11');
    expect(offered(journey, 'P1.1')).not.toContain('prove');
  });

  test('a rollback is proved by a rollback alone, in another environment than the run’s own', () => {
    const own = { ...rollback, environment: 'production' };
    expect(offered(rehearsed(rehearsal, own), 'P1.2')[0]).toBe('*tickPass optional');
    expect(detail(rehearsed(rehearsal, own), 'P1.2')).toEqual([
      'Serait prouvé par un retour arrière de ce même plan, validé dans un autre environnement.',
      "Aucune exécution d'avant ne le prouve.",
    ]);
    const journey = rehearsed(rehearsal, own, rollback);
    expect(journey.offer('prerequisites', 'P1.2', 'prove').evidence).toEqual(rollback);
  });
});

test('what will not be met is waived with a reason, and may still be proved', () => {
  const journey = new LongJourney();
  journey.act('prerequisites', 'P2.1', 'waive', { reason: 'prévenus par téléphone' });
  expect(row(journey, 'P2.1').badge).toMatchObject({ word: 'dérogation', tone: 'warning' });
  expect(detail(journey, 'P2.1')[0]).toBe(
    'Dérogation : prévenus par téléphone (ops@bastion 09:00)',
  );
  expect(journey.page('prerequisites').note.text).toBe('0 sur 4 prouvé, 1 dérogation, 3 à prouver');
  expect(offered(journey, 'P2.1')).toEqual(['*tickPass optional', 'tickFail required']);
  journey.act('prerequisites', 'P2.1', 'tickPass');
  expect(row(journey, 'P2.1').badge?.word).toBe('prouvé');
});

test('in ASCII, and without the helm', () => {
  const journey = new LongJourney();
  journey.more = { ...journey.more, ascii: true };
  expect(row(journey, 'P1.1').text).toBe('Staging valide');
  journey.say({ type: 'helm.released', why: 'detached' });
  expect(journey.offer('prerequisites', 'P1.1', 'waive')).toMatchObject({
    enabled: false,
    why: 'personne ne tient la barre',
  });
});
