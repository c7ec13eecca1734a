import { type Look, useLook } from '../look.tsx';
import { patternOf } from '../model/filter.ts';
import { rowsOfList } from '../model/lists.ts';
import type { Situation } from '../model/situation.ts';
import type { ListId, Ui } from '../model/ui.ts';
import { textOf } from '../output/window.ts';
import { readinessSpan } from '../panes/readiness.ts';
import { cutMiddle, fittingParts, wholeParts, widthOf } from '../text/fit.ts';
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

/** The gravest alert, what waits around the commands where there is room; then as many deadlines as fit; the rollback's readiness where the plan does not show it. */
function standing(look: Look, ui: Ui, s: Situation): Sides {
  const { alerts, readiness } = s.view;
  const alert = alerts.find(({ tone }) => tone === 'bad') ?? alerts[0];
  const more = alerts.length > 1 ? ` (+${alerts.length - 1})` : '';
  // An alert ends with its hours: what gives way is in the middle.
  const width = s.layout.columns - 1 - widthOf(more);
  const ellipsis = look.theme.ascii ? '~' : '…';
  const text = alert ? cutMiddle(`! ${alert.text}`, width, ellipsis) + more : '';
  const alerted: Span[] = alert ? [{ text, tone: alert.tone, strong: true }] : [];
  const said = withTodo(s, alerted);
  const first = said.length > 0;
  // Folded to ASCII, the sign between them is another.
  const between = s.words.units.separator;
  const parts = s.view.deadlines.split(between);
  const deadlines = first ? unsaidAbove(s.view, parts) : parts;
  const room = s.layout.columns - 2 - widthOfSpans(said) - (first ? 3 : 0);
  const all = first ? fittingParts(deadlines, room, between) : wholeParts(deadlines, room, between);
  const followedBy = (tail: string) => [
    ...said,
    { text: first && tail !== '' ? `${between}${tail}` : tail },
  ];
  if (!readiness || planInView(ui, s)) return { left: followedBy(all), right: [] };
  const ready = [readinessSpan(look, readiness)];
  const rest = room - widthOfSpans(ready) - 2;
  const less = fittingParts(deadlines, rest, between);
  // A way back that is barred outdoes deadlines, never an alert.
  const kept = rest >= 0 && (less === all || readiness.badge.tone === 'bad');
  return kept ? { left: followedBy(less), right: ready } : { left: followedBy(all), right: [] };
}

/** The header keeps its last figure when something takes this line: saying it twice would hide another. */
function unsaidAbove({ header }: Situation['view'], deadlines: readonly string[]): string[] {
  const above = header.figures.at(-1)?.text;
  return deadlines.filter(part => part !== above);
}

/** What waits outdoes deadlines; cut short behind an alert it would say nothing. */
function withTodo(s: Situation, alerted: Span[]): Span[] {
  const todo = todoSpans(s);
  if (alerted.length === 0 || todo.length === 0) return [...alerted, ...todo];
  const both = [...alerted, { text: s.words.units.separator }, ...todo];
  return widthOfSpans(both) <= s.layout.columns - 2 ? both : alerted;
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
