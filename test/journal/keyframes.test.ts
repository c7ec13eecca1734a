/** Any state of a run, whatever was asked before and however much is folded yet. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../machines/entries.ts';
import { createFold, type Fold, type Folded } from '../../src/journal/fold.ts';
import { createKeyframes } from '../../src/journal/keyframes.ts';
import type { Plan } from '../../src/plan/types.ts';
import { drive, entryOf } from '../machines/driver.ts';
import { manual, plan, stage } from '../machines/plans.ts';
import { longRun } from './long-run.ts';
import { randomPlan } from './random-plans.ts';
import { randomChoices, tellAtRandom } from './random-runs.ts';

const runs = { numRuns: 60 };

/** What is asked of the keyframes, one after the other: a state, or some folding ahead. */
const asked = fc.array(fc.record({ number: fc.nat(), ahead: fc.boolean() }), { maxLength: 12 });

function forEveryRun(
  check: (entries: Entry[], plan: Plan, asked: { number: number; ahead: boolean }[]) => void,
): void {
  fc.assert(
    fc.property(randomPlan, randomChoices, asked, (plan, choices, questions) => {
      const entries = tellAtRandom(plan, choices).map(({ fact }, seq) => entryOf(fact, seq));
      check(entries, plan, questions);
    }),
    runs,
  );
}

const saved = (plan: Plan, folded: Folded) => JSON.stringify(createFold(plan).persist(folded));

describe('in every run', () => {
  it('each state is that of the entries before it, in whatever order they are asked for', () => {
    forEveryRun((entries, plan, questions) => {
      const fold = createFold(plan);
      const frames = createKeyframes(fold, entries, 7);
      for (const { number, ahead } of questions) {
        if (ahead) frames.advance(number % 10);
        const seq = (number % (entries.length + 1)) - 1;
        const wanted = fold.all(entries.slice(0, seq + 1));
        expect(saved(plan, frames.at(seq))).toBe(saved(plan, wanted));
      }
    });
  });

  it('what was given stays as it was, whatever is folded on it', () => {
    forEveryRun((entries, plan) => {
      const frames = createKeyframes(createFold(plan), entries, 5);
      const given = entries.map((_, seq) => frames.at(seq));
      const before = given.map(folded => saved(plan, folded));
      for (const { seq } of entries.toReversed()) frames.at(seq);
      expect(given.map(folded => saved(plan, folded))).toEqual(before);
    });
  });

  it('folding on leaves its start untouched', () => {
    forEveryRun((entries, plan) => {
      const fold = createFold(plan);
      const half = Math.floor(entries.length / 2);
      const start = fold.all(entries.slice(0, half));
      const before = [saved(plan, start), JSON.stringify(start.snapshot.context)];
      fold.on(start, entries.slice(half));
      expect([saved(plan, start), JSON.stringify(start.snapshot.context)]).toEqual(before);
    });
  });
});

describe('a run of ten thousand entries', () => {
  const { plan: busy, entries } = longRun(10_000);
  const fold = createFold(busy);

  it('is folded in slices', () => {
    const frames = createKeyframes(fold, entries);
    let slices = 1;
    while (frames.advance(200)) slices += 1;
    expect(slices).toBe(50);
    expect(frames.at(9_999).seq).toBe(9_999);
  });

  it('once it is folded, any state is found by folding 250 entries at most', () => {
    const counted = counting(fold);
    const frames = createKeyframes(counted.fold, entries);
    while (frames.advance(1000));
    expect(counted.since()).toBe(10_000);
    for (const seq of [9_998, 3, 5_432, 249, 250, 7_777, 0]) {
      expect(frames.at(seq).seq).toBe(seq);
      expect(counted.since()).toBeLessThanOrEqual(250);
    }
  });

  it('going on to the next entry folds that entry alone, and staying folds nothing', () => {
    const counted = counting(fold);
    const frames = createKeyframes(counted.fold, entries);
    const first = frames.at(3_100);
    frames.advance(1000);
    counted.since();
    expect(frames.at(3_100)).toBe(first);
    expect(counted.since()).toBe(0);
    expect(frames.at(3_101).seq).toBe(3_101);
    expect(counted.since()).toBe(1);
  });
});

/** The same fold, and how many entries it was given since the last time that one asked. */
function counting(fold: Fold) {
  let count = 0;
  return {
    fold: {
      ...fold,
      on(...[start, entries]: Parameters<Fold['on']>) {
        const some = [...entries];
        count += some.length;
        return fold.on(start, some);
      },
    },
    since() {
      const before = count;
      count = 0;
      return before;
    },
  };
}

it('a state that no entry leads to is refused', () => {
  const { entries, plan: small } = drive(plan([stage('S', [[manual('1')]])]));
  const frames = createKeyframes(createFold(small), entries);
  expect(frames.at(-1).seq).toBe(-1);
  for (const seq of [-2, entries.length, 0.5]) expect(() => frames.at(seq)).toThrow(RangeError);
});
