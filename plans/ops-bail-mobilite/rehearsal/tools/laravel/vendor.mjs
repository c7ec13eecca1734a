/** What `composer install` leaves behind, and how the application notices that it is not its own. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ 'content-hash': string, packages: { name: string, version: string }[] }} Lock */

/** @param {string} file @returns {Lock | undefined} */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** @param {string} app */
export const lock = app => read(join(app, 'composer.lock'));
/** @param {string} app */
export const installed = app => read(join(app, 'vendor/composer/installed.json'));

/** Replaces `vendor/` by what `composer.lock` names. @param {string} app @param {Lock} wanted */
export function installVendor(app, wanted) {
  const vendor = join(app, 'vendor');
  rmSync(vendor, { recursive: true, force: true });
  for (const { name, version } of wanted.packages) {
    mkdirSync(join(vendor, name), { recursive: true });
    writeFileSync(join(vendor, name, 'composer.json'), JSON.stringify({ name, version }, null, 2));
  }
  mkdirSync(join(vendor, 'composer'), { recursive: true });
  writeFileSync(join(vendor, 'composer/installed.json'), JSON.stringify(wanted, null, 2));
  writeFileSync(join(vendor, 'autoload.php'), '<?php\n');
}

/** @param {string} app @throws {Error} when `vendor/` is absent, or was installed from another lock */
export function checkVendor(app) {
  const there = installed(app);
  if (!there)
    throw new Error('vendor/autoload.php: Failed to open stream: No such file or directory');
  if (there['content-hash'] === lock(app)?.['content-hash']) return;
  throw new Error('vendor/ was not installed from this composer.lock: run `composer install`.');
}
