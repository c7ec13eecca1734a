import { type CockpitInput, looks, openReadOnly } from '../cockpit.ts';
import type { RecordedRun } from './open-recorded.ts';
import { createPlayback } from './playback.ts';
import { playRecorded } from './played.ts';

/** Plays a recorded run in the cockpit, from the first frame on. Resolves when it is left, in whatever way. */
export async function openReplay(
  run: RecordedRun,
  input: CockpitInput,
  speed: number,
): Promise<void> {
  const { player, now, whole } = playRecorded(run, { ...looks(input), speed });
  const playback = createPlayback(player, whole);
  // The run's time, not the viewer's: its clock, its forecasts, what was late then.
  await openReadOnly({ ...run, source: player, inputAt: now, playback }, input);
  player.close();
}
