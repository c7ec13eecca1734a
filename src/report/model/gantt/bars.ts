/** What was done, as bars: of one step, and of several. */
import { runnableCommands } from '../../../../machines/plan-steps.ts';
import type { Step } from '../../../plan/types.ts';
import { instant, recordOf, type Scene, stepOf } from '../../../view/scene/scene.ts';
import type { Tone } from '../../../view/types.ts';
import { type Spent, spendingOf } from '../../story/spending.ts';
import type { Story } from '../../story/story.ts';
import type { GanttRow } from '../../types.ts';

type Bar = GanttRow['actual'][number];

/** By step: its commands, its decisions, its work by hand. Waiting and absences are left out. */
export function stepBars({ spent, scene, end }: Story): ReadonlyMap<string, Bar[]> {
  const bars = new Map<string, Bar[]>();
  for (const stretch of spent) {
    const step = stepOf(scene, stretch.step ?? '');
    if (!step || !isDoing(step, stretch)) continue;
    const tone = stretch.to === end && isOpen(scene, step) ? 'active' : toneOf(scene, stretch);
    const own = bars.get(step.id) ?? [];
    bars.set(step.id, own);
    append(own, { from: stretch.from, to: stretch.to, tone });
  }
  return bars;
}

/** A command that waits to be started is not under way. */
function isDoing(step: Step, { cause }: Spent): boolean {
  const kind = spendingOf[cause];
  if (kind === 'waiting' || kind === 'away') return false;
  return cause !== 'work' || runnableCommands(step).length === 0;
}

function isOpen(scene: Scene, { id }: Step): boolean {
  return recordOf(scene, id).outcome === undefined && scene.context.endedAt === null;
}

function toneOf({ context }: Scene, { cause, job }: Spent): Tone {
  if (spendingOf[cause] === 'deciding') return 'warning';
  if (cause !== 'command') return 'normal';
  const record = context.jobs[job ?? ''];
  if (record?.status === 'running' || record?.status === 'orphan') return 'active';
  return record?.ok ? 'good' : 'bad';
}

function append(bars: Bar[], bar: Bar): void {
  const last = bars.at(-1);
  if (last && last.to === bar.from && last.tone === bar.tone) last.to = bar.to;
  else bars.push(bar);
}

/** A moment, for what is over and took no time. */
export function momentBar(scene: Scene, { id }: Step): Bar[] {
  const { outcome, endedAt } = recordOf(scene, id);
  const at = instant(endedAt);
  if (at === null || outcome === undefined || outcome === 'skipped') return [];
  return [{ from: at, to: at, tone: 'good' }];
}

/** Milliseconds: the helm that changes hands is no break. */
const blink = 60_000;

/** Of a phase or a stage: from its first work on, broken where nobody was there. */
export function groupBars(
  { spent, scene }: Story,
  steps: ReadonlySet<string>,
  isOver: boolean,
): Bar[] {
  const bars: Bar[] = [];
  const tone = groupTone(scene, isOver);
  for (const { step, cause, from, to } of spent) {
    if (step === null || !steps.has(step) || cause === 'away') continue;
    // It has not begun while it only waits.
    const last = bars.at(-1);
    if (cause === 'time' && last?.to !== from) continue;
    if (last && from - last.to < blink) last.to = to;
    else bars.push({ from, to, tone });
  }
  return bars;
}

/** What is left at the end of the run was given up. */
function groupTone({ context }: Scene, isOver: boolean): Tone {
  if (isOver) return 'good';
  return context.endedAt === null ? 'active' : 'warning';
}
