import { exitCodes } from './failure.ts';
import type { CommandInput } from './program.ts';

export interface ServeOptions {
  host?: string;
  port?: number;
}

/** `bascule serve`. */
export async function serve(_input: CommandInput<ServeOptions>, _part?: string): Promise<number> {
  return exitCodes.failed;
}
