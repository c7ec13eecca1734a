/** From a choice and its answers to the intent to send. */
import type { Intent, OperatorFact } from '../engine/types.ts';
import { commandDiff, commandName } from './amendments.ts';
import { outlineOf } from './scene/outline.ts';
import { nextCommand, sceneOf, stepOf } from './scene/scene.ts';
import { textOf } from './step/commands.ts';
import { spareReason } from './step/spare.ts';
import type { Answers, ChoiceId, IntentOf, ViewInput } from './types.ts';

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
  amend: given => record(amended(given)),
  adhoc: ({ answers }) => ({ type: 'adhoc', script: answers.text ?? '' }),
  stopAside: ({ reason }) => ({ type: 'cancel', reason, aside: true }),
  check: ({ answers }) => ({ type: 'check', item: answers.item ?? '' }),
  notNeeded: given => record(notNeeded(given)),
  bind: given => record(bound(given)),
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

/** The plan's own job; the one beside it where there is no other. */
function abandoned({ state }: ViewInput, reason: string): OperatorFact {
  const { liveJob, aside, jobs } = state.context;
  const job = liveJob ?? aside ?? '';
  return { type: 'job.abandoned', job, step: jobs[job]?.step ?? '', reason };
}

/** The step's next command, as edited; editors end a text with a line feed that no fence has. */
function amended({ step: id, reason, answers, input }: Given): OperatorFact {
  const scene = sceneOf(input);
  const step = stepOf(scene, id);
  const command = step && nextCommand(scene, step);
  const script = (answers.text ?? '').replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  const before = step && command ? textOf(scene, step, command) : '';
  const name = step && command ? commandName(step, command) : id;
  const diff = commandDiff(name, before, script);
  return { type: 'step.amended', step: id, command: command?.index ?? -1, script, diff, reason };
}

function notNeeded({ step: id, input }: Given): OperatorFact {
  const scene = sceneOf(input);
  const step = stepOf(scene, id);
  return { type: 'step.skipped', step: id, reason: step ? spareReason(scene, step) : '-' };
}

function bound({ answers: { option = '', text = '' }, input }: Given): OperatorFact {
  const source = Object.hasOwn(input.state.context.variables, option) ? 'corrected' : 'asked';
  return { type: 'variable.bound', name: option, value: text.trim(), source };
}

function paceOf(option: string | undefined): 'step' | 'phase' | 'automatic' {
  return option === 'phase' || option === 'automatic' ? option : 'step';
}

function ticked({ answers, reason, input }: Given, verdict: 'pass' | 'fail'): OperatorFact {
  const item = answers.item ?? '';
  if (input.state.context.marks[item]?.verdict === verdict) return { type: 'item.cleared', item };
  return { type: 'item.ticked', item, verdict, ...said('note', reason) };
}
