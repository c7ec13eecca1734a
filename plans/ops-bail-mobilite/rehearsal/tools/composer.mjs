/** `composer install`: replaces `vendor/` by what the checked-out `composer.lock` names. */
import { checkVendor, installed, installVendor, lock } from './laravel/vendor.mjs';
import { called } from './target/log.mjs';

const args = called('composer');
const app = process.cwd();

/** @returns {number} exit status */
function install() {
  const wanted = lock(app);
  if (!wanted) {
    console.error(`Composer could not find a composer.lock file in ${app}`);
    return 1;
  }
  console.log('Installing dependencies from lock file');
  console.log(changes(installed(app)?.packages ?? [], wanted.packages));
  installVendor(app, wanted);
  checkVendor(app);
  console.log(
    args.includes('--optimize-autoloader')
      ? 'Generating optimized autoload files'
      : 'Generating autoload files',
  );
  return 0;
}

/** @param {{ name: string, version: string }[]} before @param {{ name: string, version: string }[]} after */
function changes(before, after) {
  const has = (list, one) =>
    list.some(other => other.name === one.name && other.version === one.version);
  const lines = [
    ...before
      .filter(one => !has(after, one))
      .map(({ name, version }) => `  - Removing ${name} (${version})`),
    ...after
      .filter(one => !has(before, one))
      .map(({ name, version }) => `  - Installing ${name} (${version}): Extracting archive`),
  ];
  return lines.join('\n') || 'Nothing to install, update or remove';
}

if (args[0] === 'install') {
  process.exitCode = install();
} else {
  console.error(`Command "${args[0] ?? ''}" is not defined.`);
  process.exitCode = 1;
}
