import type { CliWords } from '../locale/cli.ts';
import type { Environment, Plan } from '../plan/types.ts';
import { substitute } from '../plan/variables.ts';
import { CliFailure } from './failure.ts';

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
  const declared = plan.variables.flatMap(({ name, value }) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const given = settings.map(text => setting(text, plan, words));
  const values = Object.fromEntries([
    ...declared,
    ...Object.entries(environment.variables),
    ...given,
  ]);
  refuseBadValues(plan, values, words);
  const owed = plan.variables.filter(one => one.ask && values[one.name] === undefined);
  if (owed.length === 0) return values;
  throw new CliFailure(words.run.owedVariables(owed.map(one => one.name).join(', ')));
}

function refuseBadValues(plan: Plan, values: Record<string, string>, words: CliWords): void {
  const steps = [
    ...plan.stages.flatMap(stage => stage.phases.flatMap(phase => phase.steps)),
    ...(plan.rollback?.steps ?? []),
  ];
  const used = new Set(steps.flatMap(step => step.commands.flatMap(command => command.variables)));
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
