/** The one forecast: from where the run stands, step after step, to when each should begin and end. */
import type { RunContext } from '../../../machines/context.ts';
import type { Step } from '../../plan/types.ts';
import type { Spot } from '../scene/outline.ts';
import { instant, isRollback, recordOf, type Scene } from '../scene/scene.ts';
import type { History } from '../types.ts';
import { type Leg, legsOf, rollbackLegs } from './legs.ts';
import { goesByTheClock, turnAt } from './schedule.ts';

/** Milliseconds since the epoch; nulls where nobody can say. */
export interface Expected {
  start: number | null;
  end: number | null;
  /** By the 90th percentile of what earlier runs took: never before the others. */
  slowStart: number | null;
  slowEnd: number | null;
}

/** What should still happen, from the current step on. */
interface Walk {
  /** Position of the current step, in the timeline or in the rollback. */
  from: number;
  ahead: readonly Expected[];
}

interface Kept {
  now: number;
  status: string;
  schedule: string;
  history: History;
  walk: Walk | null;
}

/** Many views of one moment ask. */
const kept = new WeakMap<RunContext, Kept>();

/** When a step of the timeline that is not over should begin and end; null for the others, and in a rollback. */
export function expectedOf(scene: Scene, spot: Spot): Expected | null {
  return isRollback(scene) ? null : at(walkOf(scene), spot.at);
}

/** The same for a step of the rollback, by its position. */
export function expectedBack(scene: Scene, position: number): Expected | null {
  return isRollback(scene) ? at(walkOf(scene), position) : null;
}

function at(walk: Walk | null, position: number): Expected | null {
  return walk?.ahead[position - walk.from] ?? null;
}

function walkOf(scene: Scene): Walk | null {
  const { now, context, input } = scene;
  const { history, schedule } = input;
  const { status } = input.state;
  const before = kept.get(context);
  const same = before?.now === now && before.status === status && before.schedule === schedule;
  if (same && before.history === history) return before.walk;
  const walk = isRollback(scene) ? walkBack(scene) : walkOn(scene);
  kept.set(context, { now, status, schedule, history, walk });
  return walk;
}

function walkOn(scene: Scene): Walk | null {
  const spot = scene.outline.byId.get(scene.input.state.current ?? '');
  if (!spot) return null;
  const legs = legsOf(scene);
  const here = expectHere(scene, legs[spot.at]!, turnAt(scene, spot) ?? scene.now);
  return { from: spot.at, ahead: walkFrom(scene, legs, spot.at, here) };
}

function walkBack(scene: Scene): Walk | null {
  const { state } = scene.input;
  if (state.status !== 'rollingBack') return null;
  const legs = rollbackLegs(scene);
  const from = legs.findIndex(({ step }) => recordOf(scene, step.id).outcome === undefined);
  const leg = legs[from];
  if (!leg) return null;
  const before = legs[from - 1]?.step.id;
  const turn = before ? recordOf(scene, before).endedAt : scene.context.rollback?.at;
  const here = expectHere(scene, leg, instant(turn) ?? scene.now);
  return { from, ahead: walkFrom(scene, legs, from, here) };
}

function walkFrom(
  scene: Scene,
  legs: readonly Leg[],
  from: number,
  here: Expected,
): readonly Expected[] {
  const ahead = [here];
  for (let index = from + 1; index < legs.length; index += 1) {
    ahead.push(expectNext(scene, legs[index]!, ahead.at(-1)!));
  }
  return ahead;
}

/** A step starts when the one before it ends, and where the plan's clock rules not before its time. */
function expectNext(scene: Scene, leg: Leg, before: Expected): Expected {
  const promised = promisedAt(scene, leg);
  const follows = !leg.first || promised !== null;
  const start = follows ? startAfter(scene, before.end, promised) : null;
  const slowStart = follows ? startAfter(scene, before.slowEnd, promised) : null;
  return { start, end: sum(start, leg.length), slowStart, slowEnd: sum(slowStart, leg.slow) };
}

function startAfter({ now }: Scene, ended: number | null, promised: number | null): number | null {
  if (ended === null) return promised === null ? null : Math.max(now, promised);
  return promised === null ? ended : Math.max(ended, promised);
}

function promisedAt(scene: Scene, { start, step }: Leg): number | null {
  const stageAt = scene.outline.byId.get(step.id)?.stageAt;
  return stageAt !== undefined && goesByTheClock(scene, stageAt) ? start : null;
}

/** The current step, whose turn came at `turn`. */
function expectHere(scene: Scene, leg: Leg, turn: number): Expected {
  const { step } = leg;
  const begun = instant(recordOf(scene, step.id).startedAt);
  const promised = promisedAt(scene, leg) ?? Number.NEGATIVE_INFINITY;
  if (step.kind !== 'command') return within(scene.now, leg, begun ?? Math.max(turn, promised));
  if (begun !== null) return commandUnderWay(scene, leg, begun);
  const start = Math.max(scene.now, promised);
  return expected(start, took => start + took, leg);
}

/** What people do is under way from its turn on, announced or not, and is not over before now. */
function within(now: number, leg: Leg, start: number): Expected {
  return expected(start, took => Math.max(now, start + took), leg);
}

/** A command takes its time from its launch; one that failed has yet to take it. */
function commandUnderWay(scene: Scene, leg: Leg, start: number): Expected {
  const done = doneOf(scene, leg.step, start);
  const job = runningSince(scene, leg.step);
  const endAfter = (took: number) => {
    const left = Math.max(0, took - done);
    return job === null ? scene.now + left : Math.max(scene.now, job + left);
  };
  return expected(start, endAfter, leg);
}

function expected(start: number, endAfter: (took: number) => number, leg: Leg): Expected {
  const end = leg.length === null ? null : endAfter(leg.length);
  const slowEnd = leg.slow === null ? null : endAfter(leg.slow);
  return { start, end, slowStart: start, slowEnd };
}

function runningSince({ context }: Scene, step: Step): number | null {
  const job = context.jobs[context.liveJob ?? ''];
  return job?.step === step.id ? instant(job.startedAt) : null;
}

/** Milliseconds that the commands of the step which succeeded took, since it was begun. */
function doneOf(scene: Scene, step: Step, since: number): number {
  return recordOf(scene, step.id).jobs.reduce((done, id) => {
    const { startedAt, exitedAt, ok } = scene.context.jobs[id]!;
    const began = instant(startedAt)!;
    const took = (instant(exitedAt) ?? began) - began;
    return ok && began >= since ? done + Math.max(0, took) : done;
  }, 0);
}

function sum(start: number | null, length: number | null): number | null {
  return start === null || length === null ? null : start + length;
}
