/** What holds in every state that can be reached, whatever happens: DESIGN's properties of the machine. */

import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AnyStateNode } from 'xstate';
import { createDeploymentMachine } from '../../machines/deployment.ts';
import type { Fact } from '../../machines/entries.ts';
import { pathOf } from '../../src/journal/run-state.ts';
import type { RunSnapshot } from '../../src/journal/transitions.ts';
import { compile } from '../../src/plan/compile.ts';
import type { Plan } from '../../src/plan/types.ts';
import {
  checkedBy,
  checkpoint,
  command,
  commands,
  gate,
  item,
  list,
  manual,
  milestone,
  plan,
  planOf,
  rollback,
  stage,
} from './plans.ts';
import { reaching, type Walk, walk } from './walk.ts';

const back = { rollback: rollback([commands('R.1'), manual('R.2')]) };

/** One criterion, which a command can look at. */
const oneCheck = checkedBy(planOf(checkpoint('1.1')), '1.1.a');
oneCheck.checkpoints[0]!.criteria.pop();

const isAside = (fact: Fact): boolean =>
  fact.type === 'job.started' && (fact.adhoc ?? fact.check) !== undefined;

/** Each of them is a dimension of its own, and would multiply the states of every plan. */
const plain = (fact: Fact): boolean =>
  !isAside(fact) && (fact.type !== 'item.ticked' || (fact.verdict === 'pass' && !fact.note));

const beside: [string, Plan][] = [
  ['a criterion with a check', oneCheck],
  ['a rollback, and jobs beside it', plan([stage('A', [[commands('1.1')]])], back)],
];

const small: [string, Plan][] = [
  ['a command step', planOf(commands('1.1', 2))],
  ['a manual step', planOf(manual('1.1', 2))],
  ['a checkpoint with a command', planOf(checkpoint('1.1', { commands: [command(0)] }))],
  ['a gate with a command', planOf(gate('1.1', { commands: [command(0)] }))],
  [
    'a list in any order',
    plan([list('A', [manual('A.1'), manual('A.2', 1)]), stage('B', [[manual('1.1')]])]),
  ],
  ['a final checklist', plan([stage('A', [[manual('1.1')]])], { checklist: [item('L.1')] })],
  ['milestones', planOf(milestone('1.1'), milestone('1.2', { commands: [command(0)] }))],
  ['a phase with a way back', planOf(commands('1.1'), manual('1.2'), gate('1.3'))],
  ['a rollback', plan([stage('A', [[commands('1.1')], [checkpoint('2.1')]])], back)],
  [
    'two stages and a rollback',
    plan([stage('A', [[manual('1.1')]]), stage('B', [[commands('2.1', 2)]])], back),
  ],
];

const isEnd = (state: RunSnapshot) => state.status === 'done';
const observations: Fact['type'][] = ['run.created', 'job.exited', 'job.doubted', 'job.revoked'];
const starts: Fact['type'][] = ['job.started', 'step.begun'];

const where = ({ value }: RunSnapshot): string => pathOf(value).join('.');

/** Checks every property; shared by all plans. */
function holds(found: Walk) {
  const { states, moves, nameOf } = found;
  const names = (list: Walk['states']) => list.map(nameOf);

  const ending = reaching(found, states.filter(isEnd));
  expect(names(states).filter(name => !ending.has(name))).toEqual([]);

  for (const { from, entry, to } of moves) {
    const { helm, held, liveJob, aside } = from.context;
    if (entry.type === 'job.started') expect(isAside(entry) ? aside : liveJob).toBeNull();
    if (starts.includes(entry.type)) expect([helm === null, held]).toEqual([false, null]);
    if (helm === null && where(from) !== where(to)) expect(observations).toContain(entry.type);
    if (isEnd(from)) expect(where(to)).toBe(where(from));
  }

  for (const state of states) {
    const runs = /running|halting/.test(where(state));
    expect([runs, where(state)]).toEqual([state.context.liveJob !== null, where(state)]);
  }
}

/** Paths of the states that nothing leads out of by itself. */
function restingPlaces(node: AnyStateNode): string[] {
  const rests = node.type === 'atomic' || (node.type === 'final' && node.path.length === 1);
  if (rests) return [node.path.join('.')];
  return Object.values(node.states).flatMap(restingPlaces);
}

function rollsBack(found: Walk) {
  const rolledBack = found.states.filter(state => where(state) === 'rolledBack');
  const able = reaching(found, rolledBack);
  const underway = found.states.filter(state => where(state).startsWith('underway'));
  expect(underway.map(found.nameOf).filter(name => !able.has(name))).toEqual([]);
  // Not only in the end: from each of them at once, for whoever holds the helm.
  const decided = found.moves.filter(({ entry }) => entry.type === 'rollback.decided');
  const from = new Set(decided.map(move => found.nameOf(move.from)));
  const driven = underway.filter(state => state.context.helm !== null).map(found.nameOf);
  expect(driven.filter(name => !from.has(name))).toEqual([]);
}

const folder = new URL('../../plans/', import.meta.url);
const real = fs
  .readdirSync(folder)
  .map(name => [`plans/${name}`, new URL(`${name}/plan.md`, folder)] as const)
  .filter(([, file]) => fs.existsSync(file))
  .map(([path, file]): [string, Plan] => [
    path,
    compile(fs.readFileSync(file, 'utf8'), { path }).plan,
  ]);
type Walked = [string, Plan, ((fact: Fact) => boolean)?];
const reversible = ([, subject]: Walked): boolean => subject.rollback !== undefined;

// Ticked boxes of a large plan would multiply its states by each other: there, criteria are waived.
const waived = (fact: Fact): boolean =>
  fact.type !== 'item.ticked' && fact.type !== 'step.begun' && !isAside(fact);

const all: Walked[] = [
  ...small.map(([name, subject]): Walked => [name, subject, plain]),
  ...beside,
  ...real.map(([path, subject]): Walked => [path, subject, waived]),
];

describe('in every reachable state of the chart of', () => {
  describe.each(all)('%s', (_, subject, only) => {
    it('an end can be reached, one job lives at most, nothing starts or is decided without the helm', () => {
      holds(walk(subject, only));
    });
  });
});

describe('in every reachable state of', () => {
  it.each(all.filter(reversible))('%s a rollback can be decided and finished', (...walked) => {
    const [, subject, only] = walked;
    rollsBack(walk(subject, only));
  });
});

it.each(small)('of %s, every state that can be at rest is reached', (_, subject) => {
  const reached = new Set(walk(subject, plain).states.map(where));
  const { root } = createDeploymentMachine(subject);
  expect([...reached].sort()).toEqual(restingPlaces(root).sort());
});
