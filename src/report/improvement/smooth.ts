/** Which steps went as the plan wrote them: once, as written, to their end. */
import type { RunContext } from '../../../machines/context.ts';
import type { Entry } from '../../../machines/entries.ts';
import { isBeside } from '../../../machines/records/aside.ts';
import type { Step } from '../../plan/types.ts';

/** After any of these, the step took another way than the plan's. */
const detours: ReadonlySet<Entry['type']> = new Set<Entry['type']>([
  'step.skipped',
  'step.accepted',
  'step.retried',
  'step.amended',
  'step.reopened',
  'job.revoked',
  'job.doubted',
  'job.cancelled',
  'job.abandoned',
  'checkpoint.refused',
  'gate.refused',
]);

/** Ids of the steps that took a detour, or were said done with boxes left open. */
export function detoursOf(entries: readonly Entry[]): Set<string> {
  const beside = new Set(
    entries.flatMap(entry => (entry.type === 'job.started' && isBeside(entry) ? entry.job : [])),
  );
  const troubled = entries.flatMap(entry => {
    if (!('step' in entry) || entry.step === undefined) return [];
    if ('job' in entry && beside.has(entry.job)) return [];
    const failed = entry.type === 'job.exited' && !entry.ok;
    const left = entry.type === 'step.confirmed' && entry.reason !== undefined;
    return failed || left || detours.has(entry.type) ? entry.step : [];
  });
  return new Set(troubled);
}

/** Is each of these steps over, without a detour? */
export function wentSmoothly(
  steps: readonly Step[],
  context: RunContext,
  troubled: ReadonlySet<string>,
): boolean {
  return steps.every(({ id }) => {
    if (troubled.has(id) || !Object.hasOwn(context.steps, id)) return false;
    const { outcome, reopened } = context.steps[id]!;
    return outcome !== undefined && reopened === 0;
  });
}
