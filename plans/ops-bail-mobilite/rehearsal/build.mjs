/**
 * `prepare` of the rehearsal: builds a small but real target in the run's folder, once. Later calls
 * only start again the site and the workers that have died since (a reboot, eight hours).
 *
 * Usage: BASCULE_RUN_DIR=FOLDER node build.mjs
 */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deployApplication } from './building/application.mjs';
import { buildRepository } from './building/repository.mjs';
import { reviveWorkers, startSite, startWorkers } from './building/services.mjs';
import { buildStandIns } from './building/stand-ins.mjs';
import { parseFaults } from './tools/target/faults.mjs';
import { targetAt } from './tools/target/paths.mjs';
import { stopAll } from './tools/target/processes.mjs';

/** @param {import('./tools/target/paths.mjs').Target} target */
async function build(target) {
  await stopAll(target);
  rmSync(target.root, { recursive: true, force: true });
  mkdirSync(target.root, { recursive: true });
  writeFileSync(target.identity, randomUUID());
  buildStandIns(target);
  buildRepository(target);
  deployApplication(target);
  startWorkers(target);
  console.log(`Site : ${await startSite(target)}`);
  writeFileSync(target.ready, 'v0.9.0\n');
}

/** @param {import('./tools/target/paths.mjs').Target} target */
async function revive(target) {
  reviveWorkers(target);
  console.log(`Cible déjà construite. Site : ${await startSite(target)}`);
}

const run = process.env.BASCULE_RUN_DIR;
if (!run) throw new Error('BASCULE_RUN_DIR must name the folder in which the target is built.');
const target = targetAt(join(run, 'target'));
const faults = process.env.BASCULE_FAULT ?? '';
parseFaults(faults);
await (existsSync(target.ready) ? revive(target) : build(target));
if (faults) {
  writeFileSync(join(target.root, 'faults'), `${faults}\n`);
  console.log(`Pannes simulées : ${faults}`);
}
