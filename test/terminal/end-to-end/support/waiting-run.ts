/** Runs that stand at an interesting place, reached without a terminal. */
import { expect } from 'vitest';
import { until } from '../../../plans/ops-bail-mobilite/rehearsal.ts';
import type { Terminal } from '../../driver.ts';
import { type Home, missionPlan } from './program.ts';
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

/** The data of the target that a run is building, before anything is deployed on it. */
export async function dataBefore(home: Home): Promise<unknown> {
  await until(() => home.names().length > 0 && home.run().target.isReady(), 'a target');
  const { target } = home.run();
  const dump = target.dump();
  expect(target.commands()).not.toContain('php artisan migrate --force');
  return dump;
}

/** The same, taken in a terminal up to where the data migration runs; it lasts so many seconds. */
export async function migrating(
  home: Home,
  seconds: number,
): Promise<{ run: RunFolder; terminal: Terminal }> {
  const run = await stoppedAtDryRun(home, `migration-slow:${seconds}`);
  const terminal = home.open(['resume', '--lang', 'fr']);
  await walk(terminal, 'fr', { until: ({ step, running }) => step === '4.4' && running });
  await terminal.waitFor(() => run.started().at(-1) === '4.4');
  return { run, terminal };
}
