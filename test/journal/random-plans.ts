/** Plans and runs drawn at random: small, but of every kind of step. */
import fc from 'fast-check';
import type { Fact } from '../../machines/entries.ts';
import { createFold, type Folded } from '../../src/journal/fold.ts';
import type { Plan, Step } from '../../src/plan/types.ts';
import { created, entryOf, released, taken } from '../machines/driver.ts';
import {
  checkpoint,
  command,
  commands,
  gate,
  manual,
  milestone,
  plan,
  rollback,
  stage,
} from '../machines/plans.ts';
import { possibleFacts } from '../machines/possible-facts.ts';

/** A step in want of an id. */
const step: fc.Arbitrary<(id: string) => Step> = fc.oneof(
  fc.integer({ min: 1, max: 3 }).map(count => (id: string) => commands(id, count)),
  fc.integer({ min: 0, max: 2 }).map(boxes => (id: string) => manual(id, boxes)),
  fc.integer({ min: 0, max: 1 }).map(count => (id: string) => checkpoint(id, withCommands(count))),
  fc.integer({ min: 0, max: 1 }).map(count => (id: string) => gate(id, withCommands(count))),
  fc.integer({ min: 0, max: 1 }).map(count => (id: string) => milestone(id, withCommands(count))),
);

const withCommands = (count: number) => ({
  commands: Array.from({ length: count }, (_, index) => command(index)),
});

const phase = fc.array(step, { maxLength: 3 });
const stages = fc.array(fc.array(phase, { maxLength: 2 }), { minLength: 1, maxLength: 2 });

export const randomPlan: fc.Arbitrary<Plan> = fc
  .record({ stages, back: fc.option(fc.array(step, { maxLength: 2 }), { nil: undefined }) })
  .map(drawn => {
    const numbered = drawn.stages.map((phases, s) =>
      stage(
        `S${s}`,
        phases.map((steps, p) => steps.map((make, n) => make(`${s}.${p}.${n}`))),
      ),
    );
    const back = drawn.back && rollback(drawn.back.map((make, n) => make(`R.${n}`)));
    return plan(numbered, back && { rollback: back });
  });

/** Numbers that choose facts, one after the other, among those that could be told. */
export const randomChoices = fc.array(fc.nat(), { maxLength: 80 });

/** One fact told of a run: where it stood, what was said, where it stands. */
export interface Told {
  before: Folded;
  fact: Fact;
  after: ReturnType<ReturnType<typeof createFold>['next']>;
}

/** Tells a run facts, most of them acceptable ones. */
export function tellAtRandom(plan: Plan, choices: readonly number[]): Told[] {
  const fold = createFold(plan);
  const facts = possibleFacts(plan);
  const told: Told[] = [];
  let folded = fold.initial();
  const tell = (fact: Fact) => {
    const after = fold.next(folded, entryOf(fact, told.length));
    told.push({ before: folded, fact, after });
    folded = after;
  };
  tell(created);
  tell(taken);
  for (const choice of choices) {
    const { can, context } = fold.toState(folded);
    const possible = facts(context);
    // Nine in ten are accepted; leaving the helm too often would keep every run at its start.
    const useful = possible.filter(fact => can(fact) && fact !== released);
    const among = choice % 10 > 0 && useful.length > 0 ? useful : possible;
    tell(among[Math.floor(choice / 10) % among.length]!);
  }
  return told;
}
