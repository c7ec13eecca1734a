/**
 * The vocabulary of entries: every fact a run's journal can hold, as one zod schema.
 * Entries are the machine's only events. Names are past tense and dotted; adding one is a new
 * `journalVersion` only when an older reader would fold it to a wrong state.
 */
import { z } from 'zod';
import { calendarFacts } from './facts/calendar.ts';
import { messageFacts } from './facts/messages.ts';
import { metricFacts } from './facts/metrics.ts';
import { peopleFacts } from './facts/people.ts';

/**
 * 2: a GO may rest on what commands found (`job.started` with `check`), which readers of 1 do not count.
 * 3: the final checklist closes the run, and lists without times are done in any order.
 */
export const journalVersion = 3;

const step = z.string();
const reason = z.string().min(1);

/** What matters of the output of a command that failed, its secrets covered; bounded. */
const excerpt = z.object({
  /** First line that speaks of an error. */
  first: z.string().optional(),
  /** Last lines with something on them, in order. */
  last: z.array(z.string()),
});

const evidence = z.object({
  run: z.string(),
  environment: z.string(),
  status: z.enum(['completed', 'rolledBack']),
  /** ISO 8601. */
  endedAt: z.string(),
});

const helm = z.object({
  operator: z.string(),
  host: z.string(),
  pid: z.int(),
  /** `/dev/pts/3`, or '' without a terminal. */
  terminal: z.string(),
});

