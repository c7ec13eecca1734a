/** Every list of the screen as keyed rows, so that cursors, filters and pages work the same everywhere. */

import type { BoxView, DossierRow, TimeRow } from '../../view/types.ts';
import { modeOf } from '../keys/binding.ts';
import { bindingText } from '../keys/binding-text.ts';
import { bindingsIn, keyLabel } from '../keys/keymap.ts';
import { isDossier, restingRow, rowsToChoose, textOfRow } from './dossier-rows.ts';
import { matches } from './filter.ts';
import { linkKey, sectionRows } from './sections.ts';
import { isGuided, type Situation } from './situation.ts';
import { currentIndex, textOf, visibleRows } from './tree.ts';
import type { ListId, Ui } from './ui.ts';

export interface ListRow {
  key: string;
  text: string;
}

const ofDossier = (_ui: Ui, { dossier }: Situation): ListRow[] =>
  rowsToChoose(dossier).map(row => ({ key: row.key, text: textOfRow(row) }));

const sources: Record<Exclude<ListId, 'plan'>, (ui: Ui, s: Situation) => ListRow[]> = {
  boxes: (_ui, s) =>
    (s.shown?.boxes ?? []).map(box => ({ key: box.id, text: `${box.title} ${box.note}` })),
  actions: (_ui, s) =>
    isGuided(s)
      ? (s.shown?.actions ?? []).map(({ text, label }, at) => ({
          key: `${at}`,
          text: `${text} ${label}`,
        }))
      : [],
  next: (_ui, s) =>
    s.view.next.map((next, at) => ({
      key: `${at}`,
      text: `${next.time} ${next.title} ${next.who}`,
    })),
  journal: (_ui, s) =>
    s.view.log.map(line => ({ key: `${line.seq}`, text: `${line.time} ${line.by} ${line.text}` })),
  away: (_ui, s) => s.view.away.map((line, at) => ({ key: `${at}`, text: line.text })),
  reading: (_ui, s) => [
    ...s.reading.map((section, at) => ({ key: `${at}`, text: section.title })),
    ...s.links.map(({ text, url }, at) => ({ key: linkKey(at), text: `${text} — ${url}` })),
  ],
  section: (ui, s) =>
    sectionRows(ui.section, s.layout.columns - 4).map((text, at) => ({ key: `${at}`, text })),
  agenda: ofDossier,
  prerequisites: ofDossier,
  people: ofDossier,
  messages: ofDossier,
  metrics: ofDossier,
  times: (_ui, { view: { times, readiness } }) => {
    const isDeadline = ({ kind }: TimeRow) => kind === 'deadline';
    return [
      ...times.filter(isDeadline).map(timeText),
      ...(readiness?.pieces ?? []).map(({ badge, label, detail }, at) => ({
        key: pieceKey(at),
        text: [label, detail || badge.word].filter(Boolean).join(' '),
      })),
      ...times.filter(line => !isDeadline(line)).map(timeText),
    ];
  },
  moments: (_ui, { playback }) =>
    (playback?.moments ?? []).map(({ badge, time, text }, at) => ({
      key: `${at}`,
      text: `${badge.word} ${time} ${text}`,
    })),
  help: (_ui, s) =>
    bindingsIn(modeOf(s)).map((binding, at) => ({
      key: `${at}`,
      text: `${binding.keys.map(key => keyLabel(key, s.words)).join(' ')} ${bindingText(binding, s.words)}`,
    })),
};

/** A piece of the rollback's readiness, on the page of times. */
export function pieceKey(at: number): string {
  return `piece:${at}`;
}

function timeText({ key, number, title, planned, actual, forecast, drift }: TimeRow): ListRow {
  const text = [number, title, planned, actual, forecast, drift].filter(Boolean).join(' ');
  return { key, text };
}

/** Rows of a list once its filter is applied. */
export function rowsOfList(list: ListId, ui: Ui, s: Situation): ListRow[] {
  const filter = ui.filters[list] ?? '';
  if (list === 'plan') {
    return visibleRows(s.view.tree, ui.folds, filter).map(row => ({
      key: row.key,
      text: textOf(row),
    }));
  }
  const rows = sources[list](ui, s);
  return filter === '' ? rows : rows.filter(row => matches(row.text, filter));
}

/** Where a list's cursor is when nobody moved it. */
function restingAt(list: ListId, rows: readonly ListRow[], s: Situation): number {
  if (list === 'journal') return rows.length - 1;
  if (list === 'moments') return restingMoment(rows, s);
  if (list === 'boxes') {
    const open = s.shown?.boxes.find(box => box.mark === 'open')?.id;
    return Math.max(
      0,
      rows.findIndex(row => row.key === open),
    );
  }
  if (list === 'times') {
    const current = s.view.times.findLast(row => row.current)?.key;
    return Math.max(
      0,
      rows.findIndex(row => row.key === current),
    );
  }
  if (isDossier(list)) return restingRow(rows, s.dossier);
  if (list !== 'plan') return 0;
  const current = s.view.tree[currentIndex(s.view.tree)]?.key;
  return Math.max(
    0,
    rows.findIndex(row => row.key === current),
  );
}

/** Among the rows that a filter left, the last moment that was passed. */
function restingMoment(rows: readonly ListRow[], { playback }: Situation): number {
  const passed = playback?.passed ?? -1;
  return Math.max(
    0,
    rows.findLastIndex(({ key }) => Number(key) <= passed),
  );
}

/** Index of the row under the cursor. */
export function cursorOf(list: ListId, rows: readonly ListRow[], ui: Ui, s: Situation): number {
  const key = ui.cursors[list];
  const at = key === undefined ? -1 : rows.findIndex(row => row.key === key);
  return at >= 0 ? at : restingAt(list, rows, s);
}

/** The box that Space and `c` are about, if any. */
export function boxUnderCursor(ui: Ui, s: Situation): BoxView | undefined {
  const rows = rowsOfList('boxes', ui, s);
  const key = rows[cursorOf('boxes', rows, ui, s)]?.key;
  return s.shown?.boxes.find(box => box.id === key);
}

/** The row that keys act on, on a page about what surrounds the commands; none elsewhere. */
export function rowUnderCursor(ui: Ui, s: Situation): DossierRow | undefined {
  if (!isDossier(ui.page)) return undefined;
  const rows = rowsOfList(ui.page, ui, s);
  const key = rows[cursorOf(ui.page, rows, ui, s)]?.key;
  return s.dossier?.rows.find(row => row.kind === 'row' && row.key === key);
}

/** The list that keys move now, or the command's output. */
export function activeList(ui: Ui, s: Situation): ListId | 'output' {
  if (ui.page !== 'main') return ui.page;
  if (ui.focus !== 'step') return ui.focus;
  if (isGuided(s)) return 'actions';
  return (s.shown?.boxes.length ?? 0) > 0 ? 'boxes' : 'output';
}
