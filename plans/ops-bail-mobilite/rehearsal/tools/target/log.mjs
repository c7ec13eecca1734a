/** What the target itself remembers: one line per command, one line per migrated batch. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { target } from './paths.mjs';

/** @param {'commands' | 'migration'} name @param {string} text */
export function log(name, text) {
  const line = `${new Date().toISOString()}\t${process.pid}\t${text}\n`;
  appendFileSync(join(target.log, `${name}.log`), line);
}

/**
 * Notes that a tool was called, and gives its arguments.
 * @param {string} tool name of the command, as typed
 * @returns {string[]}
 */
export function called(tool) {
  const args = process.argv.slice(2);
  log('commands', JSON.stringify([tool, ...args]));
  return args;
}
