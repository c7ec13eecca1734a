/** Names of keys, and the bytes a terminal sends for them. */

const named: Record<string, string> = {
  Enter: '\r',
  Escape: '\x1b',
  Tab: '\t',
  'Shift-Tab': '\x1b[Z',
  Backspace: '\x7f',
  Space: ' ',
  Delete: '\x1b[3~',
  PageUp: '\x1b[5~',
  PageDown: '\x1b[6~',
};

/** The last letter of the sequence; what comes before depends on the terminal's cursor key mode. */
const cursorKeys: Record<string, string> = {
  Up: 'A',
  Down: 'B',
  Right: 'C',
  Left: 'D',
  Home: 'H',
  End: 'F',
};

/**
 * Bytes for a key: a name above, `^C` for Control and a letter, or any other text as it stands.
 * @param applicationMode whether the program switched the cursor keys to application mode.
 */
export function bytesOf(key: string, applicationMode = false): string {
  const letter = cursorKeys[key];
  if (letter !== undefined) return `\x1b${applicationMode ? 'O' : '['}${letter}`;
  if (/^\^[A-Z]$/.test(key)) return String.fromCharCode(key.charCodeAt(1) - 64);
  return named[key] ?? key;
}
