/** Rows of a page about what surrounds the commands, without their cursor. */
import type { DossierId, DossierRow, DossierView } from '../../view/types.ts';

const pages: Record<DossierId, true> = {
  agenda: true,
  prerequisites: true,
  people: true,
  messages: true,
  metrics: true,
};

export function isDossier(page: string): page is DossierId {
  return Object.hasOwn(pages, page);
}

/** Headings are read, never chosen. */
export function rowsToChoose(dossier: DossierView | null): DossierRow[] {
  return (dossier?.rows ?? []).filter(({ kind }) => kind === 'row');
}

/** What a filter looks through. */
export function textOfRow({ badge, text, right }: DossierRow): string {
  return [text, right, badge?.word].filter(Boolean).join(' ');
}

/** Index, among keyed rows, of the first one that Enter can do something about; else the first. */
export function restingRow(
  listed: readonly { key: string }[],
  dossier: DossierView | null,
): number {
  const waiting = new Set(
    rowsToChoose(dossier)
      .filter(({ choices }) => choices.some(({ primary, enabled }) => primary && enabled))
      .map(({ key }) => key),
  );
  return Math.max(
    0,
    listed.findIndex(({ key }) => waiting.has(key)),
  );
}
