/** Could the rollback be done from here? What it needs, and which of that is there. */
import type { Plan, Step } from '../src/plan/types.ts';
import type { RunContext } from './context.ts';
import { recordOf } from './records/step.ts';
import { undoersOf } from './undoing.ts';

/** One thing that a rollback step cannot work without. */
export interface Piece {
  kind: 'variable' | 'proof';
  /** Name of the variable, or id of the proof's box. */
  id: string;
  /** The rollback step that needs it: the first, when several do. */
  step: string;
  /** `later`: a step still to come captures it. `unproved`: nobody has looked yet. */
  state: 'there' | 'missing' | 'later' | 'failed' | 'unproved';
}

/** Everything that the rollback needs, in its order, each thing once; none without a rollback. */
export function piecesOf(plan: Plan, context: RunContext): Piece[] {
  const pieces = (plan.rollback?.steps ?? []).flatMap(step => piecesOfStep(plan, context, step));
  return pieces.filter(
    (piece, at) =>
      pieces.findIndex(({ kind, id }) => kind === piece.kind && id === piece.id) === at,
  );
}

/**
 * The pieces that must be there before a command of a forward step starts, and are not. What undoes a
 * step must be ready when it begins; where the plan does not say what undoes what, every command inside
 * the maintenance window needs all that is known by then. A step need not wait for what it captures itself.
 */
export function missingFor(plan: Plan, context: RunContext, step: Step): Piece[] {
  const needed = needs(plan, context, step);
  return needed.filter(({ kind, id, state }) => {
    const names = kind === 'variable' ? [id] : variablesOfProof(plan, id);
    const own = names.some(name => captures(step).includes(name));
    return state !== 'there' && !own;
  });
}

function needs(plan: Plan, context: RunContext, step: Step): Piece[] {
  const steps = plan.rollback?.steps ?? [];
  if (steps.some(({ id }) => id === step.id)) return [];
  if (steps.some(({ attributes }) => attributes.undoes !== undefined)) {
    return undoersOf(plan, step).flatMap(undoer => piecesOfStep(plan, context, undoer));
  }
  const grave = isInWindow(plan, step) || step.commands.some(one => one.attributes.destructive);
  return grave ? piecesOf(plan, context).filter(({ state }) => state !== 'later') : [];
}

function piecesOfStep(plan: Plan, context: RunContext, step: Step): Piece[] {
  const proofs = (plan.rollback?.proofs ?? []).filter(proof => proof.step === step.id);
  const commands = [
    ...step.commands.filter(({ runnable, attributes }) => runnable && !attributes.sample),
    ...proofs.map(proof => proof.check),
  ];
  const names = [...new Set(commands.flatMap(command => command.variables))];
  return [
    ...names.map(id => ({
      kind: 'variable' as const,
      id,
      step: step.id,
      state: variableState(plan, context, id),
    })),
    ...proofs.map(({ id }) => ({
      kind: 'proof' as const,
      id,
      step: step.id,
      state: proofState(plan, context, id),
    })),
  ];
}

function variableState(plan: Plan, context: RunContext, name: string): Piece['state'] {
  if (Object.hasOwn(context.variables, name)) return 'there';
  return plan.variables.some(one => one.name === name && one.capturedBy) ? 'later' : 'missing';
}

function proofState(plan: Plan, context: RunContext, id: string): Piece['state'] {
  const mark = Object.hasOwn(context.marks, id) ? context.marks[id] : undefined;
  if (mark) return mark.verdict === 'pass' ? 'there' : 'failed';
  const known = variablesOfProof(plan, id).every(name => isSettled(plan, context, name));
  return known ? 'unproved' : 'later';
}

function variablesOfProof(plan: Plan, id: string): readonly string[] {
  return plan.rollback?.proofs.find(proof => proof.id === id)?.check.variables ?? [];
}

/** It has a value, and not one that a step still to come will replace. */
export function isSettled(plan: Plan, context: RunContext, name: string): boolean {
  if (!Object.hasOwn(context.variables, name)) return false;
  const by = plan.variables.find(one => one.name === name)?.capturedBy;
  return by === undefined || recordOf(context, by).outcome !== undefined;
}

const captures = (step: Step): string[] =>
  step.commands.flatMap(({ attributes }) => attributes.capture ?? []);

function isInWindow(plan: Plan, step: Step): boolean {
  const steps = plan.stages.flatMap(stage => stage.phases.flatMap(phase => phase.steps));
  const opens = steps.findIndex(({ window }) => window === 'opens');
  const closes = steps.findIndex(({ window }) => window === 'closes');
  const at = steps.indexOf(step);
  return step.kind === 'command' && opens >= 0 && at > opens && (closes < 0 || at < closes);
}
