/** Reads attributes from info strings and comments. */
import type { Code, Html } from 'mdast';
import type { Context } from '../context.ts';
import { placeOf, placeWithin, rawOf } from '../document/source.ts';
import { suggest } from '../suggest.ts';
import type { CommandAttributes, Place, StepAttributes } from '../types.ts';
import {
  attributeNames,
  commandAttributes,
  isCommandAttribute,
  isStepAttribute,
  onlyOneStep,
  stepAttributes,
} from './attribute-set.ts';
import type { Reference } from './references.ts';
import { type Token, tokens } from './tokens.ts';

export interface Attributes {
  /** The step's own name (`id=`). */
  name?: string;
  step: StepAttributes;
  command: CommandAttributes;
}

export const noAttributes: Attributes = { step: {}, command: {} };

/** Who carries the attributes: a step (its id), or a heading (''). */
type Owner = string;

const referring: ReadonlySet<string> = new Set<Reference['attribute']>([
  'id',
  'role',
  'approve',
  'undoes',
  'on',
  'capture',
]);

/** Prose in a comment is prose: only `name=…`, or known names alone, are attributes. */
function areAttributes(found: readonly Token[]): boolean {
  const [first] = found;
  if (!first) return false;
  if (first.value !== undefined && /^[a-z][\w-]*$/i.test(first.name)) return true;
  return found.every(({ name }) => attributeNames.includes(name));
}

/** Attributes of HTML comments; any other HTML is ignored. */
export function commentAttributes(comments: readonly Html[], owner: Owner, context: Context) {
  const found = comments.flatMap(comment => commentTokens(comment, context));
  return interpret(found, owner, context);
}

function commentTokens(comment: Html, context: Context): Token[] {
  const raw = rawOf(context.source, comment);
  const found: Token[] = [];
  for (let start = raw.indexOf('<!--'); start >= 0; ) {
    const end = raw.indexOf('-->', start + 4);
    if (end < 0) break;
    const cut = tokens(raw.slice(start + 4, end), placeWithin(placeOf(comment), raw, start + 4));
    if (areAttributes(cut)) found.push(...cut);
    start = raw.indexOf('<!--', end);
  }
  return found;
}

/**
 * Attributes after a fence's language, as written: Markdown would eat the backslashes of a regular
 * expression.
 */
export function fenceAttributes(node: Code, owner: Owner, context: Context): Attributes {
  if (!node.meta) return noAttributes;
  const { line, column } = placeOf(node);
  const written = (context.source.lines[line - 1] ?? '').slice(column - 1);
  const language = /^(?:`+|~+)[ \t]*\S*/.exec(written)?.[0] ?? '';
  const place = { line, column: column + language.length };
  return interpret(tokens(written.slice(language.length), place), owner, context);
}

function interpret(found: readonly Token[], owner: Owner, context: Context): Attributes {
  const step: Record<string, unknown> = {};
  const command: Record<string, unknown> = {};
  for (const token of found) {
    const value = readValue(token, owner, context);
    if (value === undefined) continue;
    if (isStepAttribute(token.name)) step[token.name] = value;
    else command[token.name] = value;
    refer(token, owner, context);
  }
  const { id, ...rest } = step;
  return { step: rest, command, ...(typeof id === 'string' ? { name: id } : {}) };
}

function readValue(token: Token, owner: Owner, { report }: Context): unknown {
  const { name, value, length } = token;
  const known = isStepAttribute(name) || isCommandAttribute(name);
  if (!known) {
    const suggestion = suggest(name, attributeNames);
    report(
      'unknown-attribute',
      token,
      { name, suggestion, allowed: attributeNames.join(' ') },
      { length },
    );
    return undefined;
  }
  if (owner === '' && onlyOneStep.has(name)) {
    report('misplaced-attribute', token, { name }, { length });
    return undefined;
  }
  const parsed = isStepAttribute(name)
    ? stepAttributes[name](value)
    : commandAttributes[name](value);
  if ('value' in parsed) return parsed.value;
  report(
    'bad-attribute',
    token,
    { name, value: value ?? '—', expected: parsed.expected },
    { length },
  );
  return undefined;
}

function refer(token: Token & Place, step: Owner, context: Context): void {
  if (!referring.has(token.name) || token.value === undefined) return;
  const attribute = token.name as Reference['attribute'];
  const { line, column, length, value } = token;
  const values = attribute === 'undoes' ? value.split(',').map(name => name.trim()) : [value];
  for (const each of values)
    context.references.push({ attribute, value: each, line, column, length, step });
}

/** The nearer speaks louder; a name is never inherited. */
export function inherit(outer: Attributes, inner: Attributes): Attributes {
  return {
    ...inner,
    step: { ...outer.step, ...inner.step },
    command: { ...outer.command, ...inner.command },
  };
}
