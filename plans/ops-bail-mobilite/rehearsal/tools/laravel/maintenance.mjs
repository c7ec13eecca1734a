/** Maintenance mode is a file of the application: `php artisan down` writes it, `up` removes it. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @typedef {{ message: string, retry: number | null }} Maintenance */

/** @param {string} app */
const file = app => join(app, 'storage/framework/down');

/** @param {string} app @returns {Maintenance | undefined} undefined when the application is up */
export function maintenance(app) {
  return existsSync(file(app)) ? JSON.parse(readFileSync(file(app), 'utf8')) : undefined;
}

/** @param {string} app @param {Maintenance} value */
export function enterMaintenance(app, value) {
  mkdirSync(dirname(file(app)), { recursive: true });
  writeFileSync(file(app), JSON.stringify(value));
}

/** @param {string} app */
export const leaveMaintenance = app => rmSync(file(app), { force: true });
