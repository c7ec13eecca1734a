/** The pages about what surrounds the commands: opening one, and Enter on a row of it. */

import type { DossierId, DossierRow, DossierView } from '../../view/types.ts';
import { chose } from './choosing.ts';
import { isDossier } from './dossier-rows.ts';
import { cursorOf, rowsOfList, rowUnderCursor } from './lists.ts';
import { noticed, type Outcome, only, type Situation } from './situation.ts';
import { toStep } from './to-step.ts';
import type { Ui } from './ui.ts';

/** Opens the page with its cursor where something waits, or closes it. */
export function dossierOpened(ui: Ui, to: DossierId): Ui {
  if (ui.page === to) return { ...ui, page: 'main', trail: [] };
  const { [to]: _, ...cursors } = ui.cursors;
  return { ...ui, page: to, trail: [], cursors, detail: null };
}

/** The row's obvious choice, or else where it leads. */
export function enterOnRow(ui: Ui, s: Situation): Outcome {
  const row = rowUnderCursor(ui, s);
  const { nothingOnRow } = s.words.cockpit.notices;
  const primary = s.readOnly ? undefined : row?.choices.find(choice => choice.primary);
  if (primary) return chose(ui, s, primary);
  return row?.leads ? followed(ui, s, row.leads) : only(noticed(ui, s, nothingOnRow));
}

function followed(ui: Ui, s: Situation, leads: NonNullable<DossierRow['leads']>): Outcome {
  if ('step' in leads) return toStep(ui, s, leads.step);
  const { page, key } = leads;
  const trail = isDossier(ui.page) ? [...ui.trail, ui.page] : [];
  const { [page]: _, ...filters } = ui.filters;
  return only({ ...ui, page, trail, filters, cursors: { ...ui.cursors, [page]: key } });
}

/** Escape: back to the page that led here. */
export function dossierLeft(ui: Ui): Ui {
  return { ...ui, page: ui.trail.at(-1) ?? 'main', trail: ui.trail.slice(0, -1) };
}

/**
 * The cursor stays on the row where it was found: what happens elsewhere must not move it under the finger of
 * someone about to press Enter. Where its row is gone, it goes to the one that took its place, and Enter waits.
 * @param before the page as it was, to know that place
 */
export function withCursorHeld(ui: Ui, s: Situation, before: DossierView | null): Ui {
  if (!isDossier(ui.page)) return ui;
  const { page } = ui;
  const rows = rowsOfList(page, ui, s);
  const key = ui.cursors[page];
  if (rows.length === 0 || rows.some(row => row.key === key)) return ui;
  const was = rowsOfList(page, ui, { ...s, dossier: before }).findIndex(row => row.key === key);
  const at = was < 0 ? cursorOf(page, rows, ui, s) : Math.min(was, rows.length - 1);
  const cursors = { ...ui.cursors, [page]: rows[at]!.key };
  return { ...ui, cursors, shiftedAt: key === undefined ? ui.shiftedAt : s.now };
}
