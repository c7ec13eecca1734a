import type { ViewInput } from '../../view/types.ts';
import { exitCodes } from '../failure.ts';
import { tellNews } from '../tell-entries.ts';
import type { RecordedRun } from './open-recorded.ts';
import { playRecorded } from './played.ts';

/**
 * Prints one plain line per entry: all of them at once without a speed, else each when its time comes.
 * Resolves with the exit code: interrupted by a signal, done otherwise.
 */
export async function replayPlainly(
  run: RecordedRun,
  look: Pick<ViewInput, 'language' | 'ascii'>,
  speed: number | undefined,
): Promise<number> {
  const over = Promise.withResolvers<number>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => over.resolve(exitCodes.interrupted));
  // Whoever read our lines has gone.
  process.stdout.on('error', () => over.resolve(exitCodes.done));

  const { player, now, whole } = playRecorded(run, { ...look, speed: speed ?? 1 });
  if (speed === undefined) {
    const input = whole(player.foldWhole());
    tellNews(player, () => input, 0);
    over.resolve(exitCodes.done);
  } else {
    await player.ready;
    tellNews(player, now, 0);
    player.subscribe(() => !player.playing() && over.resolve(exitCodes.done));
    player.toggle();
  }
  const code = await over.promise;
  player.close();
  return code;
}
