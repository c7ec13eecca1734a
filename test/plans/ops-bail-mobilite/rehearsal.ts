/** A rehearsal target built for one test, and what a test does with it. */
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export const planFolder = resolve(import.meta.dirname, '../../../plans/ops-bail-mobilite');

export interface Outcome {
  code: number;
  /** Standard output and error, as a job would see them. */
  output: string;
}

export class Rehearsal {
  readonly run = mkdtempSync(join(tmpdir(), 'bascule-rehearsal-'));
  readonly target = join(this.run, 'target');
  readonly app = join(this.target, 'app');
  /** `BASCULE_FAULT` of the commands. */
  fault = '';

  prepare(): Outcome {
    return this.#node('build.mjs');
  }

  stop(): Outcome {
    return this.#node('stop.mjs', this.run);
  }

  /** Stops what runs and removes the folder. */
  dispose(): void {
    this.stop();
    rmSync(this.run, { recursive: true, force: true });
  }

  #node(script: string, ...args: string[]): Outcome {
    const path = join(planFolder, 'rehearsal', script);
    return outcome(
      spawnSync(process.execPath, [path, ...args], { ...this.#options(), cwd: this.run }),
    );
  }

  #options() {
    const env = {
      ...process.env,
      PATH: `${join(this.target, 'bin')}${delimiter}${process.env.PATH}`,
      BASCULE_RUN_DIR: this.run,
      BASCULE_PLAN_DIR: planFolder,
      BASCULE_NODE: process.execPath,
      BASCULE_FAULT: this.fault,
    };
    return { cwd: this.app, env, encoding: 'utf8', timeout: 60_000 } as const;
  }

  /** A script as Bascule runs it; `input` is for runners. */
  shell(script: string, input = ''): Outcome {
    return outcome(
      spawnSync('bash', ['-eo', 'pipefail', '-c', `exec 2>&1\n${script}`], {
        ...this.#options(),
        input,
      }),
    );
  }

  /** The same, left running. */
  start(script: string) {
    return spawn('bash', ['-eo', 'pipefail', '-c', script], {
      ...this.#options(),
      stdio: 'ignore',
    });
  }

  /** What a visitor gets. */
  async visit(path: string): Promise<{ status: number; body: string; retryAfter: string | null }> {
    const port = readFileSync(join(this.target, 'site.port'), 'utf8').trim();
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return {
      status: response.status,
      body: await response.text(),
      retryAfter: response.headers.get('retry-after'),
    };
  }

  query(sql: string): unknown {
    const db = new DatabaseSync(join(this.target, 'database/ops.sqlite'), { readOnly: true });
    db.exec('PRAGMA busy_timeout = 5000');
    const row = db.prepare(sql).get();
    db.close();
    return row && Object.values(row)[0];
  }

  /** The whole database as SQL: equal dumps are equal data. */
  dump(): string {
    return this.shell('mysqldump ops').output;
  }

  /** Commands the target's own tools have seen, such as `php artisan migrate --force`. */
  commands(): string[] {
    const lines = readFileSync(join(this.target, 'log/commands.log'), 'utf8').trim().split('\n');
    return lines
      .filter(Boolean)
      .map(line => (JSON.parse(line.split('\t')[2]!) as string[]).join(' '));
  }

  /** Ranges of bail mobilités that were committed, in order. */
  migrated(): string[] {
    const lines = readFileSync(join(this.target, 'log/migration.log'), 'utf8').trim().split('\n');
    return lines.filter(Boolean).map(line => line.split('\t')[3]!);
  }

  version(): string {
    return this.shell('git describe --tags --exact-match').output.trim();
  }
}

/** A death by signal is told as a shell tells it: 137 for SIGKILL. */
function outcome({ status, signal, stdout, stderr }: SpawnSyncReturns<string>): Outcome {
  const code = status ?? 128 + constants.signals[signal!];
  return { code, output: stdout + stderr };
}

/** Builds a target; throws with the builder's words when it cannot. */
export function rehearse(): Rehearsal {
  const rehearsal = new Rehearsal();
  const { code, output } = rehearsal.prepare();
  if (code !== 0) throw new Error(output);
  return rehearsal;
}

/** Resolves once `holds` does; rejects after half a minute, saying what never happened. */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Never happened: ${what}`);
    await new Promise(next => setTimeout(next, 25));
  }
}
