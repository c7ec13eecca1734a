/** What other people than the driver say of the run's steps: one file each, in a folder where nobody removes another's. */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {
  type ApprovalFile,
  type ApprovalText,
  approvalMode,
  approvalText,
  longestApproval,
  OddApproval,
  type Oddity,
  OwnerUnknown,
  readApproval,
} from './approval-file.ts';
import { createFile, createFolder, syncFolder } from './durable.ts';
import { nameOfUid } from './people.ts';
import { codeOf, refusal, StoreRefused } from './refusal.ts';
import { runPaths } from './run-folder.ts';
import { groupOf, modesIn } from './sharing.ts';

/** A run's approvals, and what lies among them without being one. */
export interface Approvals {
  /** Oldest first. */
  given: ApprovalFile[];
  odd: { file: string; why: Oddity }[];
  /** There are others, of which the system cannot say now whose they are: to be read again. */
  unnamed?: true;
}

/**
 * Makes the folder of approvals of a run that an older Bascule began; the driver's task, so that it belongs
 * to whoever drives. Does nothing when it is there.
 * @throws {StoreRefused} when it cannot be made.
 */
export function makeApprovals(folder: string): void {
  const { approvals } = runPaths(folder);
  try {
    createFolder(approvals, modesIn(folder).approvals);
    syncFolder(folder);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw refusal(approvals, error);
  }
}

/**
 * Puts an approval into a run's folder as a file of this process's user: whole and durable, or not at all.
 * @returns the file's name.
 * @throws {StoreRefused} when the run is not shared with this user, or older than approvals; when the
 * approval is longer than 8 kB; on a full disk.
 */
export function writeApproval(folder: string, approval: ApprovalText): string {
  const { approvals } = runPaths(folder);
  const bytes = Buffer.from(approvalText(approval));
  refuseClosed(folder, approvals);
  if (bytes.length > longestApproval) {
    throw new StoreRefused(approvals, 'the approval is longer than 8 kB', 'Shorten its note.');
  }
  const name = `${plainPart(approval.step)}-${randomUUID()}.json`;
  const draft = path.join(approvals, `.${name}`);
  try {
    createFile(draft, bytes, approvalMode);
    fs.renameSync(draft, path.join(approvals, name));
    syncFolder(approvals);
    return name;
  } catch (error) {
    fs.rmSync(draft, { force: true });
    throw refusal(approvals, error);
  }
}

/** Everything in the folder of approvals; none when there is no such folder. Never throws. */
export function readApprovals(folder: string): Approvals {
  const { approvals } = runPaths(folder);
  const expected = { run: path.basename(path.resolve(folder)), group: groupOf(folder) };
  const found: Approvals = { given: [], odd: [] };
  for (const file of namesIn(approvals)) {
    try {
      found.given.push({ file, ...readApproval(path.join(approvals, file), expected) });
    } catch (error) {
      if (error instanceof OwnerUnknown) found.unnamed = true;
      else found.odd.push({ file, why: error instanceof OddApproval ? error.why : 'unreadable' });
    }
  }
  found.given.sort((a, b) => a.at.localeCompare(b.at) || a.file.localeCompare(b.file));
  return found;
}

/** A run of one's own can always be written in, and one of a group by its members: the kernel alone would let root in. */
function refuseClosed(folder: string, approvals: string): void {
  if (groupOf(folder) === null && !isOurs(folder)) throw unshared(folder);
  const stats = fs.lstatSync(approvals, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return;
  if (stats)
    throw new StoreRefused(approvals, 'it is not a folder', 'Move it away, then try again.');
  throw new StoreRefused(
    approvals,
    'the run was begun by a Bascule that knew no approvals',
    'Whoever drives it must resume it once; then try again.',
  );
}

function isOurs(folder: string): boolean {
  try {
    return fs.lstatSync(folder).uid === process.geteuid?.();
  } catch {
    return false;
  }
}

function unshared(folder: string): StoreRefused {
  const home = path.resolve(folder, '..', '..');
  const me = nameOfUid(process.geteuid?.() ?? -1);
  return new StoreRefused(
    folder,
    `this run is not shared with ${me}`,
    `For the next runs, share the home with a group that ${me} is in: ` +
      `chgrp GROUP '${home}' && chmod 2770 '${home}'. This one can only take an attested approval.`,
  );
}

/** A step's id as part of a file's name that is not hidden. */
function plainPart(step: string): string {
  return step.replaceAll(/[^\p{L}\p{N}.-]/gu, '-').slice(0, 60) || 'step';
}

/** Hidden names are approvals being written. */
function namesIn(approvals: string): string[] {
  try {
    if (!fs.lstatSync(approvals).isDirectory()) return [];
    return fs.readdirSync(approvals).filter(name => !name.startsWith('.'));
  } catch {
    return [];
  }
}
