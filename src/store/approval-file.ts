/** One approval as it is on the disk: who gave it is the owner that the kernel gave to the file, never what it says. */
import fs from 'node:fs';
import { z } from 'zod';
import { openPlain } from './durable.ts';
import { settledNameOfUid } from './people.ts';

/** Longest approval, in bytes. */
export const longestApproval = 8192;

/** Written by its owner alone. No other file of a run has this mode: another one that was moved here is no approval. */
export const approvalMode = 0o640;

const approvalSchema = z.strictObject({
  version: z.literal(1),
  /** Name of the run's folder. */
  run: z.string().min(1),
  step: z.string().min(1),
  /** The look at the step that it is about: `roundOf`. */
  round: z.string().min(1),
  verdict: z.enum(['go', 'no-go']),
  note: z.string().exactOptional(),
});

/** What somebody says of a step. */
export type ApprovalText = Omit<z.infer<typeof approvalSchema>, 'version'>;

export interface ApprovalFile extends ApprovalText {
  /** Its name in the folder of approvals. */
  file: string;
  /** Owner of the file, by the kernel's word. */
  uid: number;
  /** The owner's login, for display. */
  person: string;
  /** When it was last written, ISO 8601; its owner could set it. */
  at: string;
}

/** Why a file among the approvals is none. */
export type Oddity =
  /** A link, a folder, a pipe, a device. */
  | 'not-a-plain-file'
  /** A hard link: the owner of the file may never have put it there. */
  | 'several-names'
  /** Not the mode or the group of an approval: made for something else, or others may write in it. */
  | 'wrong-rights'
  | 'too-large'
  /** Not JSON, or not an approval of version 1. */
  | 'not-an-approval'
  | 'other-run'
  | 'unreadable';

/** What `readApproval` throws. */
export class OddApproval extends Error {
  readonly why: Oddity;

  constructor(why: Oddity) {
    super(why);
    this.name = 'OddApproval';
    this.why = why;
  }
}

/** What `readApproval` throws when the system cannot say now who the owner is: the approval may be good. */
export class OwnerUnknown extends Error {
  override readonly name = 'OwnerUnknown';
}

/** An approval as it is written. @throws when it could not be read back. */
export function approvalText(approval: ApprovalText): string {
  return `${JSON.stringify(approvalSchema.parse({ version: 1, ...approval }))}\n`;
}

/**
 * Reads one approval; everything that is told of the file comes from one open descriptor.
 * @param group of the run when it is shared, else null.
 * @throws {OddApproval} for anything else than an approval of this run; {OwnerUnknown}.
 */
export function readApproval(
  place: string,
  expected: { run: string; group: number | null },
): Omit<ApprovalFile, 'file'> {
  const fd = opened(place);
  try {
    const stats = fs.fstatSync(fd);
    if (stats.nlink !== 1) throw new OddApproval('several-names');
    const strange = expected.group !== null && stats.gid !== expected.group;
    if (strange || (stats.mode & 0o7777) !== approvalMode) throw new OddApproval('wrong-rights');
    const said = parsed(wholeText(fd));
    if (said.run !== expected.run) throw new OddApproval('other-run');
    const { uid, mtime } = stats;
    const person = settledNameOfUid(uid);
    if (person === null) throw new OwnerUnknown();
    return { ...said, uid, person, at: mtime.toISOString() };
  } finally {
    fs.closeSync(fd);
  }
}

function opened(place: string): number {
  const stats = fs.lstatSync(place, { throwIfNoEntry: false });
  if (stats && !stats.isFile()) throw new OddApproval('not-a-plain-file');
  try {
    return openPlain(place, fs.constants.O_RDONLY);
  } catch {
    throw new OddApproval('unreadable');
  }
}

function wholeText(fd: number): string {
  const bytes = Buffer.alloc(longestApproval + 1);
  const read = fs.readSync(fd, bytes, 0, bytes.length, 0);
  if (read > longestApproval) throw new OddApproval('too-large');
  return bytes.toString('utf8', 0, read);
}

function parsed(text: string): ApprovalText {
  try {
    const { version: _, ...said } = approvalSchema.parse(JSON.parse(text));
    return said;
  } catch {
    throw new OddApproval('not-an-approval');
  }
}
