/** When the chart accepts an entry. Each answers from the context and what the entry says, nothing else. */
import type { RunContext } from './context.ts';
import { isBeingChecked, isBeside } from './records/aside.ts';
import { isOpen, recordOf } from './records/step.ts';

export interface Asked {
  context: RunContext;
}

const isSaid = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

export const created = ({ context }: Asked): boolean => context.run !== null;

/** Somebody holds the helm: nothing is decided without it. */
export const driven = ({ context }: Asked): boolean => context.helm !== null;

/** Somebody at the helm decides about the step whose turn it is. */
export const decides = ({ context }: Asked, about: { step: string }): boolean =>
  context.helm !== null && context.current === about.step;

const starts = (asked: Asked, about: { step: string }): boolean =>
  decides(asked, about) && asked.context.held === null;

/** The step's next command, under a name no job had before, while no other job lives. */
export function mayStart(
  asked: Asked,
  about: {
    step: string;
    job: string;
    command: number;
    adhoc?: string | undefined;
    check?: string | undefined;
    runnable: readonly number[];
  },
): boolean {
  const { liveJob, jobs } = asked.context;
  if (isBeside(about)) return false;
  if (!starts(asked, about) || liveJob !== null || Object.hasOwn(jobs, about.job)) return false;
  return isNextCommand(asked, about);
}

/**
 * A command beside the plan: what the operator typed, or the check of a box that has one; under a name no
 * job had before, while no other of its kind lives and the run has not ended.
 */
export function mayStartAside(
  { context }: Asked,
  about: {
    job: string;
    adhoc?: string | undefined;
    check?: string | undefined;
    checkable: { has(box: string): boolean };
  },
): boolean {
  const { run, helm, held, aside, jobs, endedAt } = context;
  if (!run || helm === null || held !== null || aside !== null || endedAt !== null) return false;
  if (Object.hasOwn(jobs, about.job)) return false;
  if (about.check === undefined) return isSaid(about.adhoc);
  return about.adhoc === undefined && about.checkable.has(about.check);
}

/** Manual work may be said begun once. */
export const mayBegin = (asked: Asked, about: { step: string }): boolean =>
  starts(asked, about) && recordOf(asked.context, about.step).startedAt === undefined;

/** Only the command whose turn it is may be rewritten. */
export const mayAmend = (
  asked: Asked,
  about: { step: string; command: number; runnable: readonly number[] },
): boolean => decides(asked, about) && isNextCommand(asked, about);

/** Every box is green, or somebody says why that is acceptable. */
export const mayPass = (
  asked: Asked,
  about: { step: string; boxes: readonly string[]; waiver?: string | undefined },
): boolean => decides(asked, about) && isGreenOrWaived(asked, about);

/** Of a list in any order, any step that is open may be decided about. */
export const decidesInList = (
  { context }: Asked,
  about: { step: string; steps: readonly string[] },
): boolean =>
  context.helm !== null && about.steps.includes(about.step) && isOpen(context, about.step);

export const mayBeginInList = (
  asked: Asked,
  about: { step: string; steps: readonly string[] },
): boolean =>
  decidesInList(asked, about) &&
  asked.context.held === null &&
  recordOf(asked.context, about.step).startedAt === undefined;

/** It is done, and every other step of the list as well where `last` is asked for. */
export const mayPassInList = (
  asked: Asked,
  about: {
    step: string;
    steps: readonly string[];
    boxes: readonly string[];
    waiver?: string | undefined;
    last: boolean;
  },
): boolean => {
  if (!decidesInList(asked, about) || !isGreenOrWaived(asked, about)) return false;
  return !about.last || isLastOpen(asked, about);
};

const isLastOpen = (
  { context }: Asked,
  about: { step: string; steps: readonly string[] },
): boolean => about.steps.every(step => step === about.step || !isOpen(context, step));

