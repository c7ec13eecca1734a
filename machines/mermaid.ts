/** The chart as a Mermaid drawing: the plan's course, then once for each kind the states of a step. */

import type { AnyStateNode } from 'xstate';
import type { Plan, Step, StepKind } from '../src/plan/types.ts';
import type { DeploymentMachine } from './deployment.ts';
import { allSteps } from './plan-steps.ts';

/** What a drawing of states needs to know. */
interface Pen {
  /** Titles by state key. */
  titles: ReadonlyMap<string, string>;
  /** A state is drawn once under one name, which is a word. */
  name(node: AnyStateNode): string;
  /** Is this state drawn closed, without the states in it? */
  closed(node: AnyStateNode): boolean;
}

/** Text of a `stateDiagram-v2`, drawn from the machine itself; the plan only lends the titles. */
export function mermaid(plan: Plan, machine: DeploymentMachine): string {
  const steps = new Map(allSteps(plan).map(step => [step.key, step]));
  const titles = titlesOf(plan);
  const isStep = (node: AnyStateNode) => steps.has(node.key) && node.type === 'compound';
  const course: Pen = {
    titles,
    name: node => word(node.path.slice(-2).join('__')),
    closed: isStep,
  };
  const lines = [
    ...inside(machine.root, course),
    '%% step.reopened leads from a step at rest back to a finished step of the same phase',
    ...[...exampleOfEachKind(machine.root, steps)].flatMap(legend),
  ];
  return `stateDiagram-v2\n${lines.map(line => `  ${line}\n`).join('')}`;
}

function legend([kind, example]: [StepKind, AnyStateNode]): string[] {
  const name = (node: AnyStateNode) =>
    node === example ? `any_${kind}` : `any_${kind}_${word(node.key)}`;
  return composite(example, `any ${kind} step`, { titles: new Map(), name, closed: () => false });
}

function state(node: AnyStateNode, pen: Pen): string[] {
  const title = pen.titles.get(node.key) ?? node.key;
  if (node.type === 'compound' && !pen.closed(node)) return composite(node, title, pen);
  return [`state "${escaped(title)}" as ${nameOf(node, pen)}`];
}

function composite(node: AnyStateNode, title: string, pen: Pen): string[] {
  const inner = inside(node, pen).map(line => `  ${line}`);
  return [`state "${escaped(title)}" as ${nameOf(node, pen)} {`, ...inner, '}'];
}

/** What is drawn in a state: its children, the ways in, the arrows between them, the ways out. */
function inside(node: AnyStateNode, pen: Pen): string[] {
  const children = Object.values(node.states).filter(child => !isEnd(child));
  return [
    ...children.flatMap(child => state(child, pen)),
    ...entrances(node, pen),
    ...children.flatMap(child => arrows(child, pen)),
    ...children
      .filter(child => child.type === 'final')
      .map(child => `${nameOf(child, pen)} --> [*]`),
  ];
}

/** Arrows in from beside, straight to a child; without any, the arrow to the first child. */
function entrances(node: AnyStateNode, pen: Pen): string[] {
  const beside = Object.values(node.parent?.states ?? {}).filter(other => other !== node);
  const straight = beside.flatMap(other =>
    transitionsOf(other).filter(({ target }) => target.parent === node),
  );
  if (straight.length === 0) {
    return node.initial.target.map(first => `[*] --> ${nameOf(first, pen)}`);
  }
  return straight.map(({ event, target }) => `[*] --> ${nameOf(target, pen)} : ${event}`);
}

/** Arrows from a state to those beside it; events that lead to the same one share an arrow. */
function arrows(from: AnyStateNode, pen: Pen): string[] {
  const events = new Map<AnyStateNode, Set<string>>();
  for (const { event, target } of transitionsOf(from)) {
    const to = childAbove(target, from.parent);
    if (to && to !== from) events.set(to, (events.get(to) ?? new Set()).add(event));
  }
  return [...events].map(([to, names]) => {
    const label = [...names].filter(name => !name.startsWith('xstate.')).join(', ');
    return `${nameOf(from, pen)} --> ${nameOf(to, pen)}${label && ` : ${label}`}`;
  });
}

function transitionsOf(node: AnyStateNode): { event: string; target: AnyStateNode }[] {
  return [...node.transitions].flatMap(([event, transitions]) =>
    transitions.flatMap(({ target }) => (target ?? []).map(one => ({ event, target: one }))),
  );
}

/** The child of `parent` that is, or holds, `node`; undefined when it is elsewhere. */
function childAbove(node: AnyStateNode, parent?: AnyStateNode): AnyStateNode | undefined {
  let above: AnyStateNode | undefined = node;
  while (above && above.parent !== parent) above = above.parent;
  return above;
}

/** For each kind of step in the plan, the one whose chart has most states. */
function exampleOfEachKind(root: AnyStateNode, steps: ReadonlyMap<string, Step>) {
  const examples = new Map<StepKind, AnyStateNode>();
  for (const node of compoundsOf(root)) {
    const kind = steps.get(node.key)?.kind;
    if (kind && sizeOf(node) > sizeOf(examples.get(kind))) examples.set(kind, node);
  }
  return examples;
}

function compoundsOf(node: AnyStateNode): AnyStateNode[] {
  if (node.type !== 'compound') return [];
  return [node, ...Object.values(node.states).flatMap(compoundsOf)];
}

const sizeOf = (node?: AnyStateNode): number => (node ? Object.keys(node.states).length : 0);

const isEnd = (node: AnyStateNode): boolean => node.key === '_end';

/** `[*]` is both the beginning and the end. */
const nameOf = (node: AnyStateNode, pen: Pen): string => (isEnd(node) ? '[*]' : pen.name(node));

const word = (text: string): string => text.replaceAll(/\W/g, '_');

/** Mermaid's own entities, for what would end the text or be read as HTML. */
function escaped(title: string): string {
  const entities: Record<string, string> = {
    '"': 'quot',
    '<': 'lt',
    '>': 'gt',
    '#': '35',
    ';': '59',
  };
  return title
    .replaceAll(/["<>#;]/g, char => `#${entities[char]};`)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function titlesOf(plan: Plan): Map<string, string> {
  const phases = plan.stages.flatMap(stage => stage.phases);
  return new Map([
    ...plan.stages.map(stage => [stage.key, `${stage.id} ${stage.title}`] as const),
    ...phases.map(phase => [phase.key, `${phase.id} ${phase.title}`] as const),
    ...allSteps(plan).map(step => [step.key, `${step.id} ${step.title}`] as const),
  ]);
}
