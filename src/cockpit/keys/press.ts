/** From what one read of the terminal gave to single presses: a read may hold several keys. */
import type { Key } from 'ink';

/** One key: its name in the keymap (`j`, `G`, `enter`, `ctrl+u`), and the text it types, if any. */
export interface Press {
  name: string;
  text: string;
}

const flags = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageUp'],
  ['pageDown', 'pageDown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
] as const;

/** The presses of one Ink input event, in order. Alt and a key look the same as Escape then the key. */
export function pressesOf(input: string, key: Key): Press[] {
  const special = specialOf(key);
  if (special !== undefined) return key.meta ? afterEscape(special) : [named(special)];
  if (key.meta) return input.length === 1 ? [named(`alt+${input}`)] : [];
  if (key.ctrl) return /^[a-z]$/.test(input) ? [named(`ctrl+${input}`)] : [];
  return [...input].map(pressOf);
}

function specialOf(key: Key): string | undefined {
  if (key.tab) return key.shift ? 'shift+tab' : 'tab';
  return flags.find(([flag]) => key[flag])?.[1];
}

/** A slow line brings Escape and the key after it as one. Enter so soon would be for what nobody has seen. */
function afterEscape(special: string): Press[] {
  if (special === 'escape') return [named('escape'), named('escape')];
  return [named(special === 'enter' ? 'escape' : `alt+${special}`)];
}

export function named(name: string): Press {
  return { name, text: '' };
}

export function pressOf(char: string): Press {
  if (char === '\r' || char === '\n') return named('enter');
  if (char === '\t') return named('tab');
  if (char === '\x7f' || char === '\b') return named('backspace');
  if (char === ' ') return { name: 'space', text: ' ' };
  const code = char.codePointAt(0)!;
  if (code < 0x20) return named(`ctrl+${String.fromCharCode(code + 96)}`);
  return { name: char, text: char };
}
