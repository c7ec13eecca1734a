import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openTerminal, type Terminal } from '../terminal/driver.ts';
import { fence, release, step } from './plans.ts';
import { createRun, type TestRun } from './runs.ts';

const lender = resolve(import.meta.dirname, 'fixtures/lender.ts');

/** A run whose first step needs the terminal, and a cockpit that has one. */
function lent(script: string, info = 'bash interactive'): { run: TestRun; terminal: Terminal } {
  const markdown = release({
    steps: [step('09:00', 'Ask', fence(script, info)), step('09:05', 'After')],
  });
  const run = createRun(markdown);
  writeFileSync(join(run.folder, 'plan.md'), markdown);
  const args = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning', lender];
  const terminal = openTerminal({ file: process.execPath, args: [...args, run.folder] });
  onTestFinished(() => terminal.close());
  return { run, terminal };
}

describe('an interactive command', () => {
  it('is refused without a terminal, and nothing is journaled', async () => {
    const ask = step('09:00', 'Ask', fence('read -r line', 'bash interactive'));
    const { engine, story } = await createRun(release({ steps: [ask] })).open();
    expect(await engine.act({ type: 'start', step: '1.1' })).toEqual({
      done: false,
      refusal: { code: 'no-terminal', detail: '1.1' },
    });
    expect(story()).toEqual([]);
  });

  it('that a lender could not serve after all never ran, and its step is ready again', async () => {
    const ask = step('09:00', 'Ask', fence('echo asked >> ledger', 'bash interactive'));
    const { engine, does, until } = await createRun(release({ steps: [ask] })).open();
    engine.giveTerminal(() => Promise.reject(new Error('the screen is gone')));
    await does({ type: 'start', step: '1.1' });
    const state = await until(({ context }) => context.liveJob === null);
    expect(state.statusOf('1.1')).toBe('ready');
    expect(Object.values(state.context.jobs)).toMatchObject([
      { status: 'revoked', why: 'the screen is gone', interactive: true },
    ]);
  });

  it('talks to the operator; its exit code alone judges it, its output is not recorded', async () => {
    const script = 'read -rp "go on? " line </dev/tty; echo "error: $line" >ledger; exit 3';
    const { run, terminal } = lent(script, 'bash interactive ok=3 expect=/never/');
    await terminal.waitFor('go on?');
    terminal.type('yes\r');
    await terminal.waitFor('exit 3 ok true');
    await terminal.waitFor('taken back');
    expect(readFileSync(join(run.folder, 'ledger'), 'utf8')).toBe('error: yes\n');
    const journal = readFileSync(join(run.folder, 'journal.jsonl'), 'utf8');
    expect(journal).toContain('"interactive":true');
    expect(journal).not.toMatch(/excerpt|sha256/);
  });

  it('that is stopped with Ctrl-C has failed; the cockpit lives', async () => {
    const { terminal } = lent('echo asleep; sleep 60');
    await terminal.waitFor('asleep');
    terminal.press('^C');
    await terminal.waitFor('exit 130 ok false');
    await terminal.waitFor('taken back');
  });

  it('past its limit leaves nothing on the terminal', async () => {
    const { run, terminal } = lent('echo $$ >shell; sleep 61', 'bash interactive timeout=1s');
    await terminal.waitFor('exit 124 ok false');
    const shell = readFileSync(join(run.folder, 'shell'), 'utf8').trim();
    expect(existsSync(`/proc/${shell}`)).toBe(false);
    const journal = readFileSync(join(run.folder, 'journal.jsonl'), 'utf8');
    expect(journal).not.toContain('outputOpen');
  });

  it('whose cockpit was killed is found again, with its outcome', async () => {
    const { run, terminal } = lent(
      'trap "" HUP; echo ready; until [ -e go ]; do sleep 0.02; done; exit 6',
    );
    await terminal.waitFor('ready');
    terminal.kill('SIGKILL');
    await terminal.waitForEnd();
    const { engine, until } = await run.open();
    expect(engine.away).toMatchObject([{ step: '1.1', status: 'running' }]);
    writeFileSync(join(run.folder, 'go'), '');
    const state = await until(one => one.statusOf('1.1') === 'failed');
    expect(Object.values(state.context.jobs)).toMatchObject([{ code: 6, interactive: true }]);
  });
});

it('the pace hands the terminal to nobody: the operator is asked', async () => {
  const markdown = release({
    steps: [step('09:00', 'Ask', fence('true'), fence('read -r line', 'bash interactive'))],
  });
  const { engine, until } = await createRun(markdown, { pace: 'automatic' }).open();
  engine.giveTerminal(() => Promise.reject(new Error('nobody asked')));
  await until(({ context }) => context.steps['1.1']?.command === 1);
  // What starts by itself does so right after the entry.
  expect([engine.state().statusOf('1.1'), engine.state().context.liveJob]).toEqual(['ready', null]);
});
