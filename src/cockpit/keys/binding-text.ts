/** What a key does, in words: for the help and the palette. */
import type { Words } from '../../locale/locale.ts';
import type { Binding, CommandId } from './keymap.ts';

export function commandText(command: CommandId, words: Words): string {
  const { help, panes } = words.cockpit;
  if (command === 'interrupt') return words.cockpit.interrupt.help;
  if (command === 'unfold') return help.unfold;
  return (help as unknown as Record<string, string>)[command] ?? panes.help;
}

/** One line for one row of the keymap. */
export function bindingText(binding: Binding, words: Words): string {
  if (binding.command) return commandText(binding.command, words);
  const { acts } = words.cockpit;
  return (binding.choices ?? []).map(choice => acts[choice]).join(' / ');
}
