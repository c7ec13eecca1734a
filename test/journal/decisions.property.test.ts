/** Whatever the plan, whatever happens and whatever is decided: what a run never does, and always can. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prerequisites } from '../../machines/checks.ts';
import type { Fact, FactOf } from '../../machines/entries.ts';
import { createFold, type Folded } from '../../src/journal/fold.ts';
import type { Plan } from '../../src/plan/types.ts';
import { entryOf, taken } from '../machines/driver.ts';
import { finish } from './endings.ts';
import { isAround } from './facts-around.ts';
import { randomPlan, stepsOf } from './random-plans.ts';
import { randomChoices, type Told, tellAtRandom } from './random-runs.ts';

const runs = { numRuns: 200 };

/** Refused facts are left out: they are never journaled. */
function forEveryRun(check: (told: Told[], plan: Plan) => void): void {
  fc.assert(
    fc.property(randomPlan, randomChoices, (plan, choices) =>
      check(
        tellAtRandom(plan, choices).filter(({ after }) => !after.ignored),
        plan,
      ),
    ),
    runs,
  );
}

type Start = FactOf<'job.started'>;
const isStart = (fact: Fact): fact is Start => fact.type === 'job.started';
const isOfThePlan = (fact: Fact): fact is Start =>
  isStart(fact) && fact.adhoc === undefined && fact.check === undefined;

/** Every two starts of the same thing that follow each other, with all that was told between. */
function repeats(told: Told[], nameOf: (one: Told) => string | null) {
  const last = new Map<string, number>();
  return told.flatMap((one, at) => {
    const name = nameOf(one);
    if (name === null) return [];
    const before = last.get(name);
    last.set(name, at);
    return before === undefined ? [] : [told.slice(before, at + 1)];
  });
}

/** Ids of the steps that are done again with this one: it and those after it in its phase, or in the rollback. */
function groupOf(plan: Plan, id: string): string[] {
  const phases = plan.stages.flatMap(stage => stage.phases.map(phase => phase.steps));
  const groups = [...phases, plan.rollback?.steps ?? []].map(steps => steps.map(step => step.id));
  return groups.find(group => group.includes(id)) ?? [];
}

describe('in every run', () => {
  it('no command of the plan runs twice without a decision between', () => {
    forEveryRun((told, plan) => {
      const same = ({ fact }: Told) => (isOfThePlan(fact) ? `${fact.step} ${fact.command}` : null);
      for (const between of repeats(told, same)) {
        const { step, job } = between[0]!.fact as Start;
        const upToIt = groupOf(plan, step).slice(0, groupOf(plan, step).indexOf(step) + 1);
        const decided = between.some(({ fact }) => {
          if (fact.type === 'step.reopened') return upToIt.includes(fact.step);
          if (fact.type === 'job.revoked') return fact.job === job;
          return (
            /^step\.(retried|amended)$/.test(fact.type) && 'step' in fact && fact.step === step
          );
        });
        expect([between.map(({ fact }) => fact), decided]).toEqual([expect.anything(), true]);
      }
    });
  });

  it('no command that succeeded runs again unless somebody goes back', () => {
    forEveryRun((told, plan) => {
      const fold = createFold(plan);
      for (const { before, fact } of told) {
        if (!isOfThePlan(fact)) continue;
        const { steps, jobs } = fold.toState(before).context;
        const { reopened = 0, jobs: own = [] } = steps[fact.step] ?? {};
        const succeeded = own.filter(id => jobs[id]!.ok && jobs[id]!.command === fact.command);
        expect(succeeded.length).toBeLessThanOrEqual(reopened);
      }
    });
  });

  it('no check starts by itself twice unless its box was to be looked at again', () => {
    forEveryRun((told, plan) => {
      const proofs = new Set(plan.rollback?.proofs.map(({ id }) => id));
      const same = ({ fact, byItself }: Told) => (byItself && isStart(fact) ? fact.check! : null);
      for (const between of repeats(told, same)) {
        const start = between[0]!.fact as Start;
        const again = between.some(one => looksAgain(one, start, proofs.has(start.check!), plan));
        expect([between.map(({ fact }) => fact), again]).toEqual([expect.anything(), true]);
      }
    });
  });

  it('nothing starts while the run is held or nobody holds the helm, and no more than one of a kind', () => {
    forEveryRun(told => {
      for (const { before, fact, after } of told) {
        const starts = after.effects.some(effect => effect.type === 'startJob');
        if (!starts && fact.type !== 'step.begun') continue;
        const { helm, held, liveJob, aside } = before.snapshot.context;
        expect([helm === null, held]).toEqual([false, null]);
        if (isStart(fact)) expect(isOfThePlan(fact) ? liveJob : aside).toBeNull();
      }
    });
  });

  it('a job beside the plan never touches a step', () => {
    forEveryRun(told => {
      for (const { before, fact, after } of told) {
        const { aside, steps, current } = before.snapshot.context;
        const beside =
          'job' in fact && (fact.job === aside || (isStart(fact) && !isOfThePlan(fact)));
        if (beside)
          expect([after.snapshot.context.steps, after.snapshot.context.current]).toEqual([
            steps,
            current,
          ]);
      }
    });
  });

  it('the rollback can be decided at every moment of the way', () => {
    forEveryRun((told, plan) => {
      const fold = createFold(plan);
      for (const { after } of told) {
        const state = fold.toState(after);
        const possible = state.can({ type: 'rollback.decided', reason: 'because' });
        const expected = state.status === 'underway' && state.context.helm !== null;
        expect(possible).toBe(expected && plan.rollback !== undefined);
      }
    });
  });
});

