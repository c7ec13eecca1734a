/** Faults that a team switches on to train: `BASCULE_FAULT=migration-crash:2,restore-fails`. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { target } from './paths.mjs';

/** Name of each fault, and the value it takes when none is given. */
export const FAULTS = {
  'backup-fails': undefined,
  'dry-run-fails': undefined,
  'migration-crash': 3,
  'migration-slow': 30,
  'data-corrupted': undefined,
  'validation-fails': undefined,
  'restore-fails': undefined,
  'site-slow': 2500,
  'site-errors': 20,
};

/**
 * @param {string} text comma-separated names, each with an optional `:value`
 * @returns {Map<string, number | undefined>}
 * @throws {Error} on an unknown name, or a value that is not a positive number
 */
export function parseFaults(text) {
  const words = text.split(',').map(word => word.trim());
  return new Map(words.filter(Boolean).map(parseFault));
}

/** @param {string} word @returns {[string, number | undefined]} */
function parseFault(word) {
  const [name = '', value] = word.split(':');
  if (!Object.hasOwn(FAULTS, name)) {
    const known = Object.keys(FAULTS).join(', ');
    throw new Error(`BASCULE_FAULT: unknown fault "${name}". Known faults: ${known}.`);
  }
  if (value === undefined) return [name, FAULTS[name]];
  if (FAULTS[name] === undefined || !(Number(value) > 0)) {
    throw new Error(
      `BASCULE_FAULT: "${word}" is not possible; write "${name}" or a positive number.`,
    );
  }
  return [name, Number(value)];
}

/** The environment speaks first; else the target's `faults` file, which a trainer may edit during a run. */
function text() {
  if (process.env.BASCULE_FAULT !== undefined) return process.env.BASCULE_FAULT;
  const file = join(target.root, 'faults');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
}

/** @param {keyof typeof FAULTS} name */
export function fault(name) {
  const faults = parseFaults(text());
  return { on: faults.has(name), value: faults.get(name) ?? 0 };
}

/**
 * Like `fault(name).on`, but true only the first time in this target: a retry goes through.
 * @param {keyof typeof FAULTS} name
 */
export function faultOnce(name) {
  if (!fault(name).on) return false;
  const mark = join(target.root, 'faults-done', name);
  if (existsSync(mark)) return false;
  mkdirSync(join(target.root, 'faults-done'), { recursive: true });
  writeFileSync(mark, `${new Date().toISOString()}\n`);
  return true;
}
