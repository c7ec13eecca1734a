/** Every action with its key, filtered by what is typed. */

import type { Choice } from '../../view/types.ts';
import { decidable } from '../model/deciding.ts';
import { matches } from '../model/filter.ts';
import { rowUnderCursor } from '../model/lists.ts';
import type { Situation } from '../model/situation.ts';
import type { Ui } from '../model/ui.ts';
import { type CommandId, modeOf } from './binding.ts';
import { commandText } from './binding-text.ts';
import { choiceKey, rowChoiceKey } from './choice-key.ts';
import { bindingsIn, keyLabel, keyOf } from './keymap.ts';
import { playbackMoveIds } from './playback-commands.ts';

export interface PaletteRow {
  label: string;
  key: string;
  /** Why it cannot be done now; '' when it can. */
  why: string;
  what: { choice: Choice } | { command: CommandId };
}

/** Movements and the palette itself are no use in a palette. */
const listed: readonly CommandId[] = [
  ...playbackMoveIds,
  'goToTime',
  'moments',
  'follow',
  'output',
  'nextError',
  'previousError',
  'filter',
  'zoom',
  'goToCurrent',
  'journal',
  'reading',
  'times',
  'agenda',
  'prerequisites',
  'people',
  'messages',
  'metrics',
  'copy',
  'help',
  'detach',
  'leave',
];

/** On a page with choices those of the row under the cursor come first, elsewhere those of the step in view. */
export function paletteRows(typed: string, ui: Ui, s: Situation): PaletteRow[] {
  const choices = s.readOnly ? [] : choiceRows(ui, s);
  const rows = [...choices, ...commandRows(s)];
  return rows.filter(row => matches(`${row.label} ${row.key}`, typed));
}

function choiceRows(ui: Ui, s: Situation): PaletteRow[] {
  const row = rowUnderCursor(ui, s);
  const here = decidable(s);
  const own = row?.choices ?? (here === s.view ? [] : here.choices);
  const others = s.view.choices.filter(choice => !own.some(one => isSame(one, choice)));
  // The keys of a page with choices are those of its rows.
  const ownKey = (choice: Choice) => (row ? rowChoiceKey(choice) : choiceKey(here, choice));
  const otherKey = (choice: Choice) => (row || own.length > 0 ? '' : choiceKey(s.view, choice));
  return [
    ...own.map(choice => choiceRow(s, choice, ownKey(choice))),
    ...others.map(choice => choiceRow(s, choice, otherKey(choice))),
  ];
}

function isSame(one: Choice, other: Choice): boolean {
  return one.id === other.id && one.about === other.about && one.step === other.step;
}

function choiceRow({ words }: Situation, choice: Choice, key: string): PaletteRow {
  const { label, enabled, why } = choice;
  return { label, key: keyLabel(key, words), why: enabled ? '' : why, what: { choice } };
}

function commandRows(s: Situation): PaletteRow[] {
  const { words } = s;
  return bindingsIn(modeOf(s))
    .flatMap(binding =>
      binding.command && listed.includes(binding.command) ? [binding.command] : [],
    )
    .map(command => ({
      label: commandText(command, words),
      key: keyLabel(keyOf(command), words),
      why: '',
      what: { command },
    }));
}
