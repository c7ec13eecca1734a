/** A small language for end-to-end tests: what the operator reads, and what they do. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Expectation, Terminal, WaitOptions } from './driver.ts';

export interface Operator {
  /** Waits until it is on the screen. */
  reads(expectation: Expectation, options?: WaitOptions): Promise<void>;
  /** Waits until it has left the screen. */
  noLongerReads(text: string | RegExp, options?: WaitOptions): Promise<void>;
  /** Presses keys one after the other: `Enter`, `Down`, `^C`, `g` … */
  does(...keys: string[]): void;
  /** Types a text in one go. */
  types(text: string): void;
  /** Takes the time to read a question: what is typed sooner is discarded on purpose. */
  considers(): Promise<void>;
}

/** The operator at this terminal. A failure tells what they had done so far. */
export function operatorAt(terminal: Terminal): Operator {
  const story: string[] = [];
  const watch = async (what: string, expectation: Expectation, options: WaitOptions = {}) => {
    const message = [...story, `✗ ${what}`].join('\n');
    await terminal.waitFor(expectation, { ...options, message });
    story.push(`✓ ${what}`);
  };
  const send = (verb: string, what: string, act: () => void): void => {
    story.push(`· ${verb} ${what}`);
    act();
  };
  return {
    reads: (expectation, options) => watch(`reads ${label(expectation)}`, expectation, options),
    noLongerReads: (text, options) =>
      watch(`no longer reads ${text}`, () => !shows(terminal, text), options),
    does: (...keys) =>
      send('does', keys.join(' '), () => {
        for (const key of keys) terminal.press(key);
      }),
    types: text => send('types', text, () => terminal.type(text)),
    considers: () => delay(600),
  };
}

function shows(terminal: Terminal, text: string | RegExp): boolean {
  const screen = terminal.text();
  return typeof text === 'string' ? screen.includes(text) : text.test(screen);
}

function label(expectation: Expectation): string {
  return typeof expectation === 'function' ? expectation.name || 'a state' : String(expectation);
}
