/** One press in, the next screen state and its effects out. The only place that decides. */

import { answer, pastedInto } from '../asking/answer.ts';
import { withDraft } from '../asking/drafts.ts';
import { pressed, typed } from '../asking/field.ts';
import { answerLeave } from '../asking/leave.ts';
import { textOf } from '../editing/buffer.ts';
import { type Binding, modeOf } from '../keys/binding.ts';
import { bindingOf } from '../keys/keymap.ts';
import { paletteRows } from '../keys/palette.ts';
import type { Press } from '../keys/press.ts';
import { choiceFor, chose } from './choosing.ts';
import { runCommand } from './commands.ts';
import { isDossier } from './dossier-rows.ts';
import { timePasted, timeTyped } from './moments.ts';
import { noticed, type Outcome, only, type Situation } from './situation.ts';
import type { Ui } from './ui.ts';

/** Milliseconds between two Enters below which the key is held, not pressed: lines stutter. */
const held = 300;

/** Pasted text goes into fields, and nowhere else. */
export function afterPaste(ui: Ui, text: string, s: Situation): Outcome {
  if (ui.question) return pastedInto(ui, ui.question, text, s);
  if (ui.filtering) {
    return only(filterTyped(ui, ui.filtering.list, typed(ui.filtering.field, text)));
  }
  if (ui.palette)
    return only({ ...ui, palette: { field: typed(ui.palette.field, text), cursor: 0 } });
  if (ui.seeking) return only(timePasted(ui, ui.seeking, text));
  return only(noticed(ui, s, s.words.cockpit.notices.pasteIgnored));
}

export function afterPress(ui: Ui, press: Press, s: Situation): Outcome {
  if (press.name === 'ctrl+c' && !ui.leave) return interrupted(ui, press, s);
  const inField = afterField(ui, press, s);
  if (inField) return inField;
  if (press.name === 'enter' && s.now - ui.enterAt < held) return only({ ...ui, enterAt: s.now });
  const binding = bindingOf(press.name, modeOf(s));
  if (!binding) return only(ui);
  return bound(press.name === 'enter' ? { ...ui, enterAt: s.now } : ui, binding, press, s);
}

/** What takes keys for itself, when something does. */
function afterField(ui: Ui, press: Press, s: Situation): Outcome | null {
  if (ui.leave) return answerLeave(ui, ui.leave, press, s);
  if (ui.question) return answer(ui, ui.question, press, s);
  if (ui.filtering) return only(filtered(ui, ui.filtering, press));
  if (ui.palette) return afterPalette(ui, ui.palette, press, s);
  return ui.seeking ? timeTyped(ui, ui.seeking, press) : null;
}

/** What is being typed in, if anything. */
export function fieldOf({ question, filtering, palette, seeking }: Ui): object | null {
  return question ?? filtering ?? palette ?? seeking;
}

/** Ctrl-C in a field leaves the field; elsewhere it asks, or goes where there is nothing to ask. */
function interrupted(ui: Ui, press: Press, s: Situation): Outcome {
  const closed = { ...kept(ui), question: null, palette: null, filtering: null, seeking: null };
  if (modeOf(s) === 'driving') return runCommand('interrupt', closed, s, press.name);
  return fieldOf(ui) ? only(closed) : runCommand('leave', closed, s, press.name);
}

/** A command being edited is kept when something else is asked. */
function kept(ui: Ui): Ui {
  const { buffer, choice } = ui.question ?? {};
  return buffer && choice ? withDraft(ui, choice, textOf(buffer)) : ui;
}

function bound(ui: Ui, binding: Binding, press: Press, s: Situation): Outcome {
  const acting = binding.group === 'acting';
  if (acting && s.acting) return only(ui);
  if (binding.command) return runCommand(binding.command, ui, s, press.name);
  const onPage = isDossier(ui.page);
  if (s.readOnly || (ui.page !== 'main' && !onPage)) return only(ui);
  const choice = choiceFor(ui, s, binding.choices ?? []);
  if (choice) return chose(ui, s, choice);
  const { notNow, notOnRow } = s.words.cockpit.notices;
  return only(noticed(ui, s, onPage ? notOnRow : notNow));
}

type Filtering = NonNullable<Ui['filtering']>;

function filterTyped(ui: Ui, list: Filtering['list'], field: Filtering['field']): Ui {
  return { ...ui, filtering: { list, field }, filters: { ...ui.filters, [list]: field.text } };
}

function filtered(ui: Ui, { list, field }: Filtering, press: Press): Ui {
  if (press.name === 'enter') return { ...ui, filtering: null };
  if (press.name === 'escape') {
    return { ...ui, filtering: null, filters: { ...ui.filters, [list]: '' } };
  }
  return filterTyped(ui, list, pressed(field, press));
}

function afterPalette(
  ui: Ui,
  palette: NonNullable<Ui['palette']>,
  press: Press,
  s: Situation,
): Outcome {
  const rows = paletteRows(palette.field.text, ui, s);
  const by = press.name === 'down' ? 1 : press.name === 'up' ? -1 : 0;
  if (by !== 0) {
    const cursor = Math.max(0, Math.min(rows.length - 1, palette.cursor + by));
    return only({ ...ui, palette: { ...palette, cursor } });
  }
  if (press.name === 'escape') return only({ ...ui, palette: null });
  if (press.name !== 'enter') {
    return only({ ...ui, palette: { field: pressed(palette.field, press), cursor: 0 } });
  }
  const row = rows[palette.cursor];
  const closed = { ...ui, palette: null };
  if (!row) return only(closed);
  if ('command' in row.what) return runCommand(row.what.command, closed, s, '');
  const { choice } = row.what;
  if (s.acting) return only(closed);
  return chose(closed, s, choice);
}
