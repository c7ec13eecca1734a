/** The folders above all runs: made when missing, refused when others could plant or replace files in them. */
import fs from 'node:fs';
import path from 'node:path';
import { createFolder, foreign, syncFolder } from './durable.ts';
import { nameOfGid, nameOfUid } from './people.ts';
import { codeOf, refusal, StoreRefused } from './refusal.ts';
import { isMember, isShared, type Modes, ofTheGroup, ownersAlone } from './sharing.ts';

/**
 * Makes a home and its folder of runs ready for a new run.
 * @returns the modes of what is made there: the home is its owner's alone, or shared with a group.
 * @throws {StoreRefused} when one is a link, another user's without being shared, writable by others,
 * shared by a group that is not ours, or when only one of the two is shared.
 */
export function prepareHome(home: string, runs: string): Modes {
  makeFolder(home, ownersAlone.folder);
  const stats = realFolder(home);
  const modes = isShared(stats) ? ofTheGroup : ownersAlone;
  if (modes === ofTheGroup) refuseStranger(home, stats);
  else refuseUntrusted(home, stats);
  makeFolder(runs, modes.folder);
  if (modes === ofTheGroup) refuseUnlike(runs, stats);
  else refuseUntrusted(runs, realFolder(runs));
  return modes;
}

function refuseStranger(home: string, stats: fs.Stats): void {
  if (isMember(stats)) return;
  const me = nameOfUid(process.geteuid?.() ?? -1);
  const group = nameOfGid(stats.gid);
  throw new StoreRefused(
    home,
    `it is shared by the group ${group}, of which ${me} is no member`,
    `Have ${me} added to ${group} and log in again, or choose another folder with --home.`,
  );
}

function refuseUntrusted(folder: string, { mode, uid }: fs.Stats): void {
  if (uid !== process.geteuid?.()) throw foreign(folder, uid);
  const sharedWithoutSticky = (mode & 0o022) !== 0 && (mode & 0o1000) === 0;
  if (!sharedWithoutSticky) return;
  throw new StoreRefused(
    folder,
    'other users may write in it',
    `Run: chmod go-w '${folder}'. To share it with its group: chmod 2770 '${folder}'.`,
  );
}

/** Runs that were there before the home was shared: who may see their folder is for somebody to say. */
function refuseUnlike(runs: string, home: fs.Stats): void {
  const stats = realFolder(runs);
  if (isShared(stats) && stats.gid === home.gid) return;
  throw new StoreRefused(
    runs,
    'its home is shared with a group, but it is not',
    `Run: chgrp ${home.gid} '${runs}' && chmod 2770 '${runs}'. The runs in it stay as they are.`,
  );
}

/** As `mkdir -p`, each new name durable; folders above are made for their owner alone. */
function makeFolder(folder: string, mode: number): void {
  if (fs.existsSync(folder)) return;
  makeFolder(path.dirname(folder), ownersAlone.folder);
  try {
    createFolder(folder, mode);
    syncFolder(path.dirname(folder));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw refusal(folder, error);
  }
}

function realFolder(folder: string): fs.Stats {
  const stats = fs.lstatSync(folder);
  if (stats.isDirectory()) return stats;
  const why = stats.isSymbolicLink() ? 'it is a symbolic link' : 'it is not a folder';
  throw new StoreRefused(folder, why, 'Remove it, or give the real path with --home.');
}
