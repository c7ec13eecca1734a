import { expect, test } from 'vitest';
import { heardNote, managementHeard } from '../../../src/view/messages/heard.ts';
import { smallPlan } from '../fixtures.ts';
import { after, before, sceneAt, toldJourney, toldPlan } from './told-plan.ts';

/** The window is open since 06:30, the checkpoint was decided at 06:50. */
const decided = () =>
  toldJourney().at('05:30').until('2.3').at('05:50').choose('go', { reason: 'vu' });

test('since management last heard, by a channel or by what the operator says', () => {
  const journey = decided();
  expect(managementHeard(sceneAt(journey))).toBeNull();
  journey.say({ type: 'message.told', message: 'during@2.3', how: 'par téléphone' });
  expect(managementHeard(sceneAt(journey))).toEqual({ at: journey.now, ago: 'à l’instant' });
  const since = journey.now;
  journey.at('06:32');
  expect(managementHeard(sceneAt(journey))).toEqual({ at: since, ago: 'il y a 42 min' });
  journey.more = { ...journey.more, language: 'en' };
  expect(managementHeard(sceneAt(journey))?.ago).toBe('42 min ago');
});

test('what failed was not heard, nor what went to others', () => {
  const journey = decided();
  journey.say({
    type: 'message.queued',
    message: 'during@2.3',
    delivery: 'd1',
    channel: 'Slack',
    subject: 's',
    body: 'b',
  });
  journey.say({ type: 'message.failed', delivery: 'd1', why: 'timeout', detail: '' });
  journey.say({ type: 'message.told', message: 'before', how: 'par courriel' });
  expect(managementHeard(sceneAt(journey))).toBeNull();
});

test('half an hour of outage without a word is a warning', () => {
  const journey = decided().at('05:59');
  expect(heardNote(sceneAt(journey))).toEqual({
    text: 'management pas encore informé',
    tone: 'muted',
  });
  journey.at('06:00');
  expect(heardNote(sceneAt(journey))?.tone).toBe('warning');
  journey.say({ type: 'message.told', message: 'during@2.3', how: 'par téléphone' });
  expect(heardNote(sceneAt(journey))).toEqual({
    text: 'management informé à l’instant',
    tone: 'muted',
  });
  journey.at('06:29');
  expect(heardNote(sceneAt(journey))).toEqual({
    text: 'management informé il y a 29 min',
    tone: 'muted',
  });
  journey.at('06:42');
  expect(heardNote(sceneAt(journey))).toEqual({
    text: 'management informé il y a 42 min',
    tone: 'warning',
  });
  journey.more = { ...journey.more, language: 'en' };
  expect(heardNote(sceneAt(journey))?.text).toBe('management heard 42 min ago');
});

test('out of the window nobody waits for news; on another day nothing is said', () => {
  const morning = toldJourney().at('05:20');
  expect(heardNote(sceneAt(morning))?.tone).toBe('muted');
  const closed = toldJourney().until('J+1.1').at('11:00');
  expect(heardNote(sceneAt(closed))?.tone).toBe('muted');
  const eve = toldJourney(toldPlan(), '2026-11-30T08:00:00.000Z', '2026-12-01');
  expect(heardNote(sceneAt(eve))).toBeNull();
  expect(managementHeard(sceneAt(eve))).toBeNull();
});

test('a window still open after midnight is still the day', () => {
  const journey = decided();
  journey.now = Date.parse('2026-12-02T00:10:00.000Z');
  expect(heardNote(sceneAt(journey))?.tone).toBe('warning');
});

test('a plan that writes to nobody of the management says nothing', () => {
  const journey = toldJourney(smallPlan({ messages: [before, after] }));
  expect(heardNote(sceneAt(journey))).toBeNull();
  expect(managementHeard(sceneAt(journey))).toBeNull();
});

test('while the service is down it stands among the deadlines, and nowhere before or after', () => {
  expect(toldJourney().at('04:00').view.deadlines).not.toMatch(/management/);
  const journey = decided();
  expect(journey.view.deadlines).toMatch(/ · management pas encore informé$/);
  journey.say({ type: 'message.told', message: 'during@2.3', how: 'par téléphone' });
  expect(journey.at('06:32').view.deadlines).toMatch(/ · management informé il y a 42 min$/);
  journey.choose('reach');
  expect(journey.view.deadlines).not.toMatch(/management/);
});
