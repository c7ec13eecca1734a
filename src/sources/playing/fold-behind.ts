/** The whole run folded while somebody already looks at its beginning. */
import type { RunState } from '../../../machines/state.ts';
import type { Keyframes } from '../../journal/keyframes.ts';
import type { Clock } from './clock.ts';

export interface FoldedBehind {
  /** The state after the last entry; null until all is folded. */
  whole(): RunState | null;
  /** The same, at once. */
  foldNow(): RunState;
  stop(): void;
}

/** Entries folded at once, and milliseconds between: keys are answered meanwhile. */
const slice = 100;
const breath = 5;
/** Milliseconds until it begins: the first frame is drawn before. */
const courtesy = 300;

/** @param last the state after the last entry, however much is folded yet @param known called once all is */
export function foldBehind(
  frames: Keyframes,
  last: () => RunState,
  clock: Clock,
  known: () => void,
): FoldedBehind {
  let whole: RunState | null = null;
  const foldNow = (): RunState => {
    whole ??= last();
    return whole;
  };
  const foldOn = (): void => {
    if (frames.advance(slice)) stop = clock.after(breath, foldOn);
    else {
      foldNow();
      known();
    }
  };
  let stop = clock.after(courtesy, foldOn);
  return { whole: () => whole, foldNow, stop: () => stop() };
}
