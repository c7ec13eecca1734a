/** The last decision inside the window, and how long before the last tenable rollback it should come. */
import type { Spot } from '../scene/outline.ts';
import { recordOf, type Scene } from '../scene/scene.ts';
import { slotOf } from './schedule.ts';
import { expectedOf } from './walk.ts';
import { lastTenableRollback } from './window.ts';

/** A checkpoint or gate still to be decided; milliseconds, decided when it ends. */
export interface Decision {
  spot: Spot;
  planned: number | null;
  at: number;
  /** By the 90th percentiles. */
  slow: number;
  /** The plan itself puts it after the last tenable rollback. */
  tooLate: boolean;
}

/** Milliseconds between a decision and the last tenable rollback; negative when it comes after. */
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
    if (!expected || expected.end === null || expected.slowEnd === null) return [];
    const { start, end } = slotOf(scene, spot);
    const planned = end ?? start;
    const tooLate = last !== null && planned !== null && planned > last;
    return [{ spot, planned, at: expected.end, slow: expected.slowEnd, tooLate }];
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
    left: last - at,
    slowLeft: last - slow,
    planned: planned === null ? null : last - planned,
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
