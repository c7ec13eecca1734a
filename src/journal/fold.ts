/** The fold: from entries, one by one, to where a run stands. */
import { createActor, initialTransition } from 'xstate';
import { createDeploymentMachine, type DeploymentMachine } from '../../machines/deployment.ts';
import { type Effect, effectsOf } from '../../machines/effects.ts';
import type { Entry } from '../../machines/entries.ts';
import { blank } from '../../machines/records/run.ts';
import { filling } from '../../machines/records/shelf.ts';
import type { RunState } from '../../machines/state.ts';
import type { Plan } from '../plan/types.ts';
import { chartId } from './chart-id.ts';
import { runState } from './run-state.ts';
import { type RunSnapshot, type Transition, transitionsOf } from './transitions.ts';

/** A run as folded up to the entry `seq`; -1 before the first. */
export interface Folded {
  snapshot: RunSnapshot;
  seq: number;
}

export interface FoldStep extends Folded {
  /** What the world owes now, in order. */
  effects: Effect[];
  /** The machine refused the entry in this state: nothing changed. Ask `RunState.can` before journaling. */
  ignored: boolean;
}

/** What `persist` gives and `restore` takes; plain data. */
interface Persisted {
  version: 1;
  /** A snapshot of another chart is worth nothing. */
  chart: string;
  seq: number;
  snapshot: ReturnType<DeploymentMachine['getPersistedSnapshot']>;
}

type Visit = (after: FoldStep, entry: Entry) => void;

export interface Fold {
  initial(): Folded;
  /** One more entry. @throws {RangeError} when it is not the one after `folded`. */
  next(folded: Folded, entry: Entry): FoldStep;
  /** The entries from the first on; `ignored` holds the `seq` of those the machine refused. */
  all(entries: Iterable<Entry>): Folded & { ignored: number[] };
  /**
   * The same, of the entries that come after `folded`, which stays as it is. What `visit` is shown after each entry
   * holds until it returns: the maps of its context are still being filled.
   */
  on(folded: Folded, entries: Iterable<Entry>, visit?: Visit): Folded & { ignored: number[] };
  toState(folded: Folded): RunState;
  /** Plain data for a cache. */
  persist(folded: Folded): unknown;
  /** What `persist` gave, as read back; null when it is damaged or of another plan: fold from the first entry. */
  restore(persisted: unknown): Folded | null;
}

/**
 * The fold of the runs of one plan.
 * @throws {TypeError} when the plan cannot be a statechart (see `createDeploymentMachine`).
 */
export function createFold(plan: Plan): Fold {
  const machine = createDeploymentMachine(plan);
  let id: string | undefined;
  const chart = () => {
    id ??= chartId(plan);
    return id;
  };
  const initial = (): Folded => ({ snapshot: initialTransition(machine)[0], seq: -1 });
  const transition = transitionsOf(machine);
  const next = (folded: Folded, entry: Entry) => step(transition, folded, entry);
  return {
    initial,
    next,
    all: entries => all(next, entries, initial()),
    on: (folded, entries, visit) => all(next, entries, withOwnMaps(folded), visit),
    toState: runState(plan),
    persist: folded => persist(machine, chart(), folded),
    restore: persisted => restore(machine, chart(), persisted),
  };
}

function step(transition: Transition, folded: Folded, entry: Entry): FoldStep {
  if (entry.seq !== folded.seq + 1) {
    throw new RangeError(`entry ${entry.seq} cannot follow entry ${folded.seq}`);
  }
  const [snapshot, actions] = transition(folded.snapshot, entry);
  // An accepted entry is always recorded in the context, so the same snapshot means a refusal.
  const ignored = snapshot === folded.snapshot;
  return { snapshot, seq: entry.seq, effects: effectsOf(actions), ignored };
}

function all(
  next: Fold['next'],
  entries: Iterable<Entry>,
  initial: Folded,
  visit: Visit = () => {},
) {
  const ignored: number[] = [];
  let { snapshot, seq } = initial;
  filling(snapshot.context, () => {
    for (const entry of entries) {
      const after = next({ snapshot, seq }, entry);
      if (after.ignored) ignored.push(entry.seq);
      ({ snapshot, seq } = after);
      visit(after, entry);
    }
  });
  return { snapshot, seq, ignored };
}

/** Maps of its own, for a fold to fill. */
function withOwnMaps({ snapshot, seq }: Folded): Folded {
  const { context } = snapshot;
  const { steps, jobs, marks, checks } = context;
  const own = {
    steps: { ...steps },
    jobs: { ...jobs },
    marks: { ...marks },
    checks: { ...checks },
  };
  return { snapshot: { ...snapshot, context: { ...context, ...own } } as RunSnapshot, seq };
}

function persist(machine: DeploymentMachine, chart: string, folded: Folded): Persisted {
  const { snapshot, seq } = folded;
  return { version: 1, chart, seq, snapshot: machine.getPersistedSnapshot(snapshot) };
}

function restore(machine: DeploymentMachine, chart: string, value: unknown): Folded | null {
  if (!isPersisted(value) || value.chart !== chart) return null;
  // An actor is the only thing that rebuilds a snapshot; a state that the machine lacks gives `error`.
  const snapshot = createActor(machine, { snapshot: value.snapshot }).getSnapshot();
  return snapshot.status === 'error' ? null : { snapshot, seq: value.seq };
}

function isPersisted(value: unknown): value is Persisted {
  const { version, seq, snapshot } = (value ?? {}) as Partial<Persisted>;
  if (version !== 1 || !Number.isInteger(seq)) return false;
  const { context } = (snapshot ?? {}) as { context?: object };
  return context !== undefined && Object.keys(blank()).every(key => Object.hasOwn(context, key));
}
