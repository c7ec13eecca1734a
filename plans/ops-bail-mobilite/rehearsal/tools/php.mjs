/** `php artisan COMMAND`: the framework's commands, and those that the checked-out version defines. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commandsOf } from './artisan/commands.mjs';
import { parseOptions } from './artisan/options.mjs';
import { called } from './target/log.mjs';

const args = called('php');
const app = process.cwd();

/** Says why on standard error, and fails. @param {string} message @returns {number} */
function refuse(message) {
  console.error(`\n  ${message}\n`);
  return 1;
}

/** @param {string} name @param {string[]} rest @returns {Promise<number>} exit status */
async function artisan(name, rest) {
  if (!existsSync(join(app, 'vendor/autoload.php'))) {
    return refuse('require(vendor/autoload.php): Failed to open stream: No such file or directory');
  }
  const command = commandsOf(app).get(name);
  if (!command) return refuse(`Command "${name}" is not defined.`);
  const options = parseOptions(rest, command.options);
  return (await command.run({ app, options })) ?? 0;
}

async function main() {
  if (args[0] === '-v' || args[0] === '--version') {
    console.log('PHP 8.1.0 (rehearsal stand-in)');
    return 0;
  }
  if (args[0] !== 'artisan' || !existsSync(join(app, 'artisan'))) {
    console.log(`Could not open input file: ${args[0] ?? ''}`);
    return 1;
  }
  return artisan(args[1] ?? 'list', args.slice(2)).catch(error => refuse(error.message));
}

process.exitCode = await main();
