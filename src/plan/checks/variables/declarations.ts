/** The variables of a plan: declared, given, captured. */
import { present } from '../../present.ts';
import type { Environment, Plan, VariableDeclaration } from '../../types.ts';
import { everyStep } from '../walk.ts';

type Steps = Pick<Plan, 'stages' | 'rollback'>;

/** Id of the first step that captures each name. */
function captures(plan: Steps): Map<string, string> {
  const found = new Map<string, string>();
  for (const { id, commands } of everyStep(plan)) {
    for (const { attributes, runnable } of commands) {
      if (runnable && attributes.capture && !found.has(attributes.capture))
        found.set(attributes.capture, id);
    }
  }
  return found;
}

/** Front matter, then the environment's values over it, then captures; what nothing gives is asked. */
export function declarations(
  plan: Steps,
  declared: readonly VariableDeclaration[],
  environment?: Environment,
): VariableDeclaration[] {
  const captured = captures(plan);
  const given = environment?.variables ?? {};
  const own = new Map(declared.map(one => [one.name, one]));
  const names = new Set([...own.keys(), ...Object.keys(given), ...captured.keys()]);
  return [...names].map(name => {
    const said = own.get(name);
    const value = Object.hasOwn(given, name) ? given[name] : said?.value;
    const capturedBy = captured.get(name);
    const ask = said?.ask ?? (value === undefined && capturedBy === undefined ? true : undefined);
    return { ...said, name, ...present({ value, capturedBy, ask }) };
  });
}
