/** `npm start`: the rehearsal of the mission's plan, resumed where there is one, unattended without a terminal. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../bin/bascule.js', import.meta.url));
const plan = fileURLToPath(new URL('../plans/ops-bail-mobilite', import.meta.url));
const interactive = Boolean(process.stdin.isTTY && process.stdout.isTTY);
const given = process.argv.slice(2);

const unfinished = interactive ? await unfinishedRehearsal() : null;
const args =
  unfinished === null
    ? ['run', plan, '--env', 'rehearsal', ...(interactive ? [] : ['--unattended'])]
    : ['resume', unfinished];
const child = spawn(process.execPath, [launcher, ...args, ...given], { stdio: 'inherit' });
child.on('exit', (code, signal) => {
  process.exitCode = signal === null ? (code ?? 1) : 1;
});
// The terminal's signals reach the child by themselves; it decides when this ends.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

/** The newest rehearsal of this plan that is still under way, by name. */
async function unfinishedRehearsal(): Promise<string | null> {
  const text = await outputOf(['runs', '--json']);
  const { runs } = JSON.parse(text) as {
    runs: { id: string; environment: string; status: string }[];
  };
  const mine = runs.find(
    run =>
      run.id.includes('-ops-bail-mobilite-rehearsal') &&
      (run.status === 'underway' || run.status === 'rollingBack'),
  );
  return mine?.id ?? null;
}

function outputOf(args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = spawn(process.execPath, [launcher, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    asked.stdout.on('data', piece => {
      text += piece;
    });
    asked.on('error', reject);
    asked.on('close', () => resolve(text || '{"runs":[]}'));
  });
}
