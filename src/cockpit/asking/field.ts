/** One line of text being typed. */

import type { Press } from '../keys/press.ts';
import { inert } from '../text/inert.ts';

export interface Field {
  text: string;
  /** In characters (code points), from 0. */
  cursor: number;
}

export const emptyField: Field = { text: '', cursor: 0 };

/** A field that starts with a text, its cursor at the end. */
export function fieldOf(text: string): Field {
  return typed(emptyField, text);
}

/** Puts text at the cursor; line ends become spaces, controls go. */
export function typed(field: Field, text: string): Field {
  const added = inert(text);
  const chars = [...field.text];
  chars.splice(field.cursor, 0, added);
  return { text: chars.join(''), cursor: field.cursor + [...added].length };
}

type Edit = (chars: string[], cursor: number) => [string[], number];

const without = (chars: string[], from: number, to: number) => [
  ...chars.slice(0, from),
  ...chars.slice(to),
];

const edits: Record<string, Edit> = {
  left: (chars, at) => [chars, Math.max(0, at - 1)],
  right: (chars, at) => [chars, Math.min(chars.length, at + 1)],
  home: chars => [chars, 0],
  end: chars => [chars, chars.length],
  'ctrl+a': chars => [chars, 0],
  'ctrl+e': chars => [chars, chars.length],
  backspace: (chars, at) => [without(chars, at - 1, at), Math.max(0, at - 1)],
  delete: (chars, at) => [without(chars, at, at + 1), at],
  'ctrl+u': (chars, at) => [chars.slice(at), 0],
  'ctrl+k': (chars, at) => [chars.slice(0, at), at],
  'ctrl+w': (chars, at) => [without(chars, wordStart(chars, at), at), wordStart(chars, at)],
};

function wordStart(chars: string[], at: number): number {
  let from = at;
  while (from > 0 && chars[from - 1] === ' ') from--;
  while (from > 0 && chars[from - 1] !== ' ') from--;
  return from;
}

/** The field after one key; the same field when the key means nothing to it. */
export function pressed(field: Field, press: Press): Field {
  const edit = edits[press.name];
  if (!edit) return press.text === '' ? field : typed(field, press.text);
  const chars = [...field.text];
  if (press.name === 'backspace' && field.cursor === 0) return field;
  const [left, cursor] = edit(chars, field.cursor);
  return { text: left.join(''), cursor };
}
