import { describe, expect, test } from 'vitest';
import type { FactOf } from '../../machines/entries.ts';
import { LongJourney, longPlan, theDay } from './dossier/long-run.ts';

const remarks = (journey: LongJourney) => journey.view.current!.remarks.map(({ text }) => text);
const first = (journey: LongJourney) => journey.view.choices[0]!;

describe('a stage whose day has not come', () => {
  const early = () => new LongJourney().pass().pass();

  test('says which day it is; its steps wait, and Enter opens it with a reason', () => {
    const journey = early();
    expect(journey.view.current).toMatchObject({
      id: 'J-1.1',
      remarks: [{ text: 'Son jour est le lundi 30 novembre (dans 6 jours).', tone: 'warning' }],
    });
    expect(first(journey)).toMatchObject({
      id: 'openStage',
      about: 'J-1',
      label: 'Ouvrir J-1 en avance',
      reason: 'required',
      primary: true,
      enabled: true,
    });
    expect(journey.choice('confirm')).toMatchObject({
      enabled: false,
      primary: false,
      why: "son jour n'est pas venu (lundi 30 novembre (dans 6 jours))",
    });
    expect(journey.choice('skip').enabled).toBe(false);
    // What moves no step on is no early work.
    expect(journey.choice('note').enabled).toBe(true);
    journey.choose('openStage', { reason: 'équipe absente lundi' });
    expect(remarks(journey)).toEqual([]);
    expect(first(journey)).toMatchObject({ id: 'confirm', primary: true, enabled: true });
  });

  test('opens by itself on its day, in the plan’s zone', () => {
    const journey = early().on('2026-11-29', '22:59');
    expect(remarks(journey)).toEqual(['Son jour est le lundi 30 novembre (demain).']);
    expect(remarks(journey.on('2026-11-29', '23:00'))).toEqual([]);
  });

  test('in English', () => {
    const journey = early();
    journey.more = { ...journey.more, language: 'en' };
    expect(remarks(journey)).toEqual(['Its day is Monday 30 November (in 6 days).']);
    expect(journey.choice('confirm').why).toBe(
      'its day has not come (Monday 30 November (in 6 days))',
    );
  });

  test('in a rehearsal no day is too early', () => {
    const journey = early().with({ schedule: 'relative' });
    expect(remarks(journey)).toEqual([]);
    expect(first(journey)).toMatchObject({ id: 'confirm', enabled: true });
  });
});

describe('prerequisites that are owed', () => {
  const morning = () => new LongJourney().pass().pass().on('2026-11-30', '08:00').pass().pass();

  test('are named, and waived all at once with a reason', () => {
    const journey = morning().on(theDay, '05:00');
    expect(remarks(journey)[0]).toBe(
      'Prérequis manquants : Staging validé, Rollback testé, Espace disque suffisant et 1 autre — P.',
    );
    expect(first(journey)).toMatchObject({
      id: 'waiveAll',
      label: 'Déroger aux 4 prérequis qui manquent',
      consequence:
        'Le jour J pourra commencer sans : Staging validé, Rollback testé, Espace disque suffisant et 1 autre. La raison va au journal ; un par un : page P.',
      reason: 'required',
      word: 'DÉROGER',
      primary: true,
    });
    expect(journey.choice('confirm').why).toMatch(/^des prérequis manquent : Staging validé/);
    // Boxes of the step itself may be ticked meanwhile.
    expect(journey.choice('tickPass').enabled).toBe(true);
    journey.choose('waiveAll', { reason: 'accord du métier' });
    expect(Object.keys(journey.state.context.waived)).toHaveLength(4);
    expect(first(journey).id).toBe('confirm');
  });

  test('are not owed where the environment does without', () => {
    const journey = morning().on(theDay, '05:00').with({ prerequisites: 'optional' });
    expect(first(journey).id).toBe('confirm');
  });

  test('the day comes first: before it nobody asks for them', () => {
    expect(first(morning()).id).toBe('openStage');
  });
});

