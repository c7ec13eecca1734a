import { useLook } from '../look.tsx';
import { patternOf } from '../model/filter.ts';
import { rowsOfList } from '../model/lists.ts';
import type { Situation } from '../model/situation.ts';
import type { ListId, Ui } from '../model/ui.ts';
import { textOf } from '../output/window.ts';
import { widthOf } from '../text/fit.ts';
import { row, type Span, type Theme } from '../theme.ts';
import { fieldSpans } from './field-spans.ts';
import { Rows } from './rows.tsx';

/** The line above the keys: what was just said, else what is being typed, else the deadlines. */
export function StatusLine({ ui, s }: { ui: Ui; s: Situation }) {
  const { theme } = useLook();
  return <Rows rows={[row(theme, s.layout.columns, [{ text: ' ' }, ...spansOf(theme, ui, s)])]} />;
}

function spansOf(theme: Theme, ui: Ui, s: Situation): Span[] {
  if (s.trouble !== null) return [{ text: troubled(s, s.trouble), tone: 'bad', strong: true }];
  if (ui.filtering) return filterSpans(theme, ui, s, ui.filtering);
  if (ui.notice && ui.notice.until > s.now)
    return [{ text: ui.notice.text, tone: ui.notice.tone, strong: true }];
  return [{ text: whole(s.view.deadlines, s.layout.columns - 2) }];
}

function troubled({ words }: Situation, why: string): string {
  return `${words.cockpit.notices.engineLost} ${why}`;
}

/** As many deadlines as fit: half of one would mislead. */
function whole(deadlines: string, width: number): string {
  const parts = deadlines.split(' · ');
  while (parts.length > 1 && widthOf(parts.join(' · ')) > width) parts.pop();
  return parts.join(' · ');
}

function filterSpans(
  theme: Theme,
  ui: Ui,
  s: Situation,
  filtering: NonNullable<Ui['filtering']>,
): Span[] {
  const { panes } = s.words.cockpit;
  return [
    { text: `${panes.filter} /`, tone: 'active' },
    ...fieldSpans(theme, filtering.field),
    { text: `   ${countOf(ui, s, filtering.list)}`, tone: 'muted' },
  ];
}

/** How many rows match; of an output, among the lines at hand. */
function countOf(ui: Ui, s: Situation, list: ListId | 'output'): string {
  const { filtered } = s.words.cockpit.follow;
  if (list !== 'output') {
    return filtered(
      rowsOfList(list, ui, s).length,
      rowsOfList(list, { ...ui, filters: {} }, s).length,
    );
  }
  const pattern = patternOf(ui.filters.output ?? '');
  const { lines } = s.output.window;
  return filtered(lines.filter(line => pattern.test(textOf(line))).length, lines.length);
}
