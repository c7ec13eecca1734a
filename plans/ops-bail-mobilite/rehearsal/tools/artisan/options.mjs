/** Options every command of the framework accepts. */
const GLOBAL = ['verbose', 'quiet', 'no-interaction', 'ansi', 'no-ansi', 'env'];

/**
 * @param {string[]} words `--name`, `--name=value`, `-v`
 * @param {string[]} known names this command accepts, beside the global ones
 * @returns {Map<string, string>} value '' for a bare option
 * @throws {Error} on an option that the command does not have, in the framework's words
 */
export function parseOptions(words, known) {
  return new Map(words.map(word => parseOption(word, known)));
}

/** @param {string} word @param {string[]} known @returns {[string, string]} */
function parseOption(word, known) {
  if (/^-v+$/.test(word)) return ['verbose', ''];
  const [, name, value = ''] = word.match(/^--([\w-]+)(?:=(.*))?$/s) ?? [];
  if (!name) throw new Error(`No arguments expected, got "${word}".`);
  if (![...GLOBAL, ...known].includes(name))
    throw new Error(`The "--${name}" option does not exist.`);
  return [name, value];
}
