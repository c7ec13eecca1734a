/** Attributes that name something: does it exist, and only once? */
import type { Context } from '../context.ts';
import type { Reference } from '../steps/references.ts';
import { suggest } from '../suggest.ts';
import type { Plan, Step } from '../types.ts';
import { normalise } from '../vocabulary/words.ts';
import { everyStep, forwardSteps } from './walk.ts';

type Named = Pick<Plan, 'stages' | 'rollback' | 'roles'>;

export function checkReferences(plan: Named, context: Context): void {
  const of = (attribute: Reference['attribute']) =>
    context.references.filter(reference => reference.attribute === attribute);
  checkNames(of('id'), everyStep(plan), context);
  checkUndoes(of('undoes'), forwardSteps(plan), context);
  checkRoles([...of('role'), ...of('approve')], plan, context);
  checkHosts(of('on'), context);
  checkRemote(everyStep(plan), context);
}

function checkNames(
  names: readonly Reference[],
  steps: readonly Step[],
  { report }: Context,
): void {
  const seen = new Map<string, Reference>();
  const numbers = new Map(steps.map(step => [step.id, step]));
  for (const reference of names) {
    const { value: name, length } = reference;
    const first = seen.get(name);
    const numbered = numbers.get(name);
    if (first && first.step !== reference.step) {
      report('duplicate-name', reference, { name, step: first.step, line: first.line }, { length });
    } else if (numbered) {
      report('duplicate-name', reference, { name, step: name, line: numbered.line }, { length });
    } else seen.set(name, reference);
  }
}

function checkUndoes(
  undone: readonly Reference[],
  steps: readonly Step[],
  { report }: Context,
): void {
  const known = steps.flatMap(({ id, name }) => (name === undefined ? [id] : [id, name]));
  for (const reference of undone) {
    const { value, length } = reference;
    if (known.includes(value)) continue;
    const suggestion = suggest(value, known);
    report('unknown-undoes', reference, { reference: value, suggestion }, { length });
  }
}

function checkRoles(said: readonly Reference[], plan: Named, { report }: Context): void {
  const titles = plan.roles.map(({ title }) => title);
  const known = new Set(titles.map(normalise));
  if (known.size === 0) return;
  for (const reference of said) {
    const { value: role, length } = reference;
    if (known.has(normalise(role))) continue;
    report('unknown-role', reference, { role, suggestion: suggest(role, titles) }, { length });
  }
}

function checkHosts(said: readonly Reference[], { hosts, report }: Context): void {
  if (!hosts) return;
  for (const reference of said) {
    const { value: host, length } = reference;
    if (host === 'local' || hosts.has(host)) continue;
    report(
      'unknown-host',
      reference,
      { host, suggestion: suggest(host, [...hosts.keys()]) },
      { length },
    );
  }
}

/** Checks look over ssh; a command that does something needs the durable protocol on its own host, which is not there yet. */
function checkRemote(steps: readonly Step[], { hosts, report }: Context): void {
  for (const step of steps) {
    for (const { runnable, attributes, line, column } of step.commands) {
      const host = attributes.on;
      if (!runnable || attributes.sample || host === undefined) continue;
      if (hosts?.get(host) === 'elsewhere') {
        report('remote-command', { line, column }, { host, step: step.id }, { length: 3 });
      }
    }
  }
}
