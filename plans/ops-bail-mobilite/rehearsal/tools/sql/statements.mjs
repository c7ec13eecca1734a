/**
 * Splits a script at its semicolons, not at those inside quotes or comments.
 * @param {string} script
 * @returns {string[]} statements without their semicolon
 */
export function statements(script) {
  const tokens =
    script.match(/'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|--[^\n]*|;|[^'"`;-]+|-/g) ?? [];
  const found = [''];
  for (const token of tokens) {
    if (token === ';') found.push('');
    else if (!token.startsWith('--')) found.push(found.pop() + token);
  }
  return found.map(statement => statement.trim()).filter(Boolean);
}
