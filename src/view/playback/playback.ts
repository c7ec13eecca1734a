/** A run that plays again, as drawn. */
import { lasting } from '../schedule/time.ts';
import type { PlaybackView } from '../types.ts';
import type { Recording } from './recording.ts';
import { instantText } from './when.ts';

/** Where the player stands. */
export interface Standing {
  /** The run's time, milliseconds since the epoch. */
  at: number;
  playing: boolean;
  /** Times as fast as it was lived. */
  speed: number;
  /** Milliseconds of the run in which nothing happened, while they are run through; null otherwise. */
  idle: number | null;
}

export function playbackView(recording: Recording, standing: Standing): PlaybackView {
  const { scene, axis, end, spans, moments, marks } = recording;
  const { at, playing, speed, idle } = standing;
  const words = scene.words.seen.playback;
  const ratio = axis.toRatio(at);
  const current = spans.findLastIndex(({ from }) => from <= ratio);
  return {
    playing,
    speed: words.speed(speed),
    clock: instantText(scene, at),
    end: instantText(scene, end),
    ratio,
    spans: spans.map((span, index) => ({ ...span, current: index === current })),
    marks,
    moments,
    passed: moments.findLastIndex(moment => moment.at <= at),
    idle: idle === null ? '' : words.idle(lasting(idle, scene.words)),
  };
}
