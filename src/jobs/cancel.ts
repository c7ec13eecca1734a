/** Stopping a job's command without ever hitting a stranger, nor the wrapper that records the outcome. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { absentAsNull } from './files.ts';
import { isLocked } from './locks.ts';
import { readClaim, readOutcome } from './probe.ts';
import { hasBegun, type Witness } from './records.ts';
import { descendantsOf, holdsOpen, isAlive, type Member, membersOf, writersOf } from './session.ts';

/** How often to look again. Milliseconds. */
const rhythm = 100;
/** What that many KILLs have not ended hangs in the kernel. */
const killRounds = 20;

/**
 * TERM to the processes of the job, once, so that they can clean up; KILL after `grace` seconds to those
 * that are left. Returns as soon as none is. A job that has not begun yet is awaited, within the same time.
 * @throws an error with the code `EPERM` when they are another user's, who alone may stop them.
 */
export async function cancelFolder(folder: string, grace: number): Promise<void> {
  const deadline = performance.now() + grace * 1000;
  const shared = await isInteractive(folder);
  let told = false;
  for (let rounds = 0; rounds < killRounds; ) {
    const found = await targets(folder, shared);
    if (!found) return;
    if (performance.now() >= deadline) {
      rounds += 1;
      for (const { pid } of found) signal(pid, 'SIGKILL');
    } else if (!told && found.length > 0) {
      told = true;
      // By groups: the kernel lets no process slip through by forking. The wrapper ignores a TERM.
      // But on a terminal the operator's own processes are of the same group.
      const whom = shared ? found.map(({ pid }) => pid) : found.map(({ group }) => -group);
      for (const target of new Set(whom)) signal(target, 'SIGTERM');
    }
    await sleep(rhythm);
  }
}

/** Whom to stop, perhaps nobody yet; null when there is nothing left to stop. `shared`: the session is the operator's. */
async function targets(folder: string, shared: boolean): Promise<Member[] | null> {
  const claim = await readClaim(folder);
  if (!claim) return [];
  if (claim.kind !== 'run') return null;
  const { witness } = claim;
  const output = join(folder, 'output');
  if (await isLocked(join(folder, 'lock'))) {
    return shared ? below(folder, witness, output) : charges(folder, witness);
  }
  if (!(await isLocked(output))) return null;
  return shared ? writers(output, witness) : leftovers(witness, output);
}

/** What a living wrapper watches over. */
async function charges(folder: string, witness: Witness): Promise<Member[] | null> {
  if (!(await isBegun(folder))) return [];
  const others = membersOf(witness.pid).filter(member => member.pid !== witness.pid);
  if (!(await isOver(folder, witness))) return others;
  // What the wrapper itself still runs are its own tools.
  const rest = others.filter(member => member.parent !== witness.pid);
  return rest.length === 0 ? null : rest;
}

/** Without its wrapper, a session is known by the job's output: the kernel may have given the number away. */
function leftovers(witness: Witness, output: string): Member[] | null {
  const members = membersOf(witness.pid);
  return members.some(member => holdsOpen(member.pid, output)) ? members : null;
}

/** What a living wrapper on the operator's terminal watches over: what it started, whatever its session. */
async function below(folder: string, witness: Witness, output: string): Promise<Member[] | null> {
  if (!(await isBegun(folder))) return [];
  const found = isAlive(witness) ? descendantsOf([witness.pid]) : [];
  return (await isOver(folder, witness)) ? writers(output, witness) : found;
}

/** What it started is known without it by the output, which nobody else can write to, or by such a parent. */
function writers(output: string, witness: Witness): Member[] | null {
  const known = writersOf(output).filter(({ pid }) => pid !== witness.pid);
  const rest = [...known, ...descendantsOf(known.map(({ pid }) => pid))];
  return rest.length === 0 ? null : rest;
}

async function isOver(folder: string, witness: Witness): Promise<boolean> {
  const unnamed = await readOutcome(folder, 'exit.res', witness);
  return (unnamed ?? (await readOutcome(folder, 'exit', witness))) !== null;
}

async function isBegun(folder: string): Promise<boolean> {
  const record = await absentAsNull(readFile(join(folder, 'exit.res'), 'utf8'));
  return record === null || hasBegun(record);
}

async function isInteractive(folder: string): Promise<boolean> {
  const meta = await absentAsNull(readFile(join(folder, 'meta.sh'), 'utf8'));
  return meta !== null && /^bascule_interactive='yes'$/m.test(meta);
}

function signal(target: number, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(target, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPERM') throw error;
    // It ended by itself.
  }
}
