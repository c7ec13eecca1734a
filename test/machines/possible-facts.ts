/** Every fact that could be told of a run next, acceptable or not: what walks and random runs choose from. */

import { criteriaOf } from '../../machines/checkpoint.ts';
import { checksOf } from '../../machines/checks.ts';
import { runnableOf } from '../../machines/commands.ts';
import type { RunContext } from '../../machines/context.ts';
import type { Fact } from '../../machines/entries.ts';
import type { Plan, Step } from '../../src/plan/types.ts';
import { adhoc, checkOf, created, exited, released, taken } from './driver.ts';

const because = { reason: 'because' };

export function possibleFacts(plan: Plan): (context: RunContext) => Fact[] {
  const neighbours = neighboursOf(plan);
  return context => {
    const beside = neighbours.get(context.current ?? '') ?? plan.rollback?.steps ?? [];
    const step = beside.find(one => one.id === context.current);
    return [
      ...ofTheRun,
      ...beside.flatMap(one => reopenings(one.id)),
      ...(step ? listed(step, plan, beside).flatMap(one => ofStep(one, plan, context)) : []),
      ...[context.liveJob, context.aside].flatMap(job => (job ? ofJob(job, context) : [])),
      ...besideThePlan(plan, context),
      ...(plan.rollback?.validation ?? []).flatMap(box => marksOf(box.id)),
      ...(plan.rollback?.proofs ?? []).flatMap(box => marksOf(box.id)),
      ...plan.variables.map(({ name }) => bound(name)),
    ];
  };
}

const reopenings = (step: string): Fact[] => [
  { type: 'step.reopened', step, ...because },
  { type: 'step.reopened', step, ...because, only: true },
];

/** In a list without order any step may be spoken of, and only it reopened. */
function listed(step: Step, plan: Plan, beside: readonly Step[]): readonly Step[] {
  const phases = plan.stages.flatMap(stage => stage.phases);
  return phases.find(({ steps }) => steps.includes(step))?.anyOrder ? beside : [step];
}

/** What the operator types, and every check of the plan. */
function besideThePlan(plan: Plan, context: RunContext): Fact[] {
  const job = `job-${Object.keys(context.jobs).length}`;
  const checks = [...checksOf(plan).keys()].map(box => checkOf(plan, box, job));
  return [adhoc(context.current ?? 'validation', job), ...checks];
}

const bound = (name: string): Fact => {
  return { type: 'variable.bound', name, value: 'x', source: 'asked' };
};

const ofTheRun: Fact[] = [
  created,
  taken,
  released,
  { type: 'run.held', ...because },
  { type: 'run.resumed' },
  { type: 'rollback.decided', ...because },
  { type: 'rollback.validated' },
  { type: 'rollback.validated', waiver: 'because' },
  { type: 'run.aborted', ...because },
  { type: 'run.closed' },
  { type: 'run.closed', waiver: 'because' },
];

function ofStep(step: Step, plan: Plan, context: RunContext): Fact[] {
  const about = { step: step.id };
  const job = `job-${Object.keys(context.jobs).length}`;
  const script = { script: 'x', diff: 'd' };
  return [
    ...runnableOf(step).flatMap((command): Fact[] => [
      { type: 'job.started', job, ...about, command, attempt: 1, script: 's', host: 'h' },
      { type: 'step.amended', ...about, command, ...script, ...because },
    ]),
    ...criteriaOf(step, plan).flatMap(marksOf),
    { type: 'step.begun', ...about },
    { type: 'step.confirmed', ...about },
    { type: 'step.confirmed', ...about, ...because },
    { type: 'step.skipped', ...about, ...because },
    { type: 'step.retried', ...about },
    { type: 'step.accepted', ...about, ...because },
    { type: 'checkpoint.passed', ...about },
    { type: 'checkpoint.passed', ...about, waiver: 'because' },
    { type: 'checkpoint.refused', ...about, ...because },
    { type: 'checkpoint.reviewed', ...about },
    { type: 'gate.passed', ...about },
    { type: 'gate.refused', ...about, ...because },
    { type: 'gate.reviewed', ...about },
    { type: 'milestone.reached', ...about },
  ];
}

function ofJob(job: string, context: RunContext): Fact[] {
  const about = { job, step: context.jobs[job]!.step };
  return [
    exited(about.step, job, true),
    { ...exited(about.step, job, true), captured: { version: 'x' } },
    exited(about.step, job, false),
    { type: 'job.doubted', ...about, why: 'rebooted' },
    { type: 'job.revoked', ...about, ...because },
    { type: 'job.orphaned', ...about, why: 'witness died' },
    { type: 'job.cancelled', ...about, ...because },
    { type: 'job.abandoned', ...about, ...because },
  ];
}

const marksOf = (item: string): Fact[] => [
  { type: 'item.ticked', item, verdict: 'pass' },
  { type: 'item.ticked', item, verdict: 'fail' },
  { type: 'item.ticked', item, verdict: 'pass', note: 'because' },
  { type: 'item.cleared', item },
];

/** The steps of the phase, or of the rollback, that each step is in. */
function neighboursOf(plan: Plan): Map<string, Step[]> {
  const phases = plan.stages.flatMap(stage => stage.phases.map(phase => phase.steps));
  const groups = [...phases, plan.rollback?.steps ?? []];
  return new Map(groups.flatMap(steps => steps.map(step => [step.id, steps] as const)));
}
