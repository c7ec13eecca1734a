/**
 * The README's pictures, taken from the program itself: it is driven in a pseudo-terminal by the keys on screen, and
 * its frames are written to `docs/pictures/` as SVG. `npm run pictures` after what is seen has changed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openTerminal, type Terminal } from '../test/terminal/driver.ts';
import { walk } from '../test/terminal/end-to-end/support/walker.ts';
import { svgOf } from './pictures/frame.ts';

const root = path.resolve(import.meta.dirname, '..');
const launcher = path.join(root, 'bin/bascule.js');
const plan = path.join(root, 'plans/ops-bail-mobilite');
const pictures = path.join(root, 'docs/pictures');
const size = { columns: 120, rows: 36 };

const home = mkdtempSync(path.join(tmpdir(), 'bascule-pictures-'));
const accounts = path.join(home, 'passwd');

/** As `ops` on `bastion`, with its runs under `/srv`: nothing of the machine that takes the pictures is seen in them. */
const stage = [
  'unshare --user --map-root-user --uts --mount sh -c',
  `'hostname bastion; mount --bind "$1" /etc/passwd; mount --bind "$2" /srv; shift 2; exec "$@"' stage`,
].join(' ');

function staged(args: readonly string[]): { file: string; args: string[] } {
  const command = [accounts, path.join(home, 'srv'), process.execPath, ...args];
  return { file: 'sh', args: ['-c', `exec ${stage} "$@"`, 'sh', ...command] };
}

function open(args: readonly string[], env: Record<string, string> = {}): Terminal {
  const program = [launcher, ...args, '--home', '/srv', '--lang', 'en'];
  return openTerminal({ ...staged(program), cols: size.columns, rows: size.rows, env });
}

function stopTarget(): void {
  const runs = path.join(home, 'srv/runs');
  if (!existsSync(runs)) return;
  for (const run of readdirSync(runs)) {
    const { file, args } = staged([path.join(plan, 'rehearsal/stop.mjs'), `/srv/runs/${run}`]);
    spawnSync(file, args);
  }
}

function take(terminal: Terminal, name: string, title: string): void {
  save(name, svgOf(terminal, size, title));
}

function save(name: string, svg: string): void {
  writeFileSync(path.join(pictures, `${name}.svg`), svg);
  process.stdout.write(`docs/pictures/${name}.svg\n`);
}

/** A rehearsal that meets a crash in its migration, is taken up again, and goes to its end. */
async function rehearse(): Promise<void> {
  const faults = { BASCULE_FAULT: 'migration-slow:20,migration-crash:3' };
  await using driver = open(['run', plan, '--env', 'rehearsal'], faults);
  await walk(driver, 'en', { until: ({ step, running }) => step === '4.4' && running });
  await driver.waitFor(/4\d%/, { timeout: 30_000 });
  take(driver, 'cockpit', 'The cockpit while the data migrates');
  await driver.waitFor(/killed/i, { timeout: 60_000 });
  take(driver, 'failure', 'The card of a failure');
  driver.press('t');
  await walk(driver, 'en', { patience: 60_000 });
  driver.press('q');
  await driver.waitForEnd();
}

/** The same run again, where it failed. */
async function playAgain(): Promise<void> {
  await using viewer = open(['replay', '--speed', '1']);
  await viewer.waitFor('Space pause');
  viewer.press('x');
  await viewer.waitFor(/killed/i);
  take(viewer, 'replay', 'The same run played again, paused where it failed');
}

/** The chart of the report, with the page's own style in it. */
function drawChart(): void {
  const { file, args } = staged([launcher, 'report', '--home', '/srv', '--lang', 'en']);
  const page = spawnSync(file, args, { encoding: 'utf8', maxBuffer: 1 << 26 }).stdout;
  const chart = /<svg class="gantt" .*?<\/svg>/s.exec(page)?.[0];
  const style = /<style>(.*?)<\/style>/s.exec(page)?.[1];
  if (!chart || !style) throw new Error('The report has no chart.');
  const root = '<svg xmlns="http://www.w3.org/2000/svg" class="gantt"';
  save(
    'gantt',
    chart
      .replace('<svg class="gantt"', root)
      .replace('>', `><style>${style} :root { background: var(--paper); }</style>`),
  );
}

mkdirSync(pictures, { recursive: true });
mkdirSync(path.join(home, 'srv'), { mode: 0o700 });
writeFileSync(accounts, 'ops:x:0:0:ops:/root:/bin/sh\n');
try {
  await rehearse();
  await playAgain();
  drawChart();
} finally {
  stopTarget();
  rmSync(home, { recursive: true, force: true });
}
