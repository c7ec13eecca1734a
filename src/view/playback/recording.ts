/** A run that is over, or as far as it got, laid out to be played again: all that does not move with it. */
import { instantsOf } from '../../journal/instants.ts';
import { type Scene, sceneOf } from '../scene/scene.ts';
import type { Moment, PlaybackView, ViewInput } from '../types.ts';
import { type Axis, axisOf } from './axis.ts';
import { type Span, spansOf } from './spans.ts';

export interface Recording {
  /** Of the whole run. */
  scene: Scene;
  axis: Axis;
  /** Milliseconds since the epoch. */
  begin: number;
  end: number;
  spans: readonly Span[];
  moments: readonly Moment[];
  marks: PlaybackView['marks'];
}

/**
 * @param input all the entries there are, at least one; their state where it is known, else any that came before
 * @param happenings milliseconds, in order: when the entries came, and the output
 * @param moments of the whole run; none while they are not known
 */
export function recordingOf(
  input: ViewInput,
  happenings: readonly number[],
  moments: readonly Moment[],
): Recording {
  const scene = sceneOf(input);
  const axis = axisOf(happenings);
  return {
    scene,
    axis,
    begin: happenings[0]!,
    end: happenings.at(-1)!,
    spans: spansOf(scene, instantsOf(input.entries), axis),
    moments,
    marks: moments.map(({ at, kind, badge }) => ({ at: axis.toRatio(at), kind, badge })),
  };
}
