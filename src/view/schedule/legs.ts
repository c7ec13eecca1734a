/** What each step should take: as it did in this environment before, else as the plan says. */
import { isNeeded } from '../../../machines/undoing.ts';
import type { Phase, Step } from '../../plan/types.ts';
import type { Outline, Spot } from '../scene/outline.ts';
import type { Scene } from '../scene/scene.ts';
import type { History, Sample } from '../types.ts';
import { plannedFor, tableOf } from './schedule.ts';
import { minutesOf, type Timetable } from './timetable.ts';

/** One step on the way; milliseconds, nulls where nobody can say. */
export interface Leg {
  step: Step;
  /** Its time in the timetable. */
  start: number | null;
  /** Expected length, and by the 90th percentile: never shorter. */
  length: number | null;
  slow: number | null;
  /** The first of its stage: the one before it does not tell when it starts. */
  first: boolean;
}

const known = new WeakMap<Timetable, WeakMap<History, readonly Leg[]>>();
const knownBack = new WeakMap<object, { history: History; legs: readonly Leg[] }>();

/** The timeline, step by step; made once per timetable and history. */
export function legsOf(scene: Scene): readonly Leg[] {
  const table = tableOf(scene);
  const { history } = scene.input;
  const made = known.get(table) ?? new WeakMap<History, readonly Leg[]>();
  known.set(table, made);
  const before = made.get(history);
  if (before) return before;
  const legs = timelineLegs(scene.outline, table, history);
  made.set(history, legs);
  return legs;
}

/** What a step should take, in milliseconds; null when neither earlier runs nor the plan tell. */
export function expectedLength(scene: Scene, step: Step): number | null {
  const measured = sampleOf(scene.input.history, step)?.median;
  return measured ?? plannedFor(scene, step);
}

/** The steps of the rollback; those that have nothing to undo take no time. */
export function rollbackLegs(scene: Scene): readonly Leg[] {
  const { context, plan, input } = scene;
  const before = knownBack.get(context);
  if (before?.history === input.history) return before.legs;
  const steps = plan.rollback?.steps ?? [];
  const lengths = shared(steps, minutes(plan.rollback?.minutes) ?? 0);
  const legs = steps.map((step, at) => {
    const planned = isNeeded(plan, context, step) ? (lengths[at] ?? 0) : 0;
    return legOf(input.history, step, null, planned, false);
  });
  knownBack.set(context, { history: input.history, legs });
  return legs;
}

function timelineLegs(outline: Outline, table: Timetable, history: History): Leg[] {
  const planned = plannedLengths(outline, table);
  return outline.spots.map(({ step, at, stageAt }) => {
    const first = outline.spots[at - 1]?.stageAt !== stageAt;
    return legOf(history, step, table[at]!.start, planned[at]!, first);
  });
}

/** Only commands have one: what people do waits for the clock. */
function sampleOf({ steps }: History, { id, kind }: Step): Sample | null {
  return kind === 'command' && Object.hasOwn(steps, id) ? steps[id]! : null;
}

function legOf(
  history: History,
  step: Step,
  start: number | null,
  planned: number | null,
  first: boolean,
): Leg {
  const sample = sampleOf(history, step);
  if (!sample) return { step, start, length: planned, slow: planned, first };
  return { step, start, length: sample.median, slow: Math.max(sample.median, sample.p90), first };
}

/** A length for each step: what the timetable gives to several at once is shared among them. */
function plannedLengths({ phases }: Outline, table: Timetable): (number | null)[] {
  const lengths: (number | null)[] = table.map(() => null);
  for (const [phase, spots] of phases) {
    for (const stretch of stretches(spots, table)) {
      const all = shared(
        stretch.map(({ step }) => step),
        spanOf(phase, stretch, table),
      );
      stretch.forEach((spot, index) => {
        lengths[spot.at] = all[index]!;
      });
    }
  }
  return lengths;
}

/** The steps of a phase cut before each one that has a time. */
function stretches(spots: readonly Spot[], table: Timetable): Spot[][] {
  const cut: Spot[][] = [];
  for (const spot of spots) {
    if (cut.length === 0 || table[spot.at]!.start !== null) cut.push([spot]);
    else cut.at(-1)!.push(spot);
  }
  return cut;
}

/** What the plan gives to a stretch; a moment to a step alone that does not say when it ends. */
function spanOf(phase: Phase, stretch: readonly Spot[], table: Timetable): number | null {
  const [head, ...others] = stretch;
  const { start, end } = table[head!.at]!;
  if (start !== null && others.length === 0) return end === null ? 0 : Math.max(0, end - start);
  if (start !== null && end !== null && head!.step.minutes === undefined) return end - start;
  return stretch.length === phase.steps.length ? minutes(phaseMinutes(phase)) : null;
}

function phaseMinutes({ plannedMinutes, start, end }: Phase): number | undefined {
  const [from, to] = [minutesOf(start), minutesOf(end)];
  if (plannedMinutes !== undefined || from === null || to === null) return plannedMinutes;
  return (to - from + 24 * 60) % (24 * 60);
}

/** A step takes the minutes it says; the rest share what is left of `whole` alike. */
function shared(steps: readonly Step[], whole: number | null): (number | null)[] {
  const silent = steps.filter(step => step.minutes === undefined).length;
  const said = steps.reduce((sum, step) => sum + (minutes(step.minutes) ?? 0), 0);
  const share = whole === null ? null : Math.max(0, whole - said) / Math.max(1, silent);
  return steps.map(step => minutes(step.minutes) ?? share);
}

function minutes(count: number | undefined): number | null {
  return count === undefined ? null : count * 60_000;
}
