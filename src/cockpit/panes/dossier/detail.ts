/** The row under the cursor: all that there is to read about it, and below what may be done with it. */
import type { Choice, DossierRow } from '../../../view/types.ts';
import { choicesHeight, detailHeight, detailLines } from '../../dossier-layout.ts';
import { rowChoiceKey } from '../../keys/choice-key.ts';
import { keyLabel, keyOf } from '../../keys/keymap.ts';
import type { Cells } from '../../layout.ts';
import type { Look } from '../../look.tsx';
import { detailTop } from '../../model/detail.ts';
import type { Situation } from '../../model/situation.ts';
import type { Ui } from '../../model/ui.ts';
import { row } from '../../theme.ts';
import { menuRows } from '../choice-rows.ts';
import { windowed } from '../windowed.ts';

/** Exactly the rows inside a frame of those cells, the choices at its bottom. */
export function dossierDetail(
  look: Look,
  ui: Ui,
  s: Situation,
  line: DossierRow,
  cells: Cells,
): string[] {
  const width = cells.width - 4;
  const height = detailHeight(s, line, cells);
  const rows = detailLines(line, width).map(span => row(look.theme, width, [span]));
  const room = { width, height, zoomed: true, top: detailTop(ui, line) };
  const shown = windowed(look, { rows, cursor: 0 }, room);
  const blank = Array.from({ length: height - shown.length }, () => ' '.repeat(width));
  return [...shown, ...blank, ...choiceRows(look, s, line, cells)];
}

function choiceRows(look: Look, s: Situation, line: DossierRow, cells: Cells): string[] {
  const height = choicesHeight(s, line, cells);
  if (height === 0) return [];
  const width = cells.width - 4;
  const dash = look.theme.ascii ? '-' : '─';
  const text = `${dash}${dash} ${look.words.cockpit.panes.choices}`;
  const room = { width, height, shared: 1 };
  return [
    row(look.theme, width, [{ text, tone: 'muted' }]),
    ...menuRows(look, ordered(line.choices), choice => keyFor(look, choice), room),
  ];
}

/** What is possible goes before what is not; Enter's comes first all the same. */
function ordered(choices: readonly Choice[]): Choice[] {
  const rank = ({ primary, enabled }: Choice) => (primary ? 0 : enabled ? 1 : 2);
  return choices.toSorted((a, b) => rank(a) - rank(b));
}

/** What has no key of its own is in the palette. */
function keyFor({ words }: Look, choice: Choice): string {
  return keyLabel(rowChoiceKey(choice) || keyOf('palette'), words);
}
