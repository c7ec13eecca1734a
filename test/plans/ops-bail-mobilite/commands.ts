/** The plan's own commands, read by the compiler and run on a target. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../../src/plan/compile.ts';
import { readEnvironment } from '../../../src/plan/environment.ts';
import type { Command, Environment, Step } from '../../../src/plan/types.ts';
import { substitute } from '../../../src/plan/variables.ts';
import { planFolder, type Rehearsal } from './rehearsal.ts';

export function environment(name: string): Environment {
  const path = join(planFolder, 'environments', `${name}.yaml`);
  const { environment: read, diagnostics } = readEnvironment(readFileSync(path, 'utf8'), {
    path,
    language: 'fr',
  });
  if (!read) throw new Error(JSON.stringify(diagnostics));
  return read;
}

export function compiled(where?: Environment) {
  const path = join(planFolder, 'plan.md');
  const exists = (relative: string) => existsSync(join(planFolder, relative));
  return compile(readFileSync(path, 'utf8'), {
    path,
    exists,
    ...(where ? { environment: where } : {}),
  });
}

const { plan } = compiled(environment('rehearsal'));
const forward = plan.stages.flatMap(stage => stage.phases.flatMap(phase => phase.steps));

/** Values that the plan itself gives. */
const known = Object.fromEntries(
  plan.variables.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
);

/** Values captured so far. */
export type Captured = Record<string, string>;

/** Runs the commands of the timeline, from the first to those of `last` (all of them by default). */
export function advance(rehearsal: Rehearsal, captured: Captured, last?: string): void {
  const end = last === undefined ? forward.length : forward.findIndex(step => step.id === last) + 1;
  for (const step of forward.slice(0, end)) runStep(rehearsal, step, captured);
}

/** Runs the commands of one step, of the timeline or of the rollback. */
export function step(rehearsal: Rehearsal, id: string, captured: Captured): void {
  const found = [...forward, ...plan.rollback!.steps].find(one => one.id === id);
  runStep(rehearsal, found!, captured);
}

export function rollBack(rehearsal: Rehearsal, captured: Captured): void {
  for (const { id } of plan.rollback!.steps) step(rehearsal, id, captured);
}

function runStep(rehearsal: Rehearsal, { id, commands }: Step, captured: Captured): void {
  for (const command of commands) runCommand(rehearsal, id, command, captured);
}

/** @throws when the command fails by its own attributes, with its output */
function runCommand(rehearsal: Rehearsal, id: string, command: Command, captured: Captured): void {
  const { good, code, output, script } = attempt(rehearsal, id, command, captured);
  if (!good) throw new Error(`${id} failed (${code}): ${script}\n${output}`);
  const { capture } = command.attributes;
  if (capture) captured[capture] = output.trim().split('\n').at(-1)!;
}

/** Boxes of the plan that a command can look at, and the proofs of its rollback. */
const boxes = [
  ...plan.checkpoints.flatMap(({ criteria }) => criteria),
  ...plan.rollback!.validation,
  ...plan.rollback!.proofs,
].filter(({ check }) => check);

/** What the check of each box finds, of those whose id starts with `prefix`: `C2`, `V`, `R`. */
export function look(rehearsal: Rehearsal, prefix: string, captured: Captured) {
  const looked = boxes.filter(({ id }) => id.startsWith(prefix));
  const found = looked.map(({ id, check }) => {
    const { good, output } = attempt(rehearsal, id, check!, captured);
    return { id, verdict: good ? 'pass' : 'fail', output };
  });
  return {
    verdicts: Object.fromEntries(found.map(({ id, verdict }) => [id, verdict])),
    output: (id: string) => found.find(one => one.id === id)?.output ?? '',
  };
}

function attempt(rehearsal: Rehearsal, id: string, command: Command, captured: Captured) {
  const said = substitute(command.script, { ...known, ...captured }, plan.variables);
  if (!('script' in said)) throw new Error(`${id}: ${JSON.stringify(said)}`);
  const runner = plan.runners[command.language];
  const { code, output } = runner
    ? rehearsal.shell(runner, said.script)
    : rehearsal.shell(said.script);
  const { ok = [0], expect = '/(?:)/', refuse = '/(?!)/' } = command.attributes;
  const good = ok.includes(code) && regex(expect).test(output) && !regex(refuse).test(output);
  return { good, code, output, script: said.script };
}

function regex(written: string): RegExp {
  const [, source = '', flags = ''] = written.match(/^\/(.*)\/(\w*)$/s) ?? [];
  return new RegExp(source, flags);
}
