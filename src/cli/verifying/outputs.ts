import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Entry, EntryOf } from '../../../machines/entries.ts';
import { hashOf } from '../../engine/outcome/hash.ts';
import type { Jobs } from '../../jobs/types.ts';

/** What became of the outputs that a journal tells of. */
export interface OutputsVerified {
  /** Outputs whose bytes up to the exit are those that were recorded. */
  checked: number;
  /** Outputs without a recorded hash, so that nobody can tell: of an older journal, of an interactive command. */
  unrecorded: number;
  /** Those of the unrecorded that were interactive. */
  interactive: number;
  damaged: DamagedOutput[];
}

export interface DamagedOutput {
  job: string;
  /** Of the journal, from 1. */
  line: number;
  file: string;
  why: 'missing' | 'unreadable' | 'not-a-file' | 'short' | 'changed';
  /** Bytes for `short`, hashes for `changed`; a system's error code is found where it is `unreadable`. */
  expected?: string;
  found?: string;
}

type Wrong = Pick<DamagedOutput, 'why' | 'expected' | 'found'>;
type Exited = EntryOf<'job.exited'>;

/** Checks every output that the entries tell the end of; what still runs has none yet. */
export async function verifyOutputs(
  entries: readonly Entry[],
  jobs: Pick<Jobs, 'outputPath'>,
): Promise<OutputsVerified> {
  const result: OutputsVerified = { checked: 0, unrecorded: 0, interactive: 0, damaged: [] };
  const interactive = new Set(
    entries.flatMap(one => (one.type === 'job.started' && one.interactive ? one.job : [])),
  );
  for (const exited of entries.filter(entry => entry.type === 'job.exited')) {
    const file = jobs.outputPath(exited.job);
    const wrong = await wrongIn(file, exited);
    const { job, seq } = exited;
    if (wrong) result.damaged.push({ job, line: seq + 1, file, ...wrong });
    else if (exited.sha256 !== undefined) result.checked += 1;
    else result.unrecorded += 1;
    if (!wrong && exited.sha256 === undefined && interactive.has(job)) result.interactive += 1;
  }
  return result;
}

/** Neither a link nor a pipe is followed: in a folder that is shared, others may have put it there. */
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

async function wrongIn(file: string, exited: Exited): Promise<Wrong | null> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, flags);
    return await wrongBytes(handle, exited);
  } catch (error) {
    return wrongOf((error as NodeJS.ErrnoException).code ?? String(error));
  } finally {
    await handle?.close();
  }
}

async function wrongBytes(handle: FileHandle, { size, sha256 }: Exited): Promise<Wrong | null> {
  const found = await handle.stat();
  if (!found.isFile()) return { why: 'not-a-file' };
  if (found.size < size) return { why: 'short', expected: `${size}`, found: `${found.size}` };
  if (sha256 === undefined) return null;
  const read = async (offset: number, bytes: number): Promise<Buffer> => {
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(bytes), 0, bytes, offset);
    return buffer.subarray(0, bytesRead);
  };
  const hash = await hashOf({ size, read });
  return hash === sha256 ? null : { why: 'changed', expected: sha256, found: hash };
}

function wrongOf(code: string): Wrong {
  if (code === 'ENOENT' || code === 'ENOTDIR') return { why: 'missing' };
  if (code === 'ELOOP' || code === 'ENXIO') return { why: 'not-a-file' };
  return { why: 'unreadable', found: code };
}
