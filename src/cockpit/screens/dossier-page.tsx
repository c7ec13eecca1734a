import { Box } from 'ink';
import type { DossierRow, DossierView } from '../../view/types.ts';
import { Frame, type FrameProps } from '../components/frame.tsx';
import { type DossierLayout, dossierLayout } from '../dossier-layout.ts';
import { useLook } from '../look.tsx';
import { rowsToChoose } from '../model/dossier-rows.ts';
import { cursorOf, rowsOfList, rowUnderCursor } from '../model/lists.ts';
import type { Situation } from '../model/situation.ts';
import type { Ui } from '../model/ui.ts';
import { dossierDetail } from '../panes/dossier/detail.ts';
import { dossierList } from '../panes/dossier/list.ts';

interface PageProps {
  ui: Ui;
  s: Situation;
}

/** A page about what surrounds the commands: its list, and the row under the cursor with what may be done. */
export function DossierPage({ ui, s }: PageProps) {
  const { dossier } = s;
  if (!dossier) return null;
  const cells = dossierLayout(s.layout, dossier);
  const row = rowUnderCursor(ui, s);
  return (
    <Box flexDirection={cells.beside ? 'row' : 'column'}>
      <ListFrame ui={ui} s={s} dossier={dossier} cells={cells} />
      <DetailFrame ui={ui} s={s} row={row} cells={cells} />
    </Box>
  );
}

function ListFrame({
  ui,
  s,
  dossier,
  cells: { list, rows, beside },
}: PageProps & { dossier: DossierView; cells: DossierLayout }) {
  const look = useLook();
  const { text, tone } = dossier.note;
  const counted = [text, countOf(ui, s, dossier)].filter(Boolean).join(' · ');
  return (
    <Frame
      {...list}
      title={dossier.title}
      note={{ text: counted, tone }}
      focused
      hangs={false}
      bottom={beside}
      rows={dossierList(look, ui, s, dossier, { width: list.width - 4, height: rows })}
    />
  );
}

/** `3/12`, headings left out; what is looked for before it. */
function countOf(ui: Ui, s: Situation, dossier: DossierView): string {
  if (ui.page === 'main' || rowsToChoose(dossier).length === 0) return '';
  const listed = rowsOfList(ui.page, ui, s);
  const filter = ui.filters[ui.page] ?? '';
  const at = listed.length === 0 ? 0 : cursorOf(ui.page, listed, ui, s) + 1;
  return `${filter === '' ? '' : `/${filter} `}${at}/${listed.length}`;
}

function DetailFrame({
  ui,
  s,
  row,
  cells: { detail, beside },
}: PageProps & { row: DossierRow | undefined; cells: DossierLayout }) {
  const look = useLook();
  const { badge } = row ?? {};
  const note: Pick<FrameProps, 'note'> = badge
    ? { note: { text: `${badge.glyph} ${badge.word}`, tone: badge.tone } }
    : {};
  return (
    <Frame
      {...detail}
      {...note}
      title={row?.text ?? look.words.cockpit.panes.detail}
      focused={false}
      hangs={!beside}
      bottom
      rows={row ? dossierDetail(look, ui, s, row, detail) : []}
    />
  );
}
