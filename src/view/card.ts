/** What a failure, or a doubt, calls for knowing before deciding. */
import { undoneSteps } from '../../machines/undoing.ts';
import type { Step } from '../plan/types.ts';
import { excerptLines } from './card/lines.ts';
import { peopleFor } from './card/people.ts';
import { endText } from './card/status.ts';
import { returnLeft, timingText } from './card/timing.ts';
import { recordOf, type Scene, statusOf } from './scene/scene.ts';
import type { FailureCard } from './types.ts';

/** Of a step whose command failed or is in doubt, forward or of the rollback; null for any other. */
export function failureCard(scene: Scene, step: Step): FailureCard | null {
  const status = statusOf(scene, step.id);
  if (status !== 'failed' && status !== 'inDoubt') return null;
  const job = scene.context.jobs[recordOf(scene, step.id).jobs.at(-1) ?? ''];
  if (!job) return null;
  const command = step.commands.find(({ index }) => index === job.command) ?? null;
  return {
    status: endText(scene, job, command),
    purpose: purpose(scene, step),
    lines: excerptLines(scene, job.excerpt),
    timing: timingText(scene, step),
    people: peopleFor(scene, step),
    returnLeft: returnLeft(scene),
  };
}

/** Its title, and what it is for: the stage's objective, or what it undoes. */
function purpose(scene: Scene, step: Step): string {
  const { card } = scene.words.decisions;
  const spot = scene.outline.byId.get(step.id);
  const undone = spot ? [] : undoneSteps(scene.plan, step).map(({ id }) => id);
  const parts = [
    step.title,
    spot?.phase.title ?? '',
    spot?.stage.objective ? card.objective(spot.stage.objective) : '',
    undone.length > 0 ? card.undoes(undone.join(', ')) : '',
  ];
  return scene.text(parts.filter(Boolean).join(' · '));
}
