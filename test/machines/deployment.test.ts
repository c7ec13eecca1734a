import { describe, expect, it } from 'vitest';
import { createDeploymentMachine } from '../../machines/deployment.ts';
import type { Fact } from '../../machines/entries.ts';
import { createFold } from '../../src/journal/fold.ts';
import { created, Driver, drive, entriesOf, exited, taken } from './driver.ts';
import { commands, manual, plan, planOf, stage } from './plans.ts';

describe('the chart of a plan', () => {
  it('is a draft until the run is created', () => {
    const run = new Driver(planOf(manual('1.1')));
    expect([run.state.status, run.state.current]).toEqual(['draft', null]);
    expect(run.try({ type: 'step.confirmed', step: '1.1' })).toBeNull();
    run.tell(created);
    expect(run.where).toBe('1.1 ready');
  });

  it('goes through steps, phases and stages in order, then is completed', () => {
    const steps = ['1.1', '1.2', '2.1', '3.1'];
    const run = drive(
      plan([
        stage('A', [[manual('1.1'), manual('1.2')], [manual('2.1')]]),
        stage('B', [[manual('3.1')]]),
      ]),
    );
    const turns = steps.map(step => {
      const turn = run.state.current;
      run.tell({ type: 'step.confirmed', step });
      return turn;
    });
    expect(turns).toEqual(steps);
    expect([run.where, run.state.current]).toEqual(['completed', null]);
    expect(run.state.context.endedAt).toBe(run.entries.at(-1)?.at);
  });

  it('leaves out stages and phases without steps', () => {
    const run = drive(
      plan([stage('A', [[]]), stage('B', [[], [manual('1.1')], []]), stage('C', [])]),
    );
    expect(run.where).toBe('1.1 ready');
    run.tell({ type: 'step.confirmed', step: '1.1' });
    expect(run.where).toBe('completed');
  });

  it('is completed at once when there is nothing to do', () => {
    const run = new Driver(plan([]));
    run.tell(created);
    expect(run.where).toBe('completed');
  });

  it('may give stage, phase and step the same key', () => {
    const same = stage('A', [[{ ...manual('1.1'), key: 'x' }]]);
    const run = drive(plan([{ ...same, key: 'x', phases: [{ ...same.phases[0]!, key: 'x' }] }]));
    run.tell({ type: 'step.confirmed', step: '1.1' });
    expect(run.where).toBe('completed');
  });

  it.each([
    ['two steps share a key', planOf(manual('1.1'), { ...manual('1.2'), key: 's-1-1' }), /«s-1-1»/],
    ['a key has a dot', planOf({ ...manual('1.1'), key: '1.1' }), /«1\.1»/],
    ['a key is empty', planOf({ ...manual('1.1'), key: '' }), /«»/],
  ])('cannot be made when %s', (_, bad, message) => {
    expect(() => createDeploymentMachine(bad)).toThrow(message);
  });

  it('is told apart from a step of the same id by its status at the ends', () => {
    const run = drive(planOf(manual('1.1')));
    run.tell({ type: 'run.aborted', reason: 'postponed' });
    expect([run.where, run.status('1.1')]).toEqual(['aborted', 'waiting']);
  });
});

describe('a plan of 4,000 steps', () => {
  const ids = Array.from({ length: 4000 }, (_, index) => `1.${index}`);
  const facts: Fact[] = [created, taken];
  for (const step of ids) {
    const job = `job-${step}`;
    const about = { job, step, command: 0, attempt: 1, script: 's', host: 'h' };
    facts.push({ type: 'job.started', ...about }, exited(step, job));
  }
  const entries = entriesOf(facts);

  it.each([
    ['one phase', [ids.map(id => commands(id))]],
    [
      'phases of ten',
      Array.from({ length: 400 }, (_, n) => ids.slice(n * 10, n * 10 + 10).map(id => commands(id))),
    ],
  ])('in %s folds to its end', (_, phases) => {
    const fold = createFold(plan([stage('A', phases)]));
    const folded = fold.all(entries);
    expect(folded.ignored).toEqual([]);
    expect(fold.toState(folded).status).toBe('completed');
  });
});
