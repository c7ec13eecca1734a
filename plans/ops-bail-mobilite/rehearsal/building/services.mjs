/** The site and the workers: started with the target, and again when they have died since. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aliveProcess, isAlive, knownProcesses, startProcess } from '../tools/target/processes.mjs';
import { WORKERS } from '../tools/target/workers.mjs';

/** @typedef {import('../tools/target/paths.mjs').Target} Target */

const DEADLINE_MS = 10_000;

/** @param {Target} target */
export function startWorkers(target) {
  for (const worker of WORKERS) startProcess(target, worker, 'worker.mjs');
}

/** Those that `supervisorctl stop` ended have no record left, and stay stopped. @param {Target} target */
export function reviveWorkers(target) {
  const dead = knownProcesses(target).filter(
    known => WORKERS.includes(known.name) && !isAlive(known),
  );
  for (const { name } of dead) startProcess(target, name, 'worker.mjs');
}

/**
 * Starts the site unless it runs, and tells the application its address.
 * @param {Target} target
 * @returns {Promise<string>} address
 */
export async function startSite(target) {
  if (!aliveProcess(target, 'site')) {
    const before = existsSync(target.port) ? readFileSync(target.port, 'utf8').trim() : '0';
    rmSync(target.port, { force: true });
    startProcess(target, 'site', 'site.mjs', before);
  }
  const url = `http://127.0.0.1:${await portOf(target)}`;
  setAddress(target, url);
  return url;
}

/** @param {Target} target @returns {Promise<string>} */
async function portOf(target) {
  const deadline = Date.now() + DEADLINE_MS;
  while (!existsSync(target.port)) {
    if (Date.now() > deadline)
      throw new Error(`The site did not start: see ${join(target.log, 'site.log')}.`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  return readFileSync(target.port, 'utf8').trim();
}

/** @param {Target} target @param {string} url */
function setAddress(target, url) {
  const file = join(target.app, '.env');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^APP_URL=.*$/m, `APP_URL=${url}`));
}
