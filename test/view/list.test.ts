import { expect, test } from 'vitest';
import { stepView } from '../../src/view/step.ts';
import type { ChoiceId } from '../../src/view/types.ts';
import { LongJourney, longPlan } from './dossier/long-run.ts';
import { item } from './fixtures.ts';

const looked = (journey: LongJourney, id: string) => stepView(journey.input, id)!;
const ids = (journey: LongJourney, id: string) =>
  looked(journey, id).choices?.map(choice => `${choice.enabled ? '' : '-'}${choice.id}`);

function choose(journey: LongJourney, step: string, id: ChoiceId, reason = 'vu'): LongJourney {
  const found = looked(journey, step).choices!.find(choice => choice.id === id)!;
  return journey.make(found, { reason });
}

test('any open step of the list under way may be done, whichever is the first', () => {
  const journey = new LongJourney().dayAfter();
  expect(journey.view.current).toMatchObject({ id: 'J+1.1' });
  expect(journey.view.current).not.toHaveProperty('choices');
  expect(looked(journey, 'J+1.3')).toMatchObject({ status: { word: 'à faire' } });
  expect(looked(journey, 'J+1.3').choices).toMatchObject([
    { id: 'confirm', step: 'J+1.3', label: 'J+1.3 est faite', primary: true, enabled: true },
    { id: 'skip', step: 'J+1.3', reason: 'required', word: 'PASSER', enabled: true },
  ]);
  choose(journey, 'J+1.3', 'confirm');
  expect(looked(journey, 'J+1.3').status.word).toBe('faite');
  expect(journey.state.current).toBe('J+1.1');
});

test('a finished one may be done again, alone', () => {
  const journey = new LongJourney().dayAfter();
  choose(choose(journey, 'J+1.3', 'confirm'), 'J+1.2', 'skip');
  expect(looked(journey, 'J+1.2').choices).toMatchObject([
    {
      id: 'redo',
      label: 'Refaire J+1.2',
      consequence: 'Elle seule est à refaire ; les autres restent comme elles sont.',
      reason: 'required',
      enabled: true,
    },
  ]);
  choose(journey, 'J+1.2', 'redo');
  expect(['J+1.2', 'J+1.3'].map(step => looked(journey, step).status.word)).toEqual([
    'à faire',
    'faite',
  ]);
});

test('its boxes are ticked from there, and an open one asks why', () => {
  const plan = longPlan();
  plan.stages[3]!.phases[0]!.steps[1]!.items = [item('J+1.2/1', 'Enquête'), item('J+1.2/2')];
  const journey = new LongJourney(plan).dayAfter();
  expect(ids(journey, 'J+1.2')).toEqual(['confirm', 'skip', 'tickPass', 'tickFail']);
  const tick = looked(journey, 'J+1.2').choices!.find(({ id }) => id === 'tickPass')!;
  journey.make(tick, { item: 'J+1.2/1' });
  expect(looked(journey, 'J+1.2').boxes.map(({ mark }) => mark)).toEqual(['pass', 'open']);
  expect(looked(journey, 'J+1.2').choices![0]).toMatchObject({ id: 'confirm', reason: 'required' });
});

test('steps of other days, and of phases with an order, have no choices of their own', () => {
  const journey = new LongJourney().dayAfter();
  expect(ids(journey, 'J+7.2')).toBe(undefined);
  expect(ids(journey, '2.2')).toBe(undefined);
  expect(ids(new LongJourney(), 'J-7.2')).toBe(undefined);
});

test('a list whose day has not come waits as a whole', () => {
  const journey = new LongJourney().dayAfter().pass().pass().pass();
  expect(ids(journey, 'J+7.2')).toEqual(['openStage', '-confirm', '-skip']);
  choose(journey, 'J+7.2', 'openStage');
  expect(ids(journey, 'J+7.2')).toEqual(['confirm', 'skip']);
});

test('who only observes is offered nothing', () => {
  const journey = new LongJourney().dayAfter();
  journey.more = { ...journey.more, observer: true };
  expect(ids(journey, 'J+1.2')).toBe(undefined);
});
