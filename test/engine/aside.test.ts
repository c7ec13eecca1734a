import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fence, release, step } from './plans.ts';
import { createRun, type TestRun } from './runs.ts';

const ledgerOf = ({ folder }: TestRun): string => readFileSync(join(folder, 'ledger'), 'utf8');
const long = release({ steps: [step('09:00', 'Long', fence('echo begun >> ledger; sleep 60'))] });
const two = release({
  steps: [
    step('09:00', 'First', fence('echo first >> ledger')),
    step('09:05', 'Second', fence('echo second >> ledger')),
  ],
});

describe('a command that the operator types', () => {
  it('runs where the commands of the step run', async () => {
    const work = step('09:00', 'Work', fence('true', 'bash dir=sub'));
    const run = createRun(release({ steps: [work] }));
    mkdirSync(join(run.folder, 'sub'));
    const { does, until } = await run.open();
    await does({ type: 'adhoc', script: 'pwd >> ../ledger' });
    await until(({ context }) => context.aside === null);
    expect(ledgerOf(run)).toBe(`${run.folder}/sub\n`);
  });

  it('is journaled with its text, and leaves the step as it is', async () => {
    const run = createRun(two, { variables: { tag: 'v1.2' } });
    const { does, until, engine } = await run.open();
    await does({ type: 'adhoc', script: 'echo "$BASCULE_STEP {{tag}} [ -f x ]"; pwd; exit 4' });
    const state = await until(({ context }) => context.aside === null);
    const [job] = Object.values(state.context.jobs);
    expect(job).toMatchObject({ id: '0002-adhoc', step: '1.1', code: 4, ok: false });
    expect(job?.excerpt?.last).toEqual(['1.1 v1.2 [ -f x ]', run.folder]);
    const said = `1.1 v1.2 [ -f x ]\n${run.folder}\n`;
    expect((await engine.readOutput(job!.id, 0, 1000)).toString()).toBe(said);
    expect(state.statusOf('1.1')).toBe('ready');
    expect(state.context.steps['1.1']).toBeUndefined();
  });

  it('runs beside a command of the plan, one at a time, and can be stopped without it', async () => {
    const run = createRun(long);
    const { does, until, engine } = await run.open();
    await does({ type: 'start', step: '1.1' });
    await does({ type: 'adhoc', script: 'sleep 60' });
    expect(await engine.act({ type: 'adhoc', script: 'true' })).toEqual({
      done: false,
      refusal: { code: 'aside-running', detail: 'sleep 60' },
    });
    await does({ type: 'cancel', reason: 'enough', aside: true });
    const state = await until(({ context }) => context.aside === null);
    expect(state.statusOf('1.1')).toBe('running');
    expect(Object.values(state.context.jobs).map(job => job.status)).toEqual(['running', 'exited']);
    expect(await engine.act({ type: 'cancel', reason: 'twice', aside: true })).toMatchObject({
      refusal: { code: 'not-now' },
    });
    await does({ type: 'cancel', reason: 'the test is over' });
    await until(one => one.statusOf('1.1') === 'failed');
  });

  it('is refused while the run is held, and after the end', async () => {
    const run = createRun(two);
    const { engine, does, states, until } = await run.open();
    await states({ type: 'run.held', reason: 'phone' });
    const plain = { type: 'adhoc', script: 'true' } as const;
    expect(await engine.act(plain)).toMatchObject({ refusal: { code: 'held', detail: 'phone' } });
    await states({ type: 'run.resumed' });
    await does(plain);
    expect(
      await engine.act({ type: 'record', fact: { type: 'run.aborted', reason: 'x' } }),
    ).toEqual({
      done: false,
      refusal: { code: 'aside-running', detail: 'true' },
    });
    await until(({ context }) => context.aside === null);
    await states({ type: 'run.aborted', reason: 'no more' });
    expect(await engine.act(plain)).toMatchObject({ refusal: { code: 'not-now' } });
  });

  it('may hold braces that are no variable of the plan: a template of another tool', async () => {
    const run = createRun(two);
    const { does, until } = await run.open();
    await does({ type: 'adhoc', script: `printf '%s' '{{range}}' >> ledger` });
    await until(({ context }) => context.aside === null);
    expect(ledgerOf(run)).toBe('{{range}}');
  });

  it('starts nothing of the plan when it ends well', async () => {
    const run = createRun(two);
    const { does, states, until, engine } = await run.open();
    await states({ type: 'pace.set', pace: 'automatic' });
    await does({ type: 'adhoc', script: 'true' });
    await until(({ context }) => context.aside === null);
    const state = engine.state();
    expect([state.statusOf('1.1'), state.context.liveJob]).toEqual(['ready', null]);
  });

  it('FAULTS 42: a secret that was typed is covered in the journal', async () => {
    const run = createRun(two, {}, { TOKEN: 'hunter2hunter2' });
    const { does, until } = await run.open();
    await does({ type: 'adhoc', script: 'echo error hunter2hunter2 >&2; exit 1' });
    const { context } = await until(state => state.context.aside === null);
    expect(Object.values(context.jobs)[0]?.adhoc).toBe('echo error ************** >&2; exit 1');
    const journal = readFileSync(join(run.folder, 'journal.jsonl'), 'utf8');
    expect(journal).toContain('error **************');
    expect(journal).not.toContain('hunter2');
  });
});

describe('coming back to two commands', () => {
  const slow = release({ steps: [step('09:00', 'Slow', fence('sleep 0.5; echo plan >> ledger'))] });

  it('both are followed to their ends, and told of; neither ran twice', async () => {
    const run = createRun(slow);
    const first = await run.open();
    await first.does({ type: 'start', step: '1.1' });
    await first.does({ type: 'adhoc', script: 'sleep 0.3; echo typed >> ledger; exit 5' });
    const jobs = Object.keys(first.engine.state().context.jobs);
    const begun = () => jobs.every(job => existsSync(join(run.folder, 'jobs', job, 'claim')));
    await expect.poll(begun, { timeout: 10_000 }).toBe(true);
    first.engine.close('terminal-lost');
    first.journal.close();

    const second = await run.open();
    expect(second.engine.away.map(note => note.job)).toEqual(jobs);
    const state = await second.until(
      ({ status, context }) => status === 'completed' && context.aside === null,
    );
    expect(jobs.map(job => state.context.jobs[job]?.code)).toEqual([0, 5]);
    expect(ledgerOf(run).split('\n').sort()).toEqual(['', 'plan', 'typed']);
  });

  it('FAULTS 6: one that was journaled and never launched is revoked', async () => {
    const run = createRun(two);
    const first = await run.open();
    await first.does({ type: 'adhoc', script: 'echo typed >> ledger' });
    const job = first.engine.state().context.aside!;
    first.engine.close('detached');
    first.journal.close();
    // As if the cockpit had died right after the journal's fsync.
    rmSync(join(run.folder, 'jobs', job), { recursive: true, force: true });

    const second = await run.open();
    const state = await second.until(({ context }) => context.aside === null);
    expect(state.context.jobs[job]?.status).toBe('revoked');
    expect(second.engine.away).toMatchObject([{ job, status: 'revoked' }]);
  });
});
