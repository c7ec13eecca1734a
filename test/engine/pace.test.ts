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
