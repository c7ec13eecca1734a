/** What a terminal is told beside its cells: title, bell, notification, clipboard. Text only, nothing is written here. */

import type { ScreenView } from '../view/types.ts';
import { inert } from './text/inert.ts';
import { stepName } from './text/step-name.ts';

/** Puts the present title aside. */
export const saveTitle = '\x1b[22;2t';
/** Clears ours, for terminals that keep none aside, then takes the one put aside. */
export const restoreTitle = '\x1b]2;\x07\x1b[23;2t';

/** Ends whatever sequence was cut short, and clears the screen. */
export const wipe = '\x18\x1b[0m\x1b[H\x1b[2J';
/** Undoes, where the cursor is, what a command that was killed may leave: keypad, mouse, focus reports, scroll region, character set. */
export const tame =
  '\x18\x1b[0m\x1b7\x1b[r\x1b8\x1b[?1l\x1b>\x1b[?7h\x1b[4l\x1b(B\x0f\x1b[?1000;1002;1003;1004;1006l\x1b[?25l';

export function setTitle(text: string): string {
  return `\x1b]2;${inert(text)}\x07`;
}

/** `PRODUCTION - 3.3 Migrations - en cours`. */
export function titleOf({ header, current }: ScreenView): string {
  const step = current ? stepName(current) : header.title;
  return `${header.environment.toUpperCase()} - ${step} - ${(current ?? header).status.word}`;
}

/** Rings, and asks for a desktop notification where the terminal knows how. */
export function callHuman(text: string): string {
  return `\x07\x1b]9;${inert(text)}\x07`;
}

/** To the clipboard of the machine the person sits at; once more in the wrapping that tmux lets through. */
export function copyText(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const sequence = `\x1b]52;c;${btoa(String.fromCharCode(...bytes))}\x07`;
  return `${sequence}\x1bPtmux;${sequence.replaceAll('\x1b', '\x1b\x1b')}\x1b\\`;
}

/** Someone must act, and nothing runs meanwhile. */
export function needsHuman({ current, choices }: ScreenView): boolean {
  return (
    current?.status.busy !== true && choices.some(({ primary, enabled }) => primary && enabled)
  );
}
