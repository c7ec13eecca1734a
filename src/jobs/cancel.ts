/** Stopping a job's command without ever hitting a stranger, nor the wrapper that records the outcome. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { absentAsNull } from './files.ts';
import { isLocked } from './locks.ts';
import { readClaim, readOutcome } from './probe.ts';
import { hasBegun, type Witness } from './records.ts';
import { holdsOpen, type Member, membersOf } from './session.ts';

/** How often to look again. Milliseconds. */
const rhythm = 100;
/** What that many KILLs have not ended hangs in the kernel. */
const killRounds = 20;

/**
 * TERM to the processes of the job, once, so that they can clean up; KILL after `grace` seconds to those
 * that are left. Returns as soon as none is. A job that has not begun yet is awaited, within the same time.
 */
export async function cancelFolder(folder: string, grace: number): Promise<void> {
  const deadline = performance.now() + grace * 1000;
  let told = false;
  for (let rounds = 0; rounds < killRounds; ) {
    const found = await targets(folder);
    if (!found) return;
    if (performance.now() >= deadline) {
      rounds += 1;
      for (const { pid } of found) signal(pid, 'SIGKILL');
    } else if (!told && found.length > 0) {
      told = true;
      // By groups: the kernel lets no process slip through by forking. The wrapper ignores a TERM.
      for (const group of new Set(found.map(member => member.group))) signal(-group, 'SIGTERM');
    }
    await sleep(rhythm);
  }
}

/** Whom to stop, perhaps nobody yet; null when there is nothing left to stop. */
async function targets(folder: string): Promise<Member[] | null> {
  const claim = await readClaim(folder);
  if (!claim) return [];
  if (claim.kind !== 'run') return null;
  if (await isLocked(join(folder, 'lock'))) return charges(folder, claim.witness);
  const output = join(folder, 'output');
  return (await isLocked(output)) ? leftovers(claim.witness, output) : null;
}

/** What a living wrapper watches over. */
async function charges(folder: string, witness: Witness): Promise<Member[] | null> {
  const record = await absentAsNull(readFile(join(folder, 'exit.res'), 'utf8'));
  if (record !== null && !hasBegun(record)) return [];
  const others = membersOf(witness.pid).filter(member => member.pid !== witness.pid);
  const over =
    (await readOutcome(folder, 'exit.res', witness)) ??
    (await readOutcome(folder, 'exit', witness));
  if (!over) return others;
  // What the wrapper itself still runs are its own tools.
  const rest = others.filter(member => member.parent !== witness.pid);
  return rest.length === 0 ? null : rest;
}

/** Without its wrapper, a session is known by the job's output: the kernel may have given the number away. */
function leftovers(witness: Witness, output: string): Member[] | null {
  const members = membersOf(witness.pid);
  return members.some(member => holdsOpen(member.pid, output)) ? members : null;
}

function signal(target: number, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(target, name);
  } catch {
    // It ended by itself.
  }
}
