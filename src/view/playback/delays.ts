/** Where a run fell behind its plan. */
import type { Entry } from '../../../machines/entries.ts';
import { isBeside } from '../../../machines/records/aside.ts';
import type { Spot } from '../scene/outline.ts';
import { recordOf, type Scene } from '../scene/scene.ts';
import { lateness } from '../schedule/schedule.ts';

/** Milliseconds: less is no delay, and less than that more than before is still the same one. */
const worthTelling = 5 * 60_000;
const growth = 60_000;

/**
 * The steps that ended five minutes late or more, and a minute more than the step of the same stage that
 * ended before them: where time was lost, and not every step that follows. Late is what the screen calls
 * late: behind the plan's clock, or, in a rehearsal and in a stage that was opened early, behind the plan's
 * own pace counted from the first step of the stage. Of a step that was done again, the last time counts.
 * @returns milliseconds of whole minutes, by the number of the entry that ended the step
 */
export function growingDelays(scene: Scene): Map<number, number> {
  const ends = lastEnds(scene);
  return new Map(scene.outline.stages.flatMap(spots => delaysIn(scene, spots, ends)));
}

function delaysIn(
  scene: Scene,
  spots: readonly Spot[],
  ends: ReadonlyMap<string, number>,
): [number, number][] {
  const over = spots.flatMap(spot => {
    const [seq, late] = [ends.get(spot.step.id), lateness(scene, spot)];
    return seq === undefined || late === null ? [] : [[seq, late] as [number, number]];
  });
  return over
    .sort(([a], [b]) => a - b)
    .filter(([, late], index) => {
      const before = over[index - 1]?.[1] ?? 0;
      return late >= worthTelling && late - before >= growth;
    });
}

const endings: ReadonlySet<Entry['type']> = new Set([
  'step.confirmed',
  'step.skipped',
  'step.accepted',
  'checkpoint.passed',
  'gate.passed',
  'milestone.reached',
]);

/** The entry that ended each step that is over: nothing of this kind comes after it. */
function lastEnds(scene: Scene): Map<string, number> {
  const ends = new Map<string, number>();
  for (const entry of scene.input.entries) {
    if ('step' in entry && entry.step !== undefined && isEnd(scene, entry))
      ends.set(entry.step, entry.seq);
  }
  const isOver = (step: string) => recordOf(scene, step).outcome !== undefined;
  return new Map([...ends].filter(([step]) => isOver(step)));
}

function isEnd({ context }: Scene, entry: Entry): boolean {
  if (entry.type !== 'job.exited') return endings.has(entry.type);
  const job = context.jobs[entry.job];
  return entry.ok && job !== undefined && !isBeside(job);
}
