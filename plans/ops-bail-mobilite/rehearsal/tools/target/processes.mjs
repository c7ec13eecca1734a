/**
 * The long-lived processes of a target: its site and its workers. A pid alone may be a stranger's:
 * a process is known by its pid and its start time.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { NODE_FLAGS } from './node-flags.mjs';

/** @typedef {{ name: string, pid: number, started: string, at: string }} Known */

/** When the kernel says that this pid began, in the system's own words; '' when there is none. @param {number} pid */
function startOf(pid) {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', `${pid}`], { encoding: 'utf8' }).trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? '' : (rest[18] ?? '');
  } catch {
    return '';
  }
}

/** @param {Known} known */
export function isAlive(known) {
  return known.started !== '' && startOf(known.pid) === known.started;
}

/** @param {import('./paths.mjs').Target} target @returns {Known[]} */
export function knownProcesses(target) {
  let files = [];
  try {
    files = readdirSync(target.processes).sort();
  } catch {
    return [];
  }
  return files.map(file => JSON.parse(readFileSync(join(target.processes, file), 'utf8')));
}

/** @param {import('./paths.mjs').Target} target @param {string} name */
export function aliveProcess(target, name) {
  return knownProcesses(target).find(known => known.name === name && isAlive(known));
}

/**
 * Starts a tool that outlives its parent and holds none of its outputs open.
 * @param {import('./paths.mjs').Target} target
 * @param {string} name
 * @param {string} script file of the tools
 * @param {...string} more its arguments
 * @returns {Known}
 */
export function startProcess(target, name, script, ...more) {
  mkdirSync(target.processes, { recursive: true });
  const output = openSync(join(target.log, `${name}.log`), 'a');
  const args = [...NODE_FLAGS, join(target.tools, script), ...more];
  const child = spawn(process.execPath, args, {
    cwd: target.root,
    detached: true,
    stdio: ['ignore', output, output],
  });
  child.unref();
  closeSync(output);
  const known = {
    name,
    pid: child.pid ?? 0,
    started: startOf(child.pid ?? 0),
    at: new Date().toISOString(),
  };
  writeFileSync(join(target.processes, `${name}.json`), JSON.stringify(known));
  return known;
}

/**
 * Asks a process to end, insists after three seconds, and returns once it is gone.
 * @param {import('./paths.mjs').Target} target
 * @param {Known} known
 */
export async function stopProcess(target, known) {
  const insist = Date.now() + 3000;
  if (isAlive(known)) process.kill(known.pid, 'SIGTERM');
  while (isAlive(known)) {
    if (Date.now() > insist) process.kill(known.pid, 'SIGKILL');
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  rmSync(join(target.processes, `${known.name}.json`), { force: true });
}

/** @param {import('./paths.mjs').Target} target @returns {Promise<string[]>} names of those that ran */
export async function stopAll(target) {
  const running = knownProcesses(target).filter(isAlive);
  await Promise.all(running.map(known => stopProcess(target, known)));
  return running.map(known => known.name);
}
