/** `name=value flag name="two words"`: an info string or a comment, cut into attributes. */
import { placeWithin } from '../document/source.ts';
import type { Place } from '../types.ts';

export interface Token extends Place {
  name: string;
  /** Absent for a bare word. */
  value?: string;
  length: number;
}

/** A value: quoted, a /regular expression/ that may hold spaces, or anything up to a space. */
const pattern =
  /([^\s=]+)(?:=("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\/(?:\\.|[^/\\])+\/[a-z]*(?=\s|$)|\S*))?/g;

function unquote(value: string): string {
  const quoted = /^(["'])(.*)\1$/s.exec(value);
  return quoted ? quoted[2]!.replace(/\\(["'\\])/g, '$1') : value;
}

/** @param from where `text` starts in the plan */
export function tokens(text: string, from: Place): Token[] {
  return [...text.matchAll(pattern)].map(match => ({
    ...placeWithin(from, text, match.index),
    name: match[1]!,
    length: match[0].length,
    ...(match[2] === undefined ? {} : { value: unquote(match[2]) }),
  }));
}
