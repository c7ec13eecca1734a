/** How long it took, against the plan and earlier runs; how long one may still go back. */

import { runnableCommands } from '../../../machines/plan-steps.ts';
import type { Step } from '../../plan/types.ts';
import { instant, isRollback, type Scene } from '../scene/scene.ts';
import { plannedFor } from '../schedule/schedule.ts';
import { clock, lasting, rounded } from '../schedule/time.ts';
import { lastTenableRollback } from '../schedule/window.ts';
import { latestJob, ranFor } from '../step/commands.ts';
import type { FailureCard } from '../types.ts';

/** `4 min 41, prévu ~10 min, répété 9 min 58 en staging (3 fois)`. */
export function timingText(scene: Scene, step: Step): string {
  const { card } = scene.words.decisions;
  const took = tookFor(scene, step);
  const planned = plannedFor(scene, step);
  return [
    took === null ? '' : lasting(took, scene.words),
    planned ? card.planned(scene.words.units.about(rounded(planned, scene.words))) : '',
    earlier(scene, step),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Milliseconds that the latest attempt of each command took; null when the end of one is not known. */
function tookFor(scene: Scene, step: Step): number | null {
  const jobs = runnableCommands(step).flatMap(command => latestJob(scene, step, command) ?? []);
  if (jobs.length === 0 || jobs.some(job => instant(job.exitedAt) === null)) return null;
  return jobs.reduce((total, job) => total + ranFor(scene, job), 0);
}

function earlier({ input, words, text }: Scene, { id }: Step): string {
  const { steps, elsewhere } = input.history;
  const { usual, rehearsed } = words.decisions.card;
  const here = Object.hasOwn(steps, id) ? steps[id] : undefined;
  if (here) return usual(lasting(here.median, words), here.count);
  const there = Object.hasOwn(elsewhere, id) ? elsewhere[id] : undefined;
  return there ? rehearsed(lasting(there.median, words), text(there.environment), there.count) : '';
}

const soon = 30 * 60_000;

/** Time left before the last tenable rollback; '' when nobody can say, or once it is decided. */
export function returnLeft(scene: Scene): FailureCard['returnLeft'] {
  const last = isRollback(scene) ? null : lastTenableRollback(scene);
  if (last === null) return { text: '', tone: 'muted' };
  const { card } = scene.words.decisions;
  const time = clock(last, scene.zone);
  const left = last - scene.now;
  if (left < 0) return { text: card.returnLate(time), tone: 'bad' };
  const text = card.returnLeft(rounded(left, scene.words), time);
  return { text, tone: left < soon ? 'warning' : 'normal' };
}
