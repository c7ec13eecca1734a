/** Does the rollback know what it needs from the moment it may be needed? */
import type { Context } from '../../context.ts';
import { scriptPlace } from '../../document/source.ts';
import { placeholders } from '../../placeholders.ts';
import type { Command, Place, Plan, Step } from '../../types.ts';
import { stepsAtRisk } from '../at-risk.ts';
import { forwardSteps } from '../walk.ts';

type Checked = Pick<Plan, 'stages' | 'rollback' | 'variables'>;

/**
 * Reports, at the rollback's own command, a variable without an initial value that a step captures after
 * a step which this rollback may have to undo: the first that its step names, else the first that changes
 * something, since a step which names none is always part of going back.
 */
export function checkLateCaptures(plan: Checked, context: Context): void {
  const steps = forwardSteps(plan);
  const back = plan.rollback?.steps ?? [];
  const anyRisk = steps.indexOf(stepsAtRisk(plan)[0]!);
  const places = new Map<string, number>(
    steps.flatMap(({ id, name = id }, at) => [
      [id, at],
      [name, at],
    ]),
  );
  for (const step of back) {
    const first = step.attributes.undoes ? firstUndone(step.attributes.undoes, places) : anyRisk;
    if (first < 0) continue;
    for (const command of step.commands.filter(({ runnable }) => runnable))
      for (const name of command.variables)
        checkCapture(name, command, first, steps, plan, context);
  }
}

function firstUndone(undoes: readonly string[], places: ReadonlyMap<string, number>): number {
  const found = undoes.flatMap(name => places.get(name) ?? []);
  return found.length === 0 ? -1 : Math.min(...found);
}

function checkCapture(
  name: string,
  command: Command,
  first: number,
  steps: readonly Step[],
  { variables }: Checked,
  context: Context,
): void {
  const variable = variables.find(one => one.name === name);
  if (!variable?.capturedBy || variable.value !== undefined || variable.ask) return;
  const at = steps.findIndex(({ id }) => id === variable.capturedBy);
  const capture = steps[at];
  if (!capture || at <= first) return;
  const { place, length } = firstUse(name, command, context);
  const facts = { name, step: capture.id, line: capture.line, risk: steps[first]!.id };
  context.report('late-capture', place, facts, { length });
}

function firstUse(
  name: string,
  command: Command,
  { source }: Context,
): { place: Place; length: number } {
  const found = placeholders(command.script, new Set([name]), false).find(one => one.name === name);
  const { index = 0, text = '' } = found ?? {};
  return { place: scriptPlace(source, command, command.script, index), length: text.length };
}
