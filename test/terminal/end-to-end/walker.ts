/** An operator who does what the screen proposes, and nothing else. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Terminal } from '../driver.ts';
import { type Reading, read, type Speech } from './reading.ts';

export interface Walk {
  /** Where to stop: asked before each act. By default at the end of the run. */
  until?: (reading: Reading) => boolean;
  /** Milliseconds that one command may take; default 30,000. */
  patience?: number;
}

/** Milliseconds between seeing and pressing. Nobody is faster, and a held Enter is not many Enters. */
const reaction = 120;

/**
 * Presses the key that the screen proposes, ticks what is to be ticked, types the words it asks for.
 * Gives the ids of the steps in the order it came through them.
 * @throws with the whole screen, when the screen proposes nothing, or what was done changes nothing.
 */
export async function walk(terminal: Terminal, speech: Speech, options: Walk = {}): Promise<string[]> {
  const { until = reading => reading.ended, patience = 30_000 } = options;
  const steps: string[] = [];
  let last = '';
  for (;;) {
    let reading!: Reading;
    const message = `something new to do after ${steps.at(-1) ?? 'the start'}: ${last}`;
    const news = () => {
      reading = read(terminal, speech);
      return until(reading) || (isActionable(reading) && JSON.stringify(reading) !== last);
    };
    await terminal.waitFor(news, { timeout: patience, message });
    if (until(reading)) return steps;
    last = JSON.stringify(reading);
    if (reading.step !== '' && steps.at(-1) !== reading.step) steps.push(reading.step);
    await delay(reaction);
    answer(terminal, reading);
  }
}

function isActionable({ asked, enter, page, open }: Reading): boolean {
  return asked ? asked.what !== 'wait' : enter || page || open > 0;
}

/** One key, or one answer typed as a person types: the text, then Enter. */
function answer(terminal: Terminal, { asked, open, page }: Reading): void {
  if (asked?.what === 'word') terminal.press(asked.word, 'Enter');
  else if (asked?.what === 'reason') terminal.press('walking', 'Enter');
  else terminal.press(asked || page || open === 0 ? 'Enter' : 'Space');
}
