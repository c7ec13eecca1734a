/** That every state leads to an end is proved on the chart itself, and a state that does not is found. */

import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMachine } from 'xstate';
import { createDeploymentMachine } from '../../machines/deployment.ts';
import { statesWithoutWayOut } from '../../machines/ways-out.ts';
import { compile } from '../../src/plan/compile.ts';
import type { Plan } from '../../src/plan/types.ts';
import { randomPlan } from '../journal/random-plans.ts';
import { checkpoint, command, commands, gate, manual, plan, rollback, stage } from './plans.ts';

const folder = new URL('../../plans/', import.meta.url);
const read = (name: string) => fs.readFileSync(new URL(`${name}/plan.md`, folder), 'utf8');

describe('every state leads to an end', () => {
  it.each(['ops-bail-mobilite', 'web-shop'])('of plans/%s', name => {
    const { plan: subject } = compile(read(name), { path: name });
    expect(statesWithoutWayOut(createDeploymentMachine(subject))).toEqual([]);
  });

  it('of any plan', () => {
    fc.assert(
      fc.property(randomPlan, subject => {
        expect(statesWithoutWayOut(createDeploymentMachine(subject))).toEqual([]);
      }),
    );
  });

  const many = (count: number, from: number) =>
    Array.from({ length: count }, (_, index) => commands(`${from}.${index}`));
  it.each([
    ['one phase', 1, 4000],
    ['phases of ten', 400, 10],
  ])('of 4,000 steps in %s, in good time', (_, phases, steps) => {
    const lists = Array.from({ length: phases }, (__, index) => many(steps, index));
    const start = performance.now();
    const machine = createDeploymentMachine(plan([stage('A', lists)]));
    const made = performance.now();
    expect(statesWithoutWayOut(machine)).toEqual([]);
    // Against the time that making it takes here and now; a copy of each way back for each step takes far more.
    expect(performance.now() - made).toBeLessThan(5 * (made - start));
  });
});

const subject = plan(
  [
    stage('A', [
      [commands('1.1'), checkpoint('1.2', { commands: [command(0)] }), manual('1.3')],
      [gate('2.1'), commands('2.2')],
    ]),
  ],
  { rollback: rollback([commands('R.1'), commands('R.2')]) },
);

interface Config {
  states?: Record<string, Config>;
  on?: Record<string, unknown>;
  onDone?: unknown;
}

/** The machine of a plan after something was taken from the state at this path. */
function broken(from: Plan, path: string, breakIt: (state: Config) => void) {
  const machine = createDeploymentMachine(from);
  const config = copied(machine.config) as Config;
  const state = path.split('.').reduce((parent, key) => parent.states![key]!, config);
  breakIt(state);
  return createMachine(config as never, machine.implementations as never);
}

/** Functions as they are: only the tree of states is to be changed. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copied(inner)]));
}

const without =
  (...events: string[]) =>
  (state: Config) => {
    for (const event of events) delete state.on![event];
  };
const unchained = (state: Config) => {
  delete state.onDone;
};

const first = 'underway.stage-A.phase-A-0';
const second = 'underway.stage-A.phase-A-1';
const back = 'rollingBack.procedure';

describe('a state without a way out is found', () => {
  const outOfTrouble = ['step.retried', 'step.amended', 'step.accepted', 'step.skipped'];
  const stepOne = ['ready', 'running', 'failed', 'inDoubt', 'done'];
  const cases: [string, string, (state: Config) => void, (string | null)[][]][] = [
    [
      'a failure',
      `${first}.s-1-1.failed`,
      without(...outOfTrouble),
      [[`${first}.s-1-1.failed`, '1.1']],
    ],
    [
      'a doubt, in the rollback',
      `${back}.s-R-2.inDoubt`,
      without(...outOfTrouble),
      [[`${back}.s-R-2.inDoubt`, 'R.2']],
    ],
    [
      'a running command',
      `${second}.s-2-2.running`,
      without('job.exited', 'job.doubted', 'job.revoked', 'job.abandoned'),
      [[`${second}.s-2-2.running`, '2.2']],
    ],
    [
      'a remediation',
      `${first}.s-1-2.remediating`,
      without('checkpoint.reviewed'),
      [[`${first}.s-1-2.remediating`, '1.2']],
    ],
    [
      'a refused gate',
      `${second}.s-2-1.refused`,
      without('gate.reviewed'),
      [[`${second}.s-2-1.refused`, '2.1']],
    ],
    [
      'a review that cannot be passed, and what leads to it in the same step',
      `${second}.s-2-1.reviewing`,
      without('gate.passed'),
      [
        [`${second}.s-2-1.reviewing`, '2.1'],
        [`${second}.s-2-1.refused`, '2.1'],
      ],
    ],
    [
      'a manual step',
      `${first}.s-1-3.ready`,
      without('step.confirmed', 'step.skipped'),
      [[`${first}.s-1-3.ready`, '1.3']],
    ],
    [
      'a step that nothing follows',
      `${first}.s-1-1`,
      unchained,
      stepOne.map(state => [`${first}.s-1-1.${state}`, '1.1']),
    ],
    ['a phase that nothing follows', first, unchained, [[`${first}._end`, null]]],
    ['the end of the timeline', 'underway', unchained, [['underway._end', null]]],
    [
      'the wait for a job',
      'rollingBack.halting',
      without('job.exited', 'job.doubted', 'job.revoked', 'job.abandoned'),
      [['rollingBack.halting', null]],
    ],
    [
      'the validation of the rollback',
      'rollingBack.validating',
      without('rollback.validated'),
      [['rollingBack.validating', null]],
    ],
  ];

  it.each(cases)('%s', (_, path, breakIt, expected) => {
    const found = statesWithoutWayOut(broken(subject, path, breakIt));
    const named = expected.map(([state, step]) => ({ state, step }));
    const byState = (list: typeof found) => list.toSorted((a, b) => (a.state < b.state ? -1 : 1));
    expect(byState(found)).toEqual(byState(named as typeof found));
  });

  it('two steps that only lead to each other', () => {
    const machine = broken(subject, `${first}.s-1-3`, state => {
      state.onDone = 's-1-1';
    });
    const steps = new Set(statesWithoutWayOut(machine).map(({ step }) => step));
    expect(steps).toEqual(new Set(['1.1', '1.2', '1.3']));
  });

  it('none, where the plan has no rollback, in the rollback', () => {
    const { rollback: _, ...rest } = subject;
    const machine = broken(rest as Plan, 'underway', () => {});
    expect(statesWithoutWayOut(machine)).toEqual([]);
  });
});
