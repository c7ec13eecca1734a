/** Jobs beside the plan: what the operator typed, the checks of boxes. */
import { checksOf } from '../../machines/checks.ts';
import type { JobRecord } from '../../machines/context.ts';
import { isBeside } from '../../machines/records/aside.ts';
import { commandBadge } from './badge.ts';
import { endText } from './card/status.ts';
import type { Scene } from './scene/scene.ts';
import { lasting, stopwatch } from './schedule/time.ts';
import { ranFor } from './step/commands.ts';
import type { AsideView, Badge } from './types.ts';

/** The one that lives, else the latest; null when there was none. */
export function asideView(scene: Scene): AsideView | null {
  const job = latestAside(scene);
  if (!job) return null;
  return {
    job: job.id,
    title: asideTitle(scene, job),
    badge: asideBadge(scene, job),
    live: job.id === scene.context.aside,
  };
}

/** Only one lives at a time: the last to start is the last to end. */
function latestAside({ context }: Scene): JobRecord | undefined {
  return Object.values(context.jobs).findLast(isBeside);
}

/** `! df -h`, `C2.3 Relations BM`; '' for a job of the plan. */
export function asideTitle(scene: Scene, { adhoc, check }: JobRecord): string {
  if (check !== undefined) return boxLabel(scene, check);
  return adhoc === undefined ? '' : scene.words.decisions.aside.title(firstLine(scene, adhoc));
}

/** The first line that says something, and a sign that there is more. */
export function firstLine(scene: Scene, script: string): string {
  const lines = script.split(/[\r\n]+/).filter(line => line.trim() !== '');
  return scene.text(lines[0]?.trim() ?? '') + (lines.length > 1 ? scene.text(' …') : '');
}

/** `C2.3 Relations BM`; a proof's id means nothing to anybody. */
export function boxLabel({ outline, plan, text }: Scene, id: string): string {
  const title = outline.items.get(id) ?? '';
  const proof = plan.rollback?.proofs.some(one => one.id === id);
  return text(proof && title ? title : `${id} ${title}`.trim());
}

function asideBadge(scene: Scene, job: JobRecord): Badge {
  const { aside } = scene.words.decisions;
  const { command } = scene.words.status;
  const time = ranFor(scene, job);
  if (job.status === 'running') {
    return commandBadge(scene, 'running', command.running(stopwatch(time)));
  }
  if (job.status !== 'exited') return commandBadge(scene, job.status, command[job.status]);
  const took = lasting(time, scene.words);
  if (job.ok) return commandBadge(scene, 'exited', command.exited(job.code ?? 0, took));
  return commandBadge(
    scene,
    'failed',
    aside.failed(endText(scene, job, commandOf(scene, job)), took),
  );
}

function commandOf({ plan }: Scene, { check }: JobRecord) {
  return checksOf(plan).get(check ?? '')?.command ?? null;
}
