/** Ties each checkpoint of its section to a step of the timeline, by time, then by title. */
import type { Report } from '../diagnostics/reporter.ts';
import type { Checkpoint, Stage, Step } from '../types.ts';
import { kinship } from './kinship.ts';

const mostCandidates = 100;

function best(checkpoint: Checkpoint, steps: readonly Step[]): Step | undefined {
  const sameTime = steps.filter(({ time }) => time !== undefined && time === checkpoint.time);
  const [only, ...others] = sameTime;
  if (only && others.length === 0) return only;
  // Beyond this, titles say nothing; comparing them all would only cost.
  if (steps.length > mostCandidates) return sameTime[0];
  const ranked = (sameTime.length > 0 ? sameTime : steps)
    .map(step => ({ step, words: kinship(checkpoint.title, step.title) }))
    .sort((a, b) => b.words - a.words);
  const [first, second] = ranked;
  return first && first.words > (second?.words ?? 0) ? first.step : undefined;
}

/** Fills `checkpoint` of the steps and `step` of the checkpoints; says which stay alone. */
export function linkCheckpoints(
  checkpoints: Checkpoint[],
  stages: readonly Stage[],
  report: Report,
): void {
  const steps = stages.flatMap(stage => stage.phases.flatMap(phase => phase.steps));
  const candidates = steps.filter(({ kind }) => kind === 'checkpoint');
  for (const checkpoint of checkpoints) {
    const free = candidates.filter(step => step.checkpoint === undefined);
    const step = best(checkpoint, free);
    if (step) tie(checkpoint, step, report);
    else report('checkpoint-without-step', checkpoint, { title: checkpoint.title });
  }
  const own = new Map(checkpoints.map(checkpoint => [checkpoint.id, checkpoint]));
  for (const step of candidates) checkWhole(step, own.get(step.checkpoint ?? ''), report);
}

/** A decision needs something to look at, and something to do when it is no. */
function checkWhole(step: Step, own: Checkpoint | undefined, report: Report): void {
  const place = own ?? step;
  const facts = { step: step.id };
  const criteria = (own?.criteria.length ?? 0) + step.items.length;
  if (criteria === 0) report('checkpoint-without-criteria', place, facts);
  if (!own?.actions.length) report('checkpoint-without-actions', place, facts);
}

function tie(checkpoint: Checkpoint, step: Step, report: Report): void {
  checkpoint.step = step.id;
  step.checkpoint = checkpoint.id;
  const { time } = checkpoint;
  if (time === undefined || step.time === undefined || time === step.time) return;
  report('checkpoint-time', checkpoint, { time, step: step.id, stepTime: step.time });
}
