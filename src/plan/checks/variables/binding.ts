/** Variables used: are they declared, known in time, harmless? */
import type { Context } from '../../context.ts';
import { scriptPlace } from '../../document/source.ts';
import { placeholders } from '../../placeholders.ts';
import { isShell } from '../../steps/languages.ts';
import type { Plan, VariableDeclaration } from '../../types.ts';
import { declaredNames, offence } from '../../variables.ts';
import { everyStep } from '../walk.ts';
import { type Runs, type Use, uses } from './uses.ts';

type Bound = Runs & Pick<Plan, 'variables' | 'messages'>;

/** Fills `variables` of what runs; reports names that nothing gives, or that come too late. */
export function bindVariables(plan: Bound, context: Context): void {
  const all = uses(plan).filter(({ made }) => !made);
  const known = declaredNames(plan.variables);
  for (const use of all) bindCommand(use, all, plan.variables, known, context);
  checkUnused(plan, all, known, context);
}

function bindCommand(
  use: Use,
  all: readonly Use[],
  variables: readonly VariableDeclaration[],
  known: ReadonlySet<string>,
  context: Context,
): void {
  const { command } = use;
  const found = placeholders(command.script, known, isShell(command.language));
  command.variables = [...new Set(found.map(({ name }) => name))];
  for (const { name, text, index, known: declared } of found) {
    const place = scriptPlace(context.source, command, command.script, index);
    const more = { length: text.length };
    if (!declared) {
      context.report('unbound-variable', place, { text, name }, more);
      continue;
    }
    const variable = variables.find(one => one.name === name)!;
    const late = lateCapture(use, variable, all);
    if (late)
      context.report(
        'used-before-capture',
        place,
        { name, step: late.owner, line: late.command.line },
        more,
      );
    const character = variable.value === undefined ? undefined : offence(variable.value, variable);
    if (character !== undefined) context.report('refused-value', place, { name, character }, more);
  }
}

function lateCapture(
  use: Use,
  variable: VariableDeclaration,
  all: readonly Use[],
): Use | undefined {
  if (variable.value !== undefined || variable.ask) return undefined;
  const capture = all.find(({ command }) => command.attributes.capture === variable.name);
  return capture && capture.order >= use.order ? capture : undefined;
}

function checkUnused(
  plan: Bound,
  all: readonly Use[],
  known: ReadonlySet<string>,
  { references, report }: Context,
): void {
  const bodies = plan.messages.map(({ body = '' }) => body);
  const titles = everyStep(plan).map(({ title }) => title);
  const inText = [...bodies, ...titles].flatMap(text => placeholders(text, known, false));
  const used = new Set([
    ...all.flatMap(({ command }) => command.variables),
    ...inText.map(({ name }) => name),
  ]);
  for (const reference of references) {
    const { attribute, value: name, length } = reference;
    if (attribute === 'capture' && !used.has(name))
      report('unused-capture', reference, { name }, { length });
  }
}
