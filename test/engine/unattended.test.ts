import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { driveUnattended } from '../../src/engine/unattended.ts';
import { box, fence, release, step, undo } from './plans.ts';
import { createRun, type TestRun } from './runs.ts';

const plan = (script: string): string => `# Release
## Timeline
### D-day: Release
#### Phase 1: Work (30 min)
- [ ] **09:00** - **CHECKPOINT** - Ready
- [ ] **09:05** - By hand
  - [ ] look left
  - [ ] look right
- [ ] **09:10** - GO/NO-GO
- [ ] **09:15** - Work
  \`\`\`bash
  ${script}
  \`\`\`
- [ ] **09:20** - **DONE**

## Checkpoints
### Checkpoint 1: Ready (09:00)
**Criteria**:
- [ ] Everybody is there

**If it fails**:
1. Wait

## Rollback procedure
### Emergency procedure (10 min)
1. **Undo** (5 min)
   \`\`\`bash
   echo undone >> ledger
   \`\`\`
### Validation
- [ ] As before
`;

async function driven(run: TestRun, onFailure: 'stop' | 'rollback', signal?: AbortSignal) {
  const { engine, story } = await run.open();
  const never = new AbortController().signal;
  const { plan: compiled, environment } = run;
  const options = { plan: compiled, environment, engine, onFailure };
  const end = await driveUnattended({ ...options, signal: signal ?? never });
  return { end, engine, story };
}

const ledgerOf = ({ folder }: TestRun): string => readFileSync(join(folder, 'ledger'), 'utf8');

describe('an unattended run', () => {
  it('confirms what is by hand, passes gates and checkpoints, runs commands, to the end', async () => {
    const run = createRun(plan('echo worked >> ledger'));
    const { end, story } = await driven(run, 'stop');
    expect(end).toEqual({ why: 'completed' });
    expect(ledgerOf(run)).toBe('worked\n');
    expect(story()).toEqual([
      'item.ticked',
      'checkpoint.passed',
      'item.ticked',
      'item.ticked',
      'step.confirmed',
      'gate.passed',
      'job.started',
      'job.exited',
      'milestone.reached',
    ]);
  });

  it('stops at a failure, and leaves the run to a person', async () => {
    const run = createRun(plan('exit 7'));
    const { end, engine } = await driven(run, 'stop');
    expect(end).toEqual({ why: 'stopped', step: '1.4' });
    expect(engine.state().statusOf('1.4')).toBe('failed');
  });

  it('rolls back when that was asked, through to the validation', async () => {
    const run = createRun(plan('echo half >> ledger; exit 7'));
    const { end } = await driven(run, 'rollback');
    expect(end).toEqual({ why: 'rolledBack' });
    expect(ledgerOf(run)).toBe('half\nundone\n');
  });

  it('does not try for ever what cannot start', async () => {
    const run = createRun(
      plan('true').replace('```bash\n  true', '```bash dir=/nonexistent\n  true'),
    );
    const { end, story } = await driven(run, 'stop');
    expect(end).toMatchObject({ why: 'stopped', step: '1.4' });
    expect(story().filter(type => type === 'job.started')).toHaveLength(2);
  });

  it('says which value is missing when it stops for one', async () => {
    const run = createRun(plan('echo {{tag}}'));
    const { end } = await driven(run, 'rollback');
    expect(end).toMatchObject({ refusal: { code: 'unbound-variable', detail: 'tag' } });
  });

  it('ends when it is interrupted; the command goes on', async () => {
    const run = createRun(plan('echo begun >> ledger; sleep 0.5; echo ended >> ledger'));
    const stop = new AbortController();
    const driving = driven(run, 'stop', stop.signal);
    await expect.poll(() => ledgerOf(run), { timeout: 10_000 }).toBe('begun\n');
    stop.abort();
    expect((await driving).end).toEqual({ why: 'interrupted' });
    await expect.poll(() => ledgerOf(run), { timeout: 10_000 }).toBe('begun\nended\n');
  });
});

