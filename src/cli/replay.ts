import { exitCodes } from './failure.ts';
import type { CommandInput } from './program.ts';

export interface ReplayOptions {
  speed?: number;
}

/** `bascule replay`. */
export async function replay(_input: CommandInput<ReplayOptions>, _part?: string): Promise<number> {
  return exitCodes.failed;
}
