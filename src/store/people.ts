/** The names behind the system's numbers, for display only: what is decided is decided by numbers. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';

type Database = 'passwd' | 'group';

const known = new Map<string, string>();

/** A directory server that is down must not hold the cockpit up. Milliseconds. */
const patience = 2000;

/** getent(1)'s word for "there is none". */
const noSuchKey = 2;

/** The login of an account, `uid1234` when the system knows no name for it. */
export function nameOfUid(uid: number): string {
  return uid === process.geteuid?.() ? ownName(uid) : (named('passwd', uid) ?? `uid${uid}`);
}

/** The name of a group, `gid1234` when the system knows none. */
export function nameOfGid(gid: number): string {
  return named('group', gid) ?? `gid${gid}`;
}

/** As the helm's record has it: the two are compared. */
function ownName(uid: number): string {
  try {
    return os.userInfo().username;
  } catch {
    return `uid${uid}`;
  }
}

/** Null when there is no name, or when the system cannot be asked: only the first is remembered. */
function named(database: Database, id: number): string | null {
  const key = `${database} ${id}`;
  const before = known.get(key);
  if (before !== undefined) return before || null;
  const { status, stdout } = spawnSync('getent', [database, String(id)], {
    encoding: 'utf8',
    timeout: patience,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const name = status === 0 ? stdout.split(':', 1)[0]! : inFile(database, id);
  if (name || status === noSuchKey) known.set(key, name);
  return name || null;
}

/** Where there is no getent(1); '' when the file does not tell. */
function inFile(database: Database, id: number): string {
  try {
    const lines = fs.readFileSync(`/etc/${database}`, 'utf8').split('\n');
    const found = lines.map(line => line.split(':')).find(fields => fields[2] === String(id));
    return found?.[0] ?? '';
  } catch {
    return '';
  }
}
