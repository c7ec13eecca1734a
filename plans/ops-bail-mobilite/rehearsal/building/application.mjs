/** Puts v0.9.0 into service as its own deployment would have: dependencies, front end, tables, caches. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cacheConfig, cacheRoutes, cacheViews } from '../tools/laravel/caches.mjs';
import { installVendor, lock } from '../tools/laravel/vendor.mjs';
import { NODE_FLAGS } from '../tools/target/node-flags.mjs';

/** @param {import('../tools/target/paths.mjs').Target} target */
export function deployApplication(target) {
  for (const folder of [target.backups, target.log, join(target.root, 'database')])
    mkdirSync(folder);
  writeFileSync(join(target.app, '.env'), settings(target));
  const wanted = lock(target.app);
  if (wanted) installVendor(target.app, wanted);
  run(target, 'php artisan migrate --force && npm run build');
  execFileSync(process.execPath, [
    ...NODE_FLAGS,
    join(import.meta.dirname, 'fill-database.mjs'),
    target.database,
  ]);
  for (const cache of [cacheConfig, cacheRoutes, cacheViews]) cache(target.app);
  writeFileSync(join(target.log, 'commands.log'), '');
  writeFileSync(join(target.log, 'migration.log'), '');
}

/** @param {import('../tools/target/paths.mjs').Target} target */
const settings = target => `APP_ENV=rehearsal
APP_URL=
DB_DATABASE=ops
BACKUP_DIR=${target.backups}
QUEUE_CONNECTION=database
`;

/** @param {import('../tools/target/paths.mjs').Target} target @param {string} script */
function run(target, script) {
  const PATH = `${target.bin}${delimiter}${process.env.PATH}`;
  execFileSync('sh', ['-ec', script], {
    cwd: target.app,
    env: { ...process.env, PATH },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