/** How many steps of the days before are over. */
function endedBeforeTheDay({ stages }: Plan, { snapshot }: Folded): number {
  const steps = stepsOf(stages.filter(stage => stage.offsetDays < 0));
  return steps.filter(({ id }) => snapshot.context.steps[id]?.outcome !== undefined).length;
}

/**
 * What wants a box looked at again: its point refused, its step done again; of a proof, anything that may have
 * changed it; of a prerequisite, the day.
 */
function looksAgain(
  { fact, before, after }: Told,
  start: Start,
  proof: boolean,
  plan: Plan,
): boolean {
  if (fact.type === 'step.reopened') return true;
  if (fact.type === 'checkpoint.reviewed') return fact.step === start.step;
  // It never ran.
  if (fact.type === 'job.revoked')
    return before.snapshot.context.jobs[fact.job]?.check === start.check;
  if (start.step === prerequisites)
    return endedBeforeTheDay(plan, after) > endedBeforeTheDay(plan, before);
  if (!proof) return false;
  if (fact.type === 'variable.bound') return true;
  if (fact.type === 'job.exited' && fact.captured) return true;
  const [from, to] = [before, after].map(({ snapshot }) => snapshot.context.current ?? '');
  return groupOf(plan, from!) !== groupOf(plan, to!) && !groupOf(plan, from!).includes(to!);
}

describe('from every state that a run reaches', () => {
  /** Some of them, and always the last: each takes a run of its own. */
  const some = (told: Told[]): Folded[] =>
    told.filter((_, at) => at % 8 === 7 || at === told.length - 1).map(({ after }) => after);

  it('decisions lead to the end that was chosen: completed, or rolled back', () => {
    forEveryRun((told, plan) => {
      const fold = createFold(plan);
      for (const folded of some(told)) {
        const { status } = fold.toState(folded);
        const back = status === 'rollingBack' || status === 'validating';
        const end = fold.toState(finish(plan, fold, folded)).status;
        const goesOn = status === 'underway' || status === 'closing';
        const chosen = back ? 'rolledBack' : goesOn ? 'completed' : status;
        expect(end).toBe(chosen);
      }
    });
  });

  it('a rollback can be decided and brought to its end', () => {
    forEveryRun((told, plan) => {
      const fold = createFold(plan);
      if (!plan.rollback) return;
      for (const folded of some(told)) {
        if (fold.toState(folded).status !== 'underway') continue;
        const tell = (at: Folded, fact: Fact) => fold.next(at, entryOf(fact, at.seq + 1));
        const driven = folded.snapshot.context.helm ? folded : tell(folded, taken);
        const decided = tell(driven, { type: 'rollback.decided', reason: 'because' });
        expect(fold.toState(finish(plan, fold, decided)).status).toBe('rolledBack');
      }
    });
  });
});

it('enough happens to say something', () => {
  // Drawn from one seed: what this says is that the other runs are worth something.
  const drawn = fc.sample(fc.tuple(randomPlan, randomChoices), { seed: 7, numRuns: 200 });
  const told = drawn.map(([plan, choices]) => ({ plan, told: tellAtRandom(plan, choices) }));
  const all = told.flatMap(one => one.told.filter(({ after }) => !after.ignored));
  const counted = (is: (one: Told) => boolean) => all.filter(is).length;
  expect(counted(({ fact }) => isOfThePlan(fact))).toBeGreaterThan(100);
  expect(counted(({ byItself }) => byItself)).toBeGreaterThan(100);
  expect(counted(({ fact }) => isAround(fact))).toBeGreaterThan(100);
  expect(counted(({ fact }) => fact.type === 'run.closed')).toBeGreaterThan(5);
  expect(
    counted(({ fact }) => fact.type === 'step.reopened' && fact.only === true),
  ).toBeGreaterThan(5);
  const again = told.flatMap(one =>
    repeats(one.told, ({ fact, byItself }) => (byItself && isStart(fact) ? fact.check! : null)),
  );
  expect(again.length).toBeGreaterThan(20);
  expect(told.some(({ plan }) => stepsOf(plan.stages).length > 6)).toBe(true);
});
