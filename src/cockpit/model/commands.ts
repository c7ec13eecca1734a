/** What each command of the screen does. */

import { errorPattern } from '../../locale/error-words.ts';
import { emptyField } from '../asking/field.ts';
import { ask } from '../asking/question.ts';
import type { CommandId } from '../keys/binding.ts';
import { isPlaybackMove, type PlaybackMoveId, playbackMoves } from '../keys/playback-commands.ts';
import type { Direction } from '../output/search.ts';
import { textToCopy } from './copy.ts';
import { isLooking, looking, mayDecide, primaryOf } from './deciding.ts';
import { dossierLeft, dossierOpened, enterOnRow } from './dossier.ts';
import { isDossier } from './dossier-rows.ts';
import { patternOf } from './filter.ts';
import { guided } from './guided.ts';
import { activeList, boxUnderCursor } from './lists.ts';
import { enterOnMoment, momentsOpened } from './moments.ts';
import { focusNext, folded, jumpTo, move, moved, toggled } from './move.ts';
import { enterOnDocument } from './reading.ts';
import { isGuided, noticed, type Outcome, only, type Situation } from './situation.ts';
import type { Page, Ui } from './ui.ts';

type Run = (ui: Ui, s: Situation, key: string) => Outcome;

const runs: Record<Exclude<CommandId, PlaybackMoveId>, Run> = {
  moveDown: (ui, s) => move(ui, s, 'moveDown'),
  moveUp: (ui, s) => move(ui, s, 'moveUp'),
  pageDown: (ui, s) => move(ui, s, 'pageDown'),
  pageUp: (ui, s) => move(ui, s, 'pageUp'),
  first: (ui, s) => move(ui, s, 'first'),
  last: (ui, s) => move(ui, s, 'last'),
  nextPane: (ui, s) => only(focusNext(ui, s, 1)),
  previousPane: (ui, s) => only(focusNext(ui, s, -1)),
  jumpToPane: (ui, s, key) => only(jumpTo(ui, s, Number(key))),
  unfold: (ui, s) => only(folded(ui, s, true)),
  fold: (ui, s) => only(folded(ui, s, false)),
  goToCurrent: ui => only({ ...ui, page: 'main', focus: 'step', cursors: {}, folds: {} }),
  back: (ui, s) => only(goneBack(ui, s)),
  follow: (ui, s) =>
    only(ui, { type: 'output', move: { type: s.output.anchor ? 'follow' : 'pause' } }),
  nextError: (ui, s) => find(ui, s, errorPattern, 'forward'),
  previousError: (ui, s) => find(ui, s, errorPattern, 'backward'),
  filter: (ui, s) => only(filterOpened(ui, s)),
  nextMatch: (ui, s) => nextMatch(ui, s, 'forward'),
  previousMatch: (ui, s) => nextMatch(ui, s, 'backward'),
  zoom: ui => only(ui.page === 'main' ? { ...ui, zoomed: !ui.zoomed } : ui),
  journal: ui => only(page(ui, 'journal')),
  reading: ui => only(page(ui, 'reading')),
  times: ui => only(page(ui, 'times')),
  agenda: ui => only(dossierOpened(ui, 'agenda')),
  prerequisites: ui => only(dossierOpened(ui, 'prerequisites')),
  people: ui => only(dossierOpened(ui, 'people')),
  messages: ui => only(dossierOpened(ui, 'messages')),
  metrics: ui => only(dossierOpened(ui, 'metrics')),
  help: ui => only(page(ui, 'help')),
  output: (ui, s) => only(pinned(ui, s)),
  copy: (ui, s) => copied(ui, s),
  palette: ui => only({ ...ui, palette: { field: emptyField, cursor: 0 } }),
  act,
  open: act,
  goToTime: ui => only({ ...ui, seeking: emptyField, notice: null }),
  moments: ui => only(momentsOpened(ui)),
  detach: ui => only(ui, { type: 'detach' }),
  interrupt: ui => only({ ...ui, leave: { cursor: 2 } }),
  leave: ui => only(ui, { type: 'detach' }),
};

