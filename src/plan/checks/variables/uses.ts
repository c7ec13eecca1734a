/** Everything of a plan that runs: checks of boxes, commands, proofs, in the order of execution. */
import type { Command, Item, Plan, Step } from '../../types.ts';
import { forwardSteps } from '../walk.ts';

export type Runs = Pick<Plan, 'prerequisites' | 'stages' | 'checkpoints' | 'rollback'>;

export interface Use {
  /** Step or box that it belongs to. */
  owner: string;
  command: Command;
  /** Place in the order of execution: the prerequisites first, the rollback last. */
  order: number;
  /** Made by the program: its text is none of the author's. */
  made: boolean;
}

type Unordered = Omit<Use, 'order'>;

/** What runs, and what is only shown is left out. */
export function uses(plan: Runs): Use[] {
  const { steps = [], proofs = [], validation = [] } = plan.rollback ?? {};
  const tied = new Map(plan.checkpoints.map(({ id, criteria }) => [id, criteria]));
  const reviewed = new Set(plan.checkpoints.flatMap(({ id, step }) => (step ? [id] : [])));
  const untied = plan.checkpoints.filter(({ id }) => !reviewed.has(id));
  const all = [
    ...checksOf(plan.prerequisites.flatMap(group => group.items)),
    ...forwardSteps(plan).flatMap(step => [
      ...commandsOf(step),
      ...checksOf([...step.items, ...(tied.get(step.checkpoint ?? '') ?? [])]),
    ]),
    ...steps.flatMap(commandsOf),
    ...checksOf([...proofs, ...validation, ...untied.flatMap(({ criteria }) => criteria)]),
  ];
  return all.filter(({ command }) => command.runnable).map((use, order) => ({ ...use, order }));
}

function commandsOf({ id: owner, commands }: Step): Unordered[] {
  return commands.map(command => ({ owner, command, made: false }));
}

function checksOf(items: readonly Item[]): Unordered[] {
  return items.flatMap(({ id: owner, check: command }) =>
    command ? [{ owner, command, made: /\/files\d*$/.test(owner) }] : [],
  );
}
