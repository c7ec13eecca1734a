import { describe, expect, test } from 'vitest';
import { createProbes } from '../../src/probes/probes.ts';
import { webServer } from '../channels/loopback.ts';
import { until } from '../jobs/workshop.ts';
import { commandProbe, measure, queryProbe, siteProbe } from './asking.ts';

const cancelled = { ok: false, why: 'failed', detail: 'cancelled' };

describe('a signal', () => {
  test('that has come measures nothing', async () => {
    let asked = 0;
    const url = await webServer((_, response) => {
      asked += 1;
      response.end();
    });
    const probes = [siteProbe(url), queryProbe(url), commandProbe('echo 1')];
    const found = await Promise.all(
      probes.map(probe => createProbes().measure(probe, AbortSignal.abort())),
    );
    expect(found).toEqual([cancelled, cancelled, cancelled]);
    expect(asked).toBe(0);
  });

  test.each(['site', 'prometheus'])('that comes stops asking: %s', async kind => {
    let [asked, left] = [0, 0];
    const url = await webServer((_, response) => {
      asked += 1;
      response.on('close', () => left++);
    });
    const expected = kind === 'site' ? 4 : 1;
    const probe = kind === 'site' ? siteProbe(url) : queryProbe(url);
    const stop = new AbortController();
    const measured = createProbes().measure(probe, stop.signal);
    await until(() => asked === expected, 'the server is asked');
    stop.abort();
    expect(await measured).toEqual(cancelled);
    await until(() => left === expected, 'the server is left alone');
    expect(asked).toBe(expected);
  });

  test('that comes after six good answers is no measure either', async () => {
    const stop = new AbortController();
    let asked = 0;
    const url = await webServer((_, response) => {
      asked += 1;
      if (asked > 6) stop.abort();
      else response.end();
    });
    expect(await createProbes().measure(siteProbe(url), stop.signal)).toEqual(cancelled);
  });
});

test.each([
  ['', {}, 'url: http:// or https:// expected'],
  ['no address', {}, 'url: http:// or https:// expected'],
  ['ftp://127.0.0.1/', {}, 'url: http:// or https:// expected'],
  ['https://127.0.0.1:1/', { ca: '/nowhere/ca.pem' }, 'ca: ENOENT'],
])('%j with %j is a fault of the environment', async (url, settings, detail) => {
  for (const probe of [siteProbe(url, settings), queryProbe(url, settings)]) {
    expect(await measure(probe)).toEqual({ ok: false, why: 'failed', detail });
  }
});
