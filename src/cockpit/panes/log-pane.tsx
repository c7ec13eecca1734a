import type { LogLine } from '../../view/types.ts';
import { Frame } from '../components/frame.tsx';
import { useLook } from '../look.tsx';
import { cursorOf, rowsOfList } from '../model/lists.ts';
import type { Situation } from '../model/situation.ts';
import type { Ui } from '../model/ui.ts';
import { row, type Span, type Theme } from '../theme.ts';
import type { PaneProps } from './plan-pane.tsx';

/** The last facts of the journal, newest below. */
export function LogPane({ ui, s, ...frame }: PaneProps) {
  const { theme, words } = useLook();
  const room = frame.height - (frame.bottom ? 2 : 1);
  return (
    <Frame
      {...frame}
      title={`4 ${words.cockpit.panes.journal}`}
      rows={journalRows(theme, ui, s, {
        width: frame.width - 4,
        height: room,
        focused: frame.focused,
      })}
    />
  );
}

interface Room {
  width: number;
  height: number;
  focused: boolean;
}

/** Rows of the journal around its cursor, or its end. Only those in view are drawn. */
export function journalRows(theme: Theme, ui: Ui, s: Situation, room: Room): string[] {
  const lines = filteredLog(ui, s);
  const keys = lines.map(line => ({ key: `${line.seq}`, text: '' }));
  const cursor = cursorOf('journal', keys, ui, s);
  const start = Math.max(0, Math.min(lines.length - room.height, cursor - room.height + 1));
  return lines.slice(start, start + room.height).map((line, at) => {
    const selected = room.focused && start + at === cursor;
    return row(theme, room.width, [
      { text: selected ? '>' : ' ', tone: 'active' },
      ...logSpans(line),
    ]);
  });
}

function filteredLog(ui: Ui, s: Situation): readonly LogLine[] {
  if ((ui.filters.journal ?? '') === '') return s.view.log;
  const kept = new Set(rowsOfList('journal', ui, s).map(({ key }) => key));
  return s.view.log.filter(line => kept.has(`${line.seq}`));
}

/** One fact: when, who, what. */
export function logSpans(line: LogLine): Span[] {
  return [
    { text: `${line.time} `, tone: 'muted' },
    { text: `${line.by.padEnd(8).slice(0, 16)} `, tone: 'muted' },
    { text: line.text, tone: line.tone },
  ];
}
