/** What entries leave in the records of the run as a whole. */
import type { RunContext } from '../context.ts';
import type { EntryOf } from '../entries.ts';
import { known } from '../known.ts';
import { unproved } from './aside.ts';
import { withJob } from './job.ts';
import { changed, without } from './shelf.ts';

/** What is known before the first entry. */
export function blank(): RunContext {
  return {
    run: null,
    helm: null,
    held: null,
    pace: 'step',
    variables: {},
    marks: {},
    steps: {},
    jobs: {},
    liveJob: null,
    aside: null,
    checks: {},
    notes: [],
    opened: {},
    waived: {},
    approvals: {},
    calls: [],
    handed: null,
    messages: {},
    deliveries: {},
    metrics: {},
    looks: {},
    rollback: null,
    endedAt: null,
    current: null,
    seq: -1,
    at: '',
  };
}

export function runCreated(_: RunContext, entry: EntryOf<'run.created'>): Partial<RunContext> {
  const { run, environment, plan, date, timezone, pace, variables, version } = entry;
  return {
    run: {
      id: run,
      environment: environment.name,
      protected: environment.protected,
      fingerprint: plan.fingerprint,
      createdAt: entry.at,
      date,
      timezone,
      version,
    },
    pace,
    variables,
  };
}

export function planAdopted(
  context: RunContext,
  entry: EntryOf<'plan.adopted'>,
): Partial<RunContext> {
  return { run: context.run && { ...context.run, fingerprint: entry.fingerprint } };
}

export function helmTaken(_: RunContext, entry: EntryOf<'helm.taken'>): Partial<RunContext> {
  return { helm: { ...entry.helm, since: entry.at } };
}

export function runHeld(_: RunContext, entry: EntryOf<'run.held'>): Partial<RunContext> {
  return { held: { reason: entry.reason, at: entry.at, by: entry.by } };
}

export function noteAdded(context: RunContext, entry: EntryOf<'note.added'>): Partial<RunContext> {
  const { at, by, text, step, topic } = entry;
  return { notes: [...context.notes, { at, by, text, ...known({ step, topic }) }] };
}

export function variableBound(
  context: RunContext,
  entry: EntryOf<'variable.bound'>,
): Partial<RunContext> {
  return {
    variables: { ...context.variables, [entry.name]: entry.value },
    ...unproved(context),
  };
}

export function itemTicked(
  context: RunContext,
  entry: EntryOf<'item.ticked'>,
): Partial<RunContext> {
  const { item, verdict, at, by, note, evidence } = entry;
  const mark = { verdict, at, by, ...known({ note, evidence }) };
  return { marks: changed(context.marks, { [item]: mark }) };
}

/** The box is open again, and nothing else: its check runs anew only when somebody asks for it. */
export function itemCleared(
  context: RunContext,
  entry: EntryOf<'item.cleared'>,
): Partial<RunContext> {
  return { marks: without(context.marks, [entry.item]) };
}

/** The live job, if any, is asked to stop by the same decision. */
export function rollbackDecided(
  context: RunContext,
  entry: EntryOf<'rollback.decided'>,
): Partial<RunContext> {
  const { at, by, reason, trigger } = entry;
  const fromStep = context.current ?? undefined;
  return {
    rollback: { at, by, reason, ...known({ trigger, fromStep }) },
    ...(context.liveJob && withJob(context, context.liveJob, { cancelledAt: at })),
  };
}
