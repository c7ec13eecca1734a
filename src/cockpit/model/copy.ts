/** What `y` takes: the row under the cursor, or the output in view, or the command. */

import { textOf } from '../output/window.ts';
import { inert } from '../text/inert.ts';
import { activeList, cursorOf, rowsOfList, rowUnderCursor } from './lists.ts';
import { linkOf } from './sections.ts';
import type { Situation } from './situation.ts';
import type { Ui } from './ui.ts';

/** Terminals refuse more than about 75,000 characters, once encoded. */
const most = 48_000;

export function textToCopy(ui: Ui, s: Situation): string {
  const list = activeList(ui, s);
  if (list === 'output') return outputText(s) || commandText(s);
  const own = rowUnderCursor(ui, s);
  if (own) return (own.copy ?? own.text).slice(0, most);
  const rows = rowsOfList(list, ui, s);
  const row = rows[cursorOf(list, rows, ui, s)];
  const link = list === 'reading' ? linkOf(s, row?.key ?? '') : undefined;
  return link?.url ?? row?.text.trim() ?? '';
}

function outputText(s: Situation): string {
  const { window, anchor } = s.output;
  const lines = window.lines.filter(line => anchor === null || line.offset >= anchor.offset);
  const kept = anchor === null ? lines.slice(-s.layout.body) : lines.slice(0, s.layout.body);
  return kept
    .map(line => inert(textOf(line)))
    .join('\n')
    .slice(0, most);
}

function commandText(s: Situation): string {
  return (s.shown?.commands ?? [])
    .map(command => command.script)
    .join('\n')
    .slice(0, most);
}
