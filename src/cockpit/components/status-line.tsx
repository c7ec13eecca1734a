import { type Look, useLook } from '../look.tsx';
import { patternOf } from '../model/filter.ts';
import { rowsOfList } from '../model/lists.ts';
import type { Situation } from '../model/situation.ts';
import type { ListId, Ui } from '../model/ui.ts';
import { textOf } from '../output/window.ts';
import { readinessSpan } from '../panes/readiness.ts';
import { cutMiddle, widthOf } from '../text/fit.ts';
import { widthOfSpans } from '../text/flow.ts';
import { row, type Span, type Theme } from '../theme.ts';
import { fieldSpans } from './field-spans.ts';
import { Rows } from './rows.tsx';

/** The line above the keys: what was just said, else what is being typed, else alerts, what waits, and deadlines. */
export function StatusLine({ ui, s }: { ui: Ui; s: Situation }) {
  const look = useLook();
  const { columns } = s.layout;
  const pressing = pressingSpans(look.theme, ui, s);
  const { left, right } = pressing ? { left: pressing, right: [] } : standing(look, ui, s);
  return <Rows rows={[row(look.theme, columns, [{ text: ' ' }, ...left], right)]} />;
}

/** What hides the rest for a moment; null when there is nothing of the kind. */
function pressingSpans(theme: Theme, ui: Ui, s: Situation): Span[] | null {
  if (s.trouble !== null) return [{ text: troubled(s, s.trouble), tone: 'bad', strong: true }];
  if (ui.filtering) return filterSpans(theme, ui, s, ui.filtering);
  // Whoever answers a question decides: what is bad stays before their eyes.
  const deciding = ui.question !== null && s.view.alerts.some(({ tone }) => tone === 'bad');
  if (ui.notice && ui.notice.until > s.now && !deciding)
    return [{ text: ui.notice.text, tone: ui.notice.tone, strong: true }];
  return null;
}

interface Sides {
  left: Span[];
  right: Span[];
}

/** The gravest alert, or else what waits around the commands; then as many deadlines as fit; the rollback's readiness where the plan does not show it. */
function standing(look: Look, ui: Ui, s: Situation): Sides {
  const { alerts, readiness, deadlines } = s.view;
  const alert = alerts.find(({ tone }) => tone === 'bad') ?? alerts[0];
  const more = alerts.length > 1 ? ` (+${alerts.length - 1})` : '';
  // An alert ends with its hours: what gives way is in the middle.
  const width = s.layout.columns - 1 - widthOf(more);
  const ellipsis = look.theme.ascii ? '~' : '…';
  const text = alert ? cutMiddle(`! ${alert.text}`, width, ellipsis) + more : '';
  const said: Span[] = alert ? [{ text, tone: alert.tone, strong: true }] : todoSpans(s);
  const first = said.length > 0;
  const room = s.layout.columns - 2 - widthOfSpans(said) - (first ? 3 : 0);
  const all = first ? fitting(deadlines, room) : whole(deadlines, room);
  const followedBy = (tail: string) => [
    ...said,
    { text: first && tail !== '' ? ` · ${tail}` : tail },
  ];
  if (!readiness || planInView(ui, s)) return { left: followedBy(all), right: [] };
  const ready = [readinessSpan(look, readiness)];
  const rest = room - widthOfSpans(ready) - 2;
  const less = fitting(deadlines, rest);
  // A way back that is barred outdoes deadlines, never an alert.
  const kept = rest >= 0 && (less === all || readiness.badge.tone === 'bad');
  return kept ? { left: followedBy(less), right: ready } : { left: followedBy(all), right: [] };
}

function todoSpans({ view: { todo } }: Situation): Span[] {
  return todo ? [{ text: todo.text, tone: todo.tone, strong: todo.tone === 'bad' }] : [];
}

function planInView({ page }: Ui, { layout }: Situation): boolean {
  return page === 'main' && layout.panes.plan !== undefined;
}

function troubled({ words }: Situation, why: string): string {
  return `${words.cockpit.notices.engineLost} ${why}`;
}

/** As many deadlines as fit, and at least one: half of one would mislead. */
function whole(deadlines: string, width: number): string {
  return fitting(deadlines, width) || deadlines.split(' · ')[0]!;
}

function fitting(deadlines: string, width: number): string {
  const parts = deadlines.split(' · ');
  while (parts.length > 0 && widthOf(parts.join(' · ')) > width) parts.pop();
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
