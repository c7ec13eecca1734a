/** Could the rollback be done from here? What it needs, and which of that is there. */

import type { Plan, Proof, Step } from '../src/plan/types.ts';
import type { RunContext } from './context.ts';
import { runnableCommands, timelineSteps } from './plan-steps.ts';
import { isBeingChecked } from './records/aside.ts';
import { recordOf } from './records/step.ts';
import { undoersOf } from './undoing.ts';

/** One thing that a rollback step cannot work without. */
export interface Piece {
  kind: 'variable' | 'proof';
  /** Name of the variable, or id of the proof's box. */
  id: string;
  /** The rollback step that needs it: the first, when several do. */
  step: string;
  /** `later`: a step still to come captures it. `unproved`: nobody has looked yet, or a check looks now. */
  state: 'there' | 'missing' | 'later' | 'failed' | 'unproved';
}

/** What a plan says for good. */
interface Needs {
  /** By the rollback step's id: names of the variables it needs beforehand, and its proofs. */
  ofStep: ReadonlyMap<string, { variables: readonly string[]; proofs: readonly Proof[] }>;
  proofs: ReadonlyMap<string, Proof>;
  /** Variable to the forward step that captures it. */
  captors: ReadonlyMap<string, string>;
  /** Ids of the command steps inside the maintenance window, and of those with a destructive command. */
  grave: ReadonlySet<string>;
}

const known = new WeakMap<Plan, Needs>();

/** Everything that the rollback needs, in its order, each thing once; none without a rollback. */
export function piecesOf(plan: Plan, context: RunContext): Piece[] {
  return once((plan.rollback?.steps ?? []).flatMap(step => piecesOfStep(plan, context, step)));
}

/**
 * The pieces that must be there before a command of a forward step starts, and are not. What undoes a
 * step must be ready when it begins. Rollback steps that do not say what they undo are run in any case:
 * they need what is known by then, before any destructive command and any command inside the maintenance
 * window. A step need not wait for what it captures itself.
 */
export function missingFor(plan: Plan, context: RunContext, step: Step): Piece[] {
  const captured = new Set(step.commands.flatMap(({ attributes }) => attributes.capture ?? []));
  return needed(plan, context, step).filter(({ kind, id, state }) => {
    const names = kind === 'variable' ? [id] : variablesOfProof(plan, id);
    return state !== 'there' && !names.some(name => captured.has(name));
  });
}

function needed(plan: Plan, context: RunContext, step: Step): Piece[] {
  const { ofStep, grave } = needsOf(plan);
  if (ofStep.has(step.id)) return [];
  const undoers = new Set(undoersOf(plan, step));
  const pieces = (plan.rollback?.steps ?? []).flatMap(back => {
    const its = piecesOfStep(plan, context, back);
    if (undoers.has(back)) return its;
    const always = !back.attributes.undoes && grave.has(step.id);
    return always ? its.filter(({ state }) => state !== 'later') : [];
  });
  return once(pieces);
}

function once(pieces: readonly Piece[]): Piece[] {
  const nameOf = ({ kind, id }: Piece) => `${kind} ${id}`;
  const first = new Map(pieces.toReversed().map(piece => [nameOf(piece), piece]));
  return pieces.filter(piece => first.get(nameOf(piece)) === piece);
}

function piecesOfStep(plan: Plan, context: RunContext, { id: step }: Step): Piece[] {
  const { variables = [], proofs = [] } = needsOf(plan).ofStep.get(step) ?? {};
  return [
    ...variables.map((id): Piece => {
      return { kind: 'variable', id, step, state: variableState(plan, context, id) };
    }),
    ...proofs.map(({ id }): Piece => {
      return { kind: 'proof', id, step, state: proofState(plan, context, id) };
    }),
  ];
}

function variableState(plan: Plan, context: RunContext, name: string) {
  if (Object.hasOwn(context.variables, name)) return 'there';
  const captor = needsOf(plan).captors.get(name);
  // Skipped, or done by other means, it will bind nothing any more.
  return captor !== undefined && !isOver(context, captor) ? 'later' : 'missing';
}

function proofState(plan: Plan, context: RunContext, id: string): Piece['state'] {
  if (isBeingChecked(context, id)) return 'unproved';
  const mark = Object.hasOwn(context.marks, id) ? context.marks[id] : undefined;
  if (mark) return mark.verdict === 'pass' ? 'there' : 'failed';
  const names = variablesOfProof(plan, id);
  if (names.every(name => isSettled(plan, context, name))) return 'unproved';
  return names.some(name => variableState(plan, context, name) === 'missing') ? 'missing' : 'later';
}

/** It has a value, and not one that a step still to come will replace. */
export function isSettled(plan: Plan, context: RunContext, name: string): boolean {
  if (!Object.hasOwn(context.variables, name)) return false;
  const captor = needsOf(plan).captors.get(name);
  return captor === undefined || isOver(context, captor);
}

const isOver = (context: RunContext, step: string): boolean =>
  recordOf(context, step).outcome !== undefined;

function variablesOfProof(plan: Plan, id: string): readonly string[] {
  return needsOf(plan).proofs.get(id)?.check.variables ?? [];
}

function needsOf(plan: Plan): Needs {
  const needs = known.get(plan) ?? readNeeds(plan);
  known.set(plan, needs);
  return needs;
}

function readNeeds(plan: Plan): Needs {
  const { steps = [], proofs = [] } = plan.rollback ?? {};
  const back = new Set(steps.map(({ id }) => id));
  const captors = plan.variables.flatMap(({ name, capturedBy }) =>
    capturedBy === undefined ? [] : [[name, capturedBy] as const],
  );
  // What the rollback captures on its way is not needed beforehand.
  const own = new Set(captors.flatMap(([name, by]) => (back.has(by) ? [name] : [])));
  const ofStep = steps.map(step => {
    const its = proofs.filter(proof => proof.step === step.id);
    const variables = variablesOf(step, its).filter(name => !own.has(name));
    return [step.id, { variables, proofs: its }] as const;
  });
  return {
    ofStep: new Map(ofStep),
    proofs: new Map(proofs.map(proof => [proof.id, proof])),
    captors: new Map(captors.filter(([, by]) => !back.has(by))),
    grave: new Set(graveSteps(plan).map(({ id }) => id)),
  };
}

function variablesOf(step: Step, proofs: readonly Proof[]): string[] {
  const commands = [...runnableCommands(step), ...proofs.map(proof => proof.check)];
  return [...new Set(commands.flatMap(({ variables }) => variables))];
}

function graveSteps(plan: Plan): Step[] {
  const steps = timelineSteps(plan);
  const opens = steps.findIndex(({ window }) => window === 'opens');
  const closes = steps.findIndex(({ window }) => window === 'closes');
  return steps.filter(({ kind, commands }, at) => {
    const inside = opens >= 0 && at > opens && (closes < 0 || at < closes);
    return (
      (inside && kind === 'command') || commands.some(({ attributes }) => attributes.destructive)
    );
  });
}
