import { describe, expect, it } from 'vitest';
import { createDeploymentMachine } from '../../machines/deployment.ts';
import { mermaid } from '../../machines/mermaid.ts';
import {
  checkpoint,
  commands,
  gate,
  manual,
  milestone,
  plan,
  planOf,
  rollback,
  stage,
} from './plans.ts';

const everything = plan(
  [
    stage('J-1', [[gate('1.1')]]),
    stage('J', [
      [milestone('2.1'), commands('2.2')],
      [checkpoint('3.1'), manual('3.2')],
    ]),
  ],
  { rollback: rollback([commands('R.1'), manual('R.2')]) },
);

const draw = (subject = everything) => mermaid(subject, createDeploymentMachine(subject));
const linesOf = (text: string) => text.split('\n').map(line => line.trim());

describe('the drawing of a chart', () => {
  it('is a state diagram', () => {
    expect(draw()).toMatch(/^stateDiagram-v2\n/);
  });

  it.each([
    ['the way in', '[*] --> draft'],
    ['the first entry', 'draft --> underway : run.created'],
    ['the stages in order', 'underway__stage_J_1 --> underway__stage_J'],
    ['the phases in order', 'stage_J__phase_J_0 --> stage_J__phase_J_1'],
    ['the steps in order', 'phase_J_0__s_2_1 --> phase_J_0__s_2_2'],
    ['their titles', 'state "2.2 Step 2.2" as phase_J_0__s_2_2'],
    ['the end', 'underway --> completed'],
    ['the way into a rollback', 'underway --> rollingBack : rollback.decided'],
    ['the wait for a job', '[*] --> rollingBack__halting : rollback.decided'],
    ['the steps of the rollback', 'procedure__s_R_1 --> procedure__s_R_2'],
    ['its validation', 'rollingBack__validating --> rollingBack__validated : rollback.validated'],
    ['a command step', 'any_command_failed --> any_command_ready : step.retried, step.amended'],
    [
      'a checkpoint',
      'any_checkpoint_reviewing --> any_checkpoint_remediating : checkpoint.refused',
    ],
    ['a gate', 'any_gate_refused --> any_gate_reviewing : gate.reviewed'],
    ['a milestone', 'any_milestone_ready --> any_milestone_reached : milestone.reached'],
    ['a manual step', 'any_manual_ready --> any_manual_done : step.confirmed, step.skipped'],
  ])('shows %s', (_, line) => {
    expect(linesOf(draw())).toContain(line);
  });

  it('leaves out what is accepted everywhere and leads nowhere', () => {
    expect(draw()).not.toMatch(/item\.|helm\.|variable\.|job\.orphaned|job\.cancelled/);
  });

  it('leaves the rollback out of a plan without one', () => {
    expect(draw(planOf(manual('1.1')))).not.toContain('rollingBack');
  });

  it('closes what it opens, and gives every state one name', () => {
    const lines = linesOf(draw());
    const opened = lines.filter(line => line.endsWith('{'));
    expect(lines.filter(line => line === '}')).toHaveLength(opened.length);
    const names = lines.flatMap(line => / as (\w+)(?: \{)?$/.exec(line)?.[1] ?? []);
    expect(new Set(names).size).toBe(names.length);
  });

  it('draws arrows only between states it has named', () => {
    const lines = linesOf(draw());
    const named = new Set(lines.flatMap(line => / as (\w+)/.exec(line)?.[1] ?? []));
    const ends = lines.flatMap(line => /^(\S+) --> (\S+)/.exec(line)?.slice(1) ?? []);
    expect(ends.filter(end => end !== '[*]' && !named.has(end))).toEqual([]);
  });

  it('keeps what Mermaid would misread out of the titles', () => {
    const title = 'Say "no" <b>; #1\nthen {go}';
    const text = draw(planOf({ ...manual('1.1'), title }));
    expect(linesOf(text)).toContain(
      'state "1.1 Say #quot;no#quot; #lt;b#gt;#59; #35;1 then {go}" as phase_A_0__s_1_1',
    );
  });
});
