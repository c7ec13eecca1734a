/** Whom to call about a step. */
import { isBlank } from '../../plan/blanks.ts';
import type { Contact, Step } from '../../plan/types.ts';
import { normalise } from '../../plan/vocabulary/words.ts';
import type { Scene } from '../scene/scene.ts';
import type { FailureCard } from '../types.ts';

type Person = FailureCard['people'][number];

const most = 4;

/** The holder of the step's role, then the escalation in the plan's order; nobody whose place was left blank. */
export function peopleFor(scene: Scene, step: Step): Person[] {
  const { role } = step.attributes;
  const called = [
    ...(role === undefined ? [] : [personOf(scene, role)]),
    ...escalation(scene).map(contact => personOf(scene, contact.role, contact)),
  ];
  const known = called.filter(({ who, contact }) => who || contact);
  return known
    .filter((one, at) => known.findIndex(({ role }) => same(role, one.role)) === at)
    .slice(0, most);
}

/** The team's table knows the person, the list of contacts perhaps only the number. */
function personOf(scene: Scene, title: string, listed?: Contact): Person {
  const { roles, contacts } = scene.plan;
  const role = roles.find(one => same(one.title, title));
  const contact =
    listed ?? contacts.flatMap(({ items }) => items).find(one => same(one.role, title));
  return {
    role: scene.text(title),
    who: filled(scene, role?.person),
    contact: filled(scene, contact?.contact) || filled(scene, role?.contact),
  };
}

function escalation({ plan: { contacts } }: Scene): Contact[] {
  const group = contacts.find(({ title }) => /escalad|escalat/i.test(title)) ?? contacts[0];
  return group?.items ?? [];
}

const same = (a: string, b: string) => normalise(a) === normalise(b);

/** '' where the author left a blank. */
function filled(scene: Scene, text = ''): string {
  const value = scene.text(text).trim();
  return isBlank(value) ? '' : value;
}
