/** From the wish to stop a command to the fact to journal. */
import type { FactOf } from '../../../machines/entries.ts';
import type { RunState } from '../../../machines/state.ts';
import type { Intent, Refusal } from '../types.ts';

/** That the plan's command, or the one beside it, is to stop; refused where none runs. */
export function cancelling(
  { context, current }: RunState,
  { reason, aside }: Extract<Intent, { type: 'cancel' }>,
): FactOf<'job.cancelled'> | Refusal {
  const job = context.jobs[(aside ? context.aside : context.liveJob) ?? ''];
  if (!job) return { code: 'not-now', detail: current ?? '' };
  return { type: 'job.cancelled', job: job.id, step: job.step, reason };
}
