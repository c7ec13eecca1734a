/** Turns what is wanted into the fact to journal and the job to run: nothing is done here. */
import { createHash } from 'node:crypto';
import { type Check, checksOf, prerequisites } from '../../../machines/checks.ts';
import type { FactOf } from '../../../machines/entries.ts';
import { runnableCommands } from '../../../machines/plan-steps.ts';
import { recordOf } from '../../../machines/records/step.ts';
import type { RunState } from '../../../machines/state.ts';
import type { JobSpec } from '../../jobs/types.ts';
import type { Command, Environment, Plan } from '../../plan/types.ts';
import { masked } from '../outcome/secrets.ts';
import { stepsOf } from '../steps.ts';
import type { Refusal } from '../types.ts';
import type { Places } from './command-environment.ts';
import { adhocCommand, checkCommand, placeNow } from './command-of-job.ts';
import { jobSpec } from './job-spec.ts';
import { placeOfWork } from './place-of-work.ts';

export interface StartInput {
  plan: Plan;
  environment: Environment;
  places: Places;
  secrets: Readonly<Record<string, string>>;
  state: RunState;
}

/** What is to be journaled, then run. */
export type Start = { fact: FactOf<'job.started'>; spec: JobSpec } | { refusal: Refusal };

type What = Omit<FactOf<'job.started'>, 'type' | 'job' | 'script' | 'host'>;

/** The next command of a step. */
export function startOfStep(input: StartInput, id: string): Start {
  const { plan, state } = input;
  const step = stepsOf(plan).get(id)?.step;
  const record = recordOf(state.context, id);
  const command = step && runnableCommands(step)[record.command];
  if (!step || !command) return { refusal: { code: 'not-runnable', detail: id } };
  const attempt = record.jobs.length + 1;
  const interactive = command.attributes.interactive ? { interactive: true } : {};
  const what = { step: id, command: command.index, attempt, ...interactive };
  return start(input, command, `${step.key}-a${attempt}`, what, record.amended[command.index]);
}

/** What looks at a box: one of the point the run is at, a prerequisite or a proof of the rollback's at any time. */
export function startOfCheck(input: StartInput, item: string): Start {
  const { plan, state } = input;
  const check = checksOf(plan).get(item);
  const command = checkCommand(plan, item);
  if (!check || !command) return { refusal: { code: 'not-runnable', detail: item } };
  const anywhere = check.proof || check.step === prerequisites;
  if (!anywhere && check.step !== placeNow(state.status, state.context)) {
    return { refusal: { code: 'not-now', detail: check.step } };
  }
  return start(input, command, `check-${item}`, whatOfCheck(check, state));
}

function whatOfCheck({ item, step, proof }: Check, { context }: RunState): What {
  const before = Object.values(context.jobs).filter(job => job.check === item).length;
  return { step, command: 0, attempt: before + 1, check: item, ...(proof ? { proof } : {}) };
}

/** What the operator typed, where the run stands now. */
export function startOfAdhoc(input: StartInput, script: string): Start {
  const { plan, state, secrets } = input;
  const step = placeNow(state.status, state.context);
  if (step === null) return { refusal: { code: 'not-now', detail: state.status } };
  const adhoc = masked(Buffer.from(script), Object.values(secrets)).toString();
  const what = { step, command: -1, attempt: 1, adhoc };
  return start(input, adhocCommand(plan, step, script), 'adhoc', what);
}

function start(
  input: StartInput,
  command: Command,
  name: string,
  what: What,
  amended?: string,
): Start {
  const { context } = input.state;
  const undeclared = what.adhoc === undefined ? 'missing' : 'left';
  const looks = what.check !== undefined;
  const { variables } = context;
  const built = jobSpec({ ...input, command, amended, variables, undeclared, looks });
  if ('refusal' in built) return built;
  const { interactive } = what;
  const spec = { ...built.spec, ...(interactive ? { interactive } : {}) };
  const job = jobName(context.seq + 1, name);
  const script = fingerprint(spec);
  const { host } = placeOfWork(input.environment, command);
  return { fact: { type: 'job.started', job, script, host, ...what }, spec };
}

/** The number of its entry makes it unique; the ids of boxes hold slashes and spaces. */
function jobName(sequence: number, name: string): string {
  const safe = name.replaceAll(/[^A-Za-z0-9.]+/g, '-').slice(0, 150);
  return `${String(sequence).padStart(4, '0')}-${safe.replace(/-$/, '')}`;
}

/** sha256 of what will run, hex. */
function fingerprint(spec: JobSpec): string {
  return createHash('sha256')
    .update(spec.script)
    .update(spec.input ?? '')
    .digest('hex');
}
