/**
 * Reads what the tools need from the application's PHP. It is no PHP interpreter: it knows the few
 * forms that this application uses.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** @param {string} folder @param {string} extension full paths, sorted */
export function filesIn(folder, extension) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter(name => name.endsWith(extension))
    .sort()
    .map(name => join(folder, name));
}

/** `'key' => 'value'` pairs of a configuration file. @param {string} file @returns {Record<string, string>} */
function configValues(file) {
  const pairs = readFileSync(file, 'utf8').matchAll(/'([\w-]+)' => '([^']*)'/g);
  return Object.fromEntries([...pairs].map(([, key, value]) => [key, value]));
}

/** Every file of `config/`, by name. @param {string} app @returns {Record<string, Record<string, string>>} */
export function readConfig(app) {
  const files = filesIn(join(app, 'config'), '.php');
  return Object.fromEntries(files.map(file => [basename(file, '.php'), configValues(file)]));
}

/** @typedef {{ path: string, controller: string, action: string }} Route */

/** @param {string} app @returns {Route[]} */
export function readRoutes(app) {
  const text = readFileSync(join(app, 'routes/web.php'), 'utf8');
  const found = text.matchAll(/Route::get\('([^']+)', \[(\w+)::class, '(\w+)'\]\)/g);
  return [...found].map(([, path = '', controller = '', action = '']) => ({
    path,
    controller,
    action,
  }));
}

/** @typedef {{ name: string, kind: 'scalar' | 'select', sql: string }} Query */

/**
 * The view that a controller's action renders, and the queries that feed it.
 * @param {string} app @param {Route} route
 * @returns {{ view: string, queries: Query[] }}
 * @throws {Error} when the class or the method is not there, as the framework does
 */
export function readAction(app, { controller, action }) {
  const file = join(app, 'app/Http/Controllers', `${controller}.php`);
  if (!existsSync(file))
    throw new Error(`Target class [App\\Http\\Controllers\\${controller}] does not exist.`);
  const body = readFileSync(file, 'utf8')
    .split(`public function ${action}()`)[1]
    ?.split('public function')[0];
  if (!body)
    throw new Error(`Method App\\Http\\Controllers\\${controller}::${action} does not exist.`);
  const queries = [...body.matchAll(/'(\w+)' => DB::(scalar|select)\('([^']+)'\)/g)];
  return {
    view: body.match(/view\('([\w.-]+)'/)?.[1] ?? '',
    queries: queries.map(([, name = '', kind, sql = '']) => ({
      name,
      kind: /** @type {Query['kind']} */ (kind),
      sql,
    })),
  };
}

/** The SQL of a migration's `up()`. @param {string} file */
export function migrationSql(file) {
  return readFileSync(file, 'utf8').match(/<<<'SQL'\n([\s\S]*?)\n\s*SQL\)/)?.[1] ?? '';
}

/** Signatures of the application's own commands: name and options. @param {string} app */
export function readSignatures(app) {
  const files = filesIn(join(app, 'app/Console/Commands'), '.php');
  return files.map(file => {
    const signature = readFileSync(file, 'utf8').match(/\$signature = '([^']+)'/)?.[1] ?? '';
    const options = [...signature.matchAll(/\{--([\w-]+)/g)].map(([, option]) => option);
    return { name: signature.split(' ')[0] ?? '', options };
  });
}

/** One setting of the application's `.env`. @param {string} app @param {string} name */
export function setting(app, name) {
  const text = readFileSync(join(app, '.env'), 'utf8');
  return text.match(new RegExp(`^${name}=(.*)$`, 'm'))?.[1] ?? '';
}
