import type { Entry } from '../../../machines/entries.ts';
import type { RunState } from '../../../machines/state.ts';
import { createFold } from '../../journal/fold.ts';
import { createPlayer, type Player } from '../../sources/player.ts';
import type { Clock } from '../../sources/playing/clock.ts';
import { noHistory } from '../../view/history.ts';
import type { ViewInput } from '../../view/types.ts';
import type { RecordedRun } from './open-recorded.ts';

export interface Played {
  player: Player;
  /** What the views need, as of the run's time. */
  now(): ViewInput;
  /** The same of the whole run, in a state of it. */
  whole(state: RunState): ViewInput;
}

export interface PlayedHow extends Pick<ViewInput, 'language' | 'ascii'> {
  /** Times as fast as it was lived. */
  speed: number;
  /** The viewer's time; the machine's by default. */
  clock?: Clock;
}

/** A recorded run in a player, paused at its first entry; nothing is known of earlier runs. */
export function playRecorded(
  run: RecordedRun,
  { language, ascii, speed, clock }: PlayedHow,
): Played {
  const { plan, environment, reading, outputs } = run;
  const hashOf = (seq: number) => reading.hashes[seq] ?? null;
  const player = createPlayer({
    fold: createFold(plan),
    entries: reading.entries,
    hashOf,
    outputs,
    speed,
    ...(clock && { clock }),
  });
  const input = (state: RunState, entries: readonly Entry[]): ViewInput => ({
    plan,
    state,
    entries,
    away: [],
    now: player.at(),
    language,
    ascii,
    operator: helmsman(state),
    schedule: environment.schedule,
    observer: true,
    history: noHistory,
    around: environment,
    hashOf,
  });
  return {
    player,
    now: () => input(player.state(), player.entries()),
    whole: state => input(state, player.all),
  };
}

/** Whoever drove then: it was their screen. */
function helmsman({ context: { helm } }: RunState): string {
  return helm ? `${helm.operator}@${helm.host}` : '';
}
