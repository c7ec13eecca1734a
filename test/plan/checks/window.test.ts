import { describe, expect, it } from 'vitest';
import { compiled, onDay, said } from '../write.ts';

const day = (check: string) =>
  onDay(
    [
      '- [ ] **06:00** - **MAINTENANCE START**',
      check,
      '- [ ] **07:00** - **MAINTENANCE END**',
    ].join('\n'),
  );

describe('the maintenance window', () => {
  it('leaves time for a rollback after the last decision', () => {
    expect(said(day('- [ ] **06:50** - GO/NO-GO'))).toEqual([]);
  });

  it('is too short when the rollback would end after it', () => {
    const source = day('- [ ] **06:51** - GO/NO-GO');
    expect(said(source)).toEqual(['late-rollback: - [ ] **06:51** - GO/NO-GO']);
    expect(compiled(source).diagnostics[0]?.remedy).toContain('06:50');
  });

  it('minds only decisions inside it', () => {
    expect(
      said(onDay('- [ ] **06:55** - GO/NO-GO\n- [ ] **07:00** - **MAINTENANCE END**')),
    ).toEqual(['window-incomplete: - [ ] **07:00** - **MAINTENANCE END**']);
  });

  it('opens and closes', () => {
    expect(said(onDay('- [ ] **06:00** - **MAINTENANCE START**'))).toEqual([
      'window-incomplete: - [ ] **06:00** - **MAINTENANCE START**',
    ]);
  });
});

describe('the rollback', () => {
  const plan = (rollback: string) => `# T\n\n## Timeline\n\n- [ ] a\n\n${rollback}`;

  it('must exist', () => {
    expect(said(plan(''))).toEqual(['no-rollback: # T']);
  });

  it('must have a duration', () => {
    expect(said(plan('## Rollback\n\n1. a'))).toEqual(['rollback-without-budget: ## Rollback']);
  });

  it('must fit in it', () => {
    expect(said(plan('## Rollback (10 min)\n\n1. a (6 min)\n2. b (5 min)'))).toEqual([
      'rollback-over-budget: ## Rollback (10 min)',
    ]);
  });
});
