import { exitCodes } from './failure.ts';
import type { CommandInput } from './program.ts';

export type WatchOptions = Record<never, never>;

/** `bascule watch`. */
export async function watch(_input: CommandInput<WatchOptions>, _part?: string): Promise<number> {
  return exitCodes.failed;
}
