import type { DossierId, Moment } from '../../view/types.ts';
import type { FrameProps } from '../components/frame.tsx';
import { Frame } from '../components/frame.tsx';
import { windowStart } from '../components/window.ts';
import { modeOf } from '../keys/binding.ts';
import { bindingText, groupText } from '../keys/binding-text.ts';
import { bindingsIn, keyLabel } from '../keys/keymap.ts';
import { type Look, useLook } from '../look.tsx';
import { cursorOf, type ListRow, rowsOfList } from '../model/lists.ts';
import { linkOf } from '../model/sections.ts';
import type { Link, Situation } from '../model/situation.ts';
import type { Page, Ui } from '../model/ui.ts';
import { journalRows, logSpans } from '../panes/log-pane.tsx';
import { timesRows } from '../panes/times/rows.ts';
import { row, type Span } from '../theme.ts';

type ListPage = Exclude<Page, 'main' | DossierId>;

/** A page that covers the cockpit: the journal, the document, the hours, the help, moments, what happened while away. */
export function ListPage({ page, ui, s }: { page: ListPage; ui: Ui; s: Situation }) {
  const look = useLook();
  const width = s.layout.columns;
  const height = s.layout.body;
  const frame: Omit<FrameProps, 'rows'> = {
    title: titleOf(page, ui, s),
    width,
    height,
    focused: true,
    hangs: false,
    bottom: true,
  };
  const room = { width: width - 4, height: height - 2 };
  if (page === 'journal') {
    const rows = journalRows(look.theme, ui, s, { ...room, focused: true });
    return <Frame {...frame} rows={rows} />;
  }
  if (page === 'times') return <Frame {...frame} rows={timesRows(look, ui, s, room)} />;
  const all = rowsOfList(page, ui, s);
  const cursor = cursorOf(page, all, ui, s);
  const start = windowStart(all.length, height - 2, cursor);
  if (page === 'moments' && s.playback?.moments.length === 0) {
    const { noMoments } = s.words.seen.playback.keys;
    return <Frame {...frame} rows={[row(look.theme, width - 4, [{ text: noMoments }])]} />;
  }
  const rows = all.slice(start, start + height - 2).map((line, at) => {
    const [spans, right] = spansOf(look, page, line, s);
    const selected = start + at === cursor && page !== 'away';
    return row(
      look.theme,
      width - 4,
      [{ text: selected ? '> ' : '  ', tone: 'active' }, ...spans],
      right,
    );
  });
  const note = {
    text:
      page === 'away'
        ? look.words.cockpit.notices.anyKey
        : `${Math.min(cursor + 1, all.length)}/${all.length}`,
  };
  return <Frame {...frame} note={{ ...note, tone: 'muted' }} rows={rows} />;
}

function titleOf(page: ListPage, ui: Ui, s: Situation): string {
  const { panes, help } = s.words.cockpit;
  if (page === 'section') return ui.section?.title ?? panes.reading;
  if (page === 'moments') return s.words.seen.playback.keys.moments;
  return page === 'help' ? help.title : panes[page];
}

/** What stands at the left and at the right of a row. */
function spansOf(look: Look, page: ListPage, line: ListRow, s: Situation): [Span[], Span[]] {
  if (page === 'help') return helpSpans(look, s, Number(line.key));
  const moment = page === 'moments' ? s.playback?.moments[Number(line.key)] : undefined;
  if (moment) return [momentSpans(moment), []];
  const link = page === 'reading' ? linkOf(s, line.key) : undefined;
  if (link) return linkSpans(look, link);
  const fact = page === 'away' ? s.view.away[Number(line.key)] : undefined;
  return [fact ? logSpans(fact) : [{ text: line.text }], []];
}

function momentSpans({ badge, time, text }: Moment): Span[] {
  return [
    { text: `${badge.glyph} ${badge.word.padEnd(14)} `, tone: badge.tone, strong: true },
    { text: `${time}  `, tone: 'muted' },
    { text },
  ];
}

function linkSpans({ words }: Look, { text, url, exists }: Link): [Span[], Span[]] {
  const missing = exists === false ? words.cockpit.panes.missing : '';
  return [[{ text }, { text: ` — ${url}`, tone: 'muted' }], [{ text: missing, tone: 'warning' }]];
}

function helpSpans({ words }: Look, s: Situation, at: number): [Span[], Span[]] {
  const binding = bindingsIn(modeOf(s))[at]!;
  const keys = binding.keys.map(key => keyLabel(key, words)).join('  ');
  const left: Span[] = [
    { text: keys.padEnd(20), tone: 'active', strong: true },
    { text: bindingText(binding, words) },
  ];
  return [left, [{ text: groupText(binding.group, words), tone: 'muted' }]];
}
