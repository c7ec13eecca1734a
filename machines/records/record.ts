/** What each entry leaves in the run's context, wherever the chart stands. Control is the chart's. */
import type { RunContext } from '../context.ts';
import type { Entry, EntryOf, FactType } from '../entries.ts';
import * as calendar from './calendar.ts';
import * as job from './job.ts';
import * as messages from './messages.ts';
import { metricFailed, metricMeasured } from './metrics.ts';
import * as people from './people.ts';
import * as run from './run.ts';
import { decided, refused, reviewed, stepAmended, stepBegun } from './step.ts';

type Recorders = {
  [T in FactType]: (context: RunContext, entry: EntryOf<T>) => Partial<RunContext>;
};

const nothing = () => ({});

const recorders: Recorders = {
  'run.created': run.runCreated,
  'plan.adopted': run.planAdopted,
  'helm.taken': run.helmTaken,
  'helm.released': () => ({ helm: null }),
  'run.held': run.runHeld,
  'run.resumed': () => ({ held: null }),
  'pace.set': (_, entry) => ({ pace: entry.pace }),
  'note.added': run.noteAdded,
  'variable.bound': run.variableBound,
  'item.ticked': run.itemTicked,
  'item.cleared': run.itemCleared,
  'step.begun': stepBegun,
  'step.confirmed': decided,
  'step.skipped': decided,
  'step.retried': decided,
  'step.amended': stepAmended,
  'step.accepted': decided,
  'step.reopened': decided,
  'job.started': job.jobStarted,
  'job.revoked': job.jobRevoked,
  'job.exited': job.jobExited,
  'job.doubted': job.jobDoubted,
  'job.orphaned': job.jobOrphaned,
  'job.cancelled': job.jobCancelled,
  'job.abandoned': job.jobAbandoned,
  'checkpoint.passed': (context, entry) => decided(context, { ...entry, reason: entry.waiver }),
  'checkpoint.refused': refused,
  'checkpoint.reviewed': reviewed,
  'gate.passed': (context, entry) => decided(context, { ...entry, reason: entry.note }),
  'gate.refused': refused,
  'gate.reviewed': reviewed,
  'milestone.reached': decided,
  'rollback.decided': run.rollbackDecided,
  'rollback.validated': nothing,
  'run.aborted': nothing,
  'run.closed': nothing,
  'stage.opened': calendar.stageOpened,
  'item.waived': calendar.itemWaived,
  'surveillance.done': calendar.surveillanceDone,
  'person.called': people.personCalled,
  'helm.handed': people.helmHanded,
  'approval.given': people.approvalGiven,
  'message.edited': messages.messageEdited,
  'message.queued': messages.messageQueued,
  'message.sent': messages.messageSent,
  'message.failed': messages.messageFailed,
  'message.doubted': messages.messageDoubted,
  'message.told': messages.messageTold,
  'metric.measured': metricMeasured,
  'metric.failed': metricFailed,
};

/** The context's changes once `entry` is accepted. */
export function record(context: RunContext, entry: Entry): Partial<RunContext> {
  const recorder = recorders[entry.type] as (
    context: RunContext,
    entry: Entry,
  ) => Partial<RunContext>;
  return { ...recorder(context, entry), seq: entry.seq, at: entry.at };
}
