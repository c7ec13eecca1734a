import { resolve } from 'node:path';
import type { JobSpec } from '../../jobs/types.ts';
import type { Command, Environment, Plan } from '../../plan/types.ts';
import { substitute } from '../../plan/variables.ts';
import type { Refusal } from '../types.ts';
import { type Places, placed } from './command-environment.ts';
import { overSsh, placeOfWork } from './place-of-work.ts';

export interface JobSpecInput {
  plan: Plan;
  environment: Environment;
  places: Places;
  command: Command;
  /** This run's amended text, when there is one. */
  amended: string | undefined;
  variables: Readonly<Record<string, string>>;
  /** It only looks (a check): then it may do so on another host, over ssh. */
  looks?: boolean;
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
  const place = placeOfWork(environment, command);
  if (place.kind === 'unknown' || (place.kind === 'there' && !input.looks)) {
    return { refusal: { code: 'remote', detail: place.host } };
  }
  const { timeout } = command.attributes;
  const limit = timeout === undefined ? {} : { timeout };
  const read = readBy(
    command,
    environment.runners[command.language] ?? plan.runners[command.language],
  );
  if (place.kind === 'there') {
    const script = overSsh(place.address, read.given ?? `${read.shell} -s`, command.attributes.dir);
    return {
      spec: {
        script,
        interpreter: 'sh',
        input: text.script,
        directory: input.places.run,
        ...limit,
      },
    };
  }
  const directory = workingDirectory(input);
  const what =
    read.given === undefined
      ? { script: text.script, interpreter: read.interpreter }
      : { script: `${read.given}\n`, interpreter: 'bash', input: text.script };
  return { spec: { ...what, directory, ...limit } };
}

/** What reads a command's text: a runner, on its standard input (`given`), or else a shell. */
function readBy({ language }: Command, runner: string | undefined) {
  const interpreter = language === 'sh' ? 'sh' : 'bash';
  const shell = interpreter === 'sh' ? 'sh' : 'bash -eo pipefail';
  return { given: runner, interpreter, shell };
}

function workingDirectory({ environment, places, command }: JobSpecInput): string {
  const base = resolve(places.run, placed(environment.directory, places));
  // Prepare and check commands run before the target exists.
  if (command.attributes.dir === undefined) return base;
  return resolve(base, placed(command.attributes.dir, places));
}
