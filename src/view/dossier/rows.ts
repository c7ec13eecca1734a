/** Rows of a page, with what they mostly lack left out. */
import type { Scene } from '../scene/scene.ts';
import type { DossierRow } from '../types.ts';

export function headingRow(scene: Scene, key: string, text: string, right = ''): DossierRow {
  return { ...plainRow(scene, key, text), key: `heading:${key}`, kind: 'heading', right };
}

/** Its text is made safe to draw; what is put in place of the rest must be already. */
export function plainRow(
  scene: Scene,
  key: string,
  text: string,
  more: Partial<DossierRow> = {},
): DossierRow {
  return {
    key,
    kind: 'row',
    text: scene.text(text),
    right: '',
    tone: 'normal',
    detail: [],
    choices: [],
    ...more,
  };
}

/** A heading and its rows; nothing without rows. */
export function section(heading: DossierRow, rows: readonly DossierRow[]): DossierRow[] {
  return rows.length > 0 ? [heading, ...rows] : [];
}
