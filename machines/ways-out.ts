/** States that nobody could ever leave: a plan whose chart has one must not be run. */
import type { AnyStateMachine, AnyStateNode } from 'xstate';

export interface DeadEnd {
  /** Path of the state in the chart, dotted. */
  state: string;
  /** Id of the step that it belongs to; null outside of steps. */
  step: string | null;
}

/** The parts of a run that must be able to end, and how. */
const goals = { underway: 'completed', rollingBack: 'rolledBack' } as const;

/** Neither giving up nor going back is a way out. */
const noWayOut: ReadonlySet<string> = new Set(['run.aborted', 'step.reopened']);

/** Where one can be, and where that leads: a state, or (`inside`) anywhere in a state that holds others. */
type Arrows = ReadonlyMap<string, readonly string[]>;

/**
 * The states of `underway` from which `completed`, and those of `rollingBack` from which `rolledBack`, cannot
 * be reached whatever is journaled; judged by the chart's arrows alone, as if every guard let everything pass.
 * Of the states that lead nowhere but to a dead end, only those of its own step are named.
 */
export function statesWithoutWayOut(machine: AnyStateMachine): DeadEnd[] {
  const { states } = machine.root;
  return Object.entries(goals).flatMap(([part, goal]) => {
    const [root, end] = [states[part], states[goal]];
    return root && end ? deadEnds(root, end) : [];
  });
}

function deadEnds(root: AnyStateNode, end: AnyStateNode): DeadEnd[] {
  const nodes = within(root);
  const steps = new Map(nodes.map(node => [node.id, stepOf(node)]));
  const arrows: Arrows = new Map(nodes.flatMap(arrowsFrom));
  const ending = reaching(arrows, [end.id]);
  const dead = nodes.filter(node => canRest(node) && !ending.has(node.id));
  const leaving = reaching(arrows, [...arrows.keys()].filter(leavesItsStep));
  const stuck = dead.filter(({ id }) => !leaving.has(id));
  // Steps that lead to each other for ever are left, and yet have no end.
  const named = stuck.length > 0 ? stuck : dead;
  return named.map(({ id, path }) => ({ state: path.join('.'), step: steps.get(id) ?? null }));

  function canRest({ id, type }: AnyStateNode): boolean {
    return type === 'atomic' || (type === 'final' && arrows.get(id)!.length === 0);
  }

  function leavesItsStep(from: string): boolean {
    return arrows.get(from)!.some(to => steps.has(to) && steps.get(to) !== steps.get(from));
  }
}

const within = (node: AnyStateNode): AnyStateNode[] => [
  node,
  ...Object.values(node.states).flatMap(within),
];

const inside = ({ id }: AnyStateNode): string => `inside ${id}`;

/**
 * What a state accepts is accepted in each state that it holds: one arrow up instead of one copy for each,
 * which keeps a plan of thousands of steps cheap.
 */
function arrowsFrom(node: AnyStateNode): [string, string[]][] {
  const { id, type, parent } = node;
  if (type === 'final') return [[id, parent ? targets(parent, isDone) : []]];
  const out = [...targets(node, isMove), ...(parent ? [inside(parent)] : [])];
  if (type !== 'compound') return [[id, out]];
  const first = node.initial.target.map(target => target.id);
  return [
    [id, first],
    [inside(node), out],
  ];
}

const isDone = (event: string): boolean => event.startsWith('xstate.done.');
const isMove = (event: string): boolean => !isDone(event) && !noWayOut.has(event);

function targets(node: AnyStateNode, wanted: (event: string) => boolean): string[] {
  return [...node.transitions]
    .filter(([event]) => wanted(event))
    .flatMap(([, transitions]) => transitions.flatMap(({ target = [] }) => target))
    .map(target => target.id);
}

/** Everywhere from where one of `ends` can be reached, the ends included. */
function reaching(arrows: Arrows, ends: readonly string[]): Set<string> {
  const before = new Map<string, string[]>();
  for (const [from, tos] of arrows) {
    for (const to of tos) {
      const known = before.get(to);
      if (known) known.push(from);
      else before.set(to, [from]);
    }
  }
  const reached = new Set(ends);
  // A set gives what is added to it while it is walked.
  for (const id of reached) {
    for (const from of before.get(id) ?? []) reached.add(from);
  }
  return reached;
}

/** The step that a state belongs to: the nearest state whose beginning gives a step its turn. */
function stepOf(node: AnyStateNode): string | null {
  const turn = node.entry.find(action => (action as { type?: string }).type === 'takeTurn');
  const step = (turn as { params?: { step?: string | null } } | undefined)?.params?.step;
  if (turn) return step ?? null;
  return node.parent ? stepOf(node.parent) : null;
}
