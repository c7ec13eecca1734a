import { describe, expect, test } from 'vitest';
import { createPlayback } from '../../../src/cli/recorded/playback.ts';
import { createFold } from '../../../src/journal/fold.ts';
import { createPlayer } from '../../../src/sources/player.ts';
import { viewing } from '../../sources/viewing.ts';
import { onTheDay, twoDays } from '../../view/playback/two-days.ts';

/** The two days in a player: GO the evening before, GO, a failure at 06:45, the rollback, its validation. */
function opened() {
  const { input, plan, entries } = twoDays();
  const clock = viewing();
  const player = createPlayer({
    fold: createFold(plan),
    entries,
    hashOf: () => null,
    outputs: {
      size: async () => 0,
      read: async () => Buffer.alloc(0),
      seen: async () => null,
      remark: () => null,
    },
    speed: 60,
    clock,
  });
  const playback = createPlayback(player, state => ({ ...input, state, now: player.at() }));
  return { player, playback, clock };
}

const minute = 60_000;

describe('while the run is not folded yet', () => {
  test('it is drawn without its moments, which come a little later', () => {
    const { playback, clock } = opened();
    const before = playback.view();
    expect(before).toMatchObject({ moments: [], marks: [], passed: -1, clock: 'J-1 09:00:00' });
    expect(before.spans.map(({ label }) => label)).toHaveLength(4);
    clock.watch(1000);
    expect(playback.view().moments).toHaveLength(5);
  });

  test('one can go to a moment all the same', () => {
    const { playback, player } = opened();
    expect(playback.jump('failure', 1)).toBe(true);
    expect(player.at()).toBe(onTheDay('06:45:00'));
  });
});

describe('going to moments', () => {
  test('of one kind, forth and back, until there is none', () => {
    const { playback, player } = opened();
    const goes = (by: 1 | -1) => [playback.jump('checkpoint', by), playback.view().clock];
    expect(goes(1)).toEqual([true, 'J-1 17:00:00']);
    expect(goes(1)).toEqual([true, 'Jour J 06:26:00']);
    expect(goes(1)).toEqual([true, 'Jour J 07:20:00']);
    expect(goes(1)).toEqual([false, 'Jour J 07:20:00']);
    expect(goes(-1)).toEqual([true, 'Jour J 06:26:00']);
    player.seek(onTheDay('06:00:00'));
    expect(goes(-1)).toEqual([true, 'J-1 17:00:00']);
    expect(goes(-1)).toEqual([false, 'J-1 17:00:00']);
  });

  test('of any kind, one after the other', () => {
    const { playback } = opened();
    const passed: number[] = [];
    while (playback.jump('any', 1)) passed.push(playback.view().passed);
    expect(passed).toEqual([0, 1, 2, 3, 4]);
    expect(playback.jump('delay', -1)).toBe(false);
  });

  test('pauses there: one goes there to look', () => {
    const { playback, player, clock } = opened();
    playback.toggle();
    playback.jump('failure', 1);
    expect(player.playing()).toBe(false);
    clock.watch(5000);
    expect(player.at()).toBe(onTheDay('06:45:00'));
    expect(player.state().statusOf('2.2')).toBe('failed');
  });

  test('back, while it plays, is not to the moment that was passed just now', () => {
    const { playback, player, clock } = opened();
    player.seek(onTheDay('06:45:00'));
    playback.toggle();
    clock.watch(500);
    playback.jump('any', -1);
    expect(playback.view().clock).toBe('Jour J 06:26:00');
  });
});

describe('skipping and seeking', () => {
  test('a skip goes over idle time', () => {
    const { playback, player } = opened();
    player.seek(Date.parse('2026-11-30T17:00:00+01:00'));
    playback.skip(3 * minute);
    // The night counts two minutes, and so do the six until the next entry.
    expect(player.at()).toBe(onTheDay('06:23:00'));
    playback.skip(-3 * minute);
    expect(playback.view().clock).toBe('J-1 17:00:00');
  });

  test('what is typed leads there, or says why not and leads nowhere', () => {
    const { playback } = opened();
    expect(playback.seekTo('06:48')).toBeNull();
    expect(playback.view().clock).toBe('Jour J 06:48:00');
    expect(playback.seekTo('+1m')).toBeNull();
    expect(playback.view().clock).toBe('Jour J 06:49:00');
    expect(playback.seekTo('100%')).toBeNull();
    expect(playback.view()).toMatchObject({ ratio: 1, clock: 'Jour J 07:20:00' });
    expect(playback.seekTo('08:00')).toMatch(/hors de l'exécution/);
    expect(playback.seekTo('nulle part')).toMatch(/ni une heure ni un écart/);
    expect(playback.view().clock).toBe('Jour J 07:20:00');
  });

  test('the speed and the pause are told', () => {
    const { playback, clock } = opened();
    playback.pace(1);
    playback.toggle();
    expect(playback.view()).toMatchObject({ playing: true, speed: '×120' });
    expect(playback.view().idle).toBe('rien pendant 8 h');
    clock.watch(100_000);
    expect(playback.view()).toMatchObject({ playing: false, idle: '', ratio: 1 });
  });
});
