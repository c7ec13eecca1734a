import { checksOf } from '../../machines/checks.ts';
import { allSteps } from '../../machines/plan-steps.ts';
import type { CliWords } from '../locale/cli.ts';
import type { Environment, Plan, VariableDeclaration } from '../plan/types.ts';
import { substitute } from '../plan/variables.ts';
import { CliFailure } from './failure.ts';
import { ask } from './hold-helm.ts';

/**
 * Values known before the start: the plan's, then the environment's, then `--set`. Those that commands
 * use must suit a shell. @throws {CliFailure} for a bad or missing one.
 */
export function settledVariables(
  plan: Plan,
  environment: Environment,
  settings: readonly string[],
  words: CliWords,
): Record<string, string> {
  const values = given(plan, environment, settings, words);
  refuseBadValues(plan, values, words);
  const owed = owedOf(plan, values);
  if (owed.length === 0) return values;
  throw new CliFailure(words.run.owedVariables(owed.map(one => one.name).join(', ')));
}

/** The settings, and one more for each value that is still owed, asked on the terminal. */
export async function askedSettings(
  plan: Plan,
  environment: Environment,
  settings: readonly string[],
  words: CliWords,
): Promise<string[]> {
  const asked: string[] = [];
  for (const { name, description } of owedOf(plan, given(plan, environment, settings, words))) {
    const value = await ask(words.run.valueQuestion(name, description ?? ''));
    if (value !== '') asked.push(`${name}=${value}`);
  }
  return [...settings, ...asked];
}

/** The plan's values, then the environment's, then the command line's. */
function given(
  plan: Plan,
  environment: Environment,
  settings: readonly string[],
  words: CliWords,
): Record<string, string> {
  const declared = plan.variables.flatMap(({ name, value }) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries([
    ...declared,
    ...Object.entries(environment.variables),
    ...settings.map(text => setting(text, plan, words)),
  ]);
}

const owedOf = (plan: Plan, values: Record<string, string>): VariableDeclaration[] =>
  plan.variables.filter(one => one.ask && values[one.name] === undefined);

function refuseBadValues(plan: Plan, values: Record<string, string>, words: CliWords): void {
  const commands = [
    ...allSteps(plan).flatMap(step => step.commands),
    ...[...checksOf(plan).values()].map(check => check.command),
  ];
  const used = new Set(commands.flatMap(command => command.variables));
  for (const name of Object.keys(values)) {
    if (!used.has(name)) continue;
    const checked = substitute(`{{${name}}}`, values, plan.variables);
    if (!('bad' in checked)) continue;
    throw new CliFailure(words.run.badValue(name, JSON.stringify(checked.bad.character)));
  }
}

/** One `--set NAME=VALUE`. @throws {CliFailure} */
export function setting(text: string, plan: Plan, words: CliWords): [name: string, value: string] {
  const at = text.indexOf('=');
  if (at <= 0) throw new CliFailure(words.run.badSetting(text));
  const name = text.slice(0, at);
  if (!plan.variables.some(one => one.name === name)) {
    throw new CliFailure(words.run.unknownVariable(name));
  }
  return [name, text.slice(at + 1)];
}
