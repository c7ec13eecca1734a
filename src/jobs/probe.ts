/** What happened to a job, read from its folder alone. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { absentAsNull } from './files.ts';
import { isLocked } from './locks.ts';
import {
  type Claim,
  type Outcome,
  parseClaim,
  parseOutcome,
  refusalIn,
  type Witness,
} from './records.ts';
import type { Probe } from './types.ts';

const read = (folder: string, name: string): Promise<string | null> =>
  absentAsNull(readFile(join(folder, name), 'utf8'));

/** Who claimed the job; null when nobody did. */
export async function readClaim(folder: string): Promise<Claim | null> {
  const text = await read(folder, 'claim');
  return text === null ? null : parseClaim(text);
}

/** The outcome as one file tells it; null when it does not. */
export async function readOutcome(
  folder: string,
  name: 'exit' | 'exit.res',
  by: Witness,
): Promise<Outcome | null> {
  const text = await read(folder, name);
  return text === null ? null : parseOutcome(text, by);
}

export async function probeFolder(folder: string): Promise<Probe> {
  let claim = await readClaim(folder);
  if (!claim) {
    const starting = await isLocked(join(folder, 'lock'));
    // Again: it may have been claimed, and the whole job done, since we looked.
    claim = await readClaim(folder);
    if (!claim) return starting ? { state: 'starting' } : unclaimed(folder);
  }
  if (claim.kind === 'revoked') return { state: 'revoked', why: claim.why };
  if (claim.kind === 'damaged') return { state: 'doubt', why: 'folder-damaged' };
  return claimed(folder, claim.witness);
}

async function unclaimed(folder: string): Promise<Probe> {
  if ((await read(folder, 'exit')) !== null) return { state: 'doubt', why: 'folder-damaged' };
  const why = refusalIn((await read(folder, 'wrapper.log')) ?? '');
  return { state: 'not-started', ...(why === undefined ? {} : { why }) };
}

async function claimed(folder: string, witness: Witness): Promise<Probe> {
  const final = await readOutcome(folder, 'exit', witness);
  if (final) return exited(folder, final);
  const alive = await isLocked(join(folder, 'lock'));
  // The lock first, the outcome after it: the wrapper writes its outcome, then gives up its lock. The
  // other way round, a job that ends between the two looks would be taken for lost.
  const late = await readOutcome(folder, 'exit', witness);
  if (late) return exited(folder, late);
  if (alive) return { state: 'running', pid: witness.pid };
  const unnamed = await readOutcome(folder, 'exit.res', witness);
  if (unnamed) return exited(folder, unnamed);
  return lost(folder, witness);
}

async function exited(folder: string, outcome: Outcome): Promise<Probe> {
  return { state: 'exited', ...outcome, outputOpen: await isLocked(join(folder, 'output')) };
}

/** The wrapper is gone and left no outcome. */
async function lost(folder: string, witness: Witness): Promise<Probe> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
  if (witness.boot !== boot.trim()) return { state: 'doubt', why: 'rebooted' };
  if (await isLocked(join(folder, 'output'))) {
    return { state: 'orphan', pid: witness.pid, why: 'the wrapper died, the command goes on' };
  }
  const torn = (await read(folder, 'exit')) !== null;
  return { state: 'doubt', why: torn ? 'folder-damaged' : 'witness-lost' };
}
