import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fence, release, step, undo } from './plans.ts';
import { createRun } from './runs.ts';

const plan = (...steps: string[]): string => release({ steps });
const ledgerOf = (folder: string): string => readFileSync(join(folder, 'ledger'), 'utf8');

describe('the pace', () => {
  const two = plan(
    step('09:00', 'First', fence('echo 1 >> ledger')),
    step('09:05', 'Second', fence('echo 2 >> ledger')),
    step('09:10', 'By hand'),
  );

  it('step by step starts nothing by itself', async () => {
    const { does, until } = await createRun(two, { pace: 'step' }).open();
    await does({ type: 'start', step: '1.1' });
    const state = await until(one => one.current === '1.2');
    expect(state.context.liveJob).toBeNull();
  });

  it('automatic goes on to the next thing that needs a person', async () => {
    const { until } = await createRun(two, { pace: 'automatic' }).open();
    await until(one => one.current === '1.3' && one.statusOf('1.3') === 'ready');
  });

  it('held starts nothing, and says so', async () => {
    const { engine, states } = await createRun(two).open();
    await states({ type: 'run.held', reason: 'phone' });
    expect(await engine.act({ type: 'start', step: '1.1' })).toMatchObject({
      refusal: { code: 'held', detail: 'phone' },
    });
  });
});

describe('a hold', () => {
  const two = plan(
    step('09:00', 'First', fence('sleep 0.3; echo 1 >> ledger'), fence('echo 2 >> ledger')),
    step('09:05', 'Second', fence('echo 3 >> ledger')),
    step('09:10', 'By hand'),
  );
  const held = { type: 'run.held', reason: 'phone' } as const;

  it.each(['step', 'automatic'] as const)(
    'keeps the next command of a step back until the run goes on (pace %s)',
    async pace => {
      const run = createRun(two, { pace });
      const { does, states, until } = await run.open();
      if (pace === 'step') await does({ type: 'start', step: '1.1' });
      await states(held);
      await until(({ context }) => context.liveJob === null);
      expect(ledgerOf(run.folder)).toBe('1\n');
      await states({ type: 'run.resumed' });
      const next = pace === 'step' ? '1.2' : '1.3';
      await until(state => state.current === next && state.statusOf(next) === 'ready');
      expect(ledgerOf(run.folder)).toBe(pace === 'step' ? '1\n2\n' : '1\n2\n3\n');
    },
  );

  it('keeps a retry that was decided meanwhile: it starts when the run goes on', async () => {
    const flaky = 'echo x >> ledger; test $(wc -l < ledger) = 2';
    const run = createRun(plan(step('09:00', 'Flaky', fence(flaky)), step('09:10', 'By hand')));
    const { does, states, until, engine } = await run.open();
    await does({ type: 'start', step: '1.1' });
    await until(state => state.statusOf('1.1') === 'failed');
    await states(held);
    await states({ type: 'step.retried', step: '1.1' });
    expect(engine.state().context.liveJob).toBeNull();
    await states({ type: 'run.resumed' });
    await until(state => state.current === '1.2');
  });

  it('starts nothing in the pace step by step that nobody asked for', async () => {
    const { states, engine } = await createRun(two).open();
    await states(held);
    await states({ type: 'run.resumed' });
    expect(engine.state().context.liveJob).toBeNull();
  });
});

describe('a step done again', () => {
  const steps = (info: string) => [
    step('09:00', 'First', fence('echo 1 >> ledger', info), fence('echo 2 >> ledger', info)),
    step('09:05', 'By hand'),
  ];

  it('asks again for each command that is not said to be safe, whatever the pace', async () => {
    const run = createRun(plan(...steps('bash')), { pace: 'automatic' });
    const { does, states, until, engine } = await run.open();
    await until(state => state.current === '1.2');
    await states({ type: 'step.reopened', step: '1.1', reason: 'look again' });
    await does({ type: 'start', step: '1.1' });
    await until(({ context }) => context.liveJob === null);
    expect(engine.state().statusOf('1.1')).toBe('ready');
    expect(ledgerOf(run.folder)).toBe('1\n2\n1\n');
  });

  it('goes on by itself through those that are', async () => {
    const run = createRun(plan(...steps('bash rerun=safe')), { pace: 'automatic' });
    const { does, states, until } = await run.open();
    await until(state => state.current === '1.2');
    await states({ type: 'step.reopened', step: '1.1', reason: 'look again' });
    await does({ type: 'start', step: '1.1' });
    await until(state => state.current === '1.2');
    expect(ledgerOf(run.folder)).toBe('1\n2\n1\n2\n');
  });
});

describe('an amended command', () => {
  const amended = {
    type: 'step.amended',
    step: '1.1',
    command: 0,
    script: 'echo amended >> ledger',
    diff: '',
    reason: 'typo',
  } as const;

  it('that was never tried waits for its start', async () => {
    const run = createRun(plan(step('09:00', 'Work', fence('echo typo >> ledger'))));
    const { states, does, until, story } = await run.open();
    await states(amended);
    expect(story()).toEqual(['step.amended']);
    await does({ type: 'start', step: '1.1' });
    await until(state => state.status === 'completed');
    expect(ledgerOf(run.folder)).toBe('amended\n');
  });

  it('whose only attempts never began waits too', async () => {
    const run = createRun(plan(step('09:00', 'Work', fence('true', 'bash dir=/nonexistent'))));
    const { states, does, until, story } = await run.open();
    await does({ type: 'start', step: '1.1' });
    await until(({ context }) => Object.values(context.jobs)[0]?.status === 'revoked');
    await states(amended);
    expect(story()).toEqual(['job.started', 'job.revoked', 'step.amended']);
  });
});

describe('the rollback', () => {
  it.each([
    ['automatic', 'echo undone >> ledger', true],
    ['step', 'echo undone >> ledger', false],
  ] as const)('decided while a command runs goes on at the pace (%s)', async (pace, _, alone) => {
    const run = createRun(release({ steps: [step('09:00', 'Long', fence('sleep 60'))] }));
    const { does, states, until, engine } = await run.open();
    await states({ type: 'pace.set', pace });
    await does({ type: 'start', step: '1.1' });
    await until(({ context }) => context.liveJob !== null);
    await states({ type: 'rollback.decided', reason: 'now' });
    await until(state => !state.halting);
    if (alone) await until(({ status }) => status !== 'rollingBack');
    else expect(engine.state().statusOf('R.1')).toBe('ready');
  });

  it('a step with nothing to undo does not start by itself; what was started goes on', async () => {
    const run = createRun(
      release({
        steps: [
          step('09:00', 'By hand'),
          step('09:05', 'Migrate <!-- id=migrate -->', fence('true')),
        ],
        rollback: [
          undo(
            'Restore',
            'undoes=migrate',
            fence('echo one >> ledger'),
            fence('echo two >> ledger'),
          ),
          undo('Tell', '', fence('echo told >> ledger')),
        ],
      }),
      { pace: 'automatic' },
    );
    const { states, does, until, story } = await run.open();
    await states({ type: 'rollback.decided', reason: 'data is wrong' });
    expect(story()).toEqual(['rollback.decided']);
    await does({ type: 'start', step: 'R.1' });
    await until(({ status }) => status === 'validating' || status === 'rolledBack');
    expect(ledgerOf(run.folder)).toBe('one\ntwo\ntold\n');
  });
});
