/** A page about what surrounds the commands, in the order in which one wants to hear it. */
import type { DossierRow, DossierView } from '../../view/types.ts';
import { rowChoiceKey } from '../keys/choice-key.ts';
import { keyLabel, keyOf } from '../keys/keymap.ts';
import { rowUnderCursor } from '../model/lists.ts';
import type { Situation } from '../model/situation.ts';
import type { Ui } from '../model/ui.ts';

/** Every row, then the one under the cursor in full. */
export function dossierLines(ui: Ui, s: Situation, { title, note, rows }: DossierView): string[] {
  const here = rowUnderCursor(ui, s);
  return [
    [title, note.text].filter(Boolean).join(': '),
    ...rows.map(row => (row === here ? `> ${rowLine(row)}` : rowLine(row))),
    ...(here ? [here.text, ...here.detail.map(({ text }) => text)] : []),
    ...(here && !s.readOnly ? choiceLines(here, s) : []),
  ];
}

function rowLine({ text, badge, right }: DossierRow): string {
  const said = [badge?.word, right].filter(Boolean).join(', ');
  return said === '' ? text : `${text}: ${said}`;
}

function choiceLines({ choices }: DossierRow, { words }: Situation): string[] {
  return choices
    .filter(({ enabled }) => enabled)
    .map(choice => {
      const key = keyLabel(rowChoiceKey(choice) || keyOf('palette'), words);
      return `${key}: ${choice.label}`;
    });
}
