/** The built program, called as a person or a script calls it, on a store of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { openTerminal, type Terminal, type TerminalOptions } from '../../driver.ts';
import { RunFolder } from './run-folder.ts';

const project = resolve(import.meta.dirname, '../../../..');
const launcher = join(project, 'bin/bascule.js');
export const missionPlan = join(project, 'plans/ops-bail-mobilite');

if (!existsSync(join(project, 'dist/bascule.js'))) {
  throw new Error('These tests drive the built program, and dist/ is not there: npm run build.');
}

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

type Environment = Record<string, string>;
export type Window = Pick<TerminalOptions, 'cols' | 'rows' | 'env'>;

/** A store of runs for the test that runs now; after it, even out of time, nothing of it is left. */
export function openHome(): Home {
  const home = new Home();
  onTestFinished(() => home.close());
  return home;
}

export class Home {
  readonly folder: string;
  readonly #terminals: Terminal[] = [];

  /** @param folder one that exists; a new one by default */
  constructor(folder = mkdtempSync(join(tmpdir(), 'bascule-home-'))) {
    this.folder = folder;
  }

  /** The program with these arguments, and `--home`. */
  commandLine(args: readonly string[]): string[] {
    return [process.execPath, launcher, ...args, '--home', this.folder];
  }

  /** Runs the program without a terminal, to its end. `--home` is added. */
  cli(args: readonly string[], env: Environment = {}): Promise<Outcome> {
    const [file = '', ...rest] = this.commandLine(args);
    const child = spawn(file, rest, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: plainEnvironment(env),
    });
    const outcome: Outcome = { code: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', text => {
      outcome.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', text => {
      outcome.stderr += text;
    });
    return new Promise((done, failed) => {
      child.on('error', failed);
      child.on('close', code => done({ ...outcome, code }));
    });
  }

  /** Runs the program in a new terminal. `--home` is added. */
  open(args: readonly string[], window: Window = {}): Terminal {
    const [file = '', ...rest] = this.commandLine(args);
    const terminal = openTerminal({ ...window, file, args: rest });
    this.#terminals.push(terminal);
    return terminal;
  }

  /** A rehearsal of the mission's plan, in a terminal. */
  rehearse(args: readonly string[] = [], window: Window = {}): Terminal {
    return this.open(['run', missionPlan, '--env', 'rehearsal', ...args], window);
  }

  /** Names of the runs, oldest first. */
  names(): string[] {
    const runs = join(this.folder, 'runs');
    return existsSync(runs) ? readdirSync(runs).sort() : [];
  }

  /** The only run. */
  run(): RunFolder {
    const [name, ...others] = this.names();
    if (name === undefined || others.length > 0) throw new Error(`Runs: ${this.names().join(' ')}`);
    return new RunFolder(join(this.folder, 'runs', name));
  }

  /** Closes its terminals, ends what its rehearsals left running, and removes the folder. */
  async close(): Promise<void> {
    for (const terminal of this.#terminals) await terminal.close();
    for (const name of this.names()) stopTarget(join(this.folder, 'runs', name));
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function stopTarget(run: string): void {
  if (!existsSync(join(run, 'target'))) return;
  spawnSync(process.execPath, [join(missionPlan, 'rehearsal/stop.mjs'), run]);
}

/** Neither the colours, the locale nor the faults of whoever runs the tests. */
function plainEnvironment(more: Environment): Environment {
  const { PATH = '', HOME = '/', USER = 'operator' } = process.env;
  return { PATH, HOME, USER, LANG: 'C.UTF-8', ...more };
}
