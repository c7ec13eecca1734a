/** Puts the values of variables into a command. */
import { placeholders } from './placeholders.ts';
import type { VariableDeclaration } from './types.ts';

export type Substitution =
  | { script: string }
  | { missing: string[] }
  | { bad: { name: string; character: string } };

/** Characters that no shell interprets, quoted or not. */
const harmless = /[\p{L}\p{N}._/:@%+=,-]/u;

/** The names that `[name]` may stand for. */
export function declaredNames(declarations: readonly VariableDeclaration[]): Set<string> {
  return new Set(declarations.map(({ name }) => name));
}

/**
 * The script with `{{name}}` and `[name]` replaced; `[name]` only for names declared or captured, so
 * that tests, arrays and globs are left alone. Each value must match its variable's pattern, by
 * default made of letters, digits and `._/:@%+=,-`, and not empty; the first that does not is named,
 * with the character at fault (the whole value when only a pattern of the author's refuses it).
 * @param undeclared what `{{name}}` is when nobody declared it: a value that is missing, or plain text
 */
export function substitute(
  script: string,
  values: Readonly<Record<string, string>>,
  declarations: readonly VariableDeclaration[],
  { undeclared = 'missing' }: { undeclared?: 'missing' | 'left' } = {},
): Substitution {
  const declared = declaredNames(declarations);
  const known = (name: string) => Object.hasOwn(values, name);
  const found = placeholders(script, declared, false).filter(
    ({ name }) => undeclared === 'missing' || declared.has(name) || known(name),
  );
  const missing = found.filter(({ name }) => !known(name)).map(({ name }) => name);
  if (missing.length > 0) return { missing: [...new Set(missing)] };
  for (const { name } of found) {
    const character = offence(
      values[name]!,
      declarations.find(one => one.name === name),
    );
    if (character !== undefined) return { bad: { name, character } };
  }
  return { script: replaced(script, found, values) };
}

function replaced(
  script: string,
  found: readonly { name: string; text: string; index: number }[],
  values: Readonly<Record<string, string>>,
): string {
  let from = 0;
  let result = '';
  for (const { name, text, index } of found) {
    result += script.slice(from, index) + values[name];
    from = index + text.length;
  }
  return result + script.slice(from);
}

function harmful(value: string): string | undefined {
  return [...value].find(character => !harmless.test(character));
}

/** What is wrong with a value: a character, or the whole value; undefined when nothing is. */
export function offence(value: string, declaration?: VariableDeclaration): string | undefined {
  if (declaration?.pattern !== undefined) {
    if (new RegExp(`^(?:${declaration.pattern})$`, 'u').test(value)) return undefined;
    return harmful(value) ?? value;
  }
  return value === '' ? '' : harmful(value);
}