describe('what is looked at by commands', () => {
  const checkpoint = step('09:00', '**CHECKPOINT** - Ready');
  const work = step('09:05', 'Work', fence('echo worked >> ledger'));
  const checked = (check: string): TestRun =>
    createRun(
      release({
        steps: [checkpoint, work],
        criteria: [box('Everybody is there'), box('Disk', fence(check))],
      }),
    );

  it('is waited for, and only what no command looks at is ticked', async () => {
    const run = checked('sleep 0.3; true');
    const { end, engine } = await driven(run, 'stop');
    expect(end).toEqual({ why: 'completed' });
    const { marks } = engine.state().context;
    expect([marks['C1.1']?.by, marks['C1.2']?.by]).toEqual(['ops@bastion', 'bascule']);
  });

  it('and is not good is a failure: never ticked over', async () => {
    const stopped = await driven(checked('false'), 'stop');
    expect(stopped.end).toEqual({ why: 'stopped', step: '1.1' });
    expect(stopped.engine.state().context.marks['C1.2']).toMatchObject({ verdict: 'fail' });
    expect((await driven(checked('false'), 'rollback')).end).toEqual({ why: 'rolledBack' });
  });

  it('and cannot be, for want of a value or of a folder, stops it too', async () => {
    expect((await driven(checked('echo {{tag}}'), 'stop')).end).toMatchObject({
      why: 'stopped',
      refusal: { code: 'unbound-variable', detail: 'tag' },
    });
    const nowhere = createRun(
      release({
        steps: [checkpoint],
        criteria: [box('Nowhere', fence('true', 'bash dir=/nonexistent'))],
      }),
    );
    const { end, story } = await driven(nowhere, 'stop');
    expect(end).toEqual({ why: 'stopped', step: '1.1' });
    expect(story().filter(type => type === 'job.started')).toHaveLength(2);
  });

  it('after the rollback as well: it is not validated over a failed check', async () => {
    const run = createRun(
      release({
        steps: [step('09:00', 'Work', fence('exit 7'))],
        validation: [box('As before', fence('false'))],
      }),
    );
    const { end, engine } = await driven(run, 'rollback');
    expect(end).toEqual({ why: 'stopped', step: null });
    expect(engine.state().status).toBe('validating');
  });
});

describe('the rollback of an unattended run', () => {
  const two = (proof: string): TestRun =>
    createRun(
      release({
        steps: [
          step('09:00', 'Work <!-- id=work -->', fence('exit 7')),
          step('09:05', 'More <!-- id=more -->', fence('true')),
        ],
        rollback: [
          undo(
            'Undo work',
            'undoes=work',
            fence(proof, 'bash proof="the backup"'),
            fence('echo work undone >> ledger'),
          ),
          undo('Undo more', 'undoes=more', fence('echo more undone >> ledger')),
        ],
      }),
    );

  it('leaves out what has nothing to undo, and says why', async () => {
    const run = two('sleep 0.2; true');
    const { end, engine } = await driven(run, 'rollback');
    expect(end).toEqual({ why: 'rolledBack' });
    expect(ledgerOf(run)).toBe('work undone\n');
    expect(engine.state().context.steps['R.2']).toMatchObject({
      outcome: 'skipped',
      reason: 'not needed: nothing to undo',
    });
  });

  it('must be possible: without a proof nothing starts', async () => {
    const { end } = await driven(two('false'), 'rollback');
    expect(end).toEqual({
      why: 'stopped',
      step: '1.1',
      refusal: { code: 'not-ready', detail: 'the backup' },
    });
  });
});

it('an interactive command stops it: there is no terminal, and nothing is journaled', async () => {
  const asks = step('09:00', 'Password', fence('read -r line', 'bash interactive'));
  const { end, story } = await driven(createRun(release({ steps: [asks] })), 'rollback');
  expect(end).toMatchObject({ why: 'stopped', refusal: { code: 'no-terminal', detail: '1.1' } });
  expect(story()).toEqual([]);
});
