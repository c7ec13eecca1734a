/** Where a plan runs: environment files, the built-in default, and its place in the plan. */
import { Reporter } from './diagnostics/reporter.ts';
import { readSource } from './document/source.ts';
import { present } from './present.ts';
import { type EnvironmentFile, environmentSchema } from './settings/environment-schema.ts';
import { readYaml } from './settings/read-yaml.ts';
import type {
  Diagnostic,
  Environment,
  EnvironmentCommand,
  Language,
  Plan,
  Stage,
  Step,
} from './types.ts';

/** Used when a plan has no environment of its own: commands run in the run's folder. */
export const rehearsalEnvironment: Environment = {
  name: 'rehearsal',
  protected: false,
  schedule: 'relative',
  pace: 'step',
  directory: '{{run}}',
  path: [],
  environment: {},
  variables: {},
  secrets: {},
  runners: {},
  hosts: {},
  prepare: [],
  check: [],
  channels: {},
  probes: {},
  prerequisites: 'optional',
  approvals: 'optional',
  approvers: {},
};

type Written = EnvironmentFile['prepare'][number];

function toCommand(written: Written): EnvironmentCommand {
  const { run, title, timeout } =
    typeof written === 'string' ? { run: written, title: undefined, timeout: undefined } : written;
  return { run, title: title ?? run.trim().split('\n')[0] ?? '', ...present({ timeout }) };
}

function nameOf(path: string): string {
  const file = path.split(/[/\\]/).at(-1) ?? path;
  return file.replace(/\.ya?ml$/i, '') || 'environment';
}

/** Optional fields are absent, never undefined. */
function eachPresent<T extends object>(values: Record<string, T>) {
  return Object.fromEntries(Object.entries(values).map(([name, said]) => [name, present(said)]));
}

function complete(file: EnvironmentFile, path: string): Environment {
  const { title, name = nameOf(path), hosts, channels, probes, prepare, check, ...rest } = file;
  const schedule = file.schedule ?? (file.protected ? 'absolute' : 'relative');
  const isStrict = schedule === 'absolute' || Object.keys(file.approvers).length > 0;
  return {
    ...rest,
    name,
    ...present({ title }),
    schedule,
    prerequisites: file.prerequisites ?? (schedule === 'absolute' ? 'required' : 'optional'),
    approvals: file.approvals ?? (isStrict ? 'required' : 'optional'),
    hosts: eachPresent(hosts),
    channels: eachPresent(channels) as Environment['channels'],
    probes: eachPresent(probes) as Environment['probes'],
    prepare: prepare.map(toCommand),
    check: check.map(toCommand),
  };
}

/**
 * Reads an environment file.
 * @param options.path named in the diagnostics; the file's name is the default name
 * @returns null with at least one error when the file cannot be used; never throws
 */
export function readEnvironment(
  source: string,
  options: { path: string; language: Language },
): { environment: Environment | null; diagnostics: Diagnostic[] } {
  const reporter = new Reporter();
  const file = readYaml(readSource(source).text, environmentSchema, 1, reporter.report);
  return {
    environment: file ? complete(file, options.path) : null,
    diagnostics: reporter.diagnostics(options.language, options.path),
  };
}

function toStep({ title, run, timeout }: EnvironmentCommand, index: number): Step {
  const place = { line: 1, column: 1 };
  return {
    ...place,
    id: `E.${index + 1}`,
    key: `es${index + 1}`,
    title,
    kind: 'command',
    commands: [
      {
        ...place,
        index: 0,
        language: 'bash',
        script: run,
        runnable: true,
        variables: [],
        // The environment's own directory may not exist before it is prepared.
        attributes: { ...present({ timeout }), dir: '{{run}}' },
      },
    ],
    items: [],
    attributes: { auto: true },
  };
}

/** The plan with a first stage that prepares and checks its environment; the same plan when there is nothing to do. */
export function withEnvironment(plan: Plan, environment: Environment): Plan {
  const steps = [...environment.prepare, ...environment.check].map(toStep);
  if (steps.length === 0) return plan;
  const place = { line: 1, column: 1 };
  const stage: Stage = {
    ...place,
    ofEnvironment: true,
    id: 'env',
    key: 'env',
    offsetDays: plan.stages[0]?.offsetDays ?? 0,
    title: plan.language === 'fr' ? 'Environnement' : 'Environment',
    phases: [{ ...place, id: 'env', key: 'env', title: '', steps }],
  };
  return { ...plan, stages: [stage, ...plan.stages] };
}