describe('a second person', () => {
  const plan = () => {
    const made = longPlan();
    made.stages[2]!.phases[0]!.steps[1]!.attributes = { approve: 'Chef de projet' };
    return made;
  };
  const atGate = () => new LongJourney(plan()).waived().on(theDay, '05:00').until('1.2');
  const approval = (more: Partial<FactOf<'approval.given'>> = {}) =>
    ({
      type: 'approval.given',
      step: '1.2',
      role: 'Chef de projet',
      verdict: 'go',
      proof: 'verified',
      person: 'marie',
      uid: 1001,
      round: '0.0',
      givenAt: '2026-12-01T05:24:00.000Z',
      ...more,
    }) as const;

  test('must approve: GO waits, NO-GO does not', () => {
    const journey = atGate();
    expect(remarks(journey)).toEqual([
      "Il faut l'accord de Chef de projet : `bascule approve` depuis son terminal, ou attesté (O).",
    ]);
    expect(journey.choice('go')).toMatchObject({
      enabled: false,
      why: "il faut l'accord de quelqu'un d'autre : Chef de projet",
    });
    expect(journey.choice('noGo').enabled).toBe(true);
  });

  test('verified, by another terminal', () => {
    const journey = atGate().say(approval());
    expect(journey.view.current!.remarks).toEqual([
      { text: 'GO de marie (Chef de projet), identité vérifiée, 06:24', tone: 'good' },
    ]);
    expect(first(journey)).toMatchObject({ id: 'go', enabled: true, primary: true });
  });

  test('attested by the operator: never shown as verified', () => {
    const journey = atGate().at('05:20');
    const attest = first(journey);
    expect(attest).toMatchObject({
      id: 'attest',
      label: "Attester l'accord de Chef de projet",
      text: '',
      reason: 'required',
      primary: true,
      options: [
        { value: 'go', label: 'GO' },
        { value: 'no-go', label: 'NO-GO' },
      ],
    });
    journey.make(attest, { text: 'Marie', option: 'go', reason: 'par téléphone' });
    expect(remarks(journey)).toEqual([
      'GO attesté, dit par Marie (Chef de projet) : par téléphone (non vérifié), 06:20',
    ]);
    expect(journey.choice('go').enabled).toBe(true);
  });

  test('who refuses is read in red, with their note; GO still waits, and Enter attests nothing over it', () => {
    const journey = atGate().say(approval({ verdict: 'no-go', note: 'il manque le DBA' }));
    expect(journey.view.current!.remarks).toEqual([
      expect.objectContaining({ tone: 'warning' }),
      {
        text: 'NO-GO de marie (Chef de projet), identité vérifiée, 06:24 : il manque le DBA',
        tone: 'bad',
      },
    ]);
    expect(first(journey)).toMatchObject({ id: 'attest', enabled: true, primary: false });
    expect(journey.choice('go').enabled).toBe(false);
  });

  test('an approval holds for one look alone', () => {
    const journey = atGate().say(approval()).choose('noGo', { reason: 'doute' });
    expect(first(journey.choose('review')).id).toBe('attest');
  });

  test('is hoped for, and not waited for, where the environment does without', () => {
    const journey = atGate().with({ approvals: 'optional' });
    expect(remarks(journey)).toEqual(['Accord attendu : Chef de projet.']);
    expect(first(journey)).toMatchObject({ id: 'go', enabled: true });
  });

  test('announced before its turn', () => {
    const journey = new LongJourney(plan()).waived().on(theDay, '05:00').until('1.1');
    expect(journey.stepTexts('1.2')).toEqual(['Accord attendu : Chef de projet.']);
  });
});

test('without the helm the way out is closed as well', () => {
  const journey = new LongJourney().pass().pass();
  journey.say({ type: 'helm.released', why: 'detached' });
  expect(first(journey)).toMatchObject({ enabled: false, why: 'personne ne tient la barre' });
});

test('a rollback knows no days', () => {
  const journey = new LongJourney().waived().on(theDay, '05:00').until('2.2');
  journey.choose('rollback', { reason: 'x' }).on('2026-11-20', '05:00');
  expect(remarks(journey)).toEqual([]);
  expect(first(journey)).toMatchObject({ enabled: true });
});
