import { criteriaOf } from '../../machines/checkpoint.ts';
import { type Fact, factSchema } from '../../machines/entries.ts';
import {
  type Circumstances,
  type Obstacle,
  obstacleOf,
  stepMovedBy,
} from '../../machines/obstacles.ts';
import { missingFor, type Piece } from '../../machines/readiness.ts';
import { isBeingChecked, isBeside } from '../../machines/records/aside.ts';
import type { RunState } from '../../machines/state.ts';
import type { Plan } from '../plan/types.ts';
import { stepsOf } from './steps.ts';
import type { Refusal } from './types.ts';

const starting: ReadonlySet<Fact['type']> = new Set(['job.started', 'step.begun']);
const free: ReadonlySet<Fact['type']> = new Set([
  'note.added',
  'item.ticked',
  'item.cleared',
  'helm.taken',
  'person.called',
  'message.edited',
  'message.told',
  'metric.measured',
  'surveillance.done',
]);

/**
 * Why this fact would not be taken now: by the machine, because the rollback could not undo it, or because its
 * day, a prerequisite or a second person is missing; null when it would.
 */
export function refusalOf(
  plan: Plan,
  state: RunState,
  fact: Fact,
  circumstances: Circumstances,
): Refusal | null {
  const unfit = unfitOf(fact);
  if (unfit) return unfit;
  if (state.can(fact)) {
    return obstructed(plan, state, fact, circumstances) ?? notReady(plan, state, fact);
  }
  const { context } = state;
  if (context.helm === null && !free.has(fact.type)) return { code: 'no-helm', detail: '' };
  if (context.held !== null && starting.has(fact.type)) {
    return { code: 'held', detail: context.held.reason };
  }
  if (context.aside !== null && needsNoneBeside(state, fact)) {
    return { code: 'aside-running', detail: titleOfAside(state, context.aside) };
  }
  if (context.liveJob !== null && fact.type !== 'job.started') {
    return { code: 'job-running', detail: context.jobs[context.liveJob]?.step ?? '' };
  }
  return openBoxes(plan, state, fact) ?? { code: 'not-now', detail: state.current ?? state.status };
}

/**
 * What the journal could not hold: a figure that is no number, an empty reason; and what only the owner of a
 * file may say.
 */
function unfitOf(fact: Fact): Refusal | null {
  if (fact.type === 'approval.given' && fact.proof === 'verified') {
    return { code: 'not-now', detail: fact.step };
  }
  const { error } = factSchema.safeParse(fact);
  if (!error) return null;
  const where = error.issues[0]?.path.join('.') ?? '';
  return { code: 'bad-value', detail: 'metric' in fact ? fact.metric : where };
}

function obstructed(
  plan: Plan,
  { context }: RunState,
  fact: Fact,
  circumstances: Circumstances,
): Refusal | null {
  const step = stepsOf(plan).get(stepMovedBy(fact) ?? '')?.step;
  const obstacle = step ? obstacleOf(plan, context, step, circumstances) : null;
  return obstacle && obstacleRefusal(obstacle);
}

/** What stands in the way, as a refusal. */
export function obstacleRefusal(obstacle: Obstacle): Refusal {
  switch (obstacle.code) {
    case 'not-due':
      return { code: 'not-due', detail: `${obstacle.stage.id}, ${obstacle.date}` };
    case 'prerequisites':
      return { code: 'prerequisites', detail: obstacle.items.map(({ title }) => title).join(', ') };
    case 'approval':
      return { code: 'approval', detail: obstacle.role };
  }
}

/** What the rollback lacks to undo the step that would start. Policy: the fold takes any start. */
function notReady(plan: Plan, { context }: RunState, fact: Fact): Refusal | null {
  const step = fact.type === 'job.started' && !startsBeside(fact) ? fact.step : '';
  const located = stepsOf(plan).get(step);
  const missing = located ? missingFor(plan, context, located.step) : [];
  if (missing.length === 0) return null;
  return { code: 'not-ready', detail: missing.map(piece => nameOf(plan, piece)).join(', ') };
}

const startsBeside = (fact: Fact): boolean => fact.type === 'job.started' && isBeside(fact);

function needsNoneBeside({ context }: RunState, fact: Fact): boolean {
  if (fact.type === 'item.ticked') return isBeingChecked(context, fact.item);
  return fact.type === 'run.aborted' || startsBeside(fact);
}

/** The box that is looked at, or what the operator typed. */
function titleOfAside({ context }: RunState, job: string): string {
  const { check, adhoc } = context.jobs[job] ?? {};
  return check ?? adhoc ?? job;
}

function nameOf({ rollback }: Plan, { kind, id }: Piece): string {
  if (kind === 'variable') return id;
  return rollback?.proofs.find(proof => proof.id === id)?.title ?? id;
}

function openBoxes(plan: Plan, state: RunState, fact: Fact): Refusal | null {
  if (fact.type === 'run.closed') return open(state, 'open-criteria', idsOf(plan.checklist));
  if (fact.type === 'rollback.validated') {
    return open(state, 'open-criteria', idsOf(plan.rollback?.validation));
  }
  if (!('step' in fact) || fact.step === undefined || fact.step !== state.current) return null;
  const step = stepsOf(plan).get(fact.step)?.step;
  if (fact.type === 'step.confirmed') return open(state, 'open-items', idsOf(step?.items));
  if (fact.type !== 'checkpoint.passed' || !step) return null;
  return open(state, 'open-criteria', criteriaOf(step, plan));
}

function open(state: RunState, code: Refusal['code'], boxes: readonly string[]): Refusal | null {
  const left = boxes.filter(box => state.context.marks[box]?.verdict !== 'pass').length;
  return left === 0 ? null : { code, detail: String(left) };
}

const idsOf = (items: readonly { id: string }[] = []): string[] => items.map(({ id }) => id);
