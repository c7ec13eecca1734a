import { describe, expect, it, test } from 'vitest';
import { createFold } from '../../src/journal/fold.ts';
import { begin, migration, minute, played } from './recorded.ts';

/** Minutes since the beginning, for a run in a player. */
const minutes = ({ player }: { player: { at(): number } }) => (player.at() - begin) / minute;

/** Output that came every half minute from the start of the migration to its end. */
const steady = {
  text: 'x'.repeat(210),
  seen: Array.from({ length: 21 }, (_, at) => [10 + at / 2, at * 10] as const),
};

describe('playing', () => {
  it('begins paused, at the first entry', async () => {
    const run = await played();
    expect(run.player.playing()).toBe(false);
    expect(minutes(run)).toBe(0);
    run.clock.watch(60_000);
    expect(minutes(run)).toBe(0);
  });

  it('goes on at its speed where something happens', async () => {
    const run = await played(migration(), steady);
    run.player.seek(begin + 10 * minute);
    run.player.toggle();
    run.clock.watch(1000);
    expect(minutes(run)).toBe(11);
    run.player.pace(1);
    expect(run.player.speed()).toBe(120);
    run.clock.watch(1000);
    expect(minutes(run)).toBe(13);
    run.player.toggle();
    run.clock.watch(5000);
    expect(minutes(run)).toBe(13);
  });

  it('runs through what is long and empty in two seconds, and says how long it is', async () => {
    const run = await played(migration(), steady);
    run.player.toggle();
    expect(run.player.idle()).toBe(10 * minute);
    run.clock.watch(1000);
    expect(minutes(run)).toBe(5);
    run.clock.watch(1000);
    expect(minutes(run)).toBe(10);
    expect(run.player.idle()).toBeNull();
    run.clock.watch(1000);
    expect(minutes(run)).toBe(11);
  });

  it('says of no stretch that it is idle while paused, nor at a speed at which it is short', async () => {
    const run = await played(migration(), steady);
    expect(run.player.idle()).toBeNull();
    run.player.toggle();
    for (let speed = 60; speed < 600; speed = run.player.speed()) run.player.pace(1);
    run.player.seek(begin + 11 * minute);
    expect(run.player.idle()).toBeNull();
  });

  it('stops at the end, and plays from the beginning from there', async () => {
    const run = await played();
    run.player.seek(begin + 29 * minute);
    run.player.toggle();
    run.clock.watch(2001);
    expect([minutes(run), run.player.playing()]).toEqual([30, false]);
    run.player.toggle();
    expect([minutes(run), run.player.playing()]).toEqual([0, true]);
  });

  it('goes where it is told within the run, and on from there', async () => {
    const run = await played(migration(), steady);
    run.player.toggle();
    run.player.seek(begin + 15 * minute);
    run.clock.watch(500);
    expect(minutes(run)).toBe(15.5);
    run.player.seek(begin - minute);
    expect(minutes(run)).toBe(0);
    run.player.seek(begin + 90 * minute);
    expect([minutes(run), run.player.playing()]).toEqual([30, false]);
  });

  test.each([
    [60, [1, 120], [-1, 30]],
    [600, [1, 600], [-1, 300]],
    [1, [1, 2], [-1, 1]],
    [45, [1, 60], [-1, 30]],
  ] as const)('from ×%d, faster and slower', async (speed, [, faster], [, slower]) => {
    const run = await played(migration(), undefined, speed);
    run.player.pace(1);
    expect(run.player.speed()).toBe(faster);
    const other = await played(migration(), undefined, speed);
    other.player.pace(-1);
    expect(other.player.speed()).toBe(slower);
  });
});

describe('what it shows', () => {
  it('is the run up to its time, entries of the same instant together', async () => {
    const { player, entries, plan } = await played();
    const fold = createFold(plan);
    for (const { at } of entries) {
      player.seek(Date.parse(at));
      const upTo = entries.filter(entry => entry.at <= at);
      expect(player.entries()).toEqual(upTo);
      expect(player.state().context).toEqual(fold.toState(fold.all(upTo)).context);
      player.seek(Date.parse(at) - 1);
      const before = entries.filter(entry => entry.at < at || entry.at === entries[0]!.at);
      expect(player.entries()).toEqual(before);
    }
  });

  it('is the same object until the run stands elsewhere', async () => {
    const { player } = await played();
    player.seek(begin + 12 * minute);
    const before = [player.state(), player.entries()];
    player.seek(begin + 13 * minute);
    expect([player.state(), player.entries()]).toEqual(before);
    expect(player.state()).toBe(before[0]);
    expect(player.entries()).toBe(before[1]);
  });

  it('knows the hash of an entry once it was journaled', async () => {
    const { player, entries } = await played();
    const last = entries.length - 1;
    expect([player.hashOf(0), player.hashOf(last)]).toEqual(['hash of 0', null]);
    player.seek(begin + 30 * minute);
    expect(player.hashOf(last)).toBe(`hash of ${last}`);
  });

  it('knows the whole run a little later, or at once for whoever cannot wait', async () => {
    const { player, clock, entries } = await played();
    expect(player.whole()).toBeNull();
    clock.watch(1000);
    expect(player.whole()!.context.seq).toBe(entries.length - 1);
    const other = await played();
    expect(other.player.foldWhole().context.seq).toBe(entries.length - 1);
    expect(other.player.whole()).not.toBeNull();
  });
});

