/** The team and the contacts of the plan, as rows. */
import type { Contact, Group, Role } from '../../plan/types.ts';
import { headingRow, section } from '../dossier/rows.ts';
import type { Scene } from '../scene/scene.ts';
import type { DossierRow } from '../types.ts';
import { isSame } from './calls.ts';
import { personRow } from './person.ts';

export function teamRows(scene: Scene): DossierRow[] {
  const heading = headingRow(scene, 'team', scene.words.around.people.page.team);
  return section(
    heading,
    scene.plan.roles.map((role, at) => roleRow(scene, `team:${at}`, role)),
  );
}

/** The groups of contacts in the plan's order; an escalation is numbered. */
export function contactRows(scene: Scene): DossierRow[] {
  return scene.plan.contacts.flatMap((group, at) =>
    section(
      headingRow(scene, `contacts:${at}`, group.title),
      group.items.map((contact, place) => contactRow(scene, group, contact, `${at}:${place}`)),
    ),
  );
}

/** A role, with what the plan says of its work and of everybody's presence. */
export function roleRow(scene: Scene, key: string, role: Role): DossierRow {
  const { person, contact } = role;
  return personRow(
    scene,
    key,
    { role: role.title, person, contact },
    {
      detail: roleDetail(scene, role),
    },
  );
}

/** The role of the team by this name; where the team has none, whoever is listed among the contacts. */
export function roleNamed({ plan }: Scene, title: string): Role | undefined {
  const role = plan.roles.find(one => isSame(one.title, title));
  const listed = plan.contacts.flatMap(({ items }) => items).find(one => isSame(one.role, title));
  return role ?? (listed && { ...listed, title: listed.role });
}

export function roleDetail(scene: Scene, { responsibilities }: Role): DossierRow['detail'] {
  const { responsibilities: does, available } = scene.words.around.people.page;
  const lines = [
    ...(responsibilities ? [does(responsibilities)] : []),
    ...scene.plan.availability.map(({ title, text }) => available(title, text)),
  ];
  return lines.map(text => ({ text: scene.text(text), tone: 'muted' }));
}

function contactRow(
  scene: Scene,
  { title, items }: Group<Contact>,
  { role, contact }: Contact,
  place: string,
): DossierRow {
  const { numbered } = scene.words.around.people.page;
  const at = Number(place.split(':')[1]) + 1;
  const ordered = /escalad|escalat/i.test(title) && items.length > 1;
  return personRow(
    scene,
    `contact:${place}`,
    { role, contact },
    {
      title: ordered ? numbered(at, role) : role,
    },
  );
}
