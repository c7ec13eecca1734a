/**
 * Ends the site and the workers of one rehearsal, and nothing else.
 *
 * Usage: node stop.mjs RUN_FOLDER
 */
import { join } from 'node:path';
import { targetAt } from './tools/target/paths.mjs';
import { stopAll } from './tools/target/processes.mjs';

const run = process.argv[2] ?? process.env.BASCULE_RUN_DIR;
if (!run) throw new Error('Usage: node stop.mjs RUN_FOLDER');
const stopped = await stopAll(targetAt(join(run, 'target')));
console.log(stopped.length > 0 ? `Arrêtés : ${stopped.join(', ')}` : 'Rien ne tournait.');
