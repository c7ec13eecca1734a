#!/usr/bin/env node
// Starts the built program. Old Nodes must be able to read this file and be told what is missing, so
// it keeps to what Node 12 knows: no `node:` imports, no `?.`, no top-level `await`.
import fs from 'fs';
import module from 'module';
import { fileURLToPath } from 'url';
import v8 from 'v8';

const root = fileURLToPath(new URL('..', import.meta.url));
const required = [22, 12];

/** @param {string} version `22.12.0` */
function isTooOld(version) {
  const [major, minor] = version.split('.').map(Number);
  return major < required[0] || (major === required[0] && minor < required[1]);
}

/** @param {string[]} lines */
function refuse(lines) {
  process.stderr.write(lines.join('\n') + '\n');
  process.exitCode = 1;
}

function refuseOldNode() {
  const privateNode = root + 'node_modules/node/bin/node';
  const needed = required.join('.');
  const present = process.versions.node;
  const remedy = fs.existsSync(privateNode)
    ? {
        en: 'The project has its own: npm start, npx bascule …, or',
        fr: 'Le projet a le sien : npm start, npx bascule …, ou',
        command: privateNode + ' ' + root + 'bin/bascule.js …',
      }
    : {
        en: 'To get one for this project alone, then run it:',
        fr: 'Pour en avoir un, pour ce projet seulement, puis le lancer :',
        command: 'cd ' + root + ' && npm ci && npm start',
      };
  refuse([
    'bascule: Node ' + needed + ' or later is needed, this is Node ' + present + '.',
    '  ' + remedy.en,
    'bascule : il faut Node ' + needed + ' ou plus récent, celui-ci est ' + present + '.',
    '  ' + remedy.fr,
    '    ' + remedy.command,
  ]);
}

if (isTooOld(process.versions.node)) {
  refuseOldNode();
} else if (!fs.existsSync(root + 'dist/bascule.js')) {
  refuse([
    'bascule: the program is not built yet. In ' + root + ' run: npm run build',
    'bascule : le programme n’est pas encore construit. Dans ' + root + ' lancez : npm run build',
  ]);
} else {
  // A cockpit is open for hours beside what it deploys: memory matters more to it than peak speed.
  v8.setFlagsFromString('--optimize-for-size');
  v8.setFlagsFromString('--max-semi-space-size=2');
  module.enableCompileCache();
  void import('../dist/bascule.js');
}
