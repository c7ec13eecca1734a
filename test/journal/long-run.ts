/** A run that goes on for very long: the same command again and again, for it never succeeds. */
import type { Entry } from '../../machines/entries.ts';
import type { Plan } from '../../src/plan/types.ts';
import { created, entryOf, exited, taken } from '../machines/driver.ts';
import { command, commands, plan, stage } from '../machines/plans.ts';

/** @param count how many entries, at least 2 */
export function longRun(count: number): { plan: Plan; entries: Entry[] } {
  const step = { ...commands('1', 0), commands: [command(0)] };
  const facts = Array.from({ length: count }, (_, seq) => {
    if (seq < 2) return seq === 0 ? created : taken;
    const job = `job-${Math.floor((seq - 2) / 3)}`;
    const attempt = Math.floor((seq - 2) / 3) + 1;
    const about = { job, step: '1', command: 0, attempt, script: 's', host: 'h' };
    if (seq % 3 === 2) return { type: 'job.started' as const, ...about };
    return seq % 3 === 0 ? exited('1', job, false) : { type: 'step.retried' as const, step: '1' };
  });
  return { plan: plan([stage('S', [[step]])]), entries: facts.map(entryOf) };
}
