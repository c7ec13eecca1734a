/** The vocabulary of effects: what the machine asks the world to do. Data only. */

export interface StartJob {
  type: 'startJob';
  job: string;
  step: string;
  command: number;
}

export interface CancelJob {
  type: 'cancelJob';
  job: string;
}

/** A human is needed: bell, desktop notification. */
export interface CallHuman {
  type: 'callHuman';
  step: string;
  why: 'failed' | 'inDoubt' | 'checkpoint' | 'gate' | 'manual' | 'validation' | 'closing';
}

/** One message through one channel, once. */
export interface SendMessage {
  type: 'sendMessage';
  delivery: string;
}

export type Effect = StartJob | CancelJob | CallHuman | SendMessage;

const names: ReadonlySet<string> = new Set<Effect['type']>([
  'startJob',
  'cancelJob',
  'callHuman',
  'sendMessage',
]);

/** Turns the actions of one XState transition into effects, in order; the machine's own bookkeeping is left out. */
export function effectsOf(actions: readonly { type: string; params?: unknown }[]): Effect[] {
  return actions
    .filter(action => names.has(action.type))
    .map(action => ({ type: action.type, ...(action.params as object) }) as Effect);
}
