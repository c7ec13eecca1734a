/** A run that plays again: where its entries stood, and its outputs as they came, at any of its moments. */
import type { Entry } from '../../machines/entries.ts';
import type { RunState } from '../../machines/state.ts';
import type { OutputRemark, RunSource } from '../engine/types.ts';
import type { Fold } from '../journal/fold.ts';
import { instantsOf, lastUpTo } from '../journal/instants.ts';
import { createKeyframes } from '../journal/keyframes.ts';
import type { Outputs } from './outputs.ts';
import { type Clock, realClock } from './playing/clock.ts';
import { foldBehind } from './playing/fold-behind.ts';
import { JobOutputs } from './playing/job-outputs.ts';
import { Transport } from './playing/transport.ts';

export interface PlayedRun {
  fold: Fold;
  /** From the first on, at least one. */
  entries: readonly Entry[];
  /** Hash of one entry's line, hex; null when there is none. */
  hashOf(seq: number): string | null;
  outputs: Outputs;
  /** Times as fast as the run was lived, to begin with: 1 to 600. */
  speed: number;
  /** The viewer's time; the machine's by default. */
  clock?: Clock;
}

/** Times are the run's, in milliseconds since the epoch. It begins paused, at the first entry. */
export interface Player extends RunSource {
  /** The entries up to now; `all` of them whatever the time. */
  readonly all: readonly Entry[];
  at(): number;
  playing(): boolean;
  speed(): number;
  /** Length of the stretch in which nothing happened, while it is run through; null otherwise. */
  idle(): number | null;
  /** When something happened, in order: entries, and output that was seen to come. Another list once more is known. */
  happenings(): readonly number[];
  /** The state after the last entry; null until the whole run is folded, a little while after it was opened. */
  whole(): RunState | null;
  /** The same, at once: some tenths of a second where ten thousand entries are not folded yet. */
  foldWhole(): RunState;
  /** Resolves once it is known when every output came. */
  ready: Promise<void>;
  toggle(): void;
  pace(by: 1 | -1): void;
  seek(at: number): void;
  close(): void;
}

export function createPlayer(run: PlayedRun): Player {
  const { fold, entries, clock = realClock } = run;
  const instants = instantsOf(entries);
  const frames = createKeyframes(fold, entries);
  const listeners = new Set<() => void>();
  const announce = (): void => {
    for (const listener of listeners) listener();
  };
  const transport = new Transport(instants, run.speed, clock, announce);
  const outputs = new JobOutputs(run.outputs, entries, instants);
  const stand = standing(seq => fold.toState(frames.at(seq)), entries);
  const here = () => stand(lastUpTo(instants, transport.at));
  const end = () => transport.happenings.at(-1)!;
  const last = () => fold.toState(frames.at(entries.length - 1));
  const behind = foldBehind(frames, last, clock, announce);
  const closing = new AbortController();
  const learn = async (): Promise<void> => {
    const marks = (await outputs.marks(closing.signal)).filter(at => at > instants[0]!);
    if (marks.length === 0 || closing.signal.aborted) return;
    transport.learn([...instants, ...marks].sort((a, b) => a - b));
  };
  return {
    all: entries,
    away: [],
    state: () => here().state,
    entries: () => here().entries,
    hashOf: seq => (seq <= lastUpTo(instants, transport.at) ? run.hashOf(seq) : null),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    outputSize: job => outputs.size(job, () => transport.at, end()),
    readOutput: (job, offset, bytes) =>
      outputs.read(job, { offset, bytes }, () => transport.at, end()),
    outputRemark: (job): OutputRemark | null => outputs.remark(job),
    at: () => transport.at,
    playing: () => transport.playing,
    speed: () => transport.speed,
    idle: () => transport.idle,
    happenings: () => transport.happenings,
    whole: () => behind.whole(),
    foldWhole: () => behind.foldNow(),
    ready: learn(),
    toggle: () => transport.toggle(),
    pace: by => transport.pace(by),
    seek: at => transport.seek(at),
    close() {
      closing.abort();
      transport.stop();
      behind.stop();
      listeners.clear();
    },
  };
}

interface Standing {
  state: RunState;
  entries: readonly Entry[];
}

/** The run up to one of its entries; the same objects until it stands at another one. */
function standing(
  stateAt: (seq: number) => RunState,
  entries: readonly Entry[],
): (seq: number) => Standing {
  let [seq, kept]: [number, Standing | null] = [-1, null];
  return at => {
    if (kept === null || at !== seq) {
      [seq, kept] = [at, { state: stateAt(at), entries: entries.slice(0, at + 1) }];
    }
    return kept;
  };
}
