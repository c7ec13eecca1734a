import type { CliWords } from '../../locale/cli.ts';
import type { FollowedSource } from '../../sources/followed.ts';
import { sceneOf } from '../../view/scene/scene.ts';
import type { ViewInput } from '../../view/types.ts';
import { watchView } from '../../view/watch.ts';
import { exitCodes, say } from '../failure.ts';
import { tellNews } from '../tell-entries.ts';

/** Entries told first, for whoever comes in the middle. */
const glimpse = 10;

/**
 * One plain line per entry as they come, and on standard error what becomes of whoever drives. Gives the exit
 * code: done at the end of the run, interrupted by a signal, failed once nothing more can be read.
 */
export async function watchPlainly(
  source: FollowedSource,
  inputAt: (now: number) => ViewInput,
  id: string,
  words: CliWords,
): Promise<number> {
  const end = Promise.withResolvers<number>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => end.resolve(exitCodes.interrupted));
  // Whoever read our lines has gone.
  process.stdout.on('error', () => end.resolve(exitCodes.done));
  const over = (): boolean => source.state().context.endedAt !== null;
  if (!over()) say(words.watch.following(id));
  const tellDriver = driverTeller(source, inputAt);
  const look = (): void => {
    if (over()) end.resolve(exitCodes.done);
    else tellDriver();
    if (source.isBroken()) end.resolve(exitCodes.failed);
  };
  const stopTelling = tellNews(source, inputAt, Math.max(0, source.entries().length - glimpse));
  const stopLooking = source.subscribe(look);
  look();
  const code = await end.promise;
  stopLooking();
  stopTelling();
  return code;
}

/** Says who drives, once for each thing that becomes of them. */
function driverTeller(source: FollowedSource, inputAt: (now: number) => ViewInput): () => void {
  let told = '';
  return () => {
    const { helm, who, terminal, trouble } = source.watching();
    const now = JSON.stringify([helm, who, terminal, trouble]);
    if (now === told) return;
    told = now;
    const watch = watchView(sceneOf(inputAt(Date.now())));
    if (watch) say(watch.text);
  };
}
