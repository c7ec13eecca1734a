import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs, { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createJobs } from '../../src/jobs/jobs.ts';
import { createFold } from '../../src/journal/fold.ts';
import { compile } from '../../src/plan/compile.ts';
import { rehearsalEnvironment as environment } from '../../src/plan/environment.ts';
import { type FollowedSource, followRun } from '../../src/sources/followed.ts';
import { createOutputs } from '../../src/sources/outputs.ts';
import { openJournalFollower } from '../../src/store/follow-journal.ts';
import { helmSign } from '../../src/store/helm-sign.ts';
import { openJournal } from '../../src/store/journal-file.ts';
import { runPaths } from '../../src/store/run-folder.ts';
import { openRun } from '../engine/open-run.ts';
import { fence, release, step } from '../engine/plans.ts';
import { end, kept, stateOf } from '../store/cockpits.ts';

const fixture = join(import.meta.dirname, 'fixtures/driver.ts');
const patience = { timeout: 20_000, interval: 20 };

/** Eight commands that print and end, and one that waits until it is let through. */
const markdown = release({
  steps: [
    ...[1, 2, 3, 4].map(n => step(`09:0${n}`, `Work ${n}`, fence(`echo working ${n}; sleep 0.2`))),
    step(
      '09:05',
      'Held up',
      fence('echo waiting; until [ -e go ] || [ ! -e "$PWD" ]; do sleep 0.05; done; echo went'),
    ),
    ...[6, 7, 8, 9].map(n => step(`09:0${n}`, `Work ${n}`, fence(`echo working ${n}`))),
  ],
});

/** A run that has begun, and nobody drives. */
async function begun(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bascule-followed-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'plan.md'), markdown);
  const { plan } = compile(markdown, { path: 'plan.md', environment });
  const { engine, journal } = await openRun({ folder, plan, environment, secrets: {} });
  engine.close('detached');
  journal.close();
  return folder;
}

/** Somebody who looks at the run in this folder until the test ends. */
function observe(folder: string, looked = (): void => {}): FollowedSource {
  const paths = runPaths(folder);
  const { plan } = compile(markdown, { path: 'plan.md', environment });
  const fold = createFold(plan);
  const journal = openJournalFollower(paths.journal);
  const source = followRun({
    fold,
    start: fold.all(journal.entries),
    journal,
    helm: () => {
      looked();
      return helmSign(paths.helm);
    },
    outputs: createOutputs(createJobs({ folder: paths.jobs }), []),
    now: Date.now,
  });
  onTestFinished(() => source.close());
  return source;
}

/** Somebody who drives it in a process of their own; `said` is what they knew at the end. */
function drive(folder: string) {
  const child = kept(
    spawn(process.execPath, [fixture, folder], { stdio: ['ignore', 'pipe', 'inherit'] }),
  );
  let text = '';
  child.stdout.setEncoding('utf8').on('data', part => {
    text += part;
  });
  const said = once(child, 'close').then(() => JSON.parse(text));
  // Not everybody waits for it.
  said.catch(() => {});
  return { child, said };
}

const isAt = (source: FollowedSource, id: string) =>
  vi.waitFor(() => expect(source.state().statusOf(id)).toBe('running'), patience);
const becomes = (source: FollowedSource, helm: string) =>
  vi.waitFor(() => expect(source.watching().helm).toBe(helm), patience);

test('twenty observers come to the driver’s own state, by looking and nothing else', async () => {
  const folder = await begun();
  const observers = Array.from({ length: 20 }, () => observe(folder));
  const told = observers.map(source => {
    const heard: number[] = [];
    source.subscribe(() => heard.push(source.entries().length));
    return heard;
  });
  const journal = fs.statSync(runPaths(folder).journal);
  const reads = vi.spyOn(fs, 'readSync');
  const opens = vi.spyOn(fs, 'openSync');
  const acts = (['writeSync', 'ftruncateSync', 'fsyncSync'] as const).map(act => vi.spyOn(fs, act));
  const { said } = drive(folder);
  await Promise.all(observers.map(source => isAt(source, '1.5')));
  writeFileSync(join(folder, 'go'), '');
  const driver = await said;
  expect(driver).toMatchObject({ why: 'completed', status: 'completed' });
  for (const source of observers) {
    await vi.waitFor(() => expect(source.entries()).toHaveLength(driver.entries), patience);
    const { status, context } = source.state();
    expect(JSON.parse(JSON.stringify({ status, context }))).toEqual({
      status: driver.status,
      context: driver.context,
    });
    await becomes(source, 'free');
  }
  for (const heard of told) expect(heard.toSorted((a, b) => a - b)).toEqual(heard);
  // Nobody wrote, nor opened anything to write.
  for (const act of acts) expect(act).not.toHaveBeenCalled();
  const { O_RDWR, O_WRONLY, O_CREAT } = fs.constants;
  for (const [, flags] of opens.mock.calls)
    expect(Number(flags) & (O_RDWR | O_WRONLY | O_CREAT)).toBe(0);
  // Each read what came, once; or once more where a line was being written.
  const came = fs.statSync(runPaths(folder).journal).size - journal.size;
  const ofJournal = (reads.mock.calls as unknown[][]).map(([, , , , at], call) =>
    Number(at) > 0 ? Number(reads.mock.results[call]?.value) : 0,
  );
  const bytes = ofJournal.reduce((sum, read) => sum + read, 0);
  expect(bytes).toBeGreaterThanOrEqual(20 * came);
  expect(bytes).toBeLessThan(40 * came);
  vi.restoreAllMocks();
});

