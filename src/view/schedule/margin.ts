/** The last decision inside the window, and how long before the last tenable rollback it should come. */
import type { Spot } from '../scene/outline.ts';
import { recordOf, type Scene } from '../scene/scene.ts';
import { slotOf } from './schedule.ts';
import { apart } from './time.ts';
import { expectedOf } from './walk.ts';
import { lastTenableRollback } from './window.ts';

/**
 * A checkpoint or gate still to be decided; milliseconds. It falls at its time, after the minutes that it
 * says itself: what is between it and the next step is slack, not deliberation.
 */
export interface Decision {
  spot: Spot;
  planned: number | null;
  at: number;
  /** By the 90th percentiles. */
  slow: number;
  /** The plan itself puts it after the last tenable rollback. */
  tooLate: boolean;
}

/** Milliseconds, in whole minutes, between a decision and the last tenable rollback; negative when it comes after. */
export interface Margin {
  decision: Decision;
  last: number;
  left: number;
  /** By the 90th percentiles. */
  slowLeft: number;
  planned: number | null;
}

/** The decisions to come inside the window, in order. */
export function decisionsAhead(scene: Scene): Decision[] {
  const last = lastTenableRollback(scene);
  return spotsAhead(scene).flatMap(spot => {
    const expected = expectedOf(scene, spot);
    if (!expected || expected.start === null || expected.slowStart === null) return [];
    const own = (spot.step.minutes ?? 0) * 60_000;
    const { start } = slotOf(scene, spot);
    const planned = start === null ? null : start + own;
    const tooLate = last !== null && planned !== null && planned > last;
    const at = Math.max(scene.now, expected.start + own);
    const slow = Math.max(scene.now, expected.slowStart + own);
    return [{ spot, planned, at, slow, tooLate }];
  });
}

/**
 * The margin of the last decision that the plan puts early enough, for one that it puts too late is no
 * delay; of the very last when there is no such one. Null when nothing is left to decide.
 */
export function marginOf(scene: Scene): Margin | null {
  const last = lastTenableRollback(scene);
  const decisions = decisionsAhead(scene);
  const decision = decisions.findLast(one => !one.tooLate) ?? decisions.at(-1);
  if (last === null || !decision) return null;
  const { at, slow, planned } = decision;
  return {
    decision,
    last,
    left: apart(last, at),
    slowLeft: apart(last, slow),
    planned: planned === null ? null : apart(last, planned),
  };
}

const kept = new WeakMap<readonly Spot[], readonly Spot[]>();

function spotsAhead(scene: Scene): readonly Spot[] {
  return decisionSpots(scene).filter(({ step }) => recordOf(scene, step.id).outcome === undefined);
}

/** Checkpoints and gates between the opening and the closing of the window. */
function decisionSpots({ outline }: Scene): readonly Spot[] {
  const { opens, closes, spots } = outline;
  if (!opens || !closes) return [];
  const before = kept.get(spots);
  if (before) return before;
  const inside = spots
    .slice(opens.at + 1, closes.at)
    .filter(({ step }) => step.kind === 'checkpoint' || step.kind === 'gate');
  kept.set(spots, inside);
  return inside;
}

/** Is the run in the stage of the window? */
export function inWindowStage({ outline, input }: Scene): boolean {
  const here = outline.byId.get(input.state.current ?? '');
  return here !== undefined && here.stageAt === outline.closes?.stageAt;
}
