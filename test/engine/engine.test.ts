import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fence, release, step } from './plans.ts';
import { createRun } from './runs.ts';

const plan = (...steps: string[]): string => release({ steps });

const ledgerOf = (folder: string): string => readFileSync(join(folder, 'ledger'), 'utf8');

describe('a command step', () => {
  it('runs its commands in order, one start for all, and journals each before and after', async () => {
    const run = createRun(
      plan(step('09:00', 'Two commands', fence('echo one >> ledger'), fence('echo two >> ledger'))),
    );
    const { does, until, story } = await run.open();
    await does({ type: 'start', step: '1.1' });
    await until(state => state.status === 'completed');
    expect(ledgerOf(run.folder)).toBe('one\ntwo\n');
    expect(story()).toEqual(['job.started', 'job.exited', 'job.started', 'job.exited']);
  });

  it('that failed waits for a decision, and a retry runs it once more', async () => {
    const run = createRun(plan(step('09:00', 'Flaky', fence('echo try >> ledger; test -f ready'))));
    const { does, states, until, engine } = await run.open();
    await does({ type: 'start', step: '1.1' });
    await until(state => state.statusOf('1.1') === 'failed');
    expect(await engine.act({ type: 'start', step: '1.1' })).toMatchObject({ done: false });
    expect(ledgerOf(run.folder)).toBe('try\n');
    await states({
      type: 'step.amended',
      step: '1.1',
      command: 0,
      script: 'echo amended >> ledger',
      diff: '',
      reason: 'typo',
    });
    await until(state => state.status === 'completed');
    expect(ledgerOf(run.folder)).toBe('try\namended\n');
  });

  it('never starts with an unbound variable, and says which', async () => {
    const run = createRun(plan(step('09:00', 'Checkout', fence('echo {{version}} >> ledger'))));
    const { engine, story } = await run.open();
    expect(await engine.act({ type: 'start', step: '1.1' })).toEqual({
      done: false,
      refusal: { code: 'unbound-variable', detail: 'version' },
    });
    expect(story()).toEqual([]);
  });

  it('uses what an earlier step captured', async () => {
    const run = createRun(
      plan(
        step('09:00', 'Find out', fence('echo v0.9.0', 'bash capture=version')),
        step('09:05', 'Use it', fence('echo {{version}} >> ledger')),
      ),
    );
    const { does, until } = await run.open();
    await does({ type: 'start', step: '1.1' });
    await until(state => state.current === '1.2');
    await does({ type: 'start', step: '1.2' });
    await until(state => state.status === 'completed');
    expect(ledgerOf(run.folder)).toBe('v0.9.0\n');
  });

  it('is handed to the runner of its language, on standard input', async () => {
    const run = createRun(plan(step('09:00', 'Query', fence('SELECT 1;', 'sql'))), {
      runners: { sql: 'tee -a ledger' },
    });
    const { does, until } = await run.open();
    await does({ type: 'start', step: '1.1' });
    await until(state => state.status === 'completed');
    expect(ledgerOf(run.folder).trim()).toBe('SELECT 1;');
  });

  it('FAULTS 24: that cannot start says why, and is ready again', async () => {
    const run = createRun(plan(step('09:00', 'Nowhere', fence('true', 'bash dir=/nonexistent'))));
    const { does, until } = await run.open();
    await does({ type: 'start', step: '1.1' });
    const state = await until(
      ({ context }) => Object.values(context.jobs)[0]?.status === 'revoked',
    );
    expect(state.statusOf('1.1')).toBe('ready');
    expect(Object.values(state.context.jobs)[0]?.why).toMatch(/cwd|directory|folder/);
  });

  it('can be stopped, and then waits for a decision', async () => {
    const run = createRun(plan(step('09:00', 'Long', fence('echo begun; sleep 60'))));
    const { does, until, engine } = await run.open();
    await does({ type: 'start', step: '1.1' });
    const job = engine.state().context.liveJob!;
    await expect.poll(() => engine.outputSize(job), { timeout: 10_000 }).toBeGreaterThan(0);
    await does({ type: 'cancel', reason: 'enough' });
    const state = await until(one => one.statusOf('1.1') === 'failed');
    expect(state.context.jobs[job]).toMatchObject({ code: 143, ok: false });
  });
});