test('who drives is known, and what becomes of them: gone, back, asleep', async () => {
  const folder = await begun();
  const source = observe(folder);
  expect(source.watching()).toMatchObject({ helm: 'none', who: '', trouble: null });
  const first = drive(folder);
  await isAt(source, '1.5');
  expect(source.watching()).toMatchObject({ helm: 'held', who: expect.stringMatching(/^alice@/) });
  const { since } = source.watching();
  expect(Date.now() - since!).toBeLessThan(60_000);

  first.child.kill('SIGSTOP');
  await vi.waitFor(() => expect(stateOf(first.child.pid!)).toBe('T'));
  await becomes(source, 'silent');
  expect(source.watching().since).toBeGreaterThan(since!);
  await end(first.child, 'SIGKILL');
  await becomes(source, 'lost');
  // The command goes on, and so does whoever looks.
  expect(source.state().statusOf('1.5')).toBe('running');
  const job = source.state().context.liveJob!;
  expect((await source.readOutput(job, 0, 100)).toString()).toBe('waiting\n');

  const second = drive(folder);
  await becomes(source, 'held');
  writeFileSync(join(folder, 'go'), '');
  const { context } = await second.said;
  await becomes(source, 'free');
  await vi.waitFor(() => expect(source.state().context.endedAt).toBe(context.endedAt), patience);
  expect((await source.readOutput(job, 0, 100)).toString()).toBe('waiting\nwent\n');
});

test('output that grows is news: how long ago the run was heard of is known', async () => {
  const folder = await begun();
  const source = observe(folder);
  const { child } = drive(folder);
  await isAt(source, '1.5');
  const job = source.state().context.liveJob!;
  await vi.waitFor(async () => expect(await source.outputSize(job)).toBe(8), patience);
  let heard = 0;
  source.subscribe(() => heard++);
  const before = source.watching();
  await vi.waitFor(
    () => expect(source.watching().lookedAt).toBeGreaterThan(before.lookedAt + 500),
    patience,
  );
  expect(source.watching().heardAt).toBe(before.heardAt);
  expect(heard).toBe(0);
  fs.appendFileSync(createJobs({ folder: runPaths(folder).jobs }).outputPath(job), 'more\n');
  await vi.waitFor(() => expect(heard).toBe(1), patience);
  expect(source.watching().heardAt).toBeGreaterThan(before.heardAt!);
  await end(child, 'SIGKILL');
});

test('FAULTS 34: a journal that cannot be read on is said, and what was read stays', async () => {
  const folder = await begun();
  const source = observe(folder);
  const { journal } = runPaths(folder);
  const known = source.entries().length;
  fs.appendFileSync(journal, '{"seq":9}\n');
  await vi.waitFor(
    () => expect(source.watching().trouble).toMatch(/^line \d+: it does not end with its hash$/),
    patience,
  );
  expect(source.isBroken()).toBe(true);
  expect(source.entries()).toHaveLength(known);
  expect(source.hashOf(known - 1)).toMatch(/^[0-9a-f]{64}$/);
  expect(() => openJournal(journal)).toThrow(/does not end with its hash/);
});

test('looks no more once it is closed', async () => {
  const folder = await begun();
  let looks = 0;
  const source = observe(folder, () => {
    looks++;
  });
  await vi.waitFor(() => expect(looks).toBeGreaterThan(1), patience);
  source.close();
  source.close();
  const before = looks;
  const other = observe(folder);
  const later = other.watching().lookedAt + 1_500;
  await vi.waitFor(() => expect(other.watching().lookedAt).toBeGreaterThan(later), patience);
  expect(looks).toBe(before);
});
