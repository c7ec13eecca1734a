import { describe, expect, it } from 'vitest';
import { rehearsalEnvironment } from '../../../src/plan/environment.ts';
import type { Environment } from '../../../src/plan/types.ts';
import { compiled, said } from '../write.ts';

const plan = (day: string, back: string, team = '') =>
  `# T\n\n${team}\n\n## Timeline\n\n### D-day\n\n${day}\n\n## Rollback (10 min)\n\n${back}\n`;

describe('names of steps', () => {
  it('can be undone by name or by number', () => {
    const source = plan(
      '- [ ] a <!-- id=deploy -->\n- [ ] b',
      '1. c <!-- undoes=deploy,D-day.2 -->',
    );
    expect(said(source)).toEqual([]);
    expect(compiled(source).plan.rollback?.steps[0]?.attributes.undoes).toEqual([
      'deploy',
      'D-day.2',
    ]);
  });

  it('must exist to be undone', () => {
    const source = plan('- [ ] a <!-- id=deploy -->', '1. c <!-- undoes=deploi,9.9 -->');
    expect(said(source)).toEqual([
      'unknown-undoes: undoes=deploi,9.9',
      'unknown-undoes: undoes=deploi,9.9',
    ]);
    expect(compiled(source).diagnostics[0]?.remedy).toContain('deploy');
  });

  it('name one step each', () => {
    expect(said(plan('- [ ] a <!-- id=x -->\n- [ ] b <!-- id=x -->', '1. c'))).toEqual([
      'duplicate-name: id=x',
    ]);
  });
});

describe('roles', () => {
  const team = '## Team\n\n| Role | Person |\n|-|-|\n| DBA | A |\n| Release manager | B |';

  it('are those of the team, whatever the case', () => {
    expect(said(plan('- [ ] a <!-- role=dba approve="release manager" -->', '1. c', team))).toEqual(
      [],
    );
  });

  it('are suggested when misspelt', () => {
    const source = plan('- [ ] a <!-- role=DBB -->', '1. c', team);
    expect(said(source)).toEqual(['unknown-role: role=DBB']);
    expect(compiled(source).diagnostics[0]).toMatchObject({
      severity: 'warning',
      remedy: expect.stringContaining('DBA'),
    });
  });
});

describe('hosts', () => {
  const source = plan('- [ ] a\n  ```bash on=dv\n  true\n  ```', '1. c');
  const environment: Environment = { ...rehearsalEnvironment, hosts: { db: { local: true } } };

  it('are those of the environment, when there is one', () => {
    expect(said(source)).toEqual([]);
    expect(said(source, { environment })).toEqual(['unknown-host: on=dv']);
  });
});
