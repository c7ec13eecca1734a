/** An operator who does what the screen proposes, and nothing else. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Terminal } from '../../driver.ts';
import { type Reading, read, type Speech } from './reading.ts';

export interface Walk {
  /** Where to stop: asked of every reading. By default at the end of the run. */
  until?: (reading: Reading) => boolean;
  /** Milliseconds that one command may take; default 30,000. */
  patience?: number;
}

/** Milliseconds between seeing and pressing: nobody is faster, and a frame may be drawn by halves. */
const reaction = 120;

/** Milliseconds after which one presses again: an Enter too soon after another was taken for a held one. */
const secondThought = 4_000;

/**
 * Presses the key that the screen proposes, ticks what is to be ticked, types the words it asks for.
 * Gives the ids of the steps in the order it came through them.
 * @throws with the whole screen, when it proposes nothing new within the patience.
 */
export async function walk(
  terminal: Terminal,
  speech: Speech,
  { until = reading => reading.ended, patience = 30_000 }: Walk = {},
): Promise<string[]> {
  const steps: string[] = [];
  // The old screen may stay a moment after an answer: it is not answered again, unless nothing comes of it.
  const answered = new Map<string, number>();
  const isFresh = (reading: Reading) =>
    Date.now() - (answered.get(JSON.stringify(reading)) ?? 0) > secondThought;
  for (;;) {
    const isNews = (reading: Reading) =>
      until(reading) || (isActionable(reading) && isFresh(reading));
    const message = `something to do after ${[...answered.keys()].at(-1) ?? 'the start'}`;
    const reading = await lookTwice(terminal, speech, isNews, { timeout: patience, message });
    await mustBeWhole(terminal);
    if (until(reading)) return steps;
    answered.set(JSON.stringify(reading), Date.now());
    if (steps.at(-1) !== reading.step) steps.push(reading.step);
    answer(terminal, reading);
  }
}

/** The first reading of interest that still stands a reaction later. */
async function lookTwice(
  terminal: Terminal,
  speech: Speech,
  isNews: (reading: Reading) => boolean,
  options: { timeout: number; message: string },
): Promise<Reading> {
  for (;;) {
    await terminal.waitFor(() => isNews(read(terminal, speech)), options);
    const first = read(terminal, speech);
    await delay(reaction);
    const second = read(terminal, speech);
    if (isNews(second) && JSON.stringify(first) === JSON.stringify(second)) return second;
  }
}

/** Milliseconds in which half a frame becomes a whole one. */
const drawing = 2_000;

/** Whatever was drawn before it, every row of a frame ends where the others do; one that is half drawn is looked at again. */
async function mustBeWhole(terminal: Terminal): Promise<void> {
  const isWhole = () => tornRows(terminal).length === 0;
  await terminal.waitFor(isWhole, { timeout: drawing, message: 'a whole frame' }).catch(() => {
    throw new Error(`Torn rows:\n${tornRows(terminal).join('\n')}\nin\n${terminal.text()}`);
  });
}

function tornRows(terminal: Terminal): string[] {
  const framed = terminal.screen().filter(row => /^[┌│└├╔║╚╠]/.test(row));
  return framed.filter(row => row.length !== framed[0]?.length);
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
