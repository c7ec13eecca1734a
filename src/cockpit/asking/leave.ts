/** Ctrl-C: it stops nothing by itself, it asks. */
import type { Press } from '../keys/press.ts';
import { choiceOf } from '../model/deciding.ts';
import { noticed, type Outcome, only, type Situation } from '../model/situation.ts';
import type { Ui } from '../model/ui.ts';
import { ask, type Leave } from './question.ts';

export type LeaveId = 'stop' | 'detach' | 'stay';

export const leaveIds: readonly LeaveId[] = ['stop', 'detach', 'stay'];

/** One key while it asks; staying is under the cursor, so that Enter alone changes nothing. */
export function answerLeave(ui: Ui, leave: Leave, press: Press, s: Situation): Outcome {
  const closed = { ...ui, leave: null };
  const { name } = press;
  if (name === 'escape' || name === 'ctrl+c') return only(closed);
  if (name === 'enter') return picked(closed, leaveIds[leave.cursor]!, s);
  if (name === '1' || name === '2' || name === '3')
    return only({ ...ui, leave: { cursor: Number(name) - 1 } });
  const by = name === 'down' || name === 'j' ? 1 : name === 'up' || name === 'k' ? -1 : 0;
  return only({ ...ui, leave: { cursor: Math.max(0, Math.min(2, leave.cursor + by)) } });
}

function picked(ui: Ui, id: LeaveId, s: Situation): Outcome {
  if (id === 'stay') return only(ui);
  if (id === 'detach') return only(ui, { type: 'detach' });
  const stop = choiceOf(s, ['stop']);
  if (!stop || s.readOnly || s.acting)
    return only(noticed(ui, s, s.words.cockpit.notices.nothingToStop));
  if (!stop.enabled || stop.word !== '') return ask(ui, s, stop);
  const answers = { reason: s.words.cockpit.interrupt.stopReason };
  return only(ui, { type: 'act', choice: stop, answers });
}