describe('what it announces', () => {
  it('nothing while paused, once the whole run is known', async () => {
    const run = await played();
    run.clock.watch(1000);
    const before = run.announced();
    run.clock.watch(60_000);
    expect(run.announced()).toBe(before);
  });

  it('each move, playing or not', async () => {
    const run = await played();
    run.clock.watch(1000);
    const moves = [
      () => run.player.seek(begin + 5 * minute),
      () => run.player.pace(1),
      () => run.player.toggle(),
      () => run.player.toggle(),
    ];
    for (const move of moves) {
      const before = run.announced();
      move();
      expect(run.announced()).toBe(before + 1);
    }
  });

  it('some five times a second while it plays', async () => {
    const run = await played();
    run.clock.watch(1000);
    run.player.toggle();
    const before = run.announced();
    run.clock.watch(1000);
    expect(run.announced() - before).toBe(5);
  });

  it('each entry and each mark as it comes', async () => {
    const run = await played(migration(), {
      text: 'x'.repeat(9),
      seen: [
        [10.01, 4],
        [10.1, 9],
      ],
    });
    run.clock.watch(1000);
    run.player.seek(begin + 9.99 * minute);
    const seen: number[] = [];
    run.player.subscribe(() => seen.push(Math.round(minutes(run) * 100) / 100));
    run.player.toggle();
    run.clock.watch(400);
    // The start of the job and the first bytes, which one cannot tell apart, then the others at once, then the clock.
    expect(seen.slice(0, 4)).toEqual([9.99, 10.02, 10.1, 11.09]);
  });

  it('nothing to who went away, nor once it is closed', async () => {
    const run = await played();
    let told = 0;
    const stop = run.player.subscribe(() => {
      told += 1;
    });
    run.player.toggle();
    expect(told).toBe(1);
    stop();
    run.clock.watch(500);
    expect(told).toBe(1);
    run.player.close();
    const before = run.announced();
    run.clock.watch(5000);
    expect(run.announced()).toBe(before);
  });
});

describe('the output of a command', () => {
  const text = 'un\ndeux\ntrois\n';
  const shown = async (run: Awaited<ReturnType<typeof played>>, at: number) => {
    run.player.seek(begin + at * minute);
    const size = await run.player.outputSize(run.job);
    const bytes = await run.player.readOutput(run.job, 0, 1000);
    expect(bytes).toHaveLength(size);
    return [bytes.toString(), run.player.outputRemark!(run.job)];
  };

  it('comes as it was seen to come, and is whole once the command has ended', async () => {
    const run = await played(migration(), {
      text,
      seen: [
        [10, 0, true],
        [12, 3],
        [15, 8],
      ],
    });
    expect(await shown(run, 9)).toEqual(['', null]);
    expect(await shown(run, 11)).toEqual(['', null]);
    expect(await shown(run, 12)).toEqual(['un\n', null]);
    expect(await shown(run, 14.9)).toEqual(['un\n', null]);
    expect(await shown(run, 15)).toEqual(['un\ndeux\n', null]);
    expect(await shown(run, 20)).toEqual([text, null]);
    // And back.
    expect(await shown(run, 12)).toEqual(['un\n', null]);
  });

  it('appears with the next look where nobody watched it come, and says so until more comes', async () => {
    const seen = [
      [10, 0, true],
      [12, 3],
      [15, 8, true],
      [17, 14],
    ] as const;
    const run = await played(migration(), { text, seen });
    expect(await shown(run, 14)).toEqual(['un\n', null]);
    expect(await shown(run, 16)).toEqual(['un\ndeux\n', { why: 'unwatched', bytes: 5 }]);
    expect(await shown(run, 17)).toEqual([text, null]);
  });

  it('appears with the end that was found out on return, and says so', async () => {
    const run = await played(migration({ away: true }), {
      text,
      seen: [
        [10, 0, true],
        [12, 3],
      ],
    });
    expect(await shown(run, 19)).toEqual(['un\n', null]);
    expect(await shown(run, 20)).toEqual([text, { why: 'unwatched', bytes: 11 }]);
  });

  it('appears at the end where nobody kept when it came, and says that before', async () => {
    const run = await played(migration(), { text, seen: null });
    expect(await shown(run, 15)).toEqual(['', { why: 'untimed', bytes: 14 }]);
    expect(await shown(run, 20)).toEqual([text, { why: 'untimed', bytes: 14 }]);
  });

  it('of a command that still ran when the run was left is whole at the end of what there is', async () => {
    const run = await played(migration({ unfinished: true }), {
      text,
      seen: [
        [10, 0, true],
        [12, 3],
      ],
    });
    expect(await shown(run, 11)).toEqual(['', null]);
    expect(await shown(run, 12)).toEqual([text, { why: 'unwatched', bytes: 11 }]);
  });

  it('goes on beyond the last entry as long as it was seen to come', async () => {
    const run = await played(migration({ unfinished: true }), {
      text,
      seen: [
        [10, 0],
        [12, 3],
        [18, 14],
      ],
    });
    run.player.seek(begin + 90 * minute);
    expect(minutes(run)).toBe(18);
    expect(await shown(run, 12)).toEqual(['un\n', null]);
    expect(await shown(run, 18)).toEqual([text, null]);
  });

  it('is read in pieces, never beyond what had come', async () => {
    const run = await played(migration(), { text, seen: [[12, 8]] });
    run.player.seek(begin + 13 * minute);
    const piece = (offset: number, bytes: number) => run.player.readOutput(run.job, offset, bytes);
    expect((await piece(3, 4)).toString()).toBe('deux');
    expect((await piece(3, 100)).toString()).toBe('deux\n');
    expect(await piece(8, 100)).toHaveLength(0);
    expect(await piece(50, 100)).toHaveLength(0);
  });
});
