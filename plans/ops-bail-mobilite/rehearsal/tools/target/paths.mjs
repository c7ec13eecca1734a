/** Where everything of one rehearsal target is. The tools are copied into the target they serve. */
import { join, resolve } from 'node:path';

/**
 * @typedef {object} Target
 * @property {string} root
 * @property {string} app the clone that stands for the server's checkout
 * @property {string} bin stand-ins for `php`, `composer`…, put on `PATH`
 * @property {string} tools
 * @property {string} origin bare repository that `git fetch origin` talks to
 * @property {string} database SQLite file
 * @property {string} backups
 * @property {string} log
 * @property {string} processes one file per process of this target
 * @property {string} identity file that names this build; a process that finds another name ends
 * @property {string} port file that holds the site's port
 * @property {string} url file that holds the site's address, for probes
 * @property {string} ready file written last by the build
 */

/**
 * @param {string} root the target's folder
 * @returns {Target}
 */
export function targetAt(root) {
  const at = name => join(root, name);
  return {
    root,
    app: at('app'),
    bin: at('bin'),
    tools: at('tools'),
    origin: at('origin.git'),
    database: at('database/ops.sqlite'),
    backups: at('backups'),
    log: at('log'),
    processes: at('processes'),
    identity: at('id'),
    port: at('site.port'),
    url: at('site.url'),
    ready: at('ready'),
  };
}

/** The target that this copy of the tools belongs to. */
export const target = targetAt(resolve(import.meta.dirname, '../..'));
