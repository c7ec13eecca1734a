import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { driveUnattended } from '../../src/engine/unattended.ts';
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
  const end = await driveUnattended({ plan: run.plan, engine, onFailure, signal: signal ?? never });
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
