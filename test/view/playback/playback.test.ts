import { describe, expect, test } from 'vitest';
import { instantsOf } from '../../../src/journal/instants.ts';
import { playbackView, type Standing } from '../../../src/view/playback/playback.ts';
import { recordingOf } from '../../../src/view/playback/recording.ts';
import { smallPlan } from '../fixtures.ts';
import { Journey, winterMorning } from '../journey.ts';
import { onTheDay, recordedDays } from './two-days.ts';

const paused = (at: number): Standing => ({ at, playing: false, speed: 60, idle: null });
const days = recordedDays();
const view = (at: number) => playbackView(days, paused(at));

describe('the clock', () => {
  test('says the day too, where the run spans several', () => {
    expect(view(days.begin)).toMatchObject({ clock: 'J-1 09:00:00', end: 'Jour J 07:20:00' });
    const english = playbackView(recordedDays('en'), paused(days.end));
    expect(english).toMatchObject({ clock: 'D-day 07:20:00', end: 'D-day 07:20:00' });
  });

  test('says the time alone within one day', () => {
    const { input } = new Journey(smallPlan(), winterMorning).at('05:10').pass();
    const recording = recordingOf(input, instantsOf(input.entries), []);
    expect(playbackView(recording, paused(recording.begin))).toMatchObject({
      clock: '06:00:00',
      end: '06:10:00',
    });
  });
});

describe('the scrubber', () => {
  test('stages and phases as they were lived, without gaps; the rollback from its decision on', () => {
    const { spans } = view(days.begin);
    expect(spans.map(({ label }) => label)).toEqual([
      'J-1',
      '1 Préparation',
      '2 Migration des données',
      'Retour arrière',
    ]);
    expect(spans[0]!.from).toBe(0);
    expect(spans.at(-1)!.to).toBe(1);
    for (const [at, span] of spans.entries()) {
      expect(span.to).toBeGreaterThan(span.from);
      if (at > 0) expect(span.from).toBe(spans[at - 1]!.to);
    }
    expect(spans.at(-1)!.from).toBe(days.axis.toRatio(onTheDay('06:50:00')));
  });

  test.each([
    ['2026-11-30T12:00:00+01:00', 'J-1'],
    ['2026-12-01T06:25:00+01:00', '1 Préparation'],
    ['2026-12-01T06:38:00+01:00', '2 Migration des données'],
    ['2026-12-01T06:50:00+01:00', 'Retour arrière'],
    ['2026-12-01T07:20:00+01:00', 'Retour arrière'],
  ])('at %s it is in %s', (at, label) => {
    const current = view(Date.parse(at)).spans.filter(span => span.current);
    expect(current.map(span => span.label)).toEqual([label]);
  });

  test('a phase that one goes back to is there again', () => {
    const journey = new Journey(smallPlan(), winterMorning).until('1.1').at('05:10');
    journey.pass().pass().at('05:20').pass().at('05:30').start('2.1');
    const early = { ...journey.entries.at(-1)!, type: 'step.reopened', step: '1.1', reason: 'x' };
    const entries = [
      ...journey.entries,
      { ...early, seq: journey.entries.length },
    ] as typeof journey.entries;
    const recording = recordingOf({ ...journey.input, entries }, instantsOf(entries), []);
    expect(recording.spans.map(({ label }) => label).slice(-2)).toEqual([
      '1 Préparation',
      '2 Migration des données',
    ]);
  });

  test('moments stand on it where they happened, and those that were passed are told', () => {
    const { marks, moments } = view(days.begin);
    expect(moments.map(({ kind }) => kind)).toEqual([
      'checkpoint',
      'checkpoint',
      'failure',
      'decision',
      'checkpoint',
    ]);
    expect(marks.map(({ at }) => at)).toEqual(moments.map(({ at }) => days.axis.toRatio(at)));
    expect(marks[2]!.badge).toEqual(moments[2]!.badge);
    const passed = moments.map(({ at }) => [view(at - 1).passed, view(at).passed]);
    expect(passed).toEqual([0, 1, 2, 3, 4].map(at => [at - 1, at]));
  });

  test('nothing is passed before the first moment', () => {
    expect(view(days.begin).passed).toBe(-1);
  });
});

describe('how it plays', () => {
  test.each([
    ['fr', '×60', 'rien pendant 13 h 20'],
    ['en', '×60', 'nothing for 13 h 20'],
  ] as const)('in %s: the speed, and how long nothing happens', (language, speed, idle) => {
    const standing = { at: days.begin, playing: true, speed: 60, idle: 800 * 60_000 };
    const shown = playbackView(recordedDays(language), standing);
    expect(shown).toMatchObject({ playing: true, speed, idle, ratio: 0 });
  });

  test('nothing is said where something happens', () => {
    expect(view(days.end)).toMatchObject({ playing: false, idle: '', ratio: 1 });
  });
});
