/** The keys of a run that plays again, in the bottom bar. */
import type { PlaybackView } from '../../view/types.ts';
import type { CommandId } from '../keys/binding.ts';
import { keyLabel, keyOf } from '../keys/keymap.ts';
import { isLooking } from '../model/deciding.ts';
import type { Situation } from '../model/situation.ts';
import type { Hint } from './hints.ts';

export function playbackHints(s: Situation, { playing, moments }: PlaybackView): Hint[] {
  const { hints } = s.words.seen.playback.keys;
  const hint = (key: string, label: string): Hint => ({ key: keyLabel(key, s.words), label });
  const command = (id: CommandId, label: string): Hint => hint(keyOf(id), label);
  const has = (kind: string) => moments.some(moment => moment.kind === kind);
  return [
    ...(isLooking(s) ? [hint('escape', s.words.cockpit.hints.back)] : []),
    command('playPause', playing ? hints.pause : hints.play),
    command('faster', ''),
    command('slower', hints.pace),
    command('backward', ''),
    command('forward', hints.skip),
    ...(moments.length > 0 ? [command('moments', hints.moments)] : []),
    ...(has('failure') ? [command('nextFailure', hints.failure)] : []),
    ...(has('checkpoint') ? [command('nextCheckpoint', hints.checkpoint)] : []),
    ...(moments.length > 0 ? [command('nextMoment', hints.any)] : []),
    command('goToTime', hints.time),
  ];
}
