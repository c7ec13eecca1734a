/** The closed set of attributes: where each belongs, what values it takes. */
import { secondsOf } from '../quantities/time.ts';
import type { CommandAttributes, StepAttributes } from '../types.ts';

/** The value read, or what was expected (by language-neutral example). */
export type Parsed<T> = { value: T } | { expected: string };

type Parser<T> = (text: string | undefined) => Parsed<T>;

const text: Parser<string> = value => (value ? { value } : { expected: 'name=…' });

const flag: Parser<boolean> = value => {
  if (value === undefined || value === 'true') return { value: true };
  return value === 'false' ? { value: false } : { expected: 'true, false' };
};

const duration: Parser<number> = value => {
  const seconds = value === undefined ? undefined : secondsOf(value);
  return seconds === undefined ? { expected: '90s, 40m, 2h, 1h30' } : { value: seconds };
};

const list: Parser<string[]> = value => {
  const names = (value ?? '').split(',').map(name => name.trim());
  return names.every(name => name !== '') ? { value: names } : { expected: '3.1,5.1' };
};

const codes: Parser<number[]> = value => {
  const numbers = (value ?? '').split(',');
  const good = numbers.every(code => /^\d{1,3}$/.test(code) && Number(code) <= 255);
  return good ? { value: numbers.map(Number) } : { expected: '0,3 (0-255)' };
};

const expression: Parser<string> = value => {
  const parts = /^\/(.+)\/([dimsuvy]*)$/s.exec(value ?? '');
  if (!parts) return { expected: '/…/, /…/i' };
  try {
    new RegExp(parts[1]!, parts[2]);
    return { value: value! };
  } catch (error) {
    return { expected: `/…/ (${(error as Error).message})` };
  }
};

const name: Parser<string> = value =>
  /^[\p{L}][\p{L}\p{N}_-]*$/u.test(value ?? '')
    ? { value: value! }
    : { expected: 'a-z A-Z 0-9 - _' };

const safe: Parser<'safe'> = value => (value === 'safe' ? { value } : { expected: 'safe' });

/** Speak of the step; on a heading, of every step below it, save those that name one step. */
export const stepAttributes = {
  id: name,
  role: text,
  approve: text,
  auto: flag,
  proof: text,
  undoes: list,
  when: text,
} satisfies { [K in keyof StepAttributes | 'id']-?: Parser<unknown> };

/** Speak of one command; on a step or a heading, of every command below it. */
export const commandAttributes = {
  timeout: duration,
  silence: duration,
  ok: codes,
  expect: expression,
  refuse: expression,
  on: text,
  dir: text,
  capture: name,
  proof: text,
  rerun: safe,
  interactive: flag,
  destructive: flag,
  sample: flag,
} satisfies { [K in keyof CommandAttributes]-?: Parser<unknown> };

export const onlyOneStep: ReadonlySet<string> = new Set(['id', 'undoes', 'capture']);

/** A check only looks, by itself, and is no step: its block may say how it runs and what its verdict is. */
export const notOnCheck: ReadonlySet<string> = new Set([
  ...Object.keys(stepAttributes),
  'capture',
  'interactive',
  'destructive',
]);

export const notOnProof: ReadonlySet<string> = new Set(
  [...notOnCheck].filter(attribute => attribute !== 'proof'),
);

export const notOnTimeline: ReadonlySet<string> = new Set(['proof']);

export const attributeNames = [
  ...new Set([...Object.keys(stepAttributes), ...Object.keys(commandAttributes)]),
];

export function isStepAttribute(word: string): word is keyof typeof stepAttributes {
  return Object.hasOwn(stepAttributes, word);
}

export function isCommandAttribute(word: string): word is keyof typeof commandAttributes {
  return Object.hasOwn(commandAttributes, word);
}
