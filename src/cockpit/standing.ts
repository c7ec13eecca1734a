/** What the store reads off the run itself: where it stands, which output is worth seeing. */
import type { RunState } from '../../machines/state.ts';
import type { ScreenView } from '../view/types.ts';
import type { Ui } from './model/ui.ts';
import type { Mood } from './theme.ts';

/** Changes whenever a confirmation given for the run as it was must no longer count. */
export function stateKeyOf({ status, current, halting, statusOf, context }: RunState): string {
  const step = current === null ? '' : statusOf(current);
  return [status, current, step, halting, context.liveJob, context.held?.at].join('|');
}

/** The current step's job, or else the last one that ran: people decide on what they just saw. */
export function jobToShow({ context }: RunState, { current }: ScreenView): string | null {
  if (current?.job) return current.job;
  const ran = Object.values(context.jobs).filter(({ status }) => status !== 'revoked');
  return ran.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt)).at(-1)?.id ?? null;
}

/** The step that the plan's cursor rests on, when it is not the one whose turn it is. */
export function lookedAt({ cursors }: Ui, { tree, current }: ScreenView): string | null {
  const step = tree.find(row => row.key === cursors.plan)?.step;
  return step === undefined || step === current?.id ? null : step;
}

/** Step of a job; '' when there is none. */
export function stepOfJob({ context }: RunState, job: string | null): string {
  return job === null ? '' : (context.jobs[job]?.step ?? '');
}

export function moodOf({ header }: ScreenView): Mood {
  return header.rollingBack ? 'rollback' : header.protected ? 'protected' : 'plain';
}

/** Boxes to tick, or trouble to read about. */
export function isDense({ current }: ScreenView): boolean {
  return current !== null && (current.boxes.length > 2 || current.status.tone === 'bad');
}
