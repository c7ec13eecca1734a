/** Is what the plan changes put back? */
import type { Context } from '../context.ts';
import { scriptPlace } from '../document/source.ts';
import { shellLines } from '../shell/lines.ts';
import { isShell } from '../steps/languages.ts';
import type { Command, Plan, Step } from '../types.ts';
import { changesOf } from '../undoing/changes.ts';
import { changesData } from '../undoing/tables.ts';
import { isUndoneBy, type WayBack, wayBackOf } from '../undoing/way-back.ts';
import { forwardSteps } from './walk.ts';

type Checked = Pick<Plan, 'stages' | 'rollback'>;

/**
 * Where the rollback says what it undoes, the steps that its author names (`id=`) or calls destructive
 * must be among them. Where it does not, its commands are compared with those of the day, line by line.
 */
export function checkUndone(plan: Checked, context: Context): void {
  const { rollback } = plan;
  if (!rollback?.steps.length) return;
  const undone = new Set(rollback.steps.flatMap(({ attributes }) => attributes.undoes ?? []));
  if (undone.size > 0) {
    for (const step of forwardSteps(plan).filter(one => changes(one) && !isUndone(one, undone)))
      context.report('not-undone', step, { step: step.id });
    return;
  }
  const steps = stepsAtRisk(plan);
  const back = wayBackOf(rollback.steps);
  if (back) for (const step of steps) inferFor(step, back, context);
  else if (steps.length > 0)
    context.report('undoes-unsaid', rollback, { steps: steps.map(({ id }) => id).join(', ') });
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

/** Commands of the maintenance window: what comes before is still preparation. */
function stepsAtRisk(plan: Checked): Step[] {
  const steps = forwardSteps(plan);
  const opens = steps.findIndex(({ window }) => window === 'opens');
  const closes = steps.findIndex(({ window }) => window === 'closes');
  if (opens < 0) return [];
  return steps
    .slice(opens, closes < 0 ? undefined : closes)
    .filter(({ commands }) => commands.some(({ runnable }) => runnable));
}

/** Reports each line that changes something which no command of the rollback seems to undo. */
function inferFor(step: Step, back: WayBack, context: Context): void {
  for (const command of step.commands.filter(({ runnable }) => runnable)) {
    for (const { text, index } of linesLeft(command, back)) {
      const place = scriptPlace(context.source, command, command.script, index);
      const facts = { step: step.id, command: text.slice(0, 60) };
      context.report('not-undone', place, facts, { length: text.length });
    }
  }
}

function linesLeft({ language, script }: Command, back: WayBack) {
  if (!isShell(language)) return statementsLeft(script, back);
  return shellLines(script).filter(({ commands }) =>
    commands.flatMap(changesOf).some(change => !isUndoneBy(change, back)),
  );
}

/** Of another language only what is written in words of SQL can be told. */
function statementsLeft(script: string, back: WayBack) {
  const found = back.restoresDatabase ? null : changesData.exec(script);
  if (!found) return [];
  const index = found.index + (found[0].length - found[0].trimStart().length);
  return [{ text: script.slice(index).split('\n')[0]!.trimEnd(), index }];
}
