import type { TreeRow } from '../../view/types.ts';
import { Frame, type FrameProps } from '../components/frame.tsx';
import { windowStart } from '../components/window.ts';
import { type Look, useLook } from '../look.tsx';
import { cursorOf, rowsOfList } from '../model/lists.ts';
import type { Situation } from '../model/situation.ts';
import { openRows, visibleRows } from '../model/tree.ts';
import type { Ui } from '../model/ui.ts';
import { row, type Span, type Theme } from '../theme.ts';
import { nextSpans } from './next-pane.tsx';
import { readinessSpan } from './readiness.ts';

export type PaneProps = Omit<FrameProps, 'title' | 'rows' | 'note'> & { ui: Ui; s: Situation };

/** The plan as a tree; on a small screen its last row is the next time a human is needed. */
export function PlanPane({ ui, s, ...frame }: PaneProps) {
  const look = useLook();
  const { theme } = look;
  const filter = ui.filters.plan ?? '';
  const tree = visibleRows(s.view.tree, ui.folds, filter);
  const cursor = cursorOf('plan', rowsOfList('plan', ui, s), ui, s);
  const human =
    s.layout.shape === 'compact' && !ui.zoomed ? s.view.next.find(next => next.human) : undefined;
  const width = frame.width - 4;
  const room = frame.height - (frame.bottom ? 2 : 1) - (human ? 1 : 0);
  const start = windowStart(tree.length, room, cursor);
  const open = openRows(s.view.tree, filter === '' ? ui.folds : {});
  const rows = tree
    .slice(start, start + room)
    .map((line, at) =>
      planRow(theme, width, line, open.has(line.key), frame.focused && start + at === cursor),
    );
  if (human) {
    while (rows.length < room) rows.push(' '.repeat(width));
    rows.push(row(theme, width, ...nextSpans(theme, human)));
  }
  const note = noteOf(look, s, filter === '' ? '' : filtered(look, s, filter, tree.length));
  return <Frame {...frame} {...note} title={`1 ${look.words.cockpit.panes.plan}`} rows={rows} />;
}

function filtered({ words }: Look, s: Situation, filter: string, shown: number): string {
  return `/${filter} ${words.cockpit.follow.filtered(shown, s.view.tree.length)}`;
}

/** What is being looked for, and, where it has no box of its own, the readiness of the rollback. */
function noteOf(look: Look, { view, layout }: Situation, filter: string): { note?: Span } {
  if (!view.readiness || layout.readiness) return filter === '' ? {} : { note: { text: filter } };
  const { text, ...style } = readinessSpan(look, view.readiness);
  return { note: { ...style, text: filter === '' ? text : `${filter} · ${text}` } };
}

function planRow(
  theme: Theme,
  width: number,
  line: TreeRow,
  open: boolean,
  selected: boolean,
): string {
  const [closedSign, openSign, here] = theme.ascii ? ['+', '-', '}'] : ['▸', '▾', '»'];
  const step = line.kind === 'step';
  const fold = step ? ' ' : open ? openSign : closedSign;
  const strong = line.current || (!step && open);
  const tone = line.current ? 'normal' : line.status.tone === 'muted' ? 'muted' : 'normal';
  const number = line.number === '' || (step && width < 60) ? '' : `${line.number} `;
  const title = `${line.time === '' ? '' : `${line.time} `}${number}${line.title}`;
  const left: Span[] = [
    { text: selected ? '>' : line.current && step ? here! : ' ', tone: 'active', strong: true },
    { text: ' '.repeat(line.depth), inverse: selected },
    { text: step ? '' : `${fold} `, tone: 'muted', inverse: selected },
    { text: `${line.status.glyph} `, tone: line.status.tone, inverse: selected },
    { text: title, tone, strong, inverse: selected },
  ];
  return row(theme, width, left, [{ text: line.note, tone: line.noteTone }]);
}
