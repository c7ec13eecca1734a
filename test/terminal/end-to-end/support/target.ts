/** The target of a rehearsal, looked at from outside: what it ran, what it holds, what it answers. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** SQLite's own tables left out: its statistics are no data. */
const definitions = `SELECT name, sql FROM sqlite_master
  WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`;

export class Target {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** Is it built? */
  isReady(): boolean {
    return existsSync(join(this.#root, 'ready'));
  }

  /** Calls that its own tools have seen, such as `php artisan migrate --force`. */
  commands(): string[] {
    return this.#log('commands').map(line =>
      (JSON.parse(line.split('\t')[2]!) as string[]).join(' '),
    );
  }

  /** How often a tool was called like this. */
  timesRun(command: string): number {
    return this.commands().filter(one => one === command).length;
  }

  /** Batches that the migration committed. */
  batches(): string[] {
    return this.#log('migration').map(line => line.split('\t')[2]!);
  }

  /** First column of the first row. */
  query(sql: string): unknown {
    return this.#read(db => Object.values(db.prepare(sql).get() ?? {})[0]);
  }

  /** Tables, their definitions, and every row of those that people fill. */
  dump(): unknown {
    return this.#read(db => {
      const tables = db.prepare(definitions).all() as { name: string; sql: string }[];
      const rows = (name: string) => db.prepare(`SELECT * FROM ${name} ORDER BY 1`).all();
      // The workers eat the queue at their own pace.
      const kept = tables.filter(({ name }) =>
        ['users', 'missions', 'bail_mobilites'].includes(name),
      );
      return { tables, rows: kept.map(({ name }) => [name, rows(name)]) };
    });
  }

  /** What a visitor gets. */
  async visit(path = '/'): Promise<{ status: number; body: string }> {
    const port = readFileSync(join(this.#root, 'site.port'), 'utf8').trim();
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: response.status, body: await response.text() };
  }

  /** The version that is checked out. */
  version(): string {
    const args = ['-C', join(this.#root, 'app'), 'describe', '--tags', '--exact-match'];
    return execFileSync('git', args, { encoding: 'utf8' }).trim();
  }

  #log(name: 'commands' | 'migration'): string[] {
    const file = join(this.#root, 'log', `${name}.log`);
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  }

  #read<T>(look: (db: DatabaseSync) => T): T {
    const db = new DatabaseSync(join(this.#root, 'database/ops.sqlite'), { readOnly: true });
    try {
      db.exec('PRAGMA busy_timeout = 5000');
      return look(db);
    } finally {
      db.close();
    }
  }
}
