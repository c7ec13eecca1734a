/** Who gets which cells, from the size of the terminal alone. */

export interface Size {
  columns: number;
  rows: number;
}

export type PaneId = 'plan' | 'step' | 'next' | 'journal';

export interface Layout {
  /** `small`: below 80×24, nothing but a notice. `compact`: panes above each other. `full`: side by side. */
  shape: 'small' | 'compact' | 'full';
  columns: number;
  rows: number;
  /** Rows of the panes: what header, strip and the two lines of the bottom leave. */
  body: number;
  /** Cells of each visible pane, borders included. */
  panes: Partial<Record<PaneId, Cells>>;
  /** Room kept under the plan for the readiness of the rollback; the plan has what it leaves. */
  readiness?: Cells;
}

export interface Cells {
  width: number;
  height: number;
}

export const paneIds: readonly PaneId[] = ['plan', 'step', 'next', 'journal'];

const header = 2;
const footer = 2;

/**
 * @param zoomed the pane that takes the whole body, if any
 * @param dense the current step has much to say: in 24 rows it matters more than the plan
 * @param failed a failure card is to be read: it matters more than what comes next
 * @param strip rows that whoever drives, or a replay, is told in: the body gives them
 */
export function layoutOf(
  size: Size,
  zoomed: PaneId | null,
  dense: boolean,
  failed = false,
  strip = 0,
): Layout {
  const { columns, rows } = size;
  const body = Math.max(0, rows - header - footer - strip);
  const base = { columns, rows, body };
  if (columns < 80 || rows < 24) return { ...base, shape: 'small', panes: {} };
  const full = columns >= 110 && rows >= 30;
  const shape = full ? 'full' : 'compact';
  if (zoomed) return { ...base, shape, panes: { [zoomed]: { width: columns, height: body } } };
  if (!full) return { ...base, shape, panes: stacked(columns, body, dense) };
  return { ...base, shape, ...sideBySide(columns, body, failed) };
}

/** Of a run that plays again: where it stands, and the bar below; both in one where rows are few. */
export function scrubberRows({ rows }: Pick<Size, 'rows'>): number {
  return rows >= 30 ? 2 : 1;
}

function sideBySide(
  columns: number,
  body: number,
  failed: boolean,
): Pick<Layout, 'panes' | 'readiness'> {
  const left = Math.min(72, Math.max(46, Math.floor(columns * 0.4)));
  const width = columns - left;
  const readiness = Math.min(8, Math.floor(body / 4));
  const tight = failed && body < 40;
  const next = tight ? 2 : 5;
  const journal = tight ? 3 : body >= 30 ? 6 : 5;
  return {
    readiness: { width: left, height: readiness },
    panes: {
      plan: { width: left, height: body - readiness },
      step: { width, height: body - next - journal },
      next: { width, height: next },
      journal: { width, height: journal },
    },
  };
}

function stacked(columns: number, body: number, dense: boolean): Layout['panes'] {
  const spare = Math.floor((body - 20) / 2);
  const plan = (dense ? 5 : 7) + Math.max(0, spare);
  return { plan: { width: columns, height: plan }, step: { width: columns, height: body - plan } };
}

/** Rows of content in a pane: its height without what its frame takes. */
export function inside(layout: Layout, pane: PaneId): number {
  const box = layout.panes[pane];
  return box ? Math.max(1, box.height - frameRows(layout, pane)) : 0;
}

/** Stacked panes share the border between them. */
export function frameRows(layout: Layout, pane: PaneId): number {
  return hasBottom(layout, pane) ? 2 : 1;
}

export function hasBottom(layout: Layout, pane: PaneId): boolean {
  const visible = paneIds.filter(id => layout.panes[id]);
  if (layout.shape === 'full' && pane === 'plan') return true;
  return visible.at(-1) === pane;
}

/** Its top border continues the sides of the pane above it. */
export function hangs(layout: Layout, pane: PaneId): boolean {
  const stack = paneIds.filter(
    id => layout.panes[id] && !(layout.shape === 'full' && id === 'plan'),
  );
  return stack.indexOf(pane) > 0;
}
