/** What a key does, in words: for the help and the palette. */
import type { Words } from '../../locale/locale.ts';
import type { Binding, CommandId, Group } from './binding.ts';

export function commandText(command: CommandId, words: Words): string {
  const { help, panes } = words.cockpit;
  if (command === 'interrupt') return words.cockpit.interrupt.help;
  const texts: Record<string, string> = { ...help, ...words.seen.playback.keys.help };
  return texts[command] ?? panes.help;
}

/** One line for one row of the keymap. */
export function bindingText(binding: Binding, words: Words): string {
  if (binding.command) return commandText(binding.command, words);
  const { acts } = words.cockpit;
  return (binding.choices ?? []).map(choice => acts[choice]).join(' / ');
}

/** What a row of the keymap is for, beside it in the help. */
export function groupText(group: Group, words: Words): string {
  return group === 'replaying' ? words.seen.playback.keys.group : words.cockpit.help[group];
}