export function runCommand(id: CommandId, ui: Ui, s: Situation, key: string): Outcome {
  if (isPlaybackMove(id)) return only(ui, { type: 'playback', move: playbackMoves[id] });
  return runs[id](ui, s, key);
}

function page(ui: Ui, to: Page): Ui {
  return { ...ui, page: ui.page === to ? 'main' : to, trail: [] };
}

/** Enter: what it does depends on where one stands, never on two things at once. */
function act(ui: Ui, s: Situation): Outcome {
  if (ui.page === 'reading') return enterOnDocument(ui, s);
  if (isDossier(ui.page)) return enterOnRow(ui, s);
  if (ui.page === 'moments') return enterOnMoment(ui, s);
  if (ui.page !== 'main') return only(pageLeft(ui));
  if (isLooking(s) && ui.focus === 'plan') return only({ ...ui, focus: 'step' });
  if (!mayDecide(s)) return looking(ui, s);
  if (ui.focus === 'plan' && ui.cursors.plan !== undefined && !onCurrent(ui, s))
    return only(toggled(ui, s));
  if (!s.settled) return only(ui);
  if (isGuided(s)) return guided(ui, s);
  const primary = primaryOf(s);
  if (s.readOnly || !primary) return only(noticed(ui, s, s.words.cockpit.notices.nothingToDo));
  return ask(ui, s, primary);
}

function onCurrent(ui: Ui, s: Situation): boolean {
  return s.view.tree.some(row => row.key === ui.cursors.plan && row.current && row.kind === 'step');
}

/** Escape: one level at a time, and out of a filter first. It never quits. */
function goneBack(ui: Ui, s: Situation): Ui {
  const list = activeList(ui, s);
  if (ui.filters[list]) return { ...ui, filters: { ...ui.filters, [list]: '' } };
  if (ui.page === 'section') return { ...ui, page: 'reading' };
  if (isDossier(ui.page)) return dossierLeft(ui);
  if (ui.page !== 'main') return pageLeft(ui);
  if (ui.zoomed) return { ...ui, zoomed: false };
  const home: Ui = { ...ui, focus: 'step', notice: null };
  if (isLooking(s)) {
    const { plan: _, ...cursors } = ui.cursors;
    return { ...home, cursors };
  }
  if (ui.pinned !== null) return { ...home, pinned: null };
  return { ...home, cursors: {} };
}

/** What happened while away comes before the page that opens first. */
function pageLeft(ui: Ui): Ui {
  return { ...ui, page: ui.page === 'away' ? ui.afterAway : 'main' };
}

/** The output of the check of the box under the cursor, else of the latest command beside the plan; or no longer. */
function pinned(ui: Ui, s: Situation): Ui {
  const job = boxUnderCursor(ui, s)?.check?.job ?? s.view.aside?.job ?? null;
  if (job === null) return noticed(ui, s, s.words.cockpit.notices.nothingBeside);
  return { ...ui, page: 'main', pinned: ui.pinned === job ? null : job };
}

function filterOpened(ui: Ui, s: Situation): Ui {
  const list = activeList(ui, s);
  const text = ui.filters[list] ?? '';
  return { ...ui, filtering: { list, field: { text, cursor: [...text].length } } };
}

function find(ui: Ui, s: Situation, pattern: RegExp, direction: Direction): Outcome {
  if (s.output.job === null) return only(noticed(ui, s, s.words.cockpit.follow.noJob));
  return only(ui, { type: 'output', move: { type: 'find', pattern, direction } });
}

function nextMatch(ui: Ui, s: Situation, direction: Direction): Outcome {
  const list = activeList(ui, s);
  if (list !== 'output') return only(moved(ui, s, list, direction === 'forward' ? 1 : -1));
  const filter = ui.filters.output ?? '';
  return filter === '' ? only(ui) : find(ui, s, patternOf(filter), direction);
}

function copied(ui: Ui, s: Situation): Outcome {
  const text = textToCopy(ui, s);
  if (text === '') return only(ui);
  return only(noticed(ui, s, s.words.cockpit.notices.copied, 'good'), { type: 'copy', text });
}
