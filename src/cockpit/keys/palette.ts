/** Every action with its key, filtered by what is typed. */

import type { Choice } from '../../view/types.ts';
import { matches } from '../model/filter.ts';
import type { Situation } from '../model/situation.ts';
import { commandText } from './binding-text.ts';
import { choiceKey } from './choice-key.ts';
import { type CommandId, keyLabel, keymap, keyOf } from './keymap.ts';

export interface PaletteRow {
  label: string;
  key: string;
  /** Why it cannot be done now; '' when it can. */
  why: string;
  what: { choice: Choice } | { command: CommandId };
}

/** Movements and the palette itself are no use in a palette. */
const listed: readonly CommandId[] = [
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
  'copy',
  'help',
  'detach',
];

export function paletteRows(typed: string, s: Situation): PaletteRow[] {
  const choices = s.view.choices.map(choice => ({
    label: choice.label,
    key: keyLabel(choiceKey(s.view, choice), s.words),
    why: choice.enabled ? '' : choice.why,
    what: { choice },
  }));
  const commands = keymap
    .flatMap(binding =>
      binding.command && listed.includes(binding.command) ? [binding.command] : [],
    )
    .map(command => ({
      label: commandText(command, s.words),
      key: keyLabel(keyOf(command), s.words),
      why: '',
      what: { command },
    }));
  const rows: PaletteRow[] = s.readOnly ? commands : [...choices, ...commands];
  return rows.filter(row => matches(`${row.label} ${row.key}`, typed));
}
