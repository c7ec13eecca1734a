/** `supervisorctl status|start|stop|restart NAME…` over the target's queue workers. */
import { called } from './target/log.mjs';
import { target } from './target/paths.mjs';
import { aliveProcess, startProcess, stopProcess } from './target/processes.mjs';
import { WORKERS } from './target/workers.mjs';

const [action = '', ...names] = called('supervisorctl');

/** `laravel-worker:*`, `laravel-worker:laravel-worker_00` or `all`. @param {string} worker */
function isNamed(worker) {
  return names.some(
    name => name === 'all' || name === 'laravel-worker:*' || name === `laravel-worker:${worker}`,
  );
}

/** @param {string} worker @returns {string} what happened, in the tool's words */
function start(worker) {
  if (aliveProcess(target, worker)) return 'ERROR (already started)';
  startProcess(target, worker, 'worker.mjs');
  return 'started';
}

/** @param {string} worker */
async function stop(worker) {
  const known = aliveProcess(target, worker);
  if (!known) return 'ERROR (not running)';
  await stopProcess(target, known);
  return 'stopped';
}

/** @param {string} worker */
function status(worker) {
  const known = aliveProcess(target, worker);
  if (!known) return 'STOPPED   Not started';
  const uptime = new Date(Date.now() - Date.parse(known.at)).toISOString().slice(11, 19);
  return `RUNNING   pid ${known.pid}, uptime ${uptime}`;
}

/** As the real one: 3 when a process that was asked for does not run. @param {string[]} workers */
function showStatus(workers) {
  const lines = workers.map(worker => `${`laravel-worker:${worker}`.padEnd(34)} ${status(worker)}`);
  console.log(lines.join('\n'));
  return lines.every(line => line.includes('RUNNING')) ? 0 : 3;
}

/** @type {Record<string, (worker: string) => string | Promise<string>>} */
const ACTIONS = { start, stop, restart: async worker => `${await stop(worker)}, ${start(worker)}` };

async function main() {
  const workers = WORKERS.filter(
    worker => isNamed(worker) || (action === 'status' && names.length === 0),
  );
  if (action !== 'status' && !ACTIONS[action]) {
    console.log(`*** Unknown syntax: ${action}`);
    return 2;
  }
  if (workers.length === 0) {
    console.log(`${names.join(' ') || action}: ERROR (no such process)`);
    return 2;
  }
  if (action === 'status') return showStatus(workers);
  for (const worker of workers)
    console.log(`laravel-worker:${worker}: ${await ACTIONS[action](worker)}`);
  return 0;
}

process.exitCode = await main();
