import { expect, test } from 'vitest';
import { occasionsOf } from '../../../src/view/messages/occasions.ts';
import { planOf, smallPlan, stage } from '../fixtures.ts';
import { Journey } from '../journey.ts';
import { message, sceneAt, send, toldJourney, toldPlan } from './told-plan.ts';

/** `before due 00:00Z`. */
const shown = (journey: Journey) =>
  occasionsOf(sceneAt(journey)).map(
    ({ occasion, due, missed }) => `${occasion} ${due}${missed ? ' missed' : ''}`,
  );

const dueAt = (journey: Journey, name: string) => {
  const at = occasionsOf(sceneAt(journey)).find(({ occasion }) => occasion === name)?.dueAt;
  return typeof at === 'number' ? new Date(at).toISOString() : at;
};

const eight = (date: string) => `${date}T07:00:00.000Z`;
const inDecember = '2026-12-01';

test('a message with a day is owed from that day on, late as well, until the maintenance is over', () => {
  const early = toldJourney(toldPlan(), eight('2026-11-23'), inDecember);
  expect(shown(early)).toEqual(['before later', 'after later']);
  expect(dueAt(early, 'before')).toBe('2026-11-23T23:00:00.000Z');
  const onTheDay = toldJourney(toldPlan(), eight('2026-11-24'), inDecember);
  expect(shown(onTheDay)).toEqual(['before due', 'after later']);
  const journey = toldJourney();
  expect(shown(journey)[0]).toBe('before due');
  journey.until('J+1.1');
  expect(shown(journey)[0]).toBe('before later missed');
});

test('nothing is announced any more once the rollback is decided', () => {
  const journey = toldJourney().until('2.2').choose('rollback', { reason: 'perte' });
  expect(shown(journey)).toEqual(['before later missed', 'after later']);
});

test('it may leave before its day', () => {
  const journey = toldJourney(toldPlan(), eight('2026-11-20'), inDecember);
  journey.say({ type: 'message.told', message: 'before', how: 'par courriel' });
  expect(shown(journey)[0]).toBe('before done');
});

test('a message of the checkpoints has one occasion for each that was decided', () => {
  const journey = toldJourney().at('05:30').until('2.3');
  expect(shown(journey)).toEqual(['before due', 'after later']);
  journey.at('06:50').choose('noGo', { reason: 'écart' });
  expect(shown(journey)[1]).toBe('during@2.3 due');
  expect(dueAt(journey, 'during@2.3')).toBe('2026-12-01T06:50:00.000Z');
  expect(occasionsOf(sceneAt(journey))[1]).toMatchObject({ step: '2.3' });
});

test('once the maintenance is over a checkpoint is no news, and its message no debt', () => {
  const journey = toldJourney().until('2.3').choose('go', { reason: 'vu' });
  expect(shown(journey)).toContain('during@2.3 due');
  journey.until('J+1.1');
  expect(shown(journey)).toContain('during@2.3 later missed');
});

test('gates decide without a message of their own', () => {
  expect(shown(toldJourney().until('1.3'))).toEqual(['before due', 'after later']);
});

test('what told of a NO-GO does not tell of the GO that follows', () => {
  const journey = toldJourney().at('05:30').until('2.3').choose('noGo', { reason: 'écart' });
  journey.at('05:31').say({ type: 'message.told', message: 'during@2.3', how: 'de vive voix' });
  expect(shown(journey)[1]).toBe('during@2.3 done');
  journey.at('05:40').choose('review');
  expect(shown(journey)[1]).toBe('during@2.3 done');
  journey.at('05:41').choose('go', { reason: 'corrigé' });
  expect(shown(journey)[1]).toBe('during@2.3 due');
});

test('what is leaving, was refused, or may have left, is not done; what left is', () => {
  const plan = toldPlan({ messages: [message('partenaires', 'Partenaires', { body: 'Bonjour' })] });
  const journey = toldJourney(plan);
  const first = send(journey, 'partenaires');
  expect(shown(journey)).toEqual(['partenaires due']);
  journey.say({ type: 'message.failed', delivery: first, why: 'timeout', detail: '' });
  expect(shown(journey)).toEqual(['partenaires due']);
  const second = send(journey, 'partenaires');
  journey.say({ type: 'message.doubted', delivery: second, why: 'lost', detail: '' });
  expect(shown(journey)).toEqual(['partenaires due']);
  const third = send(journey, 'partenaires');
  journey.say({ type: 'message.sent', delivery: third, detail: '250' });
  expect(shown(journey)).toEqual(['partenaires done']);
});

test('the end is announced once the window is closed, and again after a rollback that came later', () => {
  const journey = toldJourney().until('2.4');
  journey.say({ type: 'message.told', message: 'after', how: 'trop tôt' });
  expect(shown(journey).at(-1)).toBe('after later');
  journey.at('07:00').pass();
  expect(shown(journey).at(-1)).toBe('after due');
  journey.say({ type: 'message.told', message: 'after', how: 'par courriel' });
  expect(shown(journey).at(-1)).toBe('after done');
  journey.at('07:10').choose('rollback', { reason: 'perte' }).pass().pass().pass();
  expect(shown(journey).at(-1)).toBe('after done');
  journey.at('07:30').choose('validate', { reason: 'vu' });
  expect(shown(journey).at(-1)).toBe('after due');
});

test('a run that was given up owes its end too', () => {
  const journey = toldJourney().at('05:30').until('2.2').choose('abort', { reason: 'panne' });
  expect(shown(journey).at(-1)).toBe('after due');
});

test('where the plan has no window, the end is that of the day', () => {
  const plan = toldPlan();
  for (const phase of plan.stages[1]!.phases) {
    phase.steps = phase.steps.filter(({ kind }) => kind !== 'milestone');
  }
  const journey = toldJourney(plan).until('2.3');
  expect(shown(journey).at(-1)).toBe('after later');
  expect(shown(journey.at('07:00').pass()).at(-1)).toBe('after due');
});

test('during the maintenance: as long as the window is open', () => {
  const plan = smallPlan({ messages: [message('during', 'Pendant')] });
  const journey = toldJourney(plan).until('1.3');
  expect(shown(journey)).toEqual(['during later']);
  expect(shown(journey.at('05:30').pass())).toEqual(['during due']);
  expect(dueAt(journey, 'during')).toBe('2026-12-01T05:30:00.000Z');
  expect(shown(journey.until('J+1.1'))).toEqual(['during later missed']);
});

test('any other message is owed from J on', () => {
  const plan = smallPlan({ messages: [message('partenaires', 'Partenaires')] });
  expect(shown(toldJourney(plan, eight('2026-11-30'), inDecember))).toEqual(['partenaires later']);
  expect(shown(toldJourney(plan, eight(inDecember)))).toEqual(['partenaires due']);
});

test('a message of after that names a day waits for that day as well', () => {
  const plan = smallPlan({ messages: [message('after', 'Après (J+7)', { offsetDays: 7 })] });
  const journey = toldJourney(plan).until('J+1.1').at('08:00');
  expect(shown(journey)).toEqual(['after later']);
  journey.now = Date.parse(eight('2026-12-08'));
  expect(shown(journey)).toEqual(['after due']);
});

test('a plan without messages has none', () => {
  expect(
    occasionsOf(sceneAt(new Journey(planOf([stage('J', 0, '', [])]), eight(inDecember)))),
  ).toEqual([]);
});
