/**
 * The caches that the framework keeps outside the repository, so that a checkout leaves them as they
 * are: configuration, routes, compiled views.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { compileView } from './blade.mjs';
import { filesIn, readConfig, readRoutes } from './source.mjs';

const CONFIG = 'bootstrap/cache/config.php';
const ROUTES = 'bootstrap/cache/routes-v7.php';
const VIEWS = 'storage/framework/views';
const OPEN = "<?php return json_decode(<<<'JSON'\n";
const CLOSE = '\nJSON, true);\n';

/** @param {string} file @param {unknown} value */
function keep(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, OPEN + JSON.stringify(value, null, 2) + CLOSE);
}

/** @param {string} file */
function kept(file) {
  return existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8').slice(OPEN.length, -CLOSE.length))
    : undefined;
}

/** @param {string} app */
export const cacheConfig = app => keep(join(app, CONFIG), readConfig(app));
/** @param {string} app */
export const clearConfig = app => rmSync(join(app, CONFIG), { force: true });
/** @param {string} app @returns {ReturnType<typeof readConfig>} */
export const config = app => kept(join(app, CONFIG)) ?? readConfig(app);

/** @param {string} app */
export const cacheRoutes = app => keep(join(app, ROUTES), readRoutes(app));
/** @param {string} app */
export const clearRoutes = app => rmSync(join(app, ROUTES), { force: true });
/** @param {string} app @returns {import('./source.mjs').Route[]} */
export const routes = app => kept(join(app, ROUTES)) ?? readRoutes(app);

/** @param {string} app @param {string} file the view's source */
function compiledPath(app, file) {
  const hash = createHash('sha1').update(relative(app, file)).digest('hex');
  return join(app, VIEWS, `${hash}.php`);
}

/** @param {string} app */
export function cacheViews(app) {
  clearViews(app);
  for (const file of filesIn(join(app, 'resources/views'), '.blade.php')) view(app, file);
}

/** @param {string} app */
export const clearViews = app => rmSync(join(app, VIEWS), { recursive: true, force: true });

/**
 * The compiled view; compiled now when it never was. Its age is not looked at (`config/view.php`).
 * @param {string} app @param {string} file the view's source
 * @returns {import('./blade.mjs').Node[]}
 */
export function view(app, file) {
  const compiled = compiledPath(app, file);
  if (!existsSync(compiled)) keep(compiled, compileView(readFileSync(file, 'utf8')));
  return kept(compiled);
}
