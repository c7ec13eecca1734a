/** What the fold of a run passes through, and what its last state tells no more. Plain data, in no language. */
import { approvalOwed, standingApproval } from '../../machines/approvals.ts';
import type { Approval, Mark, RunContext } from '../../machines/context.ts';
import type { Entry } from '../../machines/entries.ts';
import { allSteps } from '../../machines/plan-steps.ts';
import { isBeside } from '../../machines/records/aside.ts';
import type { RunState, RunStatus, StepStatus } from '../../machines/state.ts';
import { createFold, type FoldStep } from '../journal/fold.ts';
import type { Plan, Step } from '../plan/types.ts';
import { boxesDecided, boxOwners, touchedStep } from './story/touches.ts';

/** Where the run stood from one moment on, until the next stand. */
export interface Stand {
  /** Milliseconds; never before the stand in front, whatever the clock did. */
  at: number;
  status: RunStatus;
  /** Whose turn it is, and where it stands. */
  step: string | null;
  doing: StepStatus | null;
  /** Somebody holds the helm. */
  helm: boolean;
  held: boolean;
  /** The plan's own job that runs. */
  job: string | null;
  /** Role whose word the step waits for. */
  owed: string | null;
  /** The step that somebody did something about just now. */
  touched: string | null;
}

/** What a decision rested on. */
export interface Ground {
  /** Of the boxes it was about, those that had a verdict. */
  marks: Readonly<Record<string, Mark>>;
  /** The latest check of each of them. */
  checks: Readonly<Record<string, string>>;
  approval: Approval | null;
  /** The latest job of its step. */
  job: string | null;
}

/** The text that a job ran: the amended one, where there was one, and the values of the moment. */
export interface Given {
  amended: string | undefined;
  variables: Readonly<Record<string, string>>;
}

export interface Course {
  /** After the last entry. */
  state: RunState;
  stands: readonly Stand[];
  /** Of each entry that decided something, by `seq`. */
  grounds: ReadonlyMap<number, Ground>;
  /** By job. */
  given: ReadonlyMap<string, Given>;
  /** Entries that the machine refused, by `seq`. */
  ignored: ReadonlySet<number>;
}

export interface CourseReader {
  /**
   * The course of the run up to the last of these entries, which only ever grow in number; what an earlier call gave
   * grows with them.
   */
  upTo(entries: readonly Entry[]): Course;
}

/** Follows the course of one run of a plan; each entry is folded once, however often it is asked. */
export function createCourse(plan: Plan): CourseReader {
  const fold = createFold(plan);
  const gathering = gather(plan, fold.toState);
  let folded = fold.initial();
  return {
    upTo(entries) {
      const fresh = entries.slice(folded.seq + 1);
      if (fresh.length > 0) folded = fold.on(folded, fresh, gathering.visit);
      const { stands, grounds, given, ignored } = gathering;
      return { state: fold.toState(folded), stands, grounds, given, ignored };
    },
  };
}

function gather(plan: Plan, toState: (folded: FoldStep) => RunState) {
  const steps = new Map(allSteps(plan).map(step => [step.id, step]));
  const owners = boxOwners(plan);
  const stands: Stand[] = [];
  const grounds = new Map<number, Ground>();
  const given = new Map<string, Given>();
  const ignored = new Set<number>();
  return {
    stands,
    grounds,
    given,
    ignored,
    visit(after: FoldStep, entry: Entry): void {
      if (after.ignored) ignored.add(entry.seq);
      const touched = after.ignored ? null : touchedStep(entry, owners);
      const state = toState(after);
      const at = Math.max(stands.at(-1)?.at ?? Number.NEGATIVE_INFINITY, Date.parse(entry.at));
      const stand = standOf(state, steps, at, touched);
      if (touched !== null || !isAsBefore(stands.at(-1), stand)) stands.push(stand);
      if (after.ignored) return;
      const boxes = boxesDecided(plan, entry);
      if (boxes !== null) grounds.set(entry.seq, groundOf(state.context, entry, boxes));
      if (entry.type === 'job.started') given.set(entry.job, givenTo(state.context, entry));
    },
  };
}

function standOf(
  { status, current, context, statusOf }: RunState,
  steps: ReadonlyMap<string, Step>,
  at: number,
  touched: string | null,
): Stand {
  const step = steps.get(current ?? '');
  return {
    at,
    status,
    step: current,
    doing: current === null ? null : statusOf(current),
    helm: context.helm !== null,
    held: context.held !== null,
    job: context.liveJob,
    owed: step ? approvalOwed(context, step) : null,
    touched,
  };
}

function isAsBefore(before: Stand | undefined, now: Stand): boolean {
  if (!before) return false;
  const same = before.step === now.step && before.doing === now.doing && before.job === now.job;
  const manned = before.helm === now.helm && before.held === now.held && before.owed === now.owed;
  return same && manned && before.status === now.status;
}

function groundOf(context: RunContext, entry: Entry, boxes: readonly string[]): Ground {
  const step = 'step' in entry ? entry.step : context.rollback?.fromStep;
  const record =
    step !== undefined && Object.hasOwn(context.steps, step) ? context.steps[step] : undefined;
  return {
    marks: picked(context.marks, boxes),
    checks: picked(context.checks, boxes),
    approval: (step !== undefined && standingApproval(context, step)) || null,
    job: record?.jobs.at(-1) ?? null,
  };
}

function picked<T>(map: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> {
  const found = keys.filter(key => Object.hasOwn(map, key));
  return Object.fromEntries(found.map(key => [key, map[key]!]));
}

function givenTo(context: RunContext, entry: Extract<Entry, { type: 'job.started' }>): Given {
  const { variables, steps } = context;
  const record =
    !isBeside(entry) && Object.hasOwn(steps, entry.step) ? steps[entry.step] : undefined;
  return { amended: record?.amended[entry.command], variables };
}
