/** Each time that a message of the plan is to be sent, and whether it was. */
import { occasionOf } from '../../../machines/occasion.ts';
import type { Message } from '../../plan/types.ts';
import { instant, type Scene } from '../scene/scene.ts';
import { decidedCheckpoints } from './decisions.ts';
import { departuresOf } from './departures.ts';
import { endOfMaintenance } from './ending.ts';
import { type Due, dueOf } from './moments.ts';

export interface Occasion {
  /** `before`, `during@4.3`. */
  occasion: string;
  message: Message;
  /** `done`: it left since it came due, or the operator says so. What may have left is not done. */
  due: 'later' | 'due' | 'done';
  /** When it came due, or will; milliseconds, null where nobody can say yet. */
  dueAt: number | null;
  /** The checkpoint that it tells of. */
  step?: string;
  /** Not sent, and its moment has gone by. */
  missed?: true;
}

/** In the plan's order; a message that is sent at each checkpoint has one for each that was decided. */
export function occasionsOf(scene: Scene): Occasion[] {
  return scene.plan.messages.flatMap(message =>
    message.each === 'checkpoint'
      ? atCheckpoints(scene, message)
      : [settled(scene, message, dueOf(scene, message))],
  );
}

/** Once the maintenance is over, a checkpoint is no news to anybody. */
function atCheckpoints(scene: Scene, message: Message): Occasion[] {
  const over = endOfMaintenance(scene) !== null || instant(scene.context.endedAt) !== null;
  return decidedCheckpoints(scene).map(({ step, at }) =>
    settled(scene, message, { at, came: true, over, event: true }, step),
  );
}

function settled(scene: Scene, message: Message, due: Due, step?: string): Occasion {
  const occasion = occasionOf(message.id, step);
  const done = departuresOf(scene, occasion).some(({ decidedAt }) => tells(due, decidedAt));
  const owed = due.came && !due.over;
  return {
    occasion,
    message,
    due: done ? 'done' : owed ? 'due' : 'later',
    dueAt: due.at,
    ...(step !== undefined && { step }),
    ...(due.over && !done && { missed: true as const }),
  };
}

/** What was decided before something happened does not tell of it; a mere day may be anticipated. */
function tells({ event, came, at }: Due, decidedAt: number): boolean {
  return !event || (came && at !== null && decidedAt >= at);
}

/** Was it tried for what is owed now? What came before tells of something else. */
export function isOfNow({ due, dueAt }: Occasion, decidedAt: number): boolean {
  return due !== 'due' || dueAt === null || decidedAt >= dueAt;
}
