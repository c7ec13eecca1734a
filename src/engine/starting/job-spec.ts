import { resolve } from 'node:path';
import type { JobSpec } from '../../jobs/types.ts';
import type { Command, Environment, Plan } from '../../plan/types.ts';
import { substitute } from '../../plan/variables.ts';
import type { Refusal } from '../types.ts';
import { type Places, placed } from './command-environment.ts';

export interface JobSpecInput {
  plan: Plan;
  environment: Environment;
  places: Places;
  command: Command;
  /** This run's amended text, when there is one. */
  amended: string | undefined;
  variables: Readonly<Record<string, string>>;
  /** What `{{name}}` is when the plan does not know the name; in what an operator types it is theirs. */
  undeclared?: 'missing' | 'left';
}

/**
 * The job that runs one command: its text with the variables put in, what interprets it, where.
 * A language with a runner is given to that runner on its standard input.
 */
export function jobSpec(input: JobSpecInput): { spec: JobSpec } | { refusal: Refusal } {
  const { command, plan, environment } = input;
  const { undeclared = 'missing' } = input;
  const text = substitute(input.amended ?? command.script, input.variables, plan.variables, {
    undeclared,
  });
  if ('missing' in text) {
    return { refusal: { code: 'unbound-variable', detail: text.missing.join(', ') } };
  }
  if ('bad' in text) {
    const shown = JSON.stringify(text.bad.character);
    return { refusal: { code: 'bad-value', detail: `${text.bad.name}: ${shown}` } };
  }
  const runner = environment.runners[command.language] ?? plan.runners[command.language];
  const shell = command.language === 'sh' ? 'sh' : 'bash';
  return {
    spec: {
      ...(runner === undefined
        ? { script: text.script, interpreter: shell }
        : { script: `${runner}\n`, interpreter: 'bash', input: text.script }),
      directory: workingDirectory(input),
      ...(command.attributes.timeout === undefined ? {} : { timeout: command.attributes.timeout }),
    },
  };
}

function workingDirectory({ environment, places, command }: JobSpecInput): string {
  const base = resolve(places.run, placed(environment.directory, places));
  // Prepare and check commands run before the target exists.
  if (command.attributes.dir === undefined) return base;
  return resolve(base, placed(command.attributes.dir, places));
}
