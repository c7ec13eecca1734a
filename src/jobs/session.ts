/** The processes of a job: the members of the session that its wrapper leads. */
import fs from 'node:fs';

export interface Member {
  pid: number;
  parent: number;
  group: number;
}

/** Living members of a session; the leader is one of them. */
export function membersOf(session: number): Member[] {
  return fs
    .readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(name => statOf(Number(name)))
    .filter(found => found !== null && found.session === session)
    .map(found => found!.member);
}

function statOf(pid: number): { session: number; member: Member } | null {
  let stat: string;
  try {
    stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  // The second field, the command's name, may hold spaces and brackets: count from its end.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return null;
  return {
    session: Number(fields[3]),
    member: { pid, parent: Number(fields[1]), group: Number(fields[2]) },
  };
}

/** Has the process that very file open? */
export function holdsOpen(pid: number, file: string): boolean {
  try {
    return fs.readdirSync(`/proc/${pid}/fd`).some(fd => isSame(`/proc/${pid}/fd/${fd}`, file));
  } catch {
    return false;
  }
}

function isSame(descriptor: string, file: string): boolean {
  const target = fs.statSync(descriptor, { throwIfNoEntry: false });
  const wanted = fs.statSync(file, { throwIfNoEntry: false });
  return !!target && !!wanted && target.ino === wanted.ino && target.dev === wanted.dev;
}
