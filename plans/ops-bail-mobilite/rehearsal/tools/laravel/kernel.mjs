/** One request through the application as it is on disk right now. Nothing is remembered between two. */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scalar, withDatabase } from '../target/database.mjs';
import { renderView } from './blade.mjs';
import { config, routes, view } from './caches.mjs';
import { maintenance } from './maintenance.mjs';
import { readAction } from './source.mjs';
import { checkVendor } from './vendor.mjs';

/** @typedef {{ status: number, body: string, type?: string, retry?: number }} Answer */

/** @param {string} app @param {string} path @returns {Answer} */
export function answer(app, path) {
  const down = maintenance(app);
  if (path === '/health') return health(app, down);
  if (down)
    return { status: 503, body: page(down.message || 'Service Unavailable'), ...retryOf(down) };
  try {
    return render(app, path);
  } catch (error) {
    note(app, path, error);
    return { status: 500, body: page(`Server Error: ${error.message}`) };
  }
}

/** Healthy is what a visitor finds healthy: the home page is rendered for it. @param {string} app @returns {Answer} */
function health(app, down) {
  const state = down ? { status: 503, body: '' } : answer(app, '/');
  const words = { 200: 'ok', 503: 'maintenance' };
  const facts = { status: words[state.status] ?? 'error', version: config(app).app?.version };
  const error = state.status === 500 ? { error: state.body.match(/<h1>(.*)<\/h1>/)?.[1] } : {};
  const body = `${JSON.stringify({ ...facts, ...error })}\n`;
  return { status: state.status, type: 'application/json', body, ...(down ? retryOf(down) : {}) };
}

/** @param {string} app @param {string} path @returns {Answer} */
function render(app, path) {
  checkVendor(app);
  const route = routes(app).find(candidate => candidate.path === path);
  if (!route) return { status: 404, body: page('Not Found') };
  const { view: name, queries } = readAction(app, route);
  const data = withDatabase(db =>
    Object.fromEntries(queries.map(query => [query.name, run(db, query)])),
  );
  const file = join(app, 'resources/views', `${name.replaceAll('.', '/')}.blade.php`);
  if (!existsSync(file)) throw new Error(`View [${name}] not found.`);
  return {
    status: 200,
    body: renderView(view(app, file), { data, config: config(app), asset: asset(app) }),
  };
}

/** @param {import('node:sqlite').DatabaseSync} db @param {import('./source.mjs').Query} query */
function run(db, { kind, sql }) {
  return kind === 'scalar' ? scalar(db, sql) : db.prepare(sql).all();
}

/** Looks an asset up in the manifest of the last front-end build. @param {string} app */
function asset(app) {
  return source => {
    const file = join(app, 'public/build/manifest.json');
    if (!existsSync(file)) throw new Error(`Vite manifest not found at: ${file}`);
    const built = JSON.parse(readFileSync(file, 'utf8'))[source];
    if (!built) throw new Error(`Unable to locate file in Vite manifest: ${source}.`);
    return `/build/${built.file}`;
  };
}

/** @param {string} text */
function page(text) {
  return `<!doctype html>\n<html lang="fr"><meta charset="utf-8"><h1>${text}</h1></html>\n`;
}

/** @param {import('./maintenance.mjs').Maintenance} down */
function retryOf(down) {
  return down.retry ? { retry: down.retry } : {};
}

/** @param {string} app @param {string} path @param {Error} error */
function note(app, path, error) {
  const folder = join(app, 'storage/logs');
  mkdirSync(folder, { recursive: true });
  const line = `[${new Date().toISOString()}] rehearsal.ERROR: ${error.message} (GET ${path})\n`;
  appendFileSync(join(folder, 'laravel.log'), line);
}
