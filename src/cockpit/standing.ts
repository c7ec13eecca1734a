/** What the store reads off the run itself: where it stands, which output is worth seeing. */

import type { RunState } from '../../machines/state.ts';
import type { ScreenView } from '../view/types.ts';
import { type Layout, layoutOf, type PaneId, type Size, scrubberRows } from './layout.ts';
import type { Ui } from './model/ui.ts';
import type { Mood } from './theme.ts';

/**
 * Changes whenever a confirmation given for the run as it was must no longer count. What is beside the plan
 * is left out: a question that speaks of it compares what it says (asking/question.ts).
 */
export function stateKeyOf({ status, current, halting, statusOf, context }: RunState): string {
  const step = current === null ? '' : statusOf(current);
  return [status, current, step, halting, context.liveJob, context.held?.at].join('|');
}

/** What decides whether a command beside the plan comes into view, or leaves it. */
export interface Beside {
  /** The latest ad-hoc command. */
  adhoc: string | null;
  /** The plan's own command that runs. */
  plan: string | null;
}

export function besideOf({ context: { jobs, liveJob } }: RunState): Beside {
  const adhoc = Object.values(jobs).findLast(job => job.adhoc !== undefined);
  return { adhoc: adhoc?.id ?? null, plan: liveJob };
}

/**
 * The job beside the plan whose output is in view, once the run moved: a new ad-hoc command comes up by
 * itself, a check never does; the plan's own command takes the place back when it starts or ends.
 */
export function pinnedAfter(pinned: string | null, before: Beside, now: Beside): string | null {
  if (now.adhoc !== null && now.adhoc !== before.adhoc) return now.adhoc;
  return now.plan === before.plan ? pinned : null;
}

/** The ad-hoc command that runs, for a screen that opens on it. */
export function liveAdhoc({ context: { jobs, aside } }: RunState): string | null {
  return aside !== null && jobs[aside]?.adhoc !== undefined ? aside : null;
}

/**
 * The command beside the plan that the operator looks at, else the current step's job, else the last of the
 * plan's that ran: people decide on what they just saw.
 */
export function jobToShow(
  { context }: RunState,
  { current }: ScreenView,
  pinned: string | null,
): string | null {
  if (pinned !== null) return pinned;
  if (current?.job && !context.jobs[current.job]?.interactive) return current.job;
  // What had the terminal left no output to show.
  const last = Object.values(context.jobs).findLast(
    job => job.status !== 'revoked' && !isBeside(job) && !job.interactive,
  );
  return last?.id ?? null;
}

/** The step that the plan's cursor rests on, when it is not the one whose turn it is. */
export function lookedAt({ cursors }: Ui, { tree, current }: ScreenView): string | null {
  const step = tree.find(row => row.key === cursors.plan)?.step;
  return step === undefined || step === current?.id ? null : step;
}

/** What printed a job's output, in words: its step, what the operator typed, or the box it checks. */
export function sourceOf(
  { context }: RunState,
  { current, aside }: ScreenView,
  id: string | null,
): string {
  const job = id === null ? undefined : context.jobs[id];
  if (!job) return '';
  if (aside?.job === job.id) return aside.title;
  if (job.adhoc !== undefined) return `! ${job.adhoc}`;
  if (job.check === undefined) return job.step;
  return current?.boxes.find(box => box.id === job.check)?.title ?? job.check;
}

/** The job was started beside the plan. */
function isBeside({ adhoc, check }: RunState['context']['jobs'][string]): boolean {
  return adhoc !== undefined || check !== undefined;
}

export function moodOf({ header }: ScreenView): Mood {
  return header.rollingBack ? 'rollback' : header.protected ? 'protected' : 'plain';
}

/** Who gets which cells, while this is what is to be seen. */
export function layoutFor(
  view: ScreenView,
  size: Size,
  zoomed: PaneId | null,
  replaying = false,
): Layout {
  // Whom an observer watches takes a row; what plays again has its scrubber.
  const strip = (view.watch ? 1 : 0) + (replaying ? scrubberRows(size) : 0);
  return layoutOf(size, zoomed, isDense(view), isFailed(view), strip);
}

/** A failure card is to be read. */
function isFailed({ current }: ScreenView): boolean {
  return current?.card !== undefined;
}

/** Boxes to tick, or trouble to read about. */
function isDense({ current }: ScreenView): boolean {
  return current !== null && (current.boxes.length > 2 || current.status.tone === 'bad');
}
