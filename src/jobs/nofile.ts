/** The operator's limit on open files, which Node raised for itself and everything it starts. */
import fs from 'node:fs';

/**
 * The soft limit of the session's leader: the operator's shell. Undefined where there is none, as under
 * a service manager, or where it cannot be read.
 */
export function operatorNofile(): number | undefined {
  try {
    const stat = fs.readFileSync('/proc/self/stat', 'utf8');
    const session = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[3];
    const limits = fs.readFileSync(`/proc/${session}/limits`, 'utf8');
    const soft = /^Max open files +(\d+)/m.exec(limits)?.[1];
    return soft === undefined || Number(session) === process.pid ? undefined : Number(soft);
  } catch {
    return undefined;
  }
}
