import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { measure, nobody, queryProbe } from '../asking.ts';

const program = 'prometheus';
const installed = spawnSync(program, ['--version']).status === 0;

/** Asks again until it has scraped itself, 30 s at most. */
async function firstFigure(url: string, query: string) {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const found = await measure(queryProbe(url, { query }));
    if (found.ok || Date.now() > deadline) return found;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

describe.skipIf(!installed)('a real Prometheus that watches itself', { timeout: 60_000 }, () => {
  let home: string;
  let server: ChildProcess;
  let url: string;

  beforeAll(async () => {
    home = fs.mkdtempSync(path.join(os.tmpdir(), 'bascule-prometheus-'));
    url = await nobody();
    const { host } = new URL(url);
    const file = path.join(home, 'prometheus.yml');
    fs.writeFileSync(
      file,
      `global: { scrape_interval: 1s }
scrape_configs: [{ job_name: itself, static_configs: [{ targets: ['${host}'] }] }]
`,
    );
    const settings = [
      `--config.file=${file}`,
      `--storage.tsdb.path=${path.join(home, 'data')}`,
      `--web.listen-address=${host}`,
    ];
    server = spawn(program, settings, { stdio: 'ignore' });
    await firstFigure(url, 'up');
  });

  afterAll(async () => {
    server.kill();
    if (server.exitCode === null) await once(server, 'exit');
    fs.rmSync(home, { recursive: true });
  });

  test.each([
    ['a vector of one sample', 'up{job="itself"}', 1],
    ['a scalar', 'scalar(vector(42.5))', 42.5],
    ['arithmetic', '100 * sum(up) / count(up)', 100],
  ])('%s', async (_, query, value) => {
    expect(await measure(queryProbe(url, { query }))).toMatchObject({ ok: true, value });
  });

  test.each([
    ['several samples', '{job="itself"}', 'no-figure', /^\d+ samples, one expected$/],
    ['no sample', 'no_such_metric', 'no-figure', /^no sample$/],
    ['not a number', 'vector(0/0)', 'no-figure', /^NaN$/],
    ['a range', 'up[1m]', 'no-figure', /^no scalar or vector/],
    ['a query that means nothing', 'sum(', 'refused', /parse error/],
  ])('%s', async (_, query, why, detail) => {
    expect(await measure(queryProbe(url, { query }))).toEqual({
      ok: false,
      why,
      detail: expect.stringMatching(detail),
    });
  });
});
