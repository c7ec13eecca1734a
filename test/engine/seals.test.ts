/** What the engine leaves of each output: its hash in the journal, and beside it when it came. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EntryOf } from '../../machines/entries.ts';
import { createJobs } from '../../src/jobs/jobs.ts';
import type { Seen } from '../../src/jobs/types.ts';
import { fence, release, step } from './plans.ts';
import { createRun, type Opened, type TestRun } from './runs.ts';

const secret = 'sesame-ouvre-toi';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A run whose first step is this command, which a second step follows. */
function runOf(script: string, secrets: Record<string, string> = {}): TestRun {
  const steps = [step('09:00', 'Speak', fence(script)), step('09:05', 'After')];
  return createRun(release({ steps }), {}, secrets);
}

const exits = ({ engine }: Opened): EntryOf<'job.exited'>[] =>
  engine.entries().filter(entry => entry.type === 'job.exited');

const seenIn = async ({ folder }: TestRun, job: string): Promise<Seen | null> =>
  createJobs({ folder: join(folder, 'jobs') }).seen(job);

/** A command that goes on once the test has made `go`. */
const pause = 'until [ -e go ]; do sleep 0.02; done';

async function started(run: TestRun, opened: Opened): Promise<string> {
  await opened.does({ type: 'start', step: '1.1' });
  const job = opened.engine.state().context.liveJob!;
  await expect.poll(() => existsSync(join(run.folder, 'jobs', job, 'claim'))).toBe(true);
  return job;
}

describe('the hash of an output', () => {
  it('is journaled with its size', async () => {
    const opened = await runOf(`echo one; echo ${secret}`, { TOKEN: secret }).open();
    await opened.does({ type: 'start', step: '1.1' });
    await opened.until(state => state.current === '1.2');
    const text = `one\n${secret}\n`;
    expect(exits(opened)).toMatchObject([{ size: text.length, sha256: sha256(text) }]);
  });

  it('is left out where the output is not whole any more: the outcome counts', async () => {
    const run = runOf(`${pause}; echo one; exit 3`);
    const first = await run.open();
    const job = await started(run, first);
    first.leave();
    writeFileSync(join(run.folder, 'go'), '');
    await expect.poll(() => existsSync(join(run.folder, 'jobs', job, 'exit'))).toBe(true);
    truncateSync(join(run.folder, 'jobs', job, 'output'), 2);

    const second = await run.open();
    await second.until(state => state.statusOf('1.1') === 'failed');
    expect(exits(second)[0]).toMatchObject({ code: 3, size: 4 });
    expect(exits(second)[0]).not.toHaveProperty('sha256');
  });
});

describe('what was seen', () => {
  it('is kept while the engine follows, and its secrets are found', async () => {
    const run = runOf(`echo p=${secret}; ${pause}; echo end`, { TOKEN: secret });
    const opened = await run.open();
    const job = await started(run, opened);
    const size = 3 + secret.length;
    await expect.poll(async () => (await seenIn(run, job))?.marks.at(-1)?.size).toBe(size);
    writeFileSync(join(run.folder, 'go'), '');
    await opened.until(state => state.current === '1.2');
    const seen = await seenIn(run, job);
    expect(seen).toMatchObject({ masks: [{ offset: 2, length: secret.length }] });
    expect(seen!.marks[0]).toMatchObject({ began: true });
    expect(seen!.marks.at(-1)!.size).toBe(size + 4);
  });

  it('is whole by the time that the outcome is journaled', async () => {
    const run = runOf('echo at once');
    const opened = await run.open();
    await opened.does({ type: 'start', step: '1.1' });
    await opened.until(state => state.current === '1.2');
    const [{ job, size }] = exits(opened) as [EntryOf<'job.exited'>];
    expect((await seenIn(run, job))?.marks.at(-1)?.size).toBe(size);
  });

  it('tells what came while nobody was there, once somebody is back', async () => {
    const run = runOf(`echo one; ${pause}; echo ${secret}`, { TOKEN: secret });
    const first = await run.open();
    const job = await started(run, first);
    await expect.poll(async () => (await seenIn(run, job))?.marks.at(-1)?.size).toBe(4);
    first.leave();
    const file = join(run.folder, 'jobs', job, 'seen');
    const left = readFileSync(file, 'utf8');
    writeFileSync(join(run.folder, 'go'), '');
    await expect.poll(() => existsSync(join(run.folder, 'jobs', job, 'exit'))).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(left);

    const second = await run.open();
    await second.until(state => state.current === '1.2');
    const seen = await seenIn(run, job);
    const size = 5 + secret.length;
    expect(seen!.marks.at(-1)).toMatchObject({ size, began: true });
    expect(seen!.masks).toEqual([{ offset: 4, length: secret.length }]);
    expect(exits(second)).toMatchObject([{ away: true, size }]);
  });
});
