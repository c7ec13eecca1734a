/** From a choice and its answers to the intent to send. */
import type { Fact } from '../../machines/entries.ts';
import type { Intent, OperatorFact } from '../engine/types.ts';
import { outlineOf } from './scene/outline.ts';
import type { Answers, Choice, ChoiceId, IntentOf, ViewInput } from './types.ts';

interface Given {
  step: string;
  reason: string;
  answers: Answers;
  input: ViewInput;
}

type Make = (given: Given) => Intent;

const record = (fact: OperatorFact): Intent => ({ type: 'record', fact });

/** An optional text, left out when it is empty. */
const said = <K extends string>(key: K, text: string) =>
  (text ? { [key]: text } : {}) as { [P in K]?: string };

const makers: Record<ChoiceId, Make> = {
  start: ({ step }) => ({ type: 'start', step }),
  stop: ({ reason }) => ({ type: 'cancel', reason }),
  confirm: ({ step, reason }) =>
    record({ type: 'step.confirmed', step, ...said('reason', reason) }),
  reach: ({ step }) => record({ type: 'milestone.reached', step }),
  go: given => record(passed(given)),
  noGo: given => record(refused(given)),
  review: given =>
    record({ type: isGate(given) ? 'gate.reviewed' : 'checkpoint.reviewed', step: given.step }),
  retry: ({ step, reason }) => record({ type: 'step.retried', step, ...said('reason', reason) }),
  accept: ({ step, reason }) => record({ type: 'step.accepted', step, reason }),
  skip: ({ step, reason }) => record({ type: 'step.skipped', step, reason }),
  redo: ({ step, reason, answers }) =>
    record({ type: 'step.reopened', step: answers.option ?? step, reason }),
  rollback: ({ reason, answers: { option = '' } }) =>
    record({ type: 'rollback.decided', reason: reason || option, ...said('trigger', option) }),
  validate: ({ reason }) => record({ type: 'rollback.validated', ...said('waiver', reason) }),
  amend: ({ step }) => ({ type: 'start', step }),
  adhoc: ({ answers }) => ({ type: 'adhoc', script: answers.text ?? '' }),
  stopAside: ({ reason }) => ({ type: 'cancel', reason, aside: true }),
  check: ({ answers }) => ({ type: 'check', item: answers.item ?? '' }),
  notNeeded: ({ step, reason }) => record({ type: 'step.skipped', step, reason }),
  bind: ({ answers: { option = '', text = '' } }) =>
    record({ type: 'variable.bound', name: option, value: text, source: 'asked' }),
  abandon: ({ reason, input }) => record(abandoned(input, reason)),
  abort: ({ reason }) => record({ type: 'run.aborted', reason }),
  hold: ({ reason }) => record({ type: 'run.held', reason }),
  resume: () => record({ type: 'run.resumed' }),
  pace: ({ answers }) => record({ type: 'pace.set', pace: paceOf(answers.option) }),
  tickPass: given => record(ticked(given, 'pass')),
  tickFail: given => record(ticked(given, 'fail')),
  note: ({ step, reason }) => record({ type: 'note.added', text: reason, ...said('step', step) }),
};

/**
 * The intent of a choice. Ticking a box the way it is already ticked clears it. The reason and the
 * option are taken as given: the question that asked for them saw to it that they are there.
 */
export const intentOf: IntentOf = (choice, answers, input) =>
  makers[choice.id]({
    step: choice.step ?? input.state.current ?? '',
    reason: answers.reason?.trim() ?? '',
    answers,
    input,
  });

/** Would the machine take what this choice leads to, once its question is answered? */
export function isAcceptable(choice: Choice, input: ViewInput): boolean {
  return factsOf(choice, input).some(fact => input.state.can(fact));
}

function factsOf(choice: Choice, input: ViewInput): Fact[] {
  const intent = intentOf(choice, answered(choice, input), input);
  if (intent.type === 'record') return [intent.fact];
  if (intent.type === 'start') return starting(intent.step, input);
  return intent.type === 'cancel' ? cancelling(input) : [];
}

/** The least that answers the choice's question. */
function answered(choice: Choice, input: ViewInput): Answers {
  const option = choice.options[0]?.value;
  const item = boxOf(choice, input);
  return {
    ...(choice.reason === 'required' && { reason: '-' }),
    ...(option !== undefined && { option }),
    ...(item !== undefined && { item }),
  };
}

function boxOf({ id, step }: Choice, { plan }: ViewInput): string | undefined {
  if (id !== 'tickPass' && id !== 'tickFail') return undefined;
  const found = outlineOf(plan).boxes.get(step ?? '') ?? plan.rollback?.validation;
  return found?.[0]?.id;
}

/** What the engine would journal; it picks the job's name and reads the script itself. */
function starting(id: string, { plan, state }: ViewInput): Fact[] {
  const outline = outlineOf(plan);
  const step = outline.byId.get(id)?.step ?? outline.rollback.get(id);
  const { command = 0, jobs = [] } = state.context.steps[id] ?? {};
  const runnable = step?.commands.filter(one => one.runnable && !one.attributes.sample) ?? [];
  const next = runnable[command];
  if (!next) return [];
  const job = { job: '-', step: id, command: next.index, attempt: jobs.length + 1 };
  return [{ type: 'job.started', ...job, script: '', host: '' }];
}

function cancelling({ state }: ViewInput): Fact[] {
  const { liveJob, jobs } = state.context;
  const step = jobs[liveJob ?? '']?.step;
  return liveJob === null || step === undefined
    ? []
    : [{ type: 'job.cancelled', job: liveJob, step, reason: '-' }];
}

function isGate({ step, input }: Given): boolean {
  return outlineOf(input.plan).byId.get(step)?.step.kind === 'gate';
}

function passed(given: Given): OperatorFact {
  const { step, reason } = given;
  if (isGate(given)) return { type: 'gate.passed', step, ...said('note', reason) };
  return { type: 'checkpoint.passed', step, ...said('waiver', reason) };
}

function refused(given: Given): OperatorFact {
  const { step, reason } = given;
  return { type: isGate(given) ? 'gate.refused' : 'checkpoint.refused', step, reason };
}

function abandoned({ state }: ViewInput, reason: string): OperatorFact {
  const { liveJob, jobs } = state.context;
  const job = liveJob ?? '';
  return { type: 'job.abandoned', job, step: jobs[job]?.step ?? '', reason };
}

function paceOf(option: string | undefined): 'step' | 'phase' | 'automatic' {
  return option === 'phase' || option === 'automatic' ? option : 'step';
}

function ticked({ answers, reason, input }: Given, verdict: 'pass' | 'fail'): OperatorFact {
  const item = answers.item ?? '';
  if (input.state.context.marks[item]?.verdict === verdict) return { type: 'item.cleared', item };
  return { type: 'item.ticked', item, verdict, ...said('note', reason) };
}
