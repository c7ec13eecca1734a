/** The processes of a job, as the kernel lists them. */
import fs from 'node:fs';

export interface Member {
  pid: number;
  parent: number;
  group: number;
  session: number;
  /** Clock ticks since boot: with the pid, one process for ever. */
  start: string;
}

/** Living members of a session; the leader is one of them. */
export function membersOf(session: number): Member[] {
  return everyone().filter(member => member.session === session);
}

/** Does this very process live? */
export const isAlive = ({ pid, start }: { pid: number; start: string }): boolean =>
  memberAt(pid)?.start === start;

/** What was started by these processes, directly or not, and still lives; they themselves are left out. */
export function descendantsOf(ancestors: readonly number[]): Member[] {
  const all = everyone();
  const found = new Map<number, Member>();
  let parents = new Set(ancestors);
  while (parents.size > 0) {
    const children = all.filter(({ pid, parent }) => parents.has(parent) && !found.has(pid));
    for (const child of children) found.set(child.pid, child);
    parents = new Set(children.map(({ pid }) => pid));
  }
  return [...found.values()];
}

/** Processes that can write to that very file: neither those that read it, nor those that look at its lock. */
export function writersOf(file: string): Member[] {
  return everyone().filter(({ pid }) =>
    descriptorsOf(pid, file).some(descriptor => isWriting(pid, descriptor)),
  );
}

/** Has the process that very file open? */
export const holdsOpen = (pid: number, file: string): boolean =>
  descriptorsOf(pid, file).length > 0;

function everyone(): Member[] {
  return fs
    .readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(name => memberAt(Number(name)))
    .filter(member => member !== null);
}

function memberAt(pid: number): Member | null {
  let stat: string;
  try {
    stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  // The second field, the command's name, may hold spaces and brackets: count from its end.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return null;
  const [parent, group, session] = fields.slice(1, 4).map(Number) as [number, number, number];
  return { pid, parent, group, session, start: fields[19]! };
}

function descriptorsOf(pid: number, file: string): string[] {
  const wanted = fs.statSync(file, { throwIfNoEntry: false });
  if (!wanted) return [];
  try {
    return fs.readdirSync(`/proc/${pid}/fd`).filter(fd => {
      const target = fs.statSync(`/proc/${pid}/fd/${fd}`, { throwIfNoEntry: false });
      return target?.ino === wanted.ino && target.dev === wanted.dev;
    });
  } catch {
    return [];
  }
}

function isWriting(pid: number, descriptor: string): boolean {
  try {
    const info = fs.readFileSync(`/proc/${pid}/fdinfo/${descriptor}`, 'utf8');
    return (Number.parseInt(/^flags:\s*(\d+)/m.exec(info)?.[1] ?? '0', 8) & 3) !== 0;
  } catch {
    return false;
  }
}
