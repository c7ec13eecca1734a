/** Variables: declared, given, captured; used after they are known. */
import type { Context } from '../context.ts';
import { scriptPlace } from '../document/source.ts';
import { placeholders } from '../placeholders.ts';
import { present } from '../present.ts';
import { isShell } from '../steps/languages.ts';
import type { Command, Environment, Plan, Step, VariableDeclaration } from '../types.ts';
import { declaredNames, offence } from '../variables.ts';
import { everyStep } from './walk.ts';

type Steps = Pick<Plan, 'stages' | 'rollback'>;

/** Id of the first step that captures each name. */
function captures(plan: Steps): Map<string, string> {
  const found = new Map<string, string>();
  for (const { id, commands } of everyStep(plan)) {
    for (const { attributes, runnable } of commands) {
      if (runnable && attributes.capture && !found.has(attributes.capture))
        found.set(attributes.capture, id);
    }
  }
  return found;
}

/** Front matter, then the environment's values over it, then captures; what nothing gives is asked. */
export function declarations(
  plan: Steps,
  declared: readonly VariableDeclaration[],
  environment?: Environment,
): VariableDeclaration[] {
  const captured = captures(plan);
  const given = environment?.variables ?? {};
  const own = new Map(declared.map(one => [one.name, one]));
  const names = new Set([...own.keys(), ...Object.keys(given), ...captured.keys()]);
  return [...names].map(name => {
    const said = own.get(name);
    const value = Object.hasOwn(given, name) ? given[name] : said?.value;
    const capturedBy = captured.get(name);
    const ask = said?.ask ?? (value === undefined && capturedBy === undefined ? true : undefined);
    return { ...said, name, ...present({ value, capturedBy, ask }) };
  });
}

interface Use {
  step: Step;
  command: Command;
  /** Place in the order of execution, the rollback last. */
  order: number;
}

function uses(plan: Steps): Use[] {
  const all = everyStep(plan).flatMap(step => step.commands.map(command => ({ step, command })));
  return all.filter(({ command }) => command.runnable).map((use, order) => ({ ...use, order }));
}

/** Fills `variables` of the commands; reports names that nothing gives, or that come too late. */
export function bindVariables(
  plan: Steps & Pick<Plan, 'variables' | 'messages'>,
  context: Context,
): void {
  const all = uses(plan);
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
        { name, step: late.step.id, line: late.command.line },
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
  plan: Steps & Pick<Plan, 'messages'>,
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
