/** From what the folder of a job says to the fact that is journaled about its end. */
import type { JobRecord } from '../../../machines/context.ts';
import type { FactOf } from '../../../machines/entries.ts';
import type { Jobs, Probe } from '../../jobs/types.ts';
import type { Plan } from '../../plan/types.ts';
import { commandOfJob } from '../starting/command-of-job.ts';
import { evidenceOf, excerptOf, type Output } from './excerpt.ts';
import { hashOf } from './hash.ts';
import { judge, type Outcome } from './judge.ts';

export interface Found {
  plan: Plan;
  jobs: Jobs;
  /** Values that must never be journaled. */
  secrets: readonly string[];
  job: JobRecord;
}

type Exited = Extract<Probe, { state: 'exited' }>;

/** It exited: judged, with what of its output is worth keeping. */
export async function exitOf(found: Found, probe: Exited): Promise<FactOf<'job.exited'>> {
  const { jobs, job } = found;
  const size = probe.size ?? (await jobs.size(job.id));
  const output = outputOf(found, size);
  const exitedAt = new Date(probe.at === null ? Date.now() : probe.at * 1000).toISOString();
  const outcome = await judged(found, probe.code, Date.parse(exitedAt), output);
  return {
    type: 'job.exited',
    job: job.id,
    step: job.step,
    code: probe.code,
    size,
    ...(!job.interactive && (await kept('sha256', hashOf(output)))),
    exitedAt,
    ...outcome,
    ...(job.check !== undefined && (await kept('evidence', evidenceOf(output)))),
    ...(!outcome.ok && !job.interactive && (await kept('excerpt', excerptOf(output)))),
    ...(probe.outputOpen && { outputOpen: true }),
  };
}

/** Nobody can know its outcome; its last words may help. */
export async function doubtOf(found: Found, why: string): Promise<FactOf<'job.doubted'>> {
  const { jobs, job } = found;
  const output = outputOf(found, await jobs.size(job.id).catch(() => 0));
  const said = job.interactive ? {} : await kept('excerpt', excerptOf(output));
  return { type: 'job.doubted', job: job.id, step: job.step, why, ...said };
}

function judged(
  { plan, secrets, job }: Found,
  code: number,
  endedAt: number,
  output: Output,
): Promise<Outcome> {
  const command = commandOfJob(plan, job);
  const { timeout } = command.attributes;
  // The wrapper counts whole seconds. A command may use the code of a time limit for itself.
  const seconds = (endedAt - Date.parse(job.startedAt)) / 1000 + 1;
  return judge({
    command,
    code,
    timedOut: code === 124 && timeout !== undefined && seconds >= timeout,
    interactive: job.interactive ?? false,
    output: textOf(output),
    declarations: plan.variables,
    secrets,
  });
}

/** An output that cannot be read must not cost the outcome. */
async function kept<Name extends string, T>(
  name: Name,
  reading: Promise<T | undefined>,
): Promise<{ [K in Name]?: T }> {
  const value = await reading.catch(() => undefined);
  return (value === undefined ? {} : { [name]: value }) as { [K in Name]?: T };
}

const outputOf = ({ jobs, secrets, job }: Found, size: number): Output => ({
  size,
  secrets,
  read: (offset, bytes) => jobs.read(job.id, offset, bytes),
});

/** An output as text, in pieces. */
async function* textOf({ size, read }: Output): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for (let offset = 0; offset < size; ) {
    const piece = await read(offset, Math.min(262_144, size - offset));
    if (piece.length === 0) break;
    offset += piece.length;
    yield decoder.decode(piece, { stream: true });
  }
  yield decoder.decode();
}
