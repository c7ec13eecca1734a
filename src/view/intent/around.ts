/** Intents about days, people, messages and metrics. */

import { roundOf } from '../../../machines/approvals.ts';
import { prerequisitesOwed } from '../../../machines/calendar.ts';
import type { FactOf } from '../../../machines/entries.ts';
import type { Intent, OperatorFact } from '../../engine/types.ts';
import { verdictOf } from '../../plan/quantities/verdict.ts';
import type { Metric } from '../../plan/types.ts';
import { enteredFigure } from '../entered-figure.ts';
import { subjectAndBody } from '../messages/text.ts';
import { handOverSummary } from '../people/summary.ts';
import { outlineOf } from '../scene/outline.ts';
import type { ChoiceId, ViewInput } from '../types.ts';
import { type Given, type Make, record, said } from './making.ts';

const aboutOf = ({ choice }: Given): string => choice.about ?? '';

export const aroundMakers = {
  openStage: given => record({ type: 'stage.opened', stage: aboutOf(given), reason: given.reason }),
  waive: given => record({ type: 'item.waived', item: aboutOf(given), reason: given.reason }),
  waiveAll: ({ input, reason }) => ({
    type: 'each',
    facts: prerequisitesOwed(input.plan, input.state.context).map(
      ({ id }): OperatorFact => ({ type: 'item.waived', item: id, reason }),
    ),
  }),
  prove: given => record(proved(given)),
  call: given => record(called(given)),
  handOver: ({ answers: { text = '' }, reason, input }) =>
    record({
      type: 'helm.handed',
      to: text,
      summary: [handOverSummary(input), reason].filter(Boolean).join('\n'),
    }),
  attest: given => record(attested(given)),
  send: given => sending(given),
  editMessage: given =>
    record({
      type: 'message.edited',
      message: aboutOf(given),
      ...subjectAndBody(given.answers.text ?? ''),
    }),
  told: given => record({ type: 'message.told', message: aboutOf(given), how: given.reason }),
  measure: given => ({ type: 'measure', metrics: [aboutOf(given)] }),
  measureAll: ({ input }) => ({ type: 'measure', metrics: metricsOf(input).map(({ id }) => id) }),
  enterFigure: given => record(entered(given)),
  looked: given => record(looked(given)),
  lesson: ({ answers, reason }) =>
    record({ type: 'note.added', text: reason, topic: topicOf(answers.option) }),
  close: ({ reason }) => record({ type: 'run.closed', ...said('waiver', reason) }),
} satisfies Partial<Record<ChoiceId, Make>>;

function proved({ choice, answers }: Given): OperatorFact {
  const item = choice.about ?? answers.item ?? '';
  const { evidence } = choice;
  return { type: 'item.ticked', item, verdict: 'pass', ...(evidence && { evidence }) };
}

const outcomes: Record<FactOf<'person.called'>['outcome'], true> = {
  reached: true,
  'message-left': true,
  'no-answer': true,
};

function called({ choice, step, answers, reason }: Given): OperatorFact {
  const option = answers.option ?? '';
  const outcome = Object.hasOwn(outcomes, option) ? (option as keyof typeof outcomes) : 'no-answer';
  return {
    type: 'person.called',
    role: choice.about ?? '',
    outcome,
    ...said('note', reason),
    ...said('step', step),
  };
}

/** The operator says what somebody else said: never verified. */
function attested({ step, answers, reason, input }: Given): OperatorFact {
  const role = outlineOf(input.plan).byId.get(step)?.step.attributes.approve ?? '';
  return {
    type: 'approval.given',
    step,
    role,
    verdict: answers.option === 'no-go' ? 'no-go' : 'go',
    proof: 'attested',
    person: answers.text ?? '',
    round: roundOf(input.state.context, step),
    ...said('note', reason),
  };
}

/** What leaves is what was shown, however the run has moved since. */
function sending({ choice, answers }: Given): Intent {
  const { subject = '', body = '' } = choice.draft ?? {};
  const channel = answers.option ?? choice.options[0]?.value ?? '';
  return { type: 'send', message: choice.about ?? '', channel, subject, body };
}

function metricsOf({ plan }: ViewInput): Metric[] {
  return plan.metrics.flatMap(group => group.items);
}

/** A bare figure has the unit of the threshold; what is no figure is refused by the engine. */
function entered({ choice, answers, reason, input }: Given): OperatorFact {
  const metric = metricsOf(input).find(({ id }) => id === choice.about);
  const read = enteredFigure(answers.text ?? '');
  const value = read?.value ?? Number.NaN;
  const unit = read?.unit || (metric?.threshold?.unit ?? '');
  return {
    type: 'metric.measured',
    metric: choice.about ?? '',
    value,
    unit,
    verdict: verdictOf(metric?.threshold, value, unit),
    source: 'hand',
    as: 'watch',
    ...said('note', reason),
  };
}

function looked({ choice, answers, reason }: Given): OperatorFact {
  const verdict = answers.option === 'fail' ? 'fail' : 'pass';
  return {
    type: 'surveillance.done',
    item: choice.about ?? '',
    verdict,
    ...said('note', reason),
  };
}

function topicOf(option: string | undefined): NonNullable<FactOf<'note.added'>['topic']> {
  return option === 'adoption' || option === 'satisfaction' ? option : 'lesson';
}
