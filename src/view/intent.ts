/** From a choice and its answers to the intent to send. */
import type { OperatorFact } from '../engine/types.ts';
import { commandDiff, commandName } from './amendments.ts';
import { aroundMakers } from './intent/around.ts';
import { type Given, type Make, record, said } from './intent/making.ts';
import { outlineOf } from './scene/outline.ts';
import { nextCommand, sceneOf, stepOf } from './scene/scene.ts';
import { textOf } from './step/commands.ts';
import { spareReason } from './step/spare.ts';
import type { ChoiceId, IntentOf, ViewInput } from './types.ts';

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
  redo: ({ step, reason, answers, input }) =>
    record(reopened(answers.option ?? step, reason, input)),
  rollback: ({ reason, answers: { option = '' } }) =>
    record({ type: 'rollback.decided', reason: reason || option, ...said('trigger', option) }),
  validate: ({ reason }) => record({ type: 'rollback.validated', ...said('waiver', reason) }),
  amend: given => record(amended(given)),
  adhoc: ({ answers }) => ({ type: 'adhoc', script: answers.text ?? '' }),
  stopAside: ({ reason }) => ({ type: 'cancel', reason, aside: true }),
  check: given => ({ type: 'check', item: boxOf(given) }),
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
  ...aroundMakers,
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
    choice,
  });

/** In a list without order the others stay as they are. */
function reopened(step: string, reason: string, { plan }: ViewInput): OperatorFact {
  const inList = outlineOf(plan).byId.get(step)?.phase.anyOrder;
  return { type: 'step.reopened', step, reason, ...(inList && { only: true }) };
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

/** The one under the cursor of the step's pane; on a page, the one of the row. */
function boxOf({ choice, answers }: Given): string {
  return answers.item ?? choice.about ?? '';
}

function ticked(given: Given, verdict: 'pass' | 'fail'): OperatorFact {
  const { reason, input } = given;
  const item = boxOf(given);
  if (input.state.context.marks[item]?.verdict === verdict) return { type: 'item.cleared', item };
  return { type: 'item.ticked', item, verdict, ...said('note', reason) };
}
