/** The page of people: who drives, who is concerned now, and how to reach anybody. */
import { roleAwaited } from '../people/approval.ts';
import { dutyRows } from '../people/duty.ts';
import { helmRows } from '../people/helm.ts';
import { isToFillIn, type Person } from '../people/person.ts';
import { contactRows, teamRows } from '../people/team.ts';
import { type Scene, stepOf } from '../scene/scene.ts';
import type { DossierView } from '../types.ts';

export function peoplePage(scene: Scene): DossierView {
  return {
    title: scene.words.around.people.title,
    note: noteOf(scene),
    rows: [...helmRows(scene), ...dutyRows(scene), ...teamRows(scene), ...contactRows(scene)],
  };
}

/** `accord attendu : DBA`, else how many cannot be reached by what the plan says. */
function noteOf(scene: Scene): DossierView['note'] {
  const { awaited, blanks } = scene.words.around.people.page;
  const step = stepOf(scene, scene.input.state.current ?? '');
  const owed = step && roleAwaited(scene, step);
  if (owed) return { text: scene.text(awaited(owed)), tone: 'warning' };
  const count = everybody(scene).filter(isToFillIn).length;
  return count > 0 ? { text: blanks(count), tone: 'warning' } : { text: '', tone: 'muted' };
}

function everybody({ plan }: Scene): Person[] {
  return [
    ...plan.roles.map(({ title, ...role }) => ({ ...role, role: title })),
    ...plan.contacts.flatMap(({ items }) => items),
  ];
}
