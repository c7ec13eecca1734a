import { describe, expect, test } from 'vitest';
import { stepView } from '../../src/view/step.ts';
import { LongJourney, longPlan } from './dossier/long-run.ts';

function allDone(): LongJourney {
  const journey = new LongJourney().dayAfter().on('2026-12-08', '08:00');
  for (const step of ['J+1.1', 'J+1.2', 'J+1.3', 'J+7.1', 'J+7.2']) {
    journey.say({ type: 'step.confirmed', step });
  }
  return journey;
}

const offered = (journey: LongJourney) =>
  journey.view.choices.map(({ id, enabled }) => `${enabled ? '' : '-'}${id}`);

describe('once every step is done', () => {
  test('the final checklist is in front', () => {
    const journey = allDone();
    expect(journey.view.header.status.word).toBe('À CLORE');
    expect(journey.view.current).toMatchObject({
      id: 'closing',
      kind: 'closing',
      title: 'Liste finale',
      status: { word: 'décision' },
      boxes: [{ id: 'L.1', title: 'Prérequis validés', mark: 'open' }, { id: 'L.2' }],
      remarks: [{ text: '2 points encore à vérifier.' }],
    });
    expect(journey.view.next).toEqual([]);
    expect(journey.row('step:closing')).toMatchObject({ current: true, note: '0/2' });
  });

  test('closing takes a word, and a reason while boxes are not green', () => {
    const journey = allDone();
    expect(offered(journey).slice(0, 3)).toEqual(['close', 'tickPass', 'tickFail']);
    expect(journey.choice('close')).toMatchObject({
      label: "Clore l'exécution",
      word: 'CLORE',
      reason: 'required',
      primary: true,
      consequence: '2 cases ne sont pas vertes : dites pourquoi.',
    });
    journey.choose('tickPass', { item: 'L.1' });
    expect(journey.choice('close').consequence).toBe("1 case n'est pas verte : dites pourquoi.");
    journey.choose('tickPass', { item: 'L.2' });
    expect(journey.choice('close')).toMatchObject({ reason: 'none', tone: 'good' });
    expect(journey.row('step:closing').note).toBe('2/2');
    journey.choose('close');
    expect(journey.state.status).toBe('completed');
    expect(journey.view.ending?.lines[0]).toBe('Le plan est allé à son terme.');
    expect(journey.view.current).toBe(null);
    expect(journey.row('step:closing').status.word).toBe('finie');
  });

  test('a failed box takes Enter away from closing', () => {
    const journey = allDone().choose('tickFail', { item: 'L.1', reason: 'oublié' });
    expect(journey.choice('close')).toMatchObject({ primary: false, enabled: true });
    expect(journey.view.current!.remarks[0]).toEqual({ text: '1 point en échec.', tone: 'bad' });
  });

  test('closed all the same, it says so at the end', () => {
    const journey = allDone().choose('tickFail', { item: 'L.1', reason: 'oublié' });
    journey.choose('close', { reason: 'rattrapé au bilan' });
    expect(journey.view.ending?.lines).toContain(
      'Clos quand même (1 point en échec, 1 ouvert) : rattrapé au bilan.',
    );
  });

  test('in English', () => {
    const journey = allDone();
    journey.more = { ...journey.more, language: 'en' };
    expect(journey.view.current).toMatchObject({
      title: 'Final checklist',
      place: 'End of the run',
    });
    expect(journey.choice('close').word).toBe('CLOSE');
    journey.choose('close', { reason: 'later' });
    expect(journey.view.ending?.lines).toContain('Closed all the same (2 open): later.');
  });
});

describe('before', () => {
  test('it is the last thing to come, and can be read', () => {
    const journey = new LongJourney().dayAfter();
    expect(journey.view.next.at(-1)).toMatchObject({ title: 'Liste finale', who: 'décision' });
    expect(journey.row('step:closing')).toMatchObject({
      current: false,
      status: { word: 'à venir' },
    });
    expect(stepView(journey.input, 'closing')).toMatchObject({ kind: 'closing' });
    expect(new LongJourney().view.next.at(-1)?.title).not.toBe('Liste finale');
  });

  test('a plan without one ends with its last step', () => {
    const journey = new LongJourney(longPlan({ checklist: [] })).dayAfter();
    expect(journey.view.tree.some(row => row.key === 'step:closing')).toBe(false);
    expect(stepView(journey.input, 'closing')).toBe(null);
    expect(journey.view.next.at(-1)?.title).toBe("J+7.2 Analyse de l'adoption");
  });

  test('a rollback has its own validation instead', () => {
    const journey = new LongJourney().waived().on('2026-12-01', '05:00').until('2.2');
    journey.choose('rollback', { reason: 'x' });
    expect(journey.view.tree.some(row => row.key === 'step:closing')).toBe(false);
    expect(journey.view.next.at(-1)?.title).toBe('Validation du retour arrière');
  });
});