describe('coming back', () => {
  const slow = plan(
    step('09:00', 'Slow', fence('echo begin >> ledger; sleep 0.5; echo end >> ledger; echo shown')),
    step('09:05', 'After', fence('echo after >> ledger')),
  );

  it('FAULTS 1: a command that ended meanwhile is shown with its result, and nothing ran twice', async () => {
    const run = createRun(slow);
    const first = await run.open();
    await first.does({ type: 'start', step: '1.1' });
    await expect.poll(() => ledgerOf(run.folder), { timeout: 10_000 }).toBe('begin\n');
    first.engine.close('terminal-lost');
    first.journal.close();
    await expect.poll(() => ledgerOf(run.folder), { timeout: 10_000 }).toBe('begin\nend\n');

    const second = await run.open();
    const state = await second.until(one => one.current === '1.2');
    const [job] = Object.values(state.context.jobs);
    expect(job).toMatchObject({ code: 0, ok: true, size: 6 });
    expect(await second.engine.readOutput(job!.id, 0, 100)).toEqual(Buffer.from('shown\n'));
    expect(second.engine.away).toMatchObject([{ step: '1.1', status: 'exited', code: 0 }]);
    expect(ledgerOf(run.folder)).toBe('begin\nend\n');
  });

  it('FAULTS 1: a command that still runs is followed to its end', async () => {
    const run = createRun(slow);
    const first = await run.open();
    await first.does({ type: 'start', step: '1.1' });
    await expect.poll(() => ledgerOf(run.folder), { timeout: 10_000 }).toBe('begin\n');
    first.engine.close('detached');
    first.journal.close();

    const second = await run.open();
    await second.until(one => one.current === '1.2');
    expect(second.story()).toEqual(['job.started', 'job.exited']);
  });

  it('FAULTS 6: an intent whose job was never launched is revoked, and the step is ready again', async () => {
    const run = createRun(slow);
    const first = await run.open();
    await first.does({ type: 'start', step: '1.1' });
    const job = first.engine.state().context.liveJob!;
    first.engine.close('detached');
    first.journal.close();
    // As if the cockpit had died right after the journal's fsync.
    rmSync(join(run.folder, 'jobs', job), { recursive: true, force: true });

    const second = await run.open();
    const state = await second.until(one => one.statusOf('1.1') === 'ready');
    expect(state.context.jobs[job]?.status).toBe('revoked');
  });
});

describe('the journal', () => {
  it('FAULTS 16/36: once it cannot be written, nothing more is done', async () => {
    const run = createRun(plan(step('09:00', 'Work', fence('echo work >> ledger'))));
    const { engine, story } = await run.open();
    rmSync(join(run.folder, 'journal.jsonl'));
    expect(await engine.act({ type: 'start', step: '1.1' })).toMatchObject({
      refusal: { code: 'journal-failed' },
    });
    expect(engine.trouble()).toMatch(/deleted/);
    expect(story()).toEqual([]);
    expect(engine.state().context.liveJob).toBeNull();
  });
});

describe('rollback', () => {
  it('can be decided while a command runs: the command is stopped first', async () => {
    const run = createRun(plan(step('09:00', 'Long', fence('echo begun >> ledger; sleep 60'))));
    const { does, states, until, story } = await run.open();
    await does({ type: 'start', step: '1.1' });
    await expect.poll(() => ledgerOf(run.folder), { timeout: 10_000 }).toBe('begun\n');
    await states({ type: 'rollback.decided', reason: 'data is wrong' });
    await until(state => state.current === 'R.1' && !state.halting);
    await does({ type: 'start', step: 'R.1' });
    await until(state => state.status === 'validating' || state.status === 'rolledBack');
    expect(ledgerOf(run.folder)).toBe('begun\nundone\n');
    expect(story()).toEqual([
      'job.started',
      'rollback.decided',
      'job.exited',
      'job.started',
      'job.exited',
    ]);
  });
});
