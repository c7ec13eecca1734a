/**
 * A cockpit on a made-up run, to be bundled: Enter lends the terminal to the script `LENT`, `M` opens the
 * script `EDITOR_SCRIPT` on a command, whose file is its `$1`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCockpit } from '../../src/cockpit/cockpit.tsx';
import type { Lend } from '../../src/engine/types.ts';
import { wordsOf } from '../../src/locale/locale.ts';
import { dossiers } from '../cockpit/dossiers.ts';
import { badges, choice, SampleSource, step, view } from '../cockpit/sample.ts';

const { LENT = 'true', EDITOR_SCRIPT } = process.env;
let lend: Lend;
let log = view().log.slice(0, 0);

/** Runs a script on this very terminal. */
function onTerminal(script: string, ...args: string[]): Promise<string> {
  const child = spawn('sh', ['-c', script, 'sh', ...args], { stdio: 'inherit' });
  return new Promise(go => child.on('exit', (code, signal) => go(`${code ?? signal}`)));
}

function say(text: string): void {
  log = [...log, { seq: log.length, time: '07:07:12', by: 'ops', text, tone: 'normal' }];
}

async function edit(text: string): Promise<string | null> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bascule-edited-'));
  const file = path.join(folder, 'command.sh');
  writeFileSync(file, `${text}\n`);
  try {
    const end = await onTerminal(EDITOR_SCRIPT ?? 'true', file);
    return end === '0' ? readFileSync(file, 'utf8') : null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const end = await runCockpit({
  source: new SampleSource(),
  view: () =>
    view({
      current: step({ status: badges.ready, job: null, commands: [] }),
      choices: [
        choice('start', { label: 'Lancer 3.3', primary: true }),
        choice('amend', { label: 'Corriger 3.3', edit: 'php artisan migrate', reason: 'required' }),
      ],
      log,
    }),
  stepAt: () => null,
  dossierAt: id => dossiers[id],
  links: [],
  readLink: () => null,
  intentOf: picked => ({ type: 'start', step: picked.id }),
  act: async () => {
    await lend(async () => say(`ended ${await onTerminal(LENT)}`));
    return { done: true };
  },
  refusalText: ({ code }) => code,
  words: wordsOf('fr'),
  reading: [],
  ascii: false,
  color: true,
  stdin: process.stdin,
  stdout: process.stdout,
  readOnly: false,
  onLend: given => {
    lend = given;
  },
  edit: EDITOR_SCRIPT === undefined ? null : edit,
  editorName: EDITOR_SCRIPT === undefined ? '' : 'vim',
  resumeCommand: 'bascule resume essai',
});
process.stderr.write(`end: ${end.why}\n`);
