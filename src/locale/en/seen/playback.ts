/** A run that plays again. */
import type { playback as french } from '../../fr/seen/playback.ts';

export const playback: typeof french = {};
