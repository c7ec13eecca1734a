/** Runs drawn at random: what could be told of a run, one fact after the other, likely or not. */
import fc from 'fast-check';
import { dueCheck } from '../../machines/checks.ts';
import type { Fact } from '../../machines/entries.ts';
import { createFold, type Folded } from '../../src/journal/fold.ts';
import type { Plan } from '../../src/plan/types.ts';
import { checkOf, created, entryOf, released, taken } from '../machines/driver.ts';
import { possibleFacts } from '../machines/possible-facts.ts';
import { factsAround, isAround } from './facts-around.ts';

/** Numbers that choose facts, one after the other, among those that could be told. */
export const randomChoices = fc.array(fc.noBias(fc.nat()), { maxLength: 100, size: 'max' });

/** One fact told of a run: where it stood, what was said, where it stands. */
export interface Told {
  before: Folded;
  fact: Fact;
  after: ReturnType<ReturnType<typeof createFold>['next']>;
  /** A check that nobody asked for: it was due. */
  byItself: boolean;
}

const standing = /^(item|variable)\.|^run\.(held|aborted)|^rollback\.decided|^helm\.released/;

/** Boxes, values, what surrounds the commands and jobs beside the plan are many, and a run ends soon enough: they would leave no room for the plan. */
function moves(fact: Fact): boolean {
  if (fact.type === 'job.started') return fact.command >= 0 && fact.check === undefined;
  return !(isAround(fact) || standing.test(fact.type));
}

/** Tells a run facts, most of them acceptable ones; checks that are due start by themselves, as the engine has it. */
export function tellAtRandom(plan: Plan, choices: readonly number[]): Told[] {
  const fold = createFold(plan);
  const facts = possibleFacts(plan);
  const told: Told[] = [];
  let folded = fold.initial();
  const tell = (fact: Fact, byItself = false) => {
    const after = fold.next(folded, entryOf(fact, told.length));
    told.push({ before: folded, fact, after, byItself });
    folded = after;
    const due = byItself ? null : dueCheck(plan, fold.toState(folded));
    if (due) tell(checkOf(plan, due.item, `due-${told.length}`), true);
  };
  tell(created);
  tell(taken);
  for (const choice of choices) {
    const { can, context } = fold.toState(folded);
    // Little is told after the end.
    if (context.endedAt !== null && choice % 4 > 0) break;
    tell(chosen(choice, [...facts(context), ...factsAround(context)], can));
  }
  return told;
}

/** Nine in ten are acceptable, and most of these move the run. */
function chosen(choice: number, possible: readonly Fact[], can: (fact: Fact) => boolean): Fact {
  const [kind, start] = [choice % 10, Math.floor(choice / 10)];
  // In an order of their own, so that no fact is likelier for standing behind many refused ones.
  const shuffled = possible.map((_, index) => possible[(start + index * 7919) % possible.length]!);
  const driven = can(released);
  const useful = (fact: Fact) => (fact !== taken || !driven) && can(fact);
  // Nobody holds the helm for a while, or what must not happen then would not be tried.
  const moving =
    kind > (driven ? 3 : 6) ? shuffled.find(fact => moves(fact) && useful(fact)) : null;
  return moving ?? (kind > 0 ? shuffled.find(useful) : undefined) ?? shuffled[0]!;
}
