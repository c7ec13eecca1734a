/** Moving: cursors in lists, pages of output, panes, folds. */

import { dossierLayout } from '../dossier-layout.ts';
import type { CommandId } from '../keys/binding.ts';
import { inside, type PaneId, paneIds } from '../layout.ts';
import { detailMoved } from './detail.ts';
import { activeList, cursorOf, rowsOfList } from './lists.ts';
import { type Outcome, type OutputMove, only, type Situation } from './situation.ts';
import { openRows, parentKey } from './tree.ts';
import type { ListId, Ui } from './ui.ts';

export type MoveId = Extract<
  CommandId,
  'moveDown' | 'moveUp' | 'pageDown' | 'pageUp' | 'first' | 'last'
>;

/** Rows of the active pane or page. */
function pageSize(ui: Ui, s: Situation): number {
  if (s.dossier) return dossierLayout(s.layout, s.dossier).rows;
  if (ui.page !== 'main') return Math.max(1, s.layout.body - 2);
  return Math.max(1, inside(s.layout, ui.focus) - 1);
}

const steps: Record<MoveId, (page: number) => number> = {
  moveDown: () => 1,
  moveUp: () => -1,
  pageDown: page => page,
  pageUp: page => -page,
  first: () => Number.NEGATIVE_INFINITY,
  last: () => Number.POSITIVE_INFINITY,
};

/**
 * One movement in whatever has the focus. Pages always move the output when the step has one, and a detail
 * that is longer than its room.
 */
export function move(ui: Ui, s: Situation, id: MoveId): Outcome {
  const read =
    id === 'pageDown' ? detailMoved(ui, s, 1) : id === 'pageUp' ? detailMoved(ui, s, -1) : null;
  if (read) return only(read);
  const list = activeList(ui, s);
  const far = id !== 'moveDown' && id !== 'moveUp';
  const output = list === 'output' || (isSheet(list) && far && s.output.job !== null);
  const by = steps[id](pageSize(ui, s));
  return output ? only(ui, { type: 'output', move: outputMove(by) }) : only(moved(ui, s, list, by));
}

/** Lists that share their pane with an output. */
function isSheet(list: ListId | 'output'): boolean {
  return list === 'boxes' || list === 'actions';
}

function outputMove(rows: number): OutputMove {
  if (rows === Number.POSITIVE_INFINITY) return { type: 'follow' };
  if (rows === Number.NEGATIVE_INFINITY) return { type: 'top' };
  return { type: 'scroll', rows };
}

/** The cursor of a list moved by rows; at the end of the journal it follows again. */
export function moved(ui: Ui, s: Situation, list: ListId, by: number): Ui {
  const rows = rowsOfList(list, ui, s);
  if (rows.length === 0) return ui;
  const at = Math.max(0, Math.min(rows.length - 1, cursorOf(list, rows, ui, s) + by));
  const cursors = { ...ui.cursors, [list]: rows[at]!.key };
  if (list === 'journal' && at === rows.length - 1) delete cursors.journal;
  // Whoever goes through boxes wants to see the one under the cursor.
  return { ...ui, cursors, card: list === 'boxes' ? null : ui.card };
}

/** Panes that Tab goes through. */
function reachable(s: Situation): PaneId[] {
  return s.layout.shape === 'full' ? [...paneIds] : ['plan', 'step'];
}

export function focusNext(ui: Ui, s: Situation, by: 1 | -1): Ui {
  const panes = reachable(s);
  const at = panes.indexOf(ui.focus);
  return { ...ui, focus: panes[(at + by + panes.length) % panes.length]! };
}

/** By number; on a small screen the panes that are not drawn open as pages or zoomed. */
export function jumpTo(ui: Ui, s: Situation, number: number): Ui {
  const pane = paneIds[number - 1]!;
  if (reachable(s).includes(pane)) return { ...ui, focus: pane };
  return pane === 'journal' ? { ...ui, page: 'journal' } : { ...ui, focus: pane, zoomed: true };
}

/** Opens or closes the stage or phase under the cursor of the plan. */
export function folded(ui: Ui, s: Situation, open: boolean): Ui {
  if (ui.page !== 'main' || ui.focus !== 'plan') return ui;
  const rows = rowsOfList('plan', ui, s);
  const key = rows[cursorOf('plan', rows, ui, s)]?.key;
  const row = s.view.tree.find(candidate => candidate.key === key);
  if (!row) return ui;
  const isOpen = openRows(s.view.tree, ui.folds).has(row.key);
  if (row.kind !== 'step' && isOpen !== open) {
    return {
      ...ui,
      folds: { ...ui.folds, [row.key]: open },
      cursors: { ...ui.cursors, plan: row.key },
    };
  }
  const parent = open ? undefined : parentKey(s.view.tree, row.key);
  return parent === undefined ? ui : { ...ui, cursors: { ...ui.cursors, plan: parent } };
}

/** Enter on a row of the plan opens what is closed and closes what is open. */
export function toggled(ui: Ui, s: Situation): Ui {
  const rows = rowsOfList('plan', ui, s);
  const key = rows[cursorOf('plan', rows, ui, s)]?.key ?? '';
  return folded(ui, s, !openRows(s.view.tree, ui.folds).has(key));
}
