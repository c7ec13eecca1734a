/** A home made on purpose for a group: `chgrp GROUP HOME; chmod 2770 HOME`. Everything below says it the same way. */
import fs from 'node:fs';
import path from 'node:path';

/** How folders and files are made, whatever the umask. */
export interface Modes {
  folder: number;
  file: number;
  /** The folder of the approvals. */
  approvals: number;
}

export const ownersAlone: Modes = { folder: 0o700, file: 0o600, approvals: 0o700 };

/**
 * Every file is the group's to write, so that a colleague can go on with the run; an approval alone is not,
 * so that no other file can be passed off as one. Sticky: nobody takes another's approval away.
 */
export const ofTheGroup: Modes = { folder: 0o2770, file: 0o660, approvals: 0o3770 };

/** Setgid, all rights for the group, none for others; a sticky bit may come on top. */
export function isShared({ mode }: fs.Stats): boolean {
  return (mode & 0o2777) === 0o2770;
}

/**
 * May this process act as one of the home's group? The kernel lets nobody but a member, or root, make a
 * folder of the group; root belongs to every group, so it must have made the home itself.
 */
export function isMember(home: fs.Stats): boolean {
  const uid = process.geteuid?.();
  if (uid === 0 && home.uid === 0) return true;
  return process.getegid?.() === home.gid || (process.getgroups?.() ?? []).includes(home.gid);
}

/**
 * Number of the group that this run's folder is shared with, ours too; null when it is its owner's alone.
 * A run begun before its home was shared stays private.
 */
export function groupOf(run: string): number | null {
  const runs = path.dirname(path.resolve(run));
  const [home, ...below] = [path.dirname(runs), runs, run].map(statsOf);
  if (!home || !isShared(home) || !isMember(home)) return null;
  const alike = below.every(stats => stats && isShared(stats) && stats.gid === home.gid);
  return alike ? home.gid : null;
}

/** The modes of what is made in a run's folder. */
export function modesIn(run: string): Modes {
  return groupOf(run) === null ? ownersAlone : ofTheGroup;
}

/** Null for what is not a folder, a link to one included, and for what cannot be looked at. */
function statsOf(folder: string): fs.Stats | null {
  try {
    const stats = fs.lstatSync(folder);
    return stats.isDirectory() ? stats : null;
  } catch {
    return null;
  }
}
