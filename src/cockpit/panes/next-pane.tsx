import type { NextView } from '../../view/types.ts';
import { Frame } from '../components/frame.tsx';
import { windowStart } from '../components/window.ts';
import { useLook } from '../look.tsx';
import { cursorOf, rowsOfList } from '../model/lists.ts';
import { row, type Span, type Theme } from '../theme.ts';
import type { PaneProps } from './plan-pane.tsx';

/** What comes next and who does it. */
export function NextPane({ ui, s, ...frame }: PaneProps) {
  const { theme, words } = useLook();
  const width = frame.width - 4;
  const listed = rowsOfList('next', ui, s);
  const cursor = cursorOf('next', listed, ui, s);
  const room = frame.height - (frame.bottom ? 2 : 1);
  const start = windowStart(listed.length, room, cursor);
  const rows = listed.slice(start, start + room).map(({ key }, at) => {
    const [left, right] = nextSpans(theme, s.view.next[Number(key)]!);
    const mark = frame.focused && start + at === cursor ? '>' : ' ';
    return row(theme, width, [{ text: mark, tone: 'active' }, ...left], right);
  });
  const empty = row(theme, width, [{ text: words.cockpit.notices.nothingNext, tone: 'muted' }]);
  return (
    <Frame
      {...frame}
      title={`3 ${words.cockpit.panes.next}`}
      rows={rows.length > 0 ? rows : [empty]}
    />
  );
}

/** One action to come: a human's stands out by its sign and weight. */
export function nextSpans(theme: Theme, next: NextView): [Span[], Span[]] {
  const sign = next.human ? (theme.ascii ? '*' : '◆') : theme.ascii ? '-' : '·';
  const left: Span[] = [
    { text: `${sign} `, tone: next.human ? 'warning' : 'muted' },
    { text: next.time === '' ? '' : `${next.time} ` },
    { text: next.title, strong: next.human },
  ];
  const right: Span[] = [
    { text: next.who, tone: next.human ? 'warning' : 'muted' },
    { text: next.due === '' ? '' : `  ${next.due}`, tone: 'muted' },
  ];
  return [left, right];
}
