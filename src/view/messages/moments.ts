/** When a message that is sent once is owed. */
import type { Message } from '../../plan/types.ts';
import { keyFor } from '../../plan/vocabulary/recognise.ts';
import { instant, isRollback, type Scene } from '../scene/scene.ts';
import { instantAt } from '../schedule/time.ts';
import { windowOf } from '../schedule/window.ts';
import { endOfMaintenance } from './ending.ts';

/** When it came due, or will; milliseconds. */
export interface Due {
  /** Null where nobody can say yet. */
  at: number | null;
  came: boolean;
  /** Its moment has gone by: nothing is owed any more. */
  over: boolean;
  /** It waits for something to happen, and not for a mere day. */
  event: boolean;
}

/** Before, during or after the maintenance; undefined where the plan does not say. */
export function momentOf({ id, title }: Message): 'before' | 'during' | 'after' | undefined {
  if (id === 'before' || id === 'during' || id === 'after') return id;
  return keyFor(title, words => words.moments);
}

/** Asked of messages that are sent once; those of the checkpoints follow the decisions. */
export function dueOf(scene: Scene, message: Message): Due {
  const moment = momentOf(message);
  if (moment === 'after') return afterTheEnd(scene, message);
  if (moment === 'during' && windowOf(scene)) return whileOpen(scene);
  return onItsDay(scene, message, moment === 'before');
}

/** Where the plan names a day as well, that day must have come. */
function afterTheEnd(scene: Scene, { offsetDays }: Message): Due {
  const end = endOfMaintenance(scene);
  const date = offsetDays === undefined ? null : dayAt(scene, offsetDays);
  if (end === null) return { at: date, came: false, over: false, event: true };
  const at = Math.max(end, date ?? end);
  return { at, came: scene.now >= at, over: false, event: true };
}

function whileOpen(scene: Scene): Due {
  const { openedAt, closedAt, opensAt } = windowOf(scene)!;
  const over = closedAt !== null || instant(scene.context.endedAt) !== null;
  return { at: openedAt ?? opensAt, came: openedAt !== null, over, event: true };
}

/** Late is better than never, but an announcement makes no sense once what it announces is over. */
function onItsDay(scene: Scene, { offsetDays = 0 }: Message, before: boolean): Due {
  const at = dayAt(scene, offsetDays);
  const announces = before || offsetDays < 0;
  const over = announces && (endOfMaintenance(scene) !== null || isRollback(scene));
  return { at, came: at !== null && scene.now >= at, over, event: false };
}

function dayAt(scene: Scene, offset: number): number | null {
  const { run } = scene.context;
  return run && instantAt(run.date, offset, '00:00', scene.zone);
}
