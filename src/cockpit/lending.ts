/** Lends the terminal to a command that talks to the person, and takes it back whatever happens. */
import type { Lend } from '../engine/types.ts';
import type { Terminal } from './terminal.ts';

/** Ink's way to leave the screen as it was found, and to come back to it. */
export type Suspend = () => Promise<{ resume(): Promise<void> }>;

export interface Lending {
  terminal: Pick<Terminal, 'handOver'>;
  suspend: Suspend;
  /** Before the screen goes: keys are the command's from now on. */
  leaving(): void;
  /** Once it is back, its first frame drawn. */
  back(): void;
  /** Said to whoever asks while it is lent. */
  refusal: string;
}

/** One at a time. What `work` throws comes out once the terminal is back. */
export function lender({ terminal, suspend, leaving, back, refusal }: Lending): Lend {
  let lent = false;
  const away = async (work: () => Promise<void>): Promise<void> => {
    const suspension = await suspend();
    try {
      const takeBack = await terminal.handOver();
      await work().finally(takeBack);
    } finally {
      await suspension.resume();
    }
  };
  return async work => {
    if (lent) throw new Error(refusal);
    lent = true;
    try {
      leaving();
      await away(work);
    } finally {
      lent = false;
      back();
    }
  };
}
