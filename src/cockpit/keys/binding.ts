/** One row of the keymap: which keys, where they are, and what they do. */
import type { ChoiceId, DossierId } from '../../view/types.ts';
import type { PlaybackCommand } from './playback-commands.ts';

export type Group = 'moving' | 'acting' | 'replaying' | 'watching' | 'leaving';

/** `driving`: with the helm. `watching`: without it. `replaying`: a run that plays again. */
export type Mode = 'driving' | 'watching' | 'replaying';

/** Commands of the screen itself. */
export type CommandId =
  | 'moveDown'
  | 'moveUp'
  | 'pageDown'
  | 'pageUp'
  | 'first'
  | 'last'
  | 'nextPane'
  | 'previousPane'
  | 'jumpToPane'
  | 'unfold'
  | 'fold'
  | 'goToCurrent'
  | 'back'
  | 'follow'
  | 'output'
  | 'nextError'
  | 'previousError'
  | 'filter'
  | 'nextMatch'
  | 'previousMatch'
  | 'zoom'
  | 'journal'
  | 'reading'
  | 'times'
  | DossierId
  | 'copy'
  | 'palette'
  | 'help'
  | 'act'
  /** Enter of whoever only looks. */
  | 'open'
  | 'detach'
  | 'interrupt'
  /** Whoever only looks goes; nothing is asked. */
  | 'leave'
  | PlaybackCommand;

export interface Binding {
  keys: readonly string[];
  group: Group;
  /** What it does here, or else which choices it makes. */
  command?: CommandId;
  choices?: readonly ChoiceId[];
  /** Everywhere when absent; choices are the driver's alone. */
  modes?: readonly Mode[];
}

/** From where one looks: a replay has no helm either. */
export function modeOf({ readOnly, playback }: { readOnly: boolean; playback: unknown }): Mode {
  if (playback) return 'replaying';
  return readOnly ? 'watching' : 'driving';
}

export function isIn({ modes, choices }: Binding, mode: Mode): boolean {
  return modes ? modes.includes(mode) : choices === undefined || mode === 'driving';
}
