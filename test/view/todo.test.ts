import { expect, test } from 'vitest';
import { noHistory } from '../../src/view/history.ts';
import { LongJourney, theDay } from './dossier/long-run.ts';

const todo = (journey: LongJourney) => journey.view.todo;

test('late steps, messages to send and prerequisites, as urgent as the most urgent', () => {
  const journey = new LongJourney().on('2026-11-28', '08:00');
  expect(todo(journey)).toEqual({
    text: '2 en retard · 1 message à envoyer · 4 prérequis · i',
    tone: 'warning',
  });
  journey.more = { ...journey.more, language: 'en', ascii: true };
  expect(todo(journey)?.text).toBe('2 late - 1 message to send - 4 prerequisites - i');
});

test('prerequisites press from the eve on', () => {
  const journey = new LongJourney().say({ type: 'message.told', message: 'before', how: 'SMS' });
  expect(todo(journey)).toEqual({ text: '4 prérequis · i', tone: 'normal' });
  journey.pass().pass().on('2026-11-30', '08:00');
  expect(todo(journey)).toEqual({ text: '4 prérequis · i', tone: 'warning' });
});

test('on the day only messages, and what comes from before it', () => {
  const journey = new LongJourney().waived().on(theDay, '05:00').until('1.1');
  expect(todo(journey)).toEqual({ text: '1 message à envoyer · i', tone: 'warning' });
  journey.say({ type: 'message.told', message: 'before', how: 'SMS' });
  expect(todo(journey)).toBe(null);
  // Past midnight the day is not late.
  expect(todo(journey.pass().on('2026-12-02', '03:00'))).toBe(null);
});

test('on the day the step itself says which prerequisites it lacks', () => {
  const journey = new LongJourney().pass().pass().on('2026-11-30', '08:00').pass().pass();
  journey.say({ type: 'message.told', message: 'before', how: 'SMS' }).on(theDay, '05:00');
  expect(journey.choice('waiveAll').enabled).toBe(true);
  expect(todo(journey)).toBe(null);
});

test('a day whose turn comes before its date still owes its prerequisites', () => {
  const journey = new LongJourney().pass().pass().on('2026-11-30', '08:00').pass().pass();
  journey.say({ type: 'message.told', message: 'before', how: 'SMS' });
  expect(journey.view.current?.id).toBe('1.1');
  expect(todo(journey)).toEqual({ text: '4 prérequis · i', tone: 'bad' });
});

test('after the day, what is to be looked at and measured', () => {
  const journey = new LongJourney().dayAfter();
  expect(todo(journey)?.text).toBe('1 point à surveiller · 3 mesures à prendre · i');
  journey.act('agenda', 'watch:W.1', 'looked', { option: 'pass' });
  expect(todo(journey)?.text).toBe('3 mesures à prendre · i');
});

test('nothing waits once the run ended, and in a rehearsal nothing is late', () => {
  const journey = new LongJourney().with({ schedule: 'relative', prerequisites: 'optional' });
  journey.more = { ...journey.more, history: noHistory };
  expect(todo(journey.on('2026-12-24', '08:00'))?.text).toBe('1 message à envoyer · i');
  journey.say({ type: 'message.told', message: 'before', how: 'SMS' });
  expect(todo(journey.choose('abort', { reason: 'x' }))).toBe(null);
});
