import { exitCodes } from './failure.ts';
import type { CommandInput } from './program.ts';

export interface ReportOptions {
  format?: 'html' | 'md' | 'json';
  output?: string;
  force?: boolean;
  against?: string;
  patch?: boolean;
}

/** `bascule report`. */
export async function report(_input: CommandInput<ReportOptions>, _part?: string): Promise<number> {
  return exitCodes.failed;
}
