/** Is what the plan changes put back? */
import type { Context } from '../context.ts';
import { scriptPlace } from '../document/source.ts';
import type { Plan, Step } from '../types.ts';
import { linesLeft } from '../undoing/left.ts';
import { type WayBack, wayBackOf } from '../undoing/way-back.ts';
import { running, stepsAtRisk } from './at-risk.ts';
import { forwardSteps } from './walk.ts';

type Checked = Pick<Plan, 'stages' | 'rollback'>;

/**
 * Where the rollback says what it undoes, the steps that its author names (`id=`) or calls destructive
 * must be among them. The others that nothing names are compared with its commands, line by line.
 */
export function checkUndone(plan: Checked, context: Context): void {
  const { rollback } = plan;
  if (!rollback?.steps.length) return;
  const undone = new Set(rollback.steps.flatMap(({ attributes }) => attributes.undoes ?? []));
  const owed = undone.size > 0 ? forwardSteps(plan).filter(isOwed) : [];
  for (const step of owed.filter(one => !isUndone(one, undone)))
    context.report('not-undone', step, { step: step.id });
  const rest = stepsAtRisk(plan).filter(one => !owed.includes(one) && !isUndone(one, undone));
  const back = wayBackOf(rollback.steps);
  if (back) for (const step of rest) inferFor(step, back, context);
  else if (rest.length > 0)
    context.report('undoes-unsaid', rollback, { steps: rest.map(({ id }) => id).join(', ') });
}

function isOwed(step: Step): boolean {
  const destructive = running(step).some(({ attributes }) => attributes.destructive);
  return destructive || (step.kind === 'command' && step.name !== undefined);
}

function isUndone({ id, name }: Step, undone: ReadonlySet<string>): boolean {
  return undone.has(id) || (name !== undefined && undone.has(name));
}

/** Reports each line that changes something which no command of the rollback seems to undo. */
function inferFor(step: Step, back: WayBack, context: Context): void {
  for (const command of running(step)) {
    for (const { text, index } of linesLeft(command, back)) {
      const place = scriptPlace(context.source, command, command.script, index);
      const facts = { step: step.id, command: text.slice(0, 60) };
      context.report('not-undone', place, facts, { length: text.length });
    }
  }
}
