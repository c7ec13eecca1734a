import type { Report } from '../diagnostics/reporter.ts';
import type { Plan, Rollback, Step } from '../types.ts';
import { forwardSteps } from './walk.ts';

/** Is what the plan changes put back? Its author names (`id=`) the steps that change something. */
export function checkUndone(plan: Pick<Plan, 'stages' | 'rollback'>, report: Report): void {
  const { rollback } = plan;
  if (!rollback?.steps.length) return;
  const steps = forwardSteps(plan);
  const undone = new Set(rollback.steps.flatMap(({ attributes }) => attributes.undoes ?? []));
  if (undone.size === 0) remindOfUndoes(rollback, steps, report);
  else
    for (const step of steps.filter(one => changes(one) && !isUndone(one, undone)))
      report('not-undone', step, { step: step.id });
}

function changes({ kind, name, commands }: Step): boolean {
  const destructive = commands.some(
    ({ runnable, attributes }) => runnable && attributes.destructive,
  );
  return destructive || (kind === 'command' && name !== undefined);
}

function isUndone({ id, name }: Step, undone: ReadonlySet<string>): boolean {
  return undone.has(id) || (name !== undefined && undone.has(name));
}

function remindOfUndoes(rollback: Rollback, steps: readonly Step[], report: Report): void {
  const opens = steps.findIndex(({ window }) => window === 'opens');
  const closes = steps.findIndex(({ window }) => window === 'closes');
  const inside = steps.slice(opens, closes).filter(({ kind }) => kind === 'command');
  if (opens < 0 || inside.length === 0) return;
  report('undoes-unsaid', rollback, { steps: inside.map(({ id }) => id).join(', ') });
}
