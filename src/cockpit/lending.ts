/** Lends the terminal to a command that talks to the person, and takes it back whatever happens. */
import type { Words } from '../locale/locale.ts';
import type { ScreenView } from '../view/types.ts';
import type { Terminal } from './terminal.ts';
import { wrap } from './text/fit.ts';
import { stepName } from './text/step-name.ts';

/** Ink's way to leave the screen as it was found, and to come back to it. */
export type Suspend = () => Promise<{ resume(): Promise<void> }>;

export interface Lending {
  terminal: Pick<Terminal, 'handOver'> & { output: { write(text: string): unknown } };
  suspend: Suspend;
  /** Before the screen goes: keys are the command's from now on. */
  leaving(): void;
  /** Once it is back, its first frame drawn. */
  back(): void;
  /** Said to whoever asks while it is lent. */
  refusal: string;
}

/** As `Lend`; `said` is a line left on the ordinary screen, above what the command writes. */
export type Lender = (work: () => Promise<void>, said?: string) => Promise<void>;

/** One at a time. What `work` throws comes out once the terminal is back. */
export function lender({ terminal, suspend, leaving, back, refusal }: Lending): Lender {
  let lent = false;
  const away: Lender = async (work, said) => {
    const suspension = await suspend();
    try {
      if (said !== undefined) terminal.output.write(`\r\x1b[J${said}\r\n`);
      const takeBack = await terminal.handOver();
      await work().finally(takeBack);
    } finally {
      await suspension.resume();
    }
  };
  return async (work, said) => {
    if (lent) throw new Error(refusal);
    lent = true;
    try {
      leaving();
      await away(work, said);
    } finally {
      lent = false;
      back();
    }
  };
}

/** Which step has the terminal, and how one comes back: a command may well ask without a word. */
export function lentLine(
  { current, header }: Pick<ScreenView, 'current' | 'header'>,
  { cockpit }: Words,
  columns: number,
): string {
  const line = cockpit.notices.lending(current ? stepName(current) : header.title);
  return wrap(line, columns).join('\r\n');
}
