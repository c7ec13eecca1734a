/** One person as a row: how to reach them, and what came of it. */
import { isBlank } from '../../plan/blanks.ts';
import type { RowOffer } from '../choices/row.ts';
import { rowChoices } from '../choices/row.ts';
import { plainRow } from '../dossier/rows.ts';
import type { Scene } from '../scene/scene.ts';
import type { DossierRow } from '../types.ts';
import { callLines, lastCall } from './calls.ts';

/** As the plan writes them; a blank is a text that nobody filled in. */
export interface Person {
  /** Of the role, or of the contact: what a call is noted about. */
  role: string;
  person?: string | undefined;
  contact?: string | undefined;
}

/** `DevOps · Astreinte exploitation · poste 4104`, and the last call; Enter notes another. */
export function personRow(
  scene: Scene,
  key: string,
  who: Person,
  { title = who.role, detail = [], offers = [] }: Partial<Extra> = {},
): DossierRow {
  const blank = isToFillIn(who);
  return plainRow(scene, key, personText(scene, title, who), {
    right: scene.text(lastCall(scene, who.role)),
    tone: blank ? 'warning' : 'normal',
    detail: [...detail, ...callLines(scene, who.role)],
    choices: rowChoices(scene, [callOffer(scene, who), ...offers]),
    ...(who.contact !== undefined && !isBlank(who.contact) && { copy: who.contact }),
  });
}

interface Extra {
  /** In place of the role. */
  title: string;
  detail: DossierRow['detail'];
  offers: readonly RowOffer[];
}

/** Nobody can be reached by what is written here. */
export function isToFillIn({ person, contact }: Person): boolean {
  return isBlank(contact ?? '') || (person !== undefined && isBlank(person));
}

function personText(scene: Scene, title: string, { person, contact = '' }: Person): string {
  const parts = person === undefined ? [contact] : [person, contact];
  return [title, ...parts.map(part => shown(scene, part))].join(scene.words.units.separator);
}

/** What was left blank is shown as such, never as somebody's number. */
function shown({ words }: Scene, part: string): string {
  const { toFillIn, nothing } = words.around.people.page;
  if (!isBlank(part)) return part;
  return part.trim() === '' ? nothing : toFillIn(part);
}

function callOffer({ words }: Scene, { role }: Person): RowOffer {
  const { labels, consequences, outcomes } = words.around.choices;
  return {
    id: 'call',
    about: role,
    label: labels.call,
    consequence: consequences.call,
    options: (['reached', 'message-left', 'no-answer'] as const).map(value => ({
      value,
      label: outcomes[value],
    })),
    reason: 'optional',
    primary: true,
  };
}
