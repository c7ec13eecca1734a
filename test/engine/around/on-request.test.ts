/** Metrics that the operator wants measured now. */
import { describe, expect, it } from 'vitest';
import { deadPort, rawServer } from '../../channels/loopback.ts';
import { weeks } from '../plans.ts';
import { createRun } from '../runs.ts';
import { reach } from './hooks.ts';
import { measured, probe, timed, watched } from './sites.ts';

describe('on request', () => {
  const ask = (metrics: string[]) => ({ type: 'measure', metrics }) as const;

  it('a metric is measured at any time', async () => {
    const subject = await watched();
    const opened = await subject.run.open();
    await opened.does(ask(['M1.1']));
    expect(await measured(opened, 1)).toEqual(['watch 100']);
    await opened.does(ask(['M1.1', 'M1.2']));
    expect(await measured(opened, 2)).toEqual(['watch 100', 'watch 100']);
  });

  it('nothing is measured without a probe, and it says so', async () => {
    const opened = await (await watched()).run.open();
    for (const metrics of [['M1.2'], ['M9.9', 'constructor'], []]) {
      expect(await opened.engine.act(ask(metrics))).toEqual({
        done: false,
        refusal: { code: 'no-probe', detail: metrics.join(', ') },
      });
    }
    expect(opened.story()).toEqual([]);
  });

  it('nothing is measured where nothing leaves', async () => {
    const quiet = createRun(weeks(timed), { probes: { 'M1.1': probe('http://127.0.0.1:1') } });
    const { engine } = await quiet.open();
    expect(await engine.act(ask(['M1.1']))).toMatchObject({ refusal: { code: 'no-probe' } });
  });

  it('a probe may be named by the id of its metric', async () => {
    const subject = await watched();
    const probes = { 'M1.2': probe(subject.site.url, { measure: 'p50' }) };
    const opened = await createRun(weeks(timed), { probes }, {}, { reach }).open();
    await opened.does(ask(['M1.2']));
    const state = await opened.until(({ context }) => context.metrics['M1.2'] !== undefined);
    expect(state.context.metrics['M1.2']?.recent[0]).toMatchObject({ unit: 'ms', verdict: 'pass' });
  });

  it.each<[string, () => Promise<number>, string]>([
    ['nobody', deadPort, 'unreachable'],
    ['what hangs up', () => rawServer(socket => socket.destroy()), 'unreachable'],
    ['silence', () => rawServer(() => {}), 'timeout'],
  ])('what cannot be measured is journaled: %s', async (_, serve, why) => {
    const url = `http://127.0.0.1:${await serve()}`;
    const probes = { Availability: probe(url, { measure: 'p95', timeout: 1 }) };
    const opened = await createRun(weeks(timed), { probes }, {}, { reach }).open();
    await opened.does(ask(['M1.1']));
    await measured(opened, 1);
    expect(opened.engine.entries().at(-1)).toMatchObject({
      type: 'metric.failed',
      metric: 'M1.1',
      as: 'watch',
      why,
    });
  });

  it('a probe whose secret nobody knows fails, and names it', async () => {
    const probes = { Availability: probe('', { url: { secret: 'SITE' } }) };
    const opened = await createRun(weeks(timed), { probes }, {}, { reach }).open();
    await opened.does(ask(['M1.1']));
    await measured(opened, 1);
    expect(opened.engine.entries().at(-1)).toMatchObject({ why: 'failed', detail: 'secret SITE' });
  });
});
