import { expect, test } from 'vitest';
import type { HelmHolder } from '../../../machines/entries.ts';
import { smallPlan } from '../fixtures.ts';
import { Journey, winterMorning } from '../journey.ts';

const holder = (operator: string): HelmHolder => ({
  operator,
  host: 'bastion',
  pid: 2,
  terminal: '',
});

/** `ops` hands the helm over with two lines, and lets it go. */
const handed = (why: 'handed-over' | 'crashed' = 'handed-over') =>
  new Journey(smallPlan(), winterMorning)
    .at('05:10')
    .say({ type: 'helm.handed', to: 'Léa', summary: 'Tout va bien.\nRien ne tourne.' })
    .say({ type: 'helm.released', why });

const read = (journey: Journey) => journey.view.away.map(({ time, text }) => `${time} ${text}`);

test('a colleague who takes the helm first reads who hands it over, and the summary', () => {
  const journey = handed()
    .at('05:12')
    .say({ type: 'helm.taken', helm: holder('lea') });
  expect(read(journey)).toEqual([
    '06:10:00 ops@bastion vous passe la barre.',
    ' Tout va bien.',
    ' Rien ne tourne.',
    ' Vous attend maintenant : J-1.1 Briefing équipe (à faire).',
  ]);
  journey.more = { language: 'en' };
  expect(read(journey)[0]).toBe('06:10:00 ops@bastion hands you the helm.');
});

test('even when the release was lost with the cockpit', () => {
  const journey = handed('crashed').say({ type: 'helm.taken', helm: holder('lea') });
  expect(read(journey)[0]).toContain('ops@bastion vous passe la barre.');
});

test('what ended meanwhile comes after it; the lines keep their own numbers', () => {
  const journey = handed().say({ type: 'helm.taken', helm: holder('lea') });
  journey.more = { away: [{ job: '?', step: '2.2', status: 'running' }] };
  expect(read(journey)[3]).toBe(' 2.2 Exécution migration réelle tourne toujours.');
  expect(journey.view.away.map(({ seq }) => seq)).toEqual([0, 1, 2, 3, 4]);
});

test('its author does not hand it over to himself', () => {
  expect(read(handed())).toEqual([]);
  const crashed = handed('crashed').say({ type: 'helm.taken', helm: holder('ops') });
  expect(read(crashed)).toEqual([]);
  const back = handed().say({ type: 'helm.taken', helm: holder('ops') });
  expect(read(back)[0]).toBe('06:10:00 Vous aviez passé la barre à Léa.');
});

test('before it is let go nobody reads it as if it came from somebody else', () => {
  const journey = new Journey(smallPlan(), winterMorning);
  journey.say({ type: 'helm.handed', to: 'Léa', summary: 'Tout va bien.' });
  expect(read(journey)).toEqual([]);
});

test('it is read once: not by whoever takes the helm later', () => {
  const journey = handed().say({ type: 'helm.taken', helm: holder('lea') });
  journey.say({ type: 'helm.released', why: 'detached' });
  journey.say({ type: 'helm.taken', helm: holder('lea') });
  expect(read(journey)).toEqual([]);
});

test('who only watches is handed nothing', () => {
  const journey = handed().say({ type: 'helm.taken', helm: holder('lea') });
  journey.more = { observer: true };
  expect(read(journey)).toEqual([]);
});
