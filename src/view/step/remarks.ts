/** Sentences worth reading about a step, most pressing first. */
import type { JobRecord } from '../../../machines/context.ts';
import type { StepStatus } from '../../../machines/state.ts';
import type { Item, Step } from '../../plan/types.ts';
import { noteText } from '../log/around.ts';
import { nextCommand, recordOf, type Scene, statusOf } from '../scene/scene.ts';
import { plannedFor, spentOn } from '../schedule/schedule.ts';
import { rounded } from '../schedule/time.ts';
import type { StepView, Tone } from '../types.ts';
import { itemsOf, tally } from './boxes.ts';
import { type Trouble, troubleOf } from './commands.ts';
import { lacksProof, missingInFull } from './missing.ts';
import { obstacleRemarks } from './obstacle.ts';
import { isSpare, spareSentence } from './spare.ts';
import { witnessRemarks } from './witness.ts';

type Remark = StepView['remarks'][number];
type Said = Remark | null;

export function remarksOf(scene: Scene, step: Step): Remark[] {
  const status = statusOf(scene, step.id);
  const job = scene.context.jobs[recordOf(scene, step.id).jobs.at(-1) ?? ''];
  return [
    ...(job ? jobRemarks(scene, job, status) : []),
    overrun(scene, step, status),
    ...runRemarks(scene, step),
    ...turnRemarks(scene, step, status),
    ...beforeRemarks(scene, step, status),
    ...boxRemarks(scene, step, status),
    ...historyRemarks(scene, step, status),
    ...witnessRemarks(scene, step, status),
    ...noteRemarks(scene, step),
  ].filter(remark => remark !== null);
}

function say(text: string, tone: Tone = 'normal'): Remark {
  return { text, tone };
}

/** Why it failed, or is in doubt, is the failure card's to say. */
function jobRemarks(scene: Scene, job: JobRecord, status: StepStatus): Said[] {
  const words = scene.words.screen.step;
  const stopped = job.cancelledAt !== undefined;
  const live = job.status === 'running' || job.status === 'orphan';
  return [
    status === 'inDoubt' ? say(words.checkFirst, 'warning') : null,
    job.status === 'orphan' ? say(words.orphan, 'warning') : null,
    live && stopped ? say(words.cancelling, 'warning') : null,
    !live && stopped && status !== 'failed' ? say(words.cancelled, 'warning') : null,
    job.outputOpen ? say(words.outputOpen, 'warning') : null,
    job.interactive ? say(scene.words.decisions.step.notRecorded, 'muted') : null,
    job.away && job.status === 'exited' ? say(words.away, 'muted') : null,
  ];
}

function overrun(scene: Scene, step: Step, status: StepStatus): Said {
  const planned = plannedFor(scene, step);
  const spent = spentOn(scene, step.id);
  if (status !== 'running' || !planned || spent === null || spent <= planned) return null;
  const about = scene.words.units.about(rounded(planned, scene.words));
  return say(scene.words.screen.step.overrun(about), 'warning');
}

function runRemarks(scene: Scene, step: Step): Said[] {
  const { state, observer } = scene.input;
  const words = scene.words.screen.step;
  if (state.current !== step.id) return [];
  const { held, helm } = scene.context;
  return [
    state.halting ? say(words.halting, 'bad') : null,
    held ? say(words.held(scene.text(held.reason)), 'warning') : null,
    helm || observer ? null : say(words.noHelm, 'warning'),
  ];
}

/** What stands in the way once its turn has come; nothing of what is over, or runs. */
function turnRemarks(scene: Scene, step: Step, status: StepStatus): Remark[] {
  const { outcome } = recordOf(scene, step.id);
  const over = outcome !== undefined || status === 'waiting' || status === 'running';
  return over ? [] : obstacleRemarks(scene, step);
}

/** What to know before it starts. */
function beforeRemarks(scene: Scene, step: Step, status: StepStatus): Said[] {
  if (!['waiting', 'ready', 'reviewing'].includes(status)) return [];
  const words = scene.words.screen.step;
  const command = nextCommand(scene, step);
  const trouble = command && troubleOf(scene, step, command);
  const missing = status === 'ready' ? missingInFull(scene, step) : '';
  const { approve, proof, when } = step.attributes;
  return [
    trouble ? say(troubleText(scene, trouble), 'bad') : null,
    missing ? say(scene.words.decisions.step.notReady(missing), 'bad') : null,
    missing && lacksProof(scene, step) ? say(scene.words.decisions.step.wayOut, 'warning') : null,
    isSpare(scene, step) ? say(spareSentence(scene, step)) : null,
    command?.attributes.destructive ? say(words.destructive, 'warning') : null,
    command?.attributes.interactive ? say(words.interactive, 'warning') : null,
    approve && status === 'waiting' ? say(words.approve(scene.text(approve))) : null,
    proof ? say(words.proof(scene.text(proof))) : null,
    when ? say(words.when(scene.text(when))) : null,
  ];
}

function troubleText(scene: Scene, { code, detail }: Trouble): string {
  const { unbound, badValue } = scene.words.screen.step;
  return (code === 'bad-value' ? badValue : unbound)(scene.text(detail));
}

function boxRemarks(scene: Scene, step: Step, status: StepStatus): Said[] {
  const items = itemsOf(scene, step);
  const judged = ['ready', 'reviewing', 'remediating'].includes(status);
  return judged ? tallyRemarks(scene, items) : [];
}

/** How many boxes failed, and how many nobody looked at; nothing without boxes. */
export function tallyRemarks(scene: Scene, items: readonly Item[]): Remark[] {
  if (items.length === 0) return [];
  const { left, failed, overruled } = tally(scene, items);
  const words = scene.words.screen.step;
  if (left === 0 && overruled > 0) return [say(words.allGreenBut(overruled), 'warning')];
  if (left === 0) return [say(words.allGreen, 'good')];
  return [
    ...(failed > 0 ? [say(words.failedBoxes(failed), 'bad')] : []),
    ...(left > failed ? [say(words.openBoxes(left - failed))] : []),
  ];
}

function historyRemarks(scene: Scene, step: Step, status: StepStatus): Said[] {
  const words = scene.words.screen.step;
  const { reason, reopened, jobs, amended } = recordOf(scene, step.id);
  return [
    reason
      ? say(given(scene, status, scene.text(reason)), isRefused(status) ? 'bad' : 'normal')
      : null,
    Object.keys(amended).length > 0 ? say(words.amended, 'warning') : null,
    reopened > 0 ? say(words.reopened(reopened), 'muted') : null,
    jobs.length > step.commands.length ? say(words.attempts(jobs.length), 'muted') : null,
  ];
}

const isRefused = (status: StepStatus) => status === 'refused' || status === 'remediating';

function given(scene: Scene, status: StepStatus, reason: string): string {
  const words = scene.words.screen.step;
  if (status === 'skipped') return words.skippedBecause(reason);
  if (status === 'accepted') return words.acceptedBecause(reason);
  if (isRefused(status)) return words.refusedBecause(reason);
  return words.reason(reason);
}

function noteRemarks(scene: Scene, step: Step): Remark[] {
  return scene.context.notes
    .filter(note => note.step === step.id)
    .map(note => say(scene.words.screen.step.notes(scene.text(noteText(scene, note)))));
}
