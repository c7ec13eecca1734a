import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { until } from '../../plans/ops-bail-mobilite/rehearsal.ts';
import { type Home, openHome } from '../../terminal/end-to-end/support/program.ts';
import { resume, small } from './small-run.ts';

const slow = [
  'echo begun >>"$BASCULE_RUN_DIR/ledger"',
  'for i in $(seq 50); do sleep 0.1; done',
  'echo ended >>"$BASCULE_RUN_DIR/ledger"',
].join('\n');

/** A cockpit without a terminal, whose first command runs for five seconds. */
async function holder(home: Home) {
  const [file = '', ...args] = home.commandLine(small(home, { first: slow, second: 'true' }));
  const child = spawn(file, args, { stdio: 'ignore' });
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  await until(() => home.names().length > 0 && begun(home), 'a command that runs');
  return { child, ended };
}

function begun(home: Home): boolean {
  try {
    return readFileSync(join(home.run().folder, 'ledger'), 'utf8') === 'begun\n';
  } catch {
    return false;
  }
}

test('row 37: a second cockpit without a terminal is refused, and told who drives, where and since when', async () => {
  const home = openHome();
  const { child } = await holder(home);
  const run = home.run();
  const { code, stderr } = await home.cli(resume);
  expect(code).toBe(5);
  const [{ helm, at } = { helm: undefined, at: '' }] = run.entries('helm.taken');
  expect(stderr).toContain(`held by ${helm?.operator} on ${helm?.host} since ${at.slice(0, 10)}`);
  expect(stderr).toContain('--take-over');
  expect(run.entries('helm.taken')).toHaveLength(1);
  expect(child.exitCode).toBeNull();
  await run.jobEnds('1.1');
}, 60_000);

test('row 38: a stopped holder keeps the helm; a take-over ends that process only, and the command runs once', async () => {
  const home = openHome();
  const { child, ended } = await holder(home);
  const run = home.run();
  const bystander = spawn('sleep', ['60'], { stdio: 'ignore' });
  onTestFinished(() => void bystander.kill());
  child.kill('SIGSTOP');
  expect(await home.cli(resume)).toMatchObject({ code: 5 });
  expect(child.signalCode).toBeNull();

  const { code, stderr } = await home.cli([...resume, '--take-over']);
  expect(code, stderr).toBe(0);
  await ended;
  expect(bystander.exitCode ?? bystander.signalCode).toBeNull();
  expect(run.entries('helm.taken').at(-1)?.from?.pid).toBe(child.pid);
  expect(run.started()).toEqual(['1.1', '1.2']);
  expect(run.entries('job.exited')).toMatchObject([{ step: '1.1', ok: true }, { step: '1.2' }]);
  expect(readFileSync(join(run.folder, 'ledger'), 'utf8')).toBe('begun\nended\n');
  expect(await home.cli(['verify', run.id])).toMatchObject({ code: 0 });
}, 60_000);
