/** An operator at the pages that surround the commands: rows, their choices, the questions asked about them. */
import { expect } from 'vitest';
import type { Terminal } from '../../driver.ts';
import { type Operator, operatorAt } from '../../operator.ts';
import type { Home } from './program.ts';

export interface Desk extends Operator {
  /** Presses a key that shows a page, and waits for its title. */
  opens(key: string, title: string): Promise<void>;
  /** Moves the cursor of the page to the first row that says this. @throws with the screen, where none does. */
  goesTo(text: string): Promise<void>;
  /** Presses Enter once the bottom line says that it does something, or leads somewhere. */
  enters(): Promise<void>;
  /** Waits for the question, then types the answer as a person does. */
  answers(question: string | RegExp, text: string): Promise<void>;
  /** Waits for the list, then takes its option of this number. */
  picks(option: string | RegExp, number: number): Promise<void>;
}

const leads = /Entr[ée]e (?:agir|ouvrir|choisir)|Enter (?:act|open|choose)/;
const idle = /q (?:d[ée]ta|quit)|Esc|[ÉE]chap/;
const mostRows = 60;
/** Milliseconds after which one presses again. */
const secondThought = 4_000;

export function deskAt(terminal: Terminal): Desk {
  const operator = operatorAt(terminal);
  const theKeys = () => idle.test(lastRow(terminal));
  const enterAmongThem = () => leads.test(lastRow(terminal));
  return {
    ...operator,
    async opens(key, title) {
      // Keys do nothing before the first bottom line.
      await operator.reads(theKeys);
      operator.does(key);
      await operator.reads(`▶ ${title}`);
    },
    async goesTo(text) {
      await operator.reads(theKeys);
      await operator.reads(text);
      const aCursor = () => underCursor(terminal) !== '';
      for (let moves = 0; moves < mostRows && !underCursor(terminal).includes(text); moves++) {
        // Half a frame shows no cursor, and would send one the wrong way.
        await operator.reads(aCursor);
        const before = underCursor(terminal);
        operator.does(isAbove(terminal, text) ? 'k' : 'j');
        const anotherRow = () => underCursor(terminal) !== before && aCursor();
        // What was read may have been a frame behind: then one looks, and decides, again.
        await terminal.waitFor(anotherRow, { timeout: secondThought }).catch(() => {});
      }
      expect(underCursor(terminal)).toContain(text);
    },
    async enters() {
      // Enter right after Enter is taken for one that is held down.
      await operator.considers();
      await operator.reads(enterAmongThem);
      const before = bodyOf(terminal);
      operator.does('Enter');
      const somethingElse = () => bodyOf(terminal) !== before;
      // The run may have moved at that very moment, and Enter was dropped for safety: one presses it again.
      await terminal.waitFor(somethingElse, { timeout: secondThought }).catch(() => {
        operator.does('Enter');
      });
    },
    async answers(question, text) {
      await operator.reads(question);
      // A field may take letters at once; its Enter waits for eyes.
      await operator.considers();
      operator.types(`${text}\r`);
      await operator.noLongerReads(question);
    },
    async picks(option, number) {
      await operator.reads(option);
      await operator.considers();
      operator.does(String(number), 'Enter');
      await operator.noLongerReads(/Choisissez, puis Entr[ée]e|Choose, then Enter/);
    },
  };
}

/** `bascule verify` finds every journal of this home whole. */
export async function expectWhole(home: Home): Promise<void> {
  for (const name of home.names()) {
    const { code, stderr } = await home.cli(['verify', name]);
    expect(code, stderr).toBe(0);
  }
}

const cursorRow = /^[│┃║] > /;

/** The row of a page that the cursor stands on. */
function underCursor(terminal: Terminal): string {
  return terminal.screen().find(row => cursorRow.test(row)) ?? '';
}

/** Does a row of the list above the cursor say this, and none below? */
function isAbove(terminal: Terminal, text: string): boolean {
  const screen = terminal.screen();
  const list = screen.slice(
    0,
    screen.findIndex(row => /^[├┣╠]/.test(row)),
  );
  const cursor = list.findIndex(row => cursorRow.test(row));
  const says = (row: string): boolean => row.includes(text);
  return list.slice(0, cursor).some(says) && !list.slice(cursor).some(says);
}

/** The screen below its header, whose clock moves by itself. */
const bodyOf = (terminal: Terminal): string => terminal.screen().slice(2).join('\n');

const lastRow = (terminal: Terminal): string =>
  terminal.screen().findLast(row => row.trim() !== '') ?? '';
