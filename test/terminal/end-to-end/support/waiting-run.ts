/** Runs that stand at an interesting place, reached without a terminal. */
import { expect } from 'vitest';
import type { Terminal } from '../../driver.ts';
import { type Home, missionPlan, type Window } from './program.ts';
import type { Speech } from './reading.ts';
import type { RunFolder } from './run-folder.ts';
import { walk } from './walker.ts';

/** A rehearsal of the mission's plan that stopped at its dry run, which failed; later commands have `faults`. */
export async function stoppedAtDryRun(home: Home, faults = ''): Promise<RunFolder> {
  const args = ['run', missionPlan, '--env', 'rehearsal', '--unattended'];
  const { code, stderr } = await home.cli(args, { BASCULE_FAULT: 'dry-run-fails' });
  expect(code, stderr).toBe(1);
  const run = home.run();
  run.setFaults(faults);
  return run;
}

/** The same, taken in a terminal up to where the data migration runs; it lasts so many seconds. */
export async function migrating(
  home: Home,
  seconds: number,
  options: { speech: Speech; open?: (args: string[], window: Window) => Terminal },
): Promise<{ run: RunFolder; terminal: Terminal }> {
  const { speech, open = (args, window) => home.open(args, window) } = options;
  const run = await stoppedAtDryRun(home, `migration-slow:${seconds}`);
  const terminal = open(['resume', '--lang', speech], {});
  await walk(terminal, speech, { until: ({ step, enter }) => step === '4.4' && !enter });
  await terminal.waitFor(() => run.started().at(-1) === '4.4');
  return { run, terminal };
}
