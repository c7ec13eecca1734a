/** Which commands exist depends on the version that is checked out, as it does for the real thing. */
import { readSignatures } from '../laravel/source.mjs';
import { cacheCommands } from './caches.mjs';
import { addMigrationColumns } from './columns.mjs';
import { maintenanceCommands } from './maintenance.mjs';
import { migrate } from './migrate.mjs';
import { migrateMissions } from './missions.mjs';
import { syncPermissions } from './permissions.mjs';
import { linkStorage } from './storage.mjs';
import { testMigration } from './verify.mjs';

/**
 * @typedef {{ app: string, options: Map<string, string> }} Call
 * @typedef {(call: Call) => number | void | Promise<number | void>} Run gives the exit status; 0 when nothing
 * @typedef {{ options: string[], run: Run }} Command
 */

/** What the framework brings. @type {Record<string, Command>} */
const FRAMEWORK = {
  ...maintenanceCommands,
  ...cacheCommands,
  migrate: { options: ['force'], run: migrate },
  'storage:link': { options: ['force'], run: linkStorage },
  list: {
    options: [],
    run: ({ app }) => console.log([...commandsOf(app).keys()].sort().join('\n')),
  },
};

/** What the application adds, once its sources declare the command. @type {Record<string, Run>} */
const APPLICATION = {
  'migrate:add-migration-columns': addMigrationColumns,
  'migrate:missions-to-bm': migrateMissions,
  'permission:sync': syncPermissions,
  'test:migration': testMigration,
};

/** @param {string} app @returns {Map<string, Command>} */
export function commandsOf(app) {
  const own = readSignatures(app).filter(({ name }) => name in APPLICATION);
  return new Map([
    ...Object.entries(FRAMEWORK),
    ...own.map(
      ({ name, options }) => /** @type {const} */ ([name, { options, run: APPLICATION[name] }]),
    ),
  ]);
}
