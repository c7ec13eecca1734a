import type { Environment } from '../../plan/types.ts';

/** Where a run's files are, for the commands and for `{{run}}` and `{{plan}}` in an environment file. */
export interface Places {
  /** The run's folder, absolute. */
  run: string;
  /** The folder the plan was read from, absolute. */
  plan: string;
}

/** Puts the run's and the plan's folders into a path or value of an environment file. */
export function placed(text: string, places: Places): string {
  return text.replaceAll('{{run}}', places.run).replaceAll('{{plan}}', places.plan);
}

export interface CommandEnvironmentInput {
  /** The operator's own environment. */
  base: Readonly<Record<string, string | undefined>>;
  environment: Environment;
  places: Places;
  secrets: Readonly<Record<string, string>>;
  /** Absolute path of a Node that scripts of the plan may use: `BASCULE_NODE`. */
  node: string;
  run: string;
  step: string;
  job: string;
}

/** What npm adds to its scripts' environment would make a plan's own npm behave differently. */
const isNpmNoise = (name: string): boolean => /^(npm_|INIT_CWD$)/.test(name);

/** The whole environment of one command: the operator's, then the environment file's, then secrets, then ours. */
export function commandEnvironment(input: CommandEnvironmentInput): Record<string, string> {
  const { environment, places } = input;
  const own = Object.entries(input.base).filter(
    (pair): pair is [string, string] => pair[1] !== undefined && !isNpmNoise(pair[0]),
  );
  const added = Object.entries(environment.environment).map(
    ([name, value]) => [name, placed(value, places)] as const,
  );
  const path = [...environment.path.map(entry => placed(entry, places)), input.base.PATH ?? ''];
  return {
    ...Object.fromEntries(own),
    ...Object.fromEntries(added),
    ...input.secrets,
    PATH: path.filter(Boolean).join(':'),
    BASCULE_RUN: input.run,
    BASCULE_RUN_DIR: places.run,
    BASCULE_PLAN_DIR: places.plan,
    BASCULE_NODE: input.node,
    BASCULE_ENVIRONMENT: environment.name,
    BASCULE_STEP: input.step,
    BASCULE_JOB: input.job,
  };
}
