/** The names behind the system's numbers: by them the operator and a second person are told apart. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';

type Database = 'passwd' | 'group';

const known = new Map<string, string>();

/** A directory server that is down must not hold the cockpit up. Milliseconds. */
const patience = 1000;
/** How long one that did not answer is left alone, for whatever it is asked. Milliseconds. */
const respite = 30_000;
/** Until when; on the clock of `performance`. */
let silentUntil = 0;

/** getent(1)'s word for "there is none". */
const noSuchKey = 2;

/** The login of an account, `uid1234` when the system knows no name for it, or cannot be asked. */
export function nameOfUid(uid: number): string {
  return settledNameOfUid(uid) ?? `uid${uid}`;
}

/** The same; null when the system cannot be asked now, and may have another answer later. */
export function settledNameOfUid(uid: number): string | null {
  if (uid === process.geteuid?.()) return ownName(uid);
  const name = named('passwd', uid);
  return name === '' ? `uid${uid}` : name;
}

/** The name of a group, `gid1234` when the system knows none, or cannot be asked. */
export function nameOfGid(gid: number): string {
  return named('group', gid) || `gid${gid}`;
}

/** As the helm's record has it: the two are compared. */
function ownName(uid: number): string {
  try {
    return os.userInfo().username;
  } catch {
    return `uid${uid}`;
  }
}

/** '' when there is no name, null when the system cannot be asked, which is not remembered. */
function named(database: Database, id: number): string | null {
  const key = `${database} ${id}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const said = answer(database, id);
  const name = said || inFile(database, id);
  if (name === '' && said === null) return null;
  known.set(key, name);
  return name;
}

/** What the system says: '' when there is no such name, null when it cannot be asked. */
function answer(database: Database, id: number): string | null {
  if (performance.now() < silentUntil) return null;
  const { status, stdout, error } = spawnSync('getent', [database, String(id)], {
    encoding: 'utf8',
    timeout: patience,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === 'ETIMEDOUT') silentUntil = performance.now() + respite;
  // Without getent(1) the files are all there is.
  if (code === 'ENOENT') return '';
  if (status === 0) return stdout.split(':', 1)[0]!;
  return status === noSuchKey ? '' : null;
}

/** '' when the file does not tell. */
function inFile(database: Database, id: number): string {
  try {
    const lines = fs.readFileSync(`/etc/${database}`, 'utf8').split('\n');
    const found = lines.map(line => line.split(':')).find(fields => fields[2] === String(id));
    return found?.[0] ?? '';
  } catch {
    return '';
  }
}
