import type { RunState } from '../../../machines/state.ts';
import type { Playback } from '../../cockpit/options.ts';
import type { Player } from '../../sources/player.ts';
import { momentsOf } from '../../view/moments.ts';
import { playbackView } from '../../view/playback/playback.ts';
import { type Recording, recordingOf } from '../../view/playback/recording.ts';
import { soughtAt } from '../../view/playback/seek.ts';
import type { Moment, MomentKind, ViewInput } from '../../view/types.ts';

/** Milliseconds of viewing in which one is not yet past the moment that one just went to. */
const grace = 1500;

/** @param inputOf the view's input for the whole run, in this state */
export function createPlayback(player: Player, inputOf: (state: RunState) => ViewInput): Playback {
  const momentsKnown = onceKnown(() => player.whole(), inputOf);
  const recording = recorded(player, inputOf, momentsKnown);

  const moments = (): readonly Moment[] => {
    player.foldWhole();
    return momentsKnown() ?? [];
  };
  return {
    view: () =>
      playbackView(recording(), {
        at: player.at(),
        playing: player.playing(),
        speed: player.speed(),
        idle: player.idle(),
      }),
    toggle: () => player.toggle(),
    pace: by => player.pace(by),
    seek: at => player.seek(at),
    skip: by => player.seek(recording().axis.along(player.at(), by)),
    jump(kind, by) {
      const moment = nextMoment(moments(), kind, by, player);
      if (!moment) return false;
      // One goes there to look.
      if (player.playing()) player.toggle();
      player.seek(moment.at);
      return true;
    },
    seekTo(text) {
      const sought = soughtAt(recording(), player.at(), text);
      if ('why' in sought) return sought.why;
      player.seek(sought.at);
      return null;
    },
  };
}

/** The moments of the run, made once, as soon as all of it is folded; null until then. */
function onceKnown(
  whole: () => RunState | null,
  inputOf: (state: RunState) => ViewInput,
): () => readonly Moment[] | null {
  let kept: readonly Moment[] | null = null;
  return () => {
    const state = kept === null ? whole() : null;
    if (state) kept = momentsOf(inputOf(state));
    return kept;
  };
}

/** Made anew only when more is known of the run. */
function recorded(
  player: Player,
  inputOf: (state: RunState) => ViewInput,
  momentsKnown: () => readonly Moment[] | null,
): () => Recording {
  let kept: { from: readonly unknown[]; made: Recording } | null = null;
  return () => {
    const [happenings, moments] = [player.happenings(), momentsKnown()];
    const from = [happenings, moments];
    if (kept === null || from.some((one, index) => one !== kept!.from[index])) {
      const state = player.whole() ?? player.state();
      kept = { from, made: recordingOf(inputOf(state), happenings, moments ?? []) };
    }
    return kept.made;
  };
}

function nextMoment(
  moments: readonly Moment[],
  kind: MomentKind | 'any',
  by: 1 | -1,
  player: Player,
): Moment | undefined {
  const some = moments.filter(moment => kind === 'any' || moment.kind === kind);
  const at = player.at();
  if (by > 0) return some.find(moment => moment.at > at);
  const before = player.playing() ? at - grace * player.speed() : at;
  return some.findLast(moment => moment.at < before);
}
