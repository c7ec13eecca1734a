/** The page of what one may jump to in a run that plays again, and the field of a time to go to. */

import { pressed, typed } from '../asking/field.ts';
import type { Press } from '../keys/press.ts';
import { cursorOf, rowsOfList } from './lists.ts';
import { type Outcome, only, type Situation } from './situation.ts';
import type { Ui } from './ui.ts';

/** Opens with the cursor on the last one that was passed, or closes. */
export function momentsOpened(ui: Ui): Ui {
  const { moments: _, ...cursors } = ui.cursors;
  return { ...ui, page: ui.page === 'moments' ? 'main' : 'moments', trail: [], cursors };
}

/** Goes there, and back to the cockpit: what one chose to see is in view there, not another step. */
export function enterOnMoment(ui: Ui, s: Situation): Outcome {
  const rows = rowsOfList('moments', ui, s);
  const key = rows[cursorOf('moments', rows, ui, s)]?.key;
  const moment = s.playback?.moments[Number(key)];
  if (!moment) return only(ui);
  const { plan: _, ...cursors } = ui.cursors;
  const home: Ui = { ...ui, page: 'main', trail: [], pinned: null, cursors };
  return only(home, { type: 'playback', move: { type: 'seek', at: moment.at } });
}

/** One key in the field of a time. What is no time is kept, to be put right. */
export function timeTyped(ui: Ui, field: NonNullable<Ui['seeking']>, press: Press): Outcome {
  if (press.name === 'escape') return only({ ...ui, seeking: null });
  if (press.name !== 'enter') return only({ ...ui, seeking: pressed(field, press) });
  const text = field.text.trim();
  if (text === '') return only({ ...ui, seeking: null });
  return only(ui, { type: 'playback', move: { type: 'seekTo', text } });
}

export function timePasted(ui: Ui, field: NonNullable<Ui['seeking']>, text: string): Ui {
  return { ...ui, seeking: typed(field, text.trim()) };
}
