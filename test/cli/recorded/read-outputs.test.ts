import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { JobRecord, RunContext } from '../../../machines/context.ts';
import { blank } from '../../../machines/records/run.ts';
import { createOutputReader } from '../../../src/cli/recorded/read-outputs.ts';
import { createJobs } from '../../../src/jobs/jobs.ts';
import { createOutputs } from '../../../src/sources/outputs.ts';

const began = Date.parse('2026-12-01T05:00:00.000Z');
const iso = (seconds: number) => new Date(began + seconds * 1000).toISOString();

interface Printed {
  output: string | number;
  /** Seconds that it ran. */
  took?: number;
  seen?: string;
  more?: Partial<JobRecord>;
}

/** Jobs with output files of their own; a number makes a file of so many bytes. */
function printed(jobs: Record<string, Printed>, secrets: readonly string[] | null = []) {
  const folder = mkdtempSync(join(tmpdir(), 'bascule-outputs-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const records: Record<string, JobRecord> = {};
  for (const [id, { output, took = 1, seen, more = {} }] of Object.entries(jobs)) {
    mkdirSync(join(folder, id));
    const file = join(folder, id, 'output');
    writeFileSync(file, typeof output === 'string' ? output : '');
    if (typeof output === 'number') truncateSync(file, output);
    if (seen !== undefined) writeFileSync(join(folder, id, 'seen'), seen);
    const size = typeof output === 'number' ? output : Buffer.byteLength(output);
    records[id] = { ...record(id), exitedAt: iso(took), size, code: 0, ok: true, ...more };
  }
  const context: RunContext = { ...blank(), jobs: records };
  const outputs = createOutputs(createJobs({ folder, nofile: 1024 }), secrets);
  const reader = createOutputReader({ outputs, secrets });
  return { folder, read: () => reader.read(context, began + 3_600_000), context };
}

const record = (id: string): JobRecord => ({
  id,
  step: '1.1',
  command: 0,
  attempt: 1,
  startedAt: iso(0),
  status: 'exited',
  host: 'h',
});

const seconds = (at: number) => began + at * 1000;

describe('the outputs of a run', () => {
  it('are whole where they are short, both ends where they are long', async () => {
    const long = Array.from({ length: 20_000 }, (_, line) => `ligne ${line}\n`).join('');
    const found = await printed({ a: { output: 'prêt\n' }, b: { output: long } }).read();
    expect(found.get('a')).toMatchObject({ head: 'prêt\n', tail: '', omitted: 0, size: 6 });
    const { head, tail, omitted } = found.get('b')!;
    expect(head).toMatch(/^ligne 0\n.*\n$/s);
    expect(tail).toMatch(/^ligne \d+\n.*ligne 19999\n$/s);
    expect(head.length).toBeLessThanOrEqual(16 * 1024);
    expect(tail.length).toBeLessThanOrEqual(32 * 1024);
    expect(head.length + tail.length + omitted).toBe(long.length);
  });

  it('are never read whole: a hundred of two gigabytes each', async () => {
    const jobs = Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => [`j${at}`, { output: 2 ** 31 }]),
    );
    const before = process.memoryUsage().rss;
    const found = await printed(jobs).read();
    expect(found.size).toBe(100);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('have two megabytes together: what failed first, then what ran longest; the rest says so', async () => {
    const text = 'x'.repeat(63 * 1024);
    const jobs = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`j${at}`, { output: text, took: 60 - at }]),
    );
    jobs.bad = { output: text, took: 1, more: { ok: false, code: 1 } } as never;
    const found = await printed(jobs).read();
    const shown = [...found.values()].reduce(
      (sum, { head, tail }) => sum + head.length + tail.length,
      0,
    );
    expect(shown).toBeLessThanOrEqual(2 * 1024 * 1024);
    expect(shown).toBeGreaterThan(1.9 * 1024 * 1024);
    expect(found.get('bad')!.omitted).toBe(0);
    expect(found.get('j0')!.omitted).toBe(0);
    expect(found.get('j59')).toMatchObject({ head: '', tail: '', omitted: text.length });
  });

  it('have one that plays: the longest of those that somebody followed', async () => {
    const marks = [
      `began ${seconds(0)} 0`,
      `mark ${seconds(5)} 3`,
      `mark ${seconds(9)} 8`,
      '',
    ].join('\n');
    const found = await printed({
      short: { output: 'un\ndeux\n', took: 4, seen: marks },
      long: { output: 'un\ndeux\n', took: 10, seen: marks },
      alone: { output: 'un\n', took: 100 },
    }).read();
    expect(found.get('long')!.player).toEqual([
      { at: seconds(0), characters: 0 },
      { at: seconds(5), characters: 3 },
      { at: seconds(9), characters: 8 },
    ]);
    expect(found.get('short')!.player).toBeNull();
    expect(found.get('alone')).toMatchObject({ player: null, remark: { why: 'untimed' } });
  });

  it('hold nothing that came after a command ended, and say what is gone since', async () => {
    const run = printed({
      late: { output: 'fini\nencore\n', more: { size: 5 } },
      gone: { output: 'un\ndeux\n' },
      asked: { output: '', more: { interactive: true } },
    });
    truncateSync(join(run.folder, 'gone', 'output'), 3);
    const found = await run.read();
    expect(found.get('late')).toMatchObject({ head: 'fini\n', omitted: 0 });
    expect(found.get('gone')).toMatchObject({ head: 'un\n', remark: { why: 'missing', bytes: 5 } });
    expect(found.get('asked')).toMatchObject({
      head: '',
      remark: { why: 'interactive', bytes: 0 },
    });
  });

  it('have their secrets covered; where these are not known, only what was looked through is there', async () => {
    const output = 'clé s3cr3t\nsuite\n';
    const known = await printed({ a: { output } }, ['s3cr3t']).read();
    expect(known.get('a')!.head).toBe('clé ******\nsuite\n');
    const seen = `began ${seconds(0)} 0\nmask 5 6\nmark ${seconds(1)} 12\n`;
    const unknown = await printed({ a: { output, seen }, b: { output } }, null).read();
    expect(unknown.get('a')).toMatchObject({
      head: 'clé ******\n',
      remark: { why: 'withheld', bytes: 6 },
    });
    expect(unknown.get('b')).toMatchObject({ head: '', remark: { why: 'withheld', bytes: 18 } });
  });

  it('are read again only where there is more of them', async () => {
    const run = printed({
      done: { output: 'fini\n' },
      runs: { output: 'un\n', more: { status: 'running' } },
    });
    const { exitedAt, size, code, ok, ...running } = run.context.jobs.runs!;
    run.context.jobs.runs = running;
    const before = await run.read();
    writeFileSync(join(run.folder, 'runs', 'output'), 'un\ndeux\n');
    const after = await run.read();
    expect(after.get('done')).toBe(before.get('done'));
    expect(after.get('runs')!.head).toBe('un\ndeux\n');
  });
});
