/** Every key, once in each mode: the bottom bar, the help, the palette and the keyboard all read this table. */
import type { Words } from '../../locale/locale.ts';
import type { ChoiceId } from '../../view/types.ts';
import { type Binding, type CommandId, isIn, type Mode } from './binding.ts';

const driving = ['driving'] as const;
const looking = ['watching', 'replaying'] as const;
const replaying = ['replaying'] as const;
const live = ['driving', 'watching'] as const;

const keymap: readonly Binding[] = [
  {
    command: 'act',
    keys: ['enter'],
    group: 'acting',
    choices: ['start', 'confirm', 'reach'],
    modes: driving,
  },
  { choices: ['start'], keys: ['L'], group: 'acting' },
  { choices: ['tickPass'], keys: ['space'], group: 'acting' },
  { choices: ['tickFail'], keys: ['x'], group: 'acting' },
  { choices: ['go'], keys: ['+'], group: 'acting' },
  { choices: ['noGo'], keys: ['-'], group: 'acting' },
  { choices: ['review'], keys: ['v'], group: 'acting' },
  { choices: ['check'], keys: ['c'], group: 'acting' },
  { choices: ['retry'], keys: ['t'], group: 'acting' },
  { choices: ['amend', 'editMessage'], keys: ['M'], group: 'acting' },
  { choices: ['accept'], keys: ['a'], group: 'acting' },
  { choices: ['skip'], keys: ['S'], group: 'acting' },
  { choices: ['redo'], keys: ['D'], group: 'acting' },
  { choices: ['stop'], keys: ['X'], group: 'acting' },
  { choices: ['abandon'], keys: ['B'], group: 'acting' },
  { choices: ['rollback'], keys: ['R'], group: 'acting' },
  { choices: ['validate'], keys: ['V'], group: 'acting' },
  { choices: ['adhoc'], keys: ['!'], group: 'acting' },
  { choices: ['stopAside'], keys: ['K'], group: 'acting' },
  { choices: ['bind'], keys: ['b'], group: 'acting' },
  { choices: ['hold', 'resume'], keys: ['h'], group: 'acting' },
  { choices: ['pace'], keys: ['p'], group: 'acting' },
  { choices: ['note'], keys: ['m'], group: 'acting' },
  { choices: ['lesson'], keys: ['J'], group: 'acting' },
  { choices: ['openStage'], keys: ['I'], group: 'acting' },
  { choices: ['waive'], keys: ['W'], group: 'acting' },
  { choices: ['told'], keys: ['T'], group: 'acting' },
  { choices: ['enterFigure'], keys: ['='], group: 'acting' },
  { choices: ['attest'], keys: ['O'], group: 'acting' },
  { choices: ['handOver'], keys: ['H'], group: 'acting' },
  { choices: ['close'], keys: ['F'], group: 'acting' },
  { choices: ['abort'], keys: ['A'], group: 'acting' },

  { command: 'playPause', keys: ['space'], group: 'replaying', modes: replaying },
  { command: 'faster', keys: ['+'], group: 'replaying', modes: replaying },
  { command: 'slower', keys: ['-'], group: 'replaying', modes: replaying },
  { command: 'forward', keys: ['right'], group: 'replaying', modes: replaying },
  { command: 'backward', keys: ['left'], group: 'replaying', modes: replaying },
  { command: 'goToTime', keys: ['t'], group: 'replaying', modes: replaying },
  { command: 'nextCheckpoint', keys: ['v'], group: 'replaying', modes: replaying },
  { command: 'previousCheckpoint', keys: ['V'], group: 'replaying', modes: replaying },
  { command: 'nextFailure', keys: ['x'], group: 'replaying', modes: replaying },
  { command: 'previousFailure', keys: ['X'], group: 'replaying', modes: replaying },
  { command: 'nextDecision', keys: ['a'], group: 'replaying', modes: replaying },
  { command: 'previousDecision', keys: ['A'], group: 'replaying', modes: replaying },
  { command: 'nextDelay', keys: ['h'], group: 'replaying', modes: replaying },
  { command: 'previousDelay', keys: ['H'], group: 'replaying', modes: replaying },
  { command: 'nextMoment', keys: ['m'], group: 'replaying', modes: replaying },
  { command: 'previousMoment', keys: ['M'], group: 'replaying', modes: replaying },
  { command: 'moments', keys: ['J'], group: 'replaying', modes: replaying },

  { command: 'open', keys: ['enter'], group: 'moving', modes: looking },
  { command: 'moveDown', keys: ['j', 'down'], group: 'moving' },
  { command: 'moveUp', keys: ['k', 'up'], group: 'moving' },
  { command: 'pageDown', keys: ['pageDown', 'ctrl+d'], group: 'moving' },
  { command: 'pageUp', keys: ['pageUp', 'ctrl+u'], group: 'moving' },
  { command: 'first', keys: ['g', 'home'], group: 'moving' },
  { command: 'last', keys: ['G', 'end'], group: 'moving' },
  { command: 'nextPane', keys: ['tab'], group: 'moving' },
  { command: 'previousPane', keys: ['shift+tab'], group: 'moving' },
  { command: 'jumpToPane', keys: ['1', '2', '3', '4'], group: 'moving' },
  { command: 'unfold', keys: ['right'], group: 'moving', modes: live },
  { command: 'fold', keys: ['left'], group: 'moving', modes: live },
  { command: 'goToCurrent', keys: ['.'], group: 'moving' },
  { command: 'back', keys: ['escape'], group: 'moving' },

  { command: 'follow', keys: ['f'], group: 'watching' },
  { command: 'output', keys: ['o'], group: 'watching' },
  { command: 'nextError', keys: ['e'], group: 'watching' },
  { command: 'previousError', keys: ['E'], group: 'watching' },
  { command: 'filter', keys: ['/'], group: 'watching' },
  { command: 'nextMatch', keys: ['n'], group: 'watching' },
  { command: 'previousMatch', keys: ['N'], group: 'watching' },
  { command: 'zoom', keys: ['z'], group: 'watching' },
  { command: 'journal', keys: ['l'], group: 'watching' },
  { command: 'reading', keys: ['r'], group: 'watching' },
  { command: 'times', keys: ['d'], group: 'watching' },
  { command: 'agenda', keys: ['i'], group: 'watching' },
  { command: 'prerequisites', keys: ['P'], group: 'watching' },
  { command: 'people', keys: ['w'], group: 'watching' },
  { command: 'messages', keys: ['C'], group: 'watching' },
  { command: 'metrics', keys: ['s'], group: 'watching' },
  { command: 'copy', keys: ['y'], group: 'watching' },
  { command: 'palette', keys: [':'], group: 'watching' },
  { command: 'help', keys: ['?'], group: 'watching' },

  { command: 'detach', keys: ['q'], group: 'leaving', modes: driving },
  { command: 'interrupt', keys: ['ctrl+c'], group: 'leaving', modes: driving },
  // Whoever only looks has nothing to stop.
  { command: 'leave', keys: ['q', 'ctrl+c'], group: 'leaving', modes: looking },
];

