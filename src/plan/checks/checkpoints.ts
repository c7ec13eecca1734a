/** Ties each checkpoint of its section to a step of the timeline, by time, then by title. */
import type { Report } from '../diagnostics/reporter.ts';
import type { Checkpoint, Stage, Step } from '../types.ts';
import { normalise } from '../vocabulary/words.ts';

/** Words longer than an article. */
function significant(title: string): Set<string> {
  return new Set(
    normalise(title)
      .split(' ')
      .filter(word => word.length > 2),
  );
}

/** Words that two titles share. */
function kinship(one: string, other: string): number {
  const words = significant(other);
  return [...significant(one)].filter(word => words.has(word)).length;
}

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
  for (const step of candidates) {
    if (step.checkpoint === undefined && step.items.length === 0) {
      report('checkpoint-without-criteria', step, { step: step.id });
    }
  }
}

function tie(checkpoint: Checkpoint, step: Step, report: Report): void {
  checkpoint.step = step.id;
  step.checkpoint = checkpoint.id;
  const { time } = checkpoint;
  if (time === undefined || step.time === undefined || time === step.time) return;
  report('checkpoint-time', checkpoint, { time, step: step.id, stepTime: step.time });
}
