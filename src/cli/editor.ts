import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { execa } from 'execa';

/** The operator's own editor. */
export interface Editor {
  /** `vim`: the command's name, as people say it. */
  name: string;
  /** Opens it on a text, on our terminal; null when it ended in failure. @throws when there is no such editor. */
  edit(text: string): Promise<string | null>;
}

/** The editor that `VISUAL`, else `EDITOR`, names; null when neither does. It may carry arguments. */
export function editorOf(env: Readonly<Record<string, string | undefined>>): Editor | null {
  const command = (env.VISUAL || env.EDITOR || '').trim();
  if (command === '') return null;
  const name = basename(command.split(/\s+/)[0]!);
  return { name, edit: text => editWith(command, text) };
}

/** In a folder of its own, 0700: a command may hold what others should not read. */
async function editWith(command: string, text: string): Promise<string | null> {
  const folder = mkdtempSync(join(tmpdir(), 'bascule-edit-'));
  const file = join(folder, 'command.sh');
  try {
    writeFileSync(file, text.endsWith('\n') ? text : `${text}\n`, { mode: 0o600 });
    const run = await execa('/bin/sh', ['-c', `${command} "$1"`, 'sh', file], {
      stdio: 'inherit',
      reject: false,
    });
    // A shell's own codes: there is no such editor, or it cannot be run.
    if (run.exitCode === 127 || run.exitCode === 126)
      throw new Error(`${command}: ${run.exitCode}`);
    if (run.failed) return null;
    const edited = readFileSync(file, 'utf8');
    return text.endsWith('\n') ? edited : edited.replace(/\n$/, '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