/** Back to a finished step, or to the start of the one under way. A step reset earlier is not finished. */
export function mayReopen(asked: Asked, about: { step: string; target: string }): boolean {
  const { helm, liveJob, current } = asked.context;
  if (helm === null || liveJob !== null || about.step !== about.target) return false;
  const { outcome, startedAt } = recordOf(asked.context, about.target);
  return outcome !== undefined || (current === about.target && startedAt !== undefined);
}

/** The entry speaks of the one job that is waited for. */
export const isLive = ({ context }: Asked, about: { job: string; step: string }): boolean =>
  context.liveJob === about.job && context.jobs[about.job]?.step === about.step;

/** The entry speaks of the job beside the plan. */
export const isAside = ({ context }: Asked, about: { job: string; step: string }): boolean =>
  context.aside === about.job && context.jobs[about.job]?.step === about.step;

/** Somebody at the helm wants it stopped, or no longer waits for it. */
export const mayStopAside = (asked: Asked, about: { job: string; step: string }): boolean =>
  driven(asked) && isAside(asked, about);

export const succeeds = (
  asked: Asked,
  about: { job: string; step: string; ok: boolean },
): boolean => about.ok && isLive(asked, about);

export const succeedsWithMore = (
  asked: Asked,
  about: { job: string; step: string; ok: boolean; runnable: readonly number[] },
): boolean =>
  succeeds(asked, about) && recordOf(asked.context, about.step).command + 1 < about.runnable.length;

/** Somebody at the helm wants the live job stopped, or no longer waits for it. */
export const mayStop = (asked: Asked, about: { job: string; step: string }): boolean =>
  driven(asked) && isLive(asked, about);

/** A decision that must first wait for the live job's end. */
export const drivenWhileLive = (asked: Asked): boolean =>
  driven(asked) && asked.context.liveJob !== null;

export const drivenWhileIdle = (asked: Asked): boolean =>
  driven(asked) && asked.context.liveJob === null && asked.context.aside === null;

export const mayValidate = (
  asked: Asked,
  about: { boxes: readonly string[]; waiver?: string | undefined },
): boolean => driven(asked) && isGreenOrWaived(asked, about);

export const mayHold = (asked: Asked): boolean => created(asked) && asked.context.held === null;
export const mayResume = ({ context }: Asked): boolean => context.held !== null;

/** A box of the plan that no check is looking at. What one found wrong is only said good with a reason. */
export const mayTick = (
  asked: Asked,
  about: { item: string; verdict: string; note?: string | undefined; known: ReadonlySet<string> },
): boolean => {
  if (!created(asked) || !about.known.has(about.item)) return false;
  if (isBeingChecked(asked.context, about.item)) return false;
  return about.verdict === 'fail' || isSaid(about.note) || !isFoundWrong(asked, about.item);
};

/** Runs begun before the final checklist closed them end with their last step. */
export const endsByItself = ({ context }: Asked): boolean => (context.run?.version ?? 0) < 3;

export const isMarked = ({ context }: Asked, about: { box: string }): boolean =>
  Object.hasOwn(context.marks, about.box);

const isNextCommand = (
  { context }: Asked,
  about: { step: string; command: number; runnable: readonly number[] },
): boolean => about.runnable[recordOf(context, about.step).command] === about.command;

const isGreenOrWaived = (
  { context }: Asked,
  about: { boxes: readonly string[]; waiver?: string | undefined },
): boolean =>
  isSaid(about.waiver) ||
  about.boxes.every(box => context.marks[box]?.verdict === 'pass' && !isBeingChecked(context, box));

/** A check failed, and no later one passed; whatever a person said since. */
function isFoundWrong({ context: { checks, jobs, marks } }: Asked, box: string): boolean {
  const latest = jobs[checks[box] ?? ''];
  const { verdict, job } = marks[box] ?? {};
  return latest?.ok === false || (job !== undefined && verdict === 'fail');
}
