/** Reading the detail of the row under the cursor, where it is longer than its room. */
import type { DossierRow } from '../../view/types.ts';
import { detailHeight, detailLines, dossierLayout } from '../dossier-layout.ts';
import { rowUnderCursor } from './lists.ts';
import type { Situation } from './situation.ts';
import type { Ui } from './ui.ts';

/** The detail scrolled by a page down (1) or up (-1); null where all of it is in view. */
export function detailMoved(ui: Ui, s: Situation, direction: number): Ui | null {
  const row = rowUnderCursor(ui, s);
  if (!row || !s.dossier) return null;
  const { detail } = dossierLayout(s.layout, s.dossier);
  const height = detailHeight(s, row, detail);
  const last = detailLines(row, detail.width - 4).length - height;
  if (last <= 0) return null;
  const page = Math.max(1, height - 2);
  const top = Math.max(0, Math.min(last, detailTop(ui, row) + direction * page));
  return { ...ui, detail: { of: row.key, top } };
}

/** First row of a detail in view. */
export function detailTop({ detail }: Pick<Ui, 'detail'>, { key }: DossierRow): number {
  return detail?.of === key ? detail.top : 0;
}
