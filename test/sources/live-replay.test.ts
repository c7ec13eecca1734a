/** A run that was really lived, by real commands, is seen again as it was seen. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Engine } from '../../src/engine/types.ts';
import { driveUnattended } from '../../src/engine/unattended.ts';
import { createJobs } from '../../src/jobs/jobs.ts';
import { createFold } from '../../src/journal/fold.ts';
import { createOutputs } from '../../src/sources/outputs.ts';
import { createPlayer, type Player } from '../../src/sources/player.ts';
import { readJournalFile } from '../../src/store/journal-file.ts';
import { noHistory } from '../../src/view/history.ts';
import { screenView } from '../../src/view/screen.ts';
import type { ScreenView } from '../../src/view/types.ts';
import { box, fence, release, step } from '../engine/plans.ts';
import { createRun, type TestRun } from '../engine/runs.ts';
import { viewing } from './viewing.ts';

const markdown = release({
  steps: [
    step('09:00', '**CHECKPOINT** - Ready'),
    step(
      '09:05',
      'Work',
      fence('echo first; until [ -e go ] || [ ! -e "$PWD" ]; do sleep 0.05; done; echo second'),
    ),
    step('09:10', 'GO/NO-GO'),
    step('09:15', 'More work', fence('seq 1 200')),
    step('09:20', '**DONE**'),
  ],
  criteria: [box('The host answers', fence('echo yes', 'bash expect=/yes/')), box('Seen')],
});

/** No two entries at once, so that an instant tells which of them had come. */
function oneByOne(): () => number {
  let last = 0;
  return () => {
    last = Math.max(Date.now(), last + 1);
    return last;
  };
}

/** The whole screen, every field of it, at an instant: nobody acts, no earlier run is known. */
function screenAt(
  { plan, environment }: TestRun,
  source: Engine | Player,
  now: number,
): ScreenView {
  return screenView({
    plan,
    state: source.state(),
    entries: source.entries(),
    away: [],
    now,
    language: 'fr',
    ascii: false,
    operator: 'ops@bastion',
    schedule: environment.schedule,
    observer: true,
    history: noHistory,
    around: environment,
    hashOf: seq => source.hashOf(seq),
  });
}

/** The screen at each checkpoint, GO / NO-GO and start of a command, and at the end, by the instant of it. */
function screensOf(run: TestRun, engine: Engine): Map<number, ScreenView> {
  const screens = new Map<number, ScreenView>();
  engine.subscribe(() => {
    const last = engine.entries().at(-1)!;
    if (!/^(checkpoint|gate|milestone|job)\./.test(last.type)) return;
    const at = Date.parse(last.at);
    screens.set(at, screenAt(run, engine, at));
  });
  return screens;
}

/** As the folder of the run tells it, and nothing else. */
function playerOf({ folder, plan }: TestRun): Player {
  const { entries, hashes } = readJournalFile(join(folder, 'journal.jsonl'));
  return createPlayer({
    fold: createFold(plan),
    entries,
    hashOf: seq => hashes[seq] ?? null,
    outputs: createOutputs(createJobs({ folder: join(folder, 'jobs') }), []),
    speed: 60,
    clock: viewing(),
  });
}

/** The first command has written its first line, and somebody saw it. */
async function firstLineSeen(run: TestRun, engine: Engine, until: AbortSignal): Promise<number> {
  const jobs = createJobs({ folder: join(run.folder, 'jobs') });
  for (;;) {
    until.throwIfAborted();
    const job = engine.entries().find(entry => entry.type === 'job.started' && !entry.check);
    const seen = job?.type === 'job.started' ? await jobs.seen(job.job) : null;
    const mark = seen?.marks.find(({ size }) => size > 0);
    if (mark) return mark.at;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

test('each screen and each output is what it was, at the checkpoints, on the way and at the end', async () => {
  const now = oneByOne();
  const run = createRun(markdown, {}, {}, { now });
  const { engine, journal } = await run.open();
  const screens = screensOf(run, engine);
  const { plan, environment } = run;
  const signal = AbortSignal.timeout(20_000);
  const driving = driveUnattended({ plan, environment, engine, onFailure: 'stop', signal, now });
  const firstLineAt = await firstLineSeen(run, engine, signal);
  expect(existsSync(join(run.folder, 'go'))).toBe(false);
  writeFileSync(join(run.folder, 'go'), '');
  expect(await driving).toEqual({ why: 'completed' });
  engine.close('ended');
  journal.close();

  const player = playerOf(run);
  await player.ready;
  expect([...screens.values()].at(-1)!.header.status.word).toBe('TERMINÉ');
  const stops = player.all.filter(({ at }) => screens.has(Date.parse(at))).map(({ type }) => type);
  expect(stops).toEqual(
    expect.arrayContaining([
      'checkpoint.passed',
      'gate.passed',
      'job.started',
      'milestone.reached',
    ]),
  );
  for (const [at, screen] of screens) {
    player.seek(at);
    expect(screenAt(run, player, at)).toEqual(screen);
  }

  const started = player.all.filter(entry => entry.type === 'job.started' && !entry.check);
  const [first, second] = started.map(entry => ('job' in entry ? entry.job : ''));
  const outputOf = async (job: string) => String(await player.readOutput(job, 0, 10_000));
  player.seek(firstLineAt);
  expect([await outputOf(first!), player.outputRemark!(first!)]).toEqual(['first\n', null]);
  player.seek(Date.now());
  expect(await outputOf(first!)).toBe('first\nsecond\n');
  expect((await outputOf(second!)).split('\n')).toHaveLength(201);
  player.close();
}, 30_000);
