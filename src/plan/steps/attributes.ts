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

/** Attributes that make no sense where they stand, and what that place is, for the message. */
export interface Refusal {
  where: 'heading' | 'check' | 'timeline';
  names: ReadonlySet<string>;
}

const onHeading: Refusal = { where: 'heading', names: onlyOneStep };
const anywhere: Refusal = { where: 'heading', names: new Set() };

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
  return interpret(found, { owner, ...(owner === '' ? onHeading : anywhere) }, context);
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
 * expression. There `proof` speaks of the block, not of the step.
 */
export function fenceAttributes(
  node: Code,
  owner: Owner,
  context: Context,
  refusal: Refusal = anywhere,
): Attributes {
  const found = fenceTokens(node, context);
  return interpret(found, { owner, ...refusal, onFence: true }, context);
}

/** Does the fence say this of itself, whatever the value? */
export function fenceSays(node: Code, name: string, context: Context): boolean {
  return fenceTokens(node, context).some(token => token.name === name);
}

function fenceTokens(node: Code, { source }: Context): Token[] {
  if (!node.meta) return [];
  const { line, column } = placeOf(node);
  const written = (source.lines[line - 1] ?? '').slice(column - 1);
  const language = /^(?:`+|~+)[ \t]*\S*/.exec(written)?.[0] ?? '';
  return tokens(written.slice(language.length), { line, column: column + language.length });
}

interface Position extends Refusal {
  owner: Owner;
  onFence?: boolean;
}

function interpret(found: readonly Token[], position: Position, context: Context): Attributes {
  const step: Record<string, unknown> = {};
  const command: Record<string, unknown> = {};
  for (const token of found) {
    const value = readValue(token, position, context);
    if (value === undefined) continue;
    const ofBlock = position.onFence === true && isCommandAttribute(token.name);
    if (isStepAttribute(token.name) && !ofBlock) step[token.name] = value;
    else command[token.name] = value;
    refer(token, position.owner, context);
  }
  const { id, ...rest } = step;
  return { step: rest, command, ...(typeof id === 'string' ? { name: id } : {}) };
}

function readValue(token: Token, { names, where }: Position, { report }: Context): unknown {
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
  if (names.has(name)) {
    report('misplaced-attribute', token, { name, where }, { length });
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
