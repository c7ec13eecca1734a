/** Reads attributes from info strings and comments. */
import type { Code, Html } from 'mdast';
import type { Context } from '../context.ts';
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
import type { Token } from './tokens.ts';
import { commentTokens, fenceTokens } from './written.ts';

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

/** Attributes of HTML comments; any other HTML is ignored. */
export function commentAttributes(comments: readonly Html[], owner: Owner, context: Context) {
  const found = comments.flatMap(comment => commentTokens(comment, context));
  return interpret(found, { owner, ...(owner === '' ? onHeading : anywhere) }, context);
}

/** Attributes after a fence's language. There `proof` speaks of the block, not of the step. */
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
