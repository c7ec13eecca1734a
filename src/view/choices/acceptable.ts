/** Would the machine take what a choice leads to? */

import { validation } from '../../../machines/checks.ts';
import type { Fact } from '../../../machines/entries.ts';
import { stepMovedBy } from '../../../machines/obstacles.ts';
import { runnableCommands } from '../../../machines/plan-steps.ts';
import type { Intent } from '../../engine/types.ts';
import { intentOf } from '../intent.ts';
import { outlineOf } from '../scene/outline.ts';
import type { Answers, Choice, ViewInput } from '../types.ts';
import { boxesAt, checkedBoxes } from './boxes.ts';

/** Asked of the machine itself, as if the choice's question had been answered. */
export function isAcceptable(choice: Choice, input: ViewInput): boolean {
  return factsOf(choice, input).some(fact => input.state.can(fact));
}

/** Would it move a step on? That is what a day, a prerequisite or a second person stand in the way of. */
export function movesStep(choice: Choice, input: ViewInput): boolean {
  return factsOf(choice, input).some(fact => stepMovedBy(fact) !== null);
}

/** What the engine would journal. */
function factsOf(choice: Choice, input: ViewInput): Fact[] {
  const intent = intentOf(choice, answered(choice, input), input);
  switch (intent.type) {
    case 'record':
      return [intent.fact];
    case 'start':
      return starting(intent.step, input);
    case 'adhoc':
      return [beside(input, { command: -1, adhoc: intent.script })];
    case 'check':
      return [beside(input, { command: 0, check: intent.item })];
    case 'send':
      return [queued(intent)];
    case 'measure':
      return intent.metrics.map(measured);
    case 'each':
      return [...intent.facts];
    case 'cancel':
      return cancelling(input, intent.aside === true);
  }
}

/** The least that answers the choice's question. */
function answered(choice: Choice, input: ViewInput): Answers {
  const option = choice.options[0]?.value;
  const item = boxOf(choice, input);
  const text = choice.edit ?? (choice.text === null ? undefined : '-');
  // A box that contradicts its check owes a note, which the cockpit asks for box by box.
  const owes = choice.reason === 'required' || choice.id === 'tickPass';
  return {
    ...(owes && { reason: '-' }),
    ...(option !== undefined && { option }),
    ...(item !== undefined && { item }),
    ...(text !== undefined && { text }),
  };
}

/** On a page the choice says which; elsewhere any of those in view will do. */
function boxOf({ id, about, step }: Choice, input: ViewInput): string | undefined {
  if (id !== 'check' && id !== 'tickPass' && id !== 'tickFail') return undefined;
  if (about !== undefined) return about;
  return id === 'check' ? checkedBoxes(input)[0] : boxesAt(input, step)[0]?.id;
}

/** The engine names the delivery. */
function queued({ message, channel, subject, body }: Extract<Intent, { type: 'send' }>): Fact {
  return { type: 'message.queued', delivery: '-', message, channel, subject, body };
}

function measured(metric: string): Fact {
  return { type: 'metric.failed', metric, as: 'watch', why: '-', detail: '' };
}

/** The engine picks the job's name and reads the script itself. */
const job = { job: '-', attempt: 1, script: '', host: '' };

function starting(id: string, { plan, state }: ViewInput): Fact[] {
  const outline = outlineOf(plan);
  const step = outline.byId.get(id)?.step ?? outline.rollback.get(id);
  const { command = 0 } = state.context.steps[id] ?? {};
  const next = step && runnableCommands(step)[command];
  return next ? [{ type: 'job.started', ...job, step: id, command: next.index }] : [];
}

function beside({ state }: ViewInput, what: { command: number; adhoc?: string; check?: string }) {
  const step = state.current ?? validation;
  return { type: 'job.started' as const, ...job, step, ...what };
}

function cancelling({ state }: ViewInput, aside: boolean): Fact[] {
  const { liveJob, aside: besides, jobs } = state.context;
  const id = aside ? besides : liveJob;
  const step = jobs[id ?? '']?.step;
  if (id === null || step === undefined) return [];
  return [{ type: 'job.cancelled', job: id, step, reason: '-' }];
}
