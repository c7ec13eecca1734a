/** Permission denied: to whom, to do what, and whose the place is. */
import fs from 'node:fs';
import path from 'node:path';
import { nameOfGid, nameOfUid } from './people.ts';
import { StoreRefused } from './refusal.ts';

const { O_RDWR, O_WRONLY, X_OK } = fs.constants;

/** Explains why the kernel would not open `file` with these flags; names the first folder that stands in the way. */
export function denied(file: string, flags: number): StoreRefused {
  const act = flags & (O_RDWR | O_WRONLY) ? 'write' : 'read';
  const closed = foldersAbove(path.resolve(file)).find(folder => !mayEnter(folder));
  const place = closed ?? path.resolve(file);
  const me = nameOfUid(process.geteuid?.() ?? -1);
  return new StoreRefused(
    place,
    `permission denied: ${me} may not ${closed ? 'enter' : act} it${owned(place)}`,
    'Ask for access, or choose another folder with --home. What a shared home is: docs/run-folder.md.',
  );
}

function foldersAbove(file: string): string[] {
  const above = path.dirname(file);
  return above === file ? [] : [...foldersAbove(above), above];
}

function mayEnter(folder: string): boolean {
  try {
    fs.accessSync(folder, X_OK);
    return true;
  } catch {
    return false;
  }
}

function owned(place: string): string {
  try {
    const { uid, gid, mode } = fs.lstatSync(place);
    const rights = (mode & 0o7777).toString(8).padStart(4, '0');
    return `, it belongs to ${nameOfUid(uid)} and group ${nameOfGid(gid)}, mode ${rights}`;
  } catch {
    return '';
  }
}
