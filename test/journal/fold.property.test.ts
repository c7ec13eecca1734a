/** Whatever the plan and whatever is told of its run. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Effect } from '../../machines/effects.ts';
import { createFold } from '../../src/journal/fold.ts';
import { pathOf } from '../../src/journal/run-state.ts';
import type { Plan } from '../../src/plan/types.ts';
import { entryOf } from '../machines/driver.ts';
import { isAround } from './facts-around.ts';
import { randomPlan } from './random-plans.ts';
import { randomChoices, type Told, tellAtRandom } from './random-runs.ts';

const runs = { numRuns: 150 };
const entriesOf = (told: readonly Told[]) => told.map(({ fact }, seq) => entryOf(fact, seq));

function forEveryRun(check: (told: Told[], plan: Plan) => void): void {
  fc.assert(
    fc.property(randomPlan, randomChoices, (plan, choices) =>
      check(tellAtRandom(plan, choices), plan),
    ),
    runs,
  );
}

const jobsOf = (effects: readonly Effect[]) =>
  effects.flatMap(effect => (effect.type === 'startJob' ? [effect.job] : []));

describe('in every run', () => {
  it('no job starts twice', () => {
    forEveryRun(told => {
      const begun = told.flatMap(({ after }) => jobsOf(after.effects));
      expect(begun).toEqual([...new Set(begun)]);
    });
  });

  it('every job that was started and is not waited for has an outcome', () => {
    forEveryRun(told => {
      const { jobs, liveJob, aside } = told.at(-1)!.after.snapshot.context;
      for (const job of Object.values(jobs)) {
        expect(['running', 'orphan'].includes(job.status)).toBe(
          job.id === liveJob || job.id === aside,
        );
      }
    });
  });

  it('only what happened moves the run while nobody holds the helm', () => {
    forEveryRun(told => {
      for (const { before, fact, after } of told) {
        const moved = pathOf(before.snapshot.value).join() !== pathOf(after.snapshot.value).join();
        if (!moved || before.snapshot.context.helm) continue;
        expect(['run.created', 'job.exited', 'job.doubted', 'job.revoked']).toContain(fact.type);
      }
    });
  });

  it('what can() promised is what the fold does', () => {
    forEveryRun((told, plan) => {
      const fold = createFold(plan);
      for (const { before, fact, after } of told) {
        expect([fact, fold.toState(before).can(fact)]).toEqual([fact, !after.ignored]);
      }
    });
  });

  it('a step is over once, and in the order of the plan where it has one', () => {
    forEveryRun((told, plan) => {
      const { context } = told.at(-1)!.after.snapshot;
      const isOver = (step: string) => context.steps[step]?.outcome !== undefined;
      const first = (over: boolean[]) => over.toSorted((a, b) => Number(b) - Number(a));
      const over = plan.stages.flatMap(stage =>
        stage.phases.flatMap(phase => {
          const own = phase.steps.map(({ id }) => isOver(id));
          return phase.anyOrder ? first(own) : own;
        }),
      );
      expect(over).toEqual(first(over));
    });
  });

  it('what surrounds the commands never moves the run, nor starts anything', () => {
    forEveryRun((told, plan) => {
      const fold = createFold(plan);
      for (const { before, fact, after } of told.filter(one => isAround(one.fact))) {
        const [from, to] = [before, after].map(folded => fold.toState(folded));
        const where = ({ status, current, context }: typeof from & {}) => [
          status,
          current,
          Object.entries(context.steps).map(([id, { outcome }]) => [id, outcome]),
        ];
        expect(where(to!)).toEqual(where(from!));
        expect(after.effects.map(({ type }) => type)).toEqual(
          fact.type === 'message.queued' && !after.ignored ? ['sendMessage'] : [],
        );
      }
    });
  });

  it('a message is sent once for each decision, and its fate is told once', () => {
    forEveryRun(told => {
      const effects = told.flatMap(({ after }) => after.effects);
      const sent = effects.flatMap(one => (one.type === 'sendMessage' ? [one.delivery] : []));
      expect(sent).toEqual([...new Set(sent)]);
      const { deliveries } = told.at(-1)!.after.snapshot.context;
      expect(Object.keys(deliveries).sort()).toEqual([...sent].sort());
      const fates = told.filter(
        ({ fact, after }) => /^message\.(sent|failed|doubted)/.test(fact.type) && !after.ignored,
      );
      const known = Object.values(deliveries).filter(({ status }) => status !== 'queued');
      expect(fates).toHaveLength(known.length);
    });
  });

  it('folding at once, one by one, and from a saved state all agree', () => {
    forEveryRun((told, plan) => {
      const fold = createFold(plan);
      const entries = entriesOf(told);
      const whole = fold.all(entries);
      const saved = (folded: unknown) => JSON.stringify(folded);
      const oneByOne = told.at(-1)!.after;
      expect(saved(fold.persist(whole))).toBe(saved(fold.persist(oneByOne)));
      expect(whole.ignored).toEqual(
        told.flatMap(({ after }) => (after.ignored ? [after.seq] : [])),
      );

      const half = told[Math.floor(told.length / 2)]!.after;
      const restored = fold.restore(JSON.parse(saved(fold.persist(half))))!;
      const rest = entries
        .slice(half.seq + 1)
        .reduce((folded, entry) => fold.next(folded, entry), restored);
      expect(saved(fold.persist(rest))).toBe(saved(fold.persist(whole)));
    });
  });

  it('enough is told to reach every ending', () => {
    // Drawn from one seed: what this says is that the others are worth something.
    const told = fc.sample(fc.tuple(randomPlan, randomChoices), { seed: 7, numRuns: 200 });
    const endings = told.map(([plan, choices]) => {
      const { snapshot } = tellAtRandom(plan, choices).at(-1)!.after;
      return pathOf(snapshot.value)[0];
    });
    const all = ['underway', 'closing', 'completed', 'rollingBack', 'rolledBack', 'aborted'];
    expect(new Set(endings)).toEqual(new Set(all));
  });
});
