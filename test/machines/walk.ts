/** Walks every state that a chart can reach, with `xstate/graph`. */
import type { StateValue } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import type { RunContext } from '../../machines/context.ts';
import { createDeploymentMachine } from '../../machines/deployment.ts';
import type { Entry, Fact } from '../../machines/entries.ts';
import type { RunSnapshot } from '../../src/journal/transitions.ts';
import type { Plan } from '../../src/plan/types.ts';
import { entryOf } from './driver.ts';
import { possibleFacts } from './possible-facts.ts';

export interface Move {
  from: RunSnapshot;
  entry: Entry;
  to: RunSnapshot;
}

export interface Walk {
  states: RunSnapshot[];
  /** Accepted entries only. */
  moves: Move[];
  /** The states that differ in nothing that decides what comes next share a name. */
  nameOf(state: RunSnapshot): string;
}

interface Node {
  state: RunSnapshot;
  transitions: Record<string, { event: Entry; state: RunSnapshot }>;
}

/** @throws when more than `limit` moves would have to be tried. */
export function walk(
  plan: Plan,
  only: (fact: Fact) => boolean = () => true,
  limit = 400_000,
): Walk {
  const facts = possibleFacts(plan);
  const nameOf = namesOf(plan);
  const entries = (state: RunSnapshot) =>
    facts(state.context)
      .filter(only)
      .map(fact => entryOf(fact, state.context.seq + 1));
  const map = getAdjacencyMap(createDeploymentMachine(plan), {
    events: entries,
    serializeState: nameOf,
    serializeEvent: ({ seq, at, ...fact }) => JSON.stringify(fact),
    limit,
  });
  // The map's own type has no string keys.
  const nodes = Object.values(map as unknown as Record<string, Node>);
  const moves = nodes.flatMap(({ state: from, transitions }) =>
    Object.values(transitions)
      .filter(({ state: to }) => to !== from)
      .map(({ event, state: to }) => ({ from, entry: event, to })),
  );
  return { states: nodes.map(node => node.state), moves, nameOf };
}

/** The state of the chart, and of the data that guards ask about. */
function namesOf({ stages }: Plan) {
  const lists = stages.flatMap(stage => stage.phases).filter(phase => phase.anyOrder);
  const listOf = new Map(
    lists.flatMap(({ steps }) => steps.map(({ id }) => [id, steps.map(step => step.id)] as const)),
  );
  return ({ value, context }: { value: StateValue; context: RunContext }): string => {
    // What was done in a list that is over decides nothing any more.
    const list = listOf.get(context.current ?? '') ?? [];
    const records = list.map(id => context.steps[id]);
    return nameOf(
      value,
      context,
      records.map(record => [record?.outcome === undefined, record?.startedAt !== undefined]),
    );
  };
}

function nameOf(value: StateValue, context: RunContext, list: unknown): string {
  const { helm, held, liveJob, aside, current, marks, checks, jobs } = context;
  const record = context.steps[current ?? ''];
  return JSON.stringify([
    value,
    list,
    helm !== null,
    held !== null,
    liveJob && jobs[liveJob]?.status,
    record && [record.command, record.startedAt !== undefined],
    aside && [jobs[aside]?.status, jobs[aside]?.check],
    Object.entries(marks)
      .map(([box, { verdict, job }]) => `${box} ${verdict} ${!job}`)
      .sort(),
    Object.entries(checks)
      .map(([box, job]) => `${box} ${jobs[job]?.ok} ${job === aside}`)
      .sort(),
  ]);
}

/** Names of the states from which one of `goals` can be reached. */
export function reaching({ moves, nameOf }: Walk, goals: readonly RunSnapshot[]): Set<string> {
  const before = Map.groupBy(moves, move => nameOf(move.to));
  const reached = new Set(goals.map(nameOf));
  // A set gives what is added to it while it is walked.
  for (const name of reached) {
    for (const move of before.get(name) ?? []) reached.add(nameOf(move.from));
  }
  return reached;
}
