/**
 * `npm ci` and `npm run SCRIPT` for an application without dependencies. The machine's npm may be
 * absent, old, or told by its environment to do otherwise; this one always does the same, offline.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { called } from './target/log.mjs';

const args = called('npm');

/** @param {string} message @returns {number} */
function refuse(message) {
  console.error(`npm error ${message}`);
  return 1;
}

/** @param {string} file */
const read = file => JSON.parse(readFileSync(file, 'utf8'));

function clean() {
  if (!existsSync('package-lock.json'))
    return refuse('The `npm ci` command can only install with an existing package-lock.json');
  const [manifest, locked] = [read('package.json'), read('package-lock.json')];
  if (manifest.version !== locked.version)
    return refuse('package.json and package-lock.json are not in sync');
  rmSync('node_modules', { recursive: true, force: true });
  mkdirSync('node_modules');
  console.log('up to date in 0s');
  return 0;
}

/** @param {string} name */
function run(name) {
  const { name: app, version, scripts = {} } = read('package.json');
  const script = scripts[name];
  if (!script) return refuse(`Missing script: "${name}"`);
  console.log(`\n> ${app}@${version} ${name}\n> ${script}\n`);
  const PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
  return (
    spawnSync('sh', ['-c', script], { stdio: 'inherit', env: { ...process.env, PATH } }).status ?? 1
  );
}

if (args[0] === 'ci') process.exitCode = clean();
else if (args[0] === 'run') process.exitCode = run(args[1] ?? '');
else process.exitCode = refuse(`Unknown command: "${args[0] ?? ''}"`);
