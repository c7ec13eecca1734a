/** What the keys of a run that plays again ask of it. */
import type { MomentKind } from '../../view/types.ts';

/** Times in milliseconds: `at` since the epoch, `by` of the run. */
export type PlaybackMove =
  | { type: 'toggle' }
  | { type: 'pace'; by: 1 | -1 }
  | { type: 'skip'; by: number }
  | { type: 'jump'; kind: MomentKind | 'any'; by: 1 | -1 }
  | { type: 'seek'; at: number }
  /** What was typed; where it is no time, the field stays. */
  | { type: 'seekTo'; text: string };

/** Milliseconds of the run that an arrow goes over. */
const stride = 10_000;

const jump = (kind: MomentKind | 'any', by: 1 | -1): PlaybackMove => ({ type: 'jump', kind, by });

/** Commands that do one thing to what plays. */
export const playbackMoves = {
  playPause: { type: 'toggle' },
  faster: { type: 'pace', by: 1 },
  slower: { type: 'pace', by: -1 },
  forward: { type: 'skip', by: stride },
  backward: { type: 'skip', by: -stride },
  nextCheckpoint: jump('checkpoint', 1),
  previousCheckpoint: jump('checkpoint', -1),
  nextFailure: jump('failure', 1),
  previousFailure: jump('failure', -1),
  nextDecision: jump('decision', 1),
  previousDecision: jump('decision', -1),
  nextDelay: jump('delay', 1),
  previousDelay: jump('delay', -1),
  nextMoment: jump('any', 1),
  previousMoment: jump('any', -1),
} as const satisfies Record<string, PlaybackMove>;

export type PlaybackMoveId = keyof typeof playbackMoves;

export const playbackMoveIds = Object.keys(playbackMoves) as PlaybackMoveId[];

/** The others open a field, or a page. */
export type PlaybackCommand = PlaybackMoveId | 'goToTime' | 'moments';

export function isPlaybackMove(command: string): command is PlaybackMoveId {
  return Object.hasOwn(playbackMoves, command);
}