const modes: Record<Mode, readonly Binding[]> = {
  driving: keymap.filter(binding => isIn(binding, 'driving')),
  watching: keymap.filter(binding => isIn(binding, 'watching')),
  replaying: keymap.filter(binding => isIn(binding, 'replaying')),
};

/** The rows of a mode, in the order of the help. */
export function bindingsIn(mode: Mode): readonly Binding[] {
  return modes[mode];
}

export function bindingOf(key: string, mode: Mode): Binding | undefined {
  return modes[mode].find(({ keys }) => keys.includes(key));
}

/** The key of a command or a choice; '' when it is reached through the palette only. */
export function keyOf(what: CommandId | ChoiceId): string {
  const own = keymap.find(({ command, choices }) =>
    command === undefined ? choices?.includes(what as ChoiceId) : command === what,
  );
  return own?.keys[0] ?? '';
}

/** Movements may come many at once from a held key; anything else many at once is a paste. */
export function isMove(key: string, mode: Mode): boolean {
  const group = bindingOf(key, mode)?.group;
  return (group === 'moving' || group === 'replaying') && key !== 'escape' && key !== 'enter';
}

/** A key as written on screen: `Entrée`, `Ctrl-C`, `j`. */
export function keyLabel(key: string, words: Words): string {
  const { keyNames } = words.cockpit;
  if (key.startsWith('ctrl+')) return `${keyNames.control}-${key.slice(5).toUpperCase()}`;
  if (key === 'shift+tab') return keyNames.shiftTab;
  return (keyNames as Record<string, string>)[key] ?? key;
}