const facts = [
  z.object({
    type: z.literal('run.created'),
    version: z.union([z.literal(1), z.literal(2), z.literal(journalVersion)]),
    run: z.string(),
    plan: z.object({ title: z.string(), fingerprint: z.string(), path: z.string() }),
    environment: z.object({ name: z.string(), fingerprint: z.string(), protected: z.boolean() }),
    /** J, `YYYY-MM-DD` in the plan's zone. */
    date: z.string(),
    timezone: z.string(),
    pace: z.enum(['step', 'phase', 'automatic']),
    /** Known at the start: front matter, environment, answers. Never a secret. */
    variables: z.record(z.string(), z.string()),
    program: z.string(),
    /** Why a protected environment was entered: earlier runs of this very plan, or a waiver. */
    proof: z
      .object({
        rehearsal: z.string().optional(),
        rollback: z.string().optional(),
        waiver: z.string().optional(),
      })
      .optional(),
  }),
  /** The operator adopted an edited plan or environment. */
  z.object({ type: z.literal('plan.adopted'), fingerprint: z.string(), diff: z.string() }),

  z.object({ type: z.literal('helm.taken'), helm, from: helm.optional() }),
  z.object({
    type: z.literal('helm.released'),
    why: z.enum(['detached', 'terminal-lost', 'taken-over', 'ended', 'crashed', 'handed-over']),
  }),
  z.object({ type: z.literal('run.held'), reason: z.string() }),
  z.object({ type: z.literal('run.resumed') }),
  z.object({ type: z.literal('pace.set'), pace: z.enum(['step', 'phase', 'automatic']) }),
  z.object({
    type: z.literal('note.added'),
    text: z.string().min(1),
    step: step.optional(),
    /** What the report files it under. */
    topic: z.enum(['adoption', 'satisfaction', 'lesson']).optional(),
  }),
  z.object({
    type: z.literal('variable.bound'),
    name: z.string(),
    value: z.string(),
    source: z.enum(['asked', 'captured', 'corrected']),
  }),

  /** A box: prerequisite, criterion, sub-checklist line, validation, final checklist. */
  z.object({
    type: z.literal('item.ticked'),
    item: z.string(),
    verdict: z.enum(['pass', 'fail']),
    note: z.string().optional(),
    /** The earlier run of this very plan that proves it. */
    evidence: evidence.optional(),
  }),
  z.object({ type: z.literal('item.cleared'), item: z.string() }),

  /** Manual work began (optional), then was said done. `reason` is owed while boxes stay open. */
  z.object({ type: z.literal('step.begun'), step }),
  z.object({ type: z.literal('step.confirmed'), step, reason: z.string().optional() }),
  z.object({ type: z.literal('step.skipped'), step, reason }),
  /** Out of failed or in doubt; a command not begun yet may be amended as well. */
  z.object({ type: z.literal('step.retried'), step, reason: z.string().optional() }),
  z.object({
    type: z.literal('step.amended'),
    step,
    command: z.int(),
    script: z.string(),
    diff: z.string(),
    reason,
  }),
  z.object({ type: z.literal('step.accepted'), step, reason }),
  /** Going back to a finished step of the same phase; every step from it on is to be done again, or `only` this one. */
  z.object({ type: z.literal('step.reopened'), step, reason, only: z.literal(true).optional() }),

  /** The intent to run one command: durable before the job's folder exists. */
  z.object({
    type: z.literal('job.started'),
    job: z.string(),
    step,
    command: z.int(),
    attempt: z.int(),
    /** sha256 of the script as run, hex. */
    script: z.string(),
    host: z.string(),
    /** Text that the operator typed: a command beside the plan (`command` is -1), in the step's environment. */
    adhoc: z.string().optional(),
    /** Id of the box that it checks: beside the plan too. */
    check: z.string().optional(),
    /** The box is a proof of the rollback's. */
    proof: z.boolean().optional(),
    /** The terminal was handed to it: its output is not recorded. */
    interactive: z.boolean().optional(),
  }),
  /** It never ran and never will. */
  z.object({ type: z.literal('job.revoked'), job: z.string(), step, reason: z.string() }),
  z.object({
    type: z.literal('job.exited'),
    job: z.string(),
    step,
    code: z.int(),
    /** Bytes of output at exit. */
    size: z.int(),
    /** Of those bytes, hex. Not in older journals, nor of interactive commands. */
    sha256: z.string().optional(),
    /** When the wrapper recorded it, ISO 8601; may be long before the entry. */
    exitedAt: z.string(),
    /** The exit code is accepted and `expect`/`refuse` hold. */
    ok: z.boolean(),
    /** Why not, when the code alone does not say: `expected /…/`, `refused /…/`, `time limit`. */
    why: z.string().optional(),
    /** Variables captured from the output. */
    captured: z.record(z.string(), z.string()).optional(),
    /** Of a check: the last line of its output. */
    evidence: z.string().optional(),
    /** Of a failure. */
    excerpt: excerpt.optional(),
    outputOpen: z.boolean().optional(),
    /** The outcome was found when the run was resumed. */
    away: z.boolean().optional(),
  }),
  /** Nobody can know its outcome. */
  z.object({
    type: z.literal('job.doubted'),
    job: z.string(),
    step,
    why: z.string(),
    excerpt: excerpt.optional(),
    away: z.boolean().optional(),
  }),
  /** The witness died, the command lives. */
  z.object({ type: z.literal('job.orphaned'), job: z.string(), step, why: z.string() }),
  /** The operator asked for it to stop. */
  z.object({ type: z.literal('job.cancelled'), job: z.string(), step, reason: z.string() }),
  /** The operator no longer waits for it: a rollback must not hang on a command that will not die. */
  z.object({ type: z.literal('job.abandoned'), job: z.string(), step, reason }),

  /** GO. `waiver` is owed while criteria are not all green. */
  z.object({ type: z.literal('checkpoint.passed'), step, waiver: z.string().optional() }),
  /** NO-GO. */
  z.object({ type: z.literal('checkpoint.refused'), step, reason }),
  /** Back from remediation to another look. */
  z.object({ type: z.literal('checkpoint.reviewed'), step }),
  z.object({ type: z.literal('gate.passed'), step, note: z.string().optional() }),
  z.object({ type: z.literal('gate.refused'), step, reason }),
  z.object({ type: z.literal('gate.reviewed'), step }),
  z.object({ type: z.literal('milestone.reached'), step }),

  z.object({ type: z.literal('rollback.decided'), trigger: z.string().optional(), reason }),
  /** The rolled-back system was validated; `waiver` is owed while boxes stay open. */
  z.object({ type: z.literal('rollback.validated'), waiver: z.string().optional() }),
  z.object({ type: z.literal('run.aborted'), reason }),

  ...calendarFacts,
  ...peopleFacts,
  ...messageFacts,
  ...metricFacts,
] as const;

export const factSchema = z.discriminatedUnion('type', facts);

/** What happened, without where it stands in the journal. */
export type Fact = z.infer<typeof factSchema>;
export type FactType = Fact['type'];
export type FactOf<T extends FactType> = Extract<Fact, { type: T }>;
export type Excerpt = z.infer<typeof excerpt>;
export type RunEvidence = z.infer<typeof evidence>;
export type HelmHolder = z.infer<typeof helm>;

const envelope = z.object({
  /** From 0, without gaps. */
  seq: z.int().nonnegative(),
  /** When it was journaled, ISO 8601 UTC with milliseconds. */
  at: z.iso.datetime(),
  /** Who: `operator@host`, or `bascule` for what the program observed. */
  by: z.string(),
});

export type Entry = Fact & z.infer<typeof envelope>;
export type EntryOf<T extends FactType> = Extract<Entry, { type: T }>;

/**
 * Checks a value read from a journal.
 * @throws {z.ZodError} when it is not an entry of this version.
 */
export function parseEntry(value: unknown): Entry {
  const where = envelope.parse(value);
  return { ...factSchema.parse(value), ...where };
}
