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

  it.each(['role', 'approve'])('are suggested when misspelt: %s=', attribute => {
    const source = plan(`- [ ] a <!-- ${attribute}=DBB -->`, '1. c', team);
    expect(said(source)).toEqual([`unknown-role: ${attribute}=DBB`]);
    expect(compiled(source).diagnostics[0]).toMatchObject({
      severity: 'warning',
      remedy: expect.stringContaining('DBA'),
    });
  });
});

describe('who approves', () => {
  const team = '## Team\n\n| Role | Person |\n|-|-|\n| DBA | A |';
  const point = '- [ ] **07:00** - GO/NO-GO <!-- approve="Release manager" -->';

  it('is a role of the team, on a gate too', () => {
    expect(said(plan(point, '1. c', team))).toEqual(['unknown-role: approve="Release manager"']);
    expect(said(plan(point.replace('"Release manager"', 'DBA'), '1. c', team))).toEqual([]);
  });

  it('may be anybody where the plan has no team', () => {
    expect(said(plan(point, '1. c'))).toEqual([]);
  });
});

describe('hosts', () => {
  const source = plan('- [ ] a\n  ```bash on=dv\n  true\n  ```', '1. c');
  const environment: Environment = { ...rehearsalEnvironment, hosts: { db: { local: true } } };

  it('are those of the environment, when there is one', () => {
    expect(said(source)).toEqual([]);
    expect(said(source, { environment })).toEqual(['unknown-host: on=dv']);
  });

  it('elsewhere are for checks alone: a command would need its own witness there', () => {
    const away = { ...environment, hosts: { dv: { address: 'dv.example.org' } } };
    expect(said(source, { environment: away })).toEqual(['remote-command: ```']);
    const here = { ...environment, hosts: { dv: { local: true } } };
    expect(said(source, { environment: here })).toEqual([]);
  });
});
