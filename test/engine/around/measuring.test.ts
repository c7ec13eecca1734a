/** Metrics measured beside a run: a baseline before the window, watches after it, one look at each later stage. */
import { describe, expect, it } from 'vitest';
import type { Opened } from '../runs.ts';
import {
  day,
  measured,
  measures,
  minute,
  morning,
  probe,
  through,
  type Watched,
  watched,
} from './sites.ts';

/** The clock goes on, and an entry has the engine look at what is due. */
async function pass({ clock }: Watched, { states }: Opened, time: number): Promise<void> {
  clock.now += time;
  await states({ type: 'note.added', text: 'time passes' });
}

const window = ['D-day.2', 'D-day.3', 'D-day.4'];

describe('the baseline', () => {
  it('is measured on the day, before the window opens, once', async () => {
    const subject = await watched();
    const opened = await subject.run.open();
    await through(opened, subject.clock, 'D-7.1');
    expect(await measured(opened, 1)).toEqual(['baseline 100']);
    await pass(subject, opened, 10 * minute);
    await through(opened, subject.clock, 'D-day.1');
    expect([measures(opened), subject.site.visits]).toEqual([['baseline 100'], 1]);
    expect(opened.engine.state().context.metrics['M1.1']?.baseline).toMatchObject({
      value: 100,
      unit: '%',
      verdict: 'pass',
      source: 'http',
      samples: 1,
    });
  });

  it('is not measured before the day', async () => {
    const subject = await watched();
    const opened = await subject.run.open();
    await pass(subject, opened, minute);
    expect([opened.engine.around.takesBaseline, subject.site.visits]).toEqual([false, 0]);
  });

  it('is not measured in the evening before, though all that came before is done', async () => {
    const subject = await watched({ schedule: 'absolute' });
    subject.clock.now = morning - day;
    const opened = await subject.run.open();
    await through(opened, subject.clock, 'D-7.1');
    expect(opened.engine.around.takesBaseline).toBe(false);
    await pass(subject, opened, day);
    expect(await measured(opened, 1)).toEqual(['baseline 100']);
  });

  it('is never measured once the window is open', async () => {
    const subject = await watched({ probes: {} });
    const opened = await subject.run.open();
    await through(opened, subject.clock, 'D-7.1', 'D-day.1', 'D-day.2');
    opened.leave();
    subject.run.environment.probes.Availability = probe(subject.site.url);
    const again = await subject.run.open();
    await pass(subject, again, 10 * minute);
    expect([again.engine.around.takesBaseline, subject.site.visits]).toEqual([false, 0]);
  });

  it('is worth nothing when it comes after the window opened', async () => {
    const subject = await watched();
    const answers: (() => void)[] = [];
    subject.site.answer = response => void answers.push(() => response.end('late'));
    const opened = await subject.run.open();
    await through(opened, subject.clock, 'D-7.1', 'D-day.1');
    await expect.poll(() => answers.length, { timeout: 10_000 }).toBe(1);
    expect(opened.engine.around.takesBaseline).toBe(true);
    await through(opened, subject.clock, 'D-day.2');
    for (const answer of answers) answer();
    await expect.poll(() => opened.engine.around.takesBaseline, { timeout: 10_000 }).toBe(false);
    expect(measures(opened)).toEqual([]);
  });

  it('that failed is tried again, at the pace of its probe', async () => {
    const subject = await watched({}, { measure: 'p95' });
    subject.site.answer = response => response.destroy();
    const opened = await subject.run.open();
    await through(opened, subject.clock, 'D-7.1');
    expect(await measured(opened, 1)).toEqual(['baseline failed']);
    expect(opened.engine.state().context.metrics['M1.1']?.failed).toMatchObject({
      why: 'unreachable',
    });
    const { visits } = subject.site;
    await pass(subject, opened, minute / 2);
    expect([opened.engine.around.takesBaseline, subject.site.visits]).toEqual([false, visits]);
    subject.site.answer = response => response.end('fine');
    await pass(subject, opened, minute);
    expect(await measured(opened, 2)).toMatchObject(['baseline failed', /^baseline \d/]);
  });
});

describe('once the window is closed', () => {
  const afterwards = async () => {
    const subject = await watched();
    const opened = await subject.run.open();
    await through(opened, subject.clock, 'D-7.1');
    await measured(opened, 1);
    await through(opened, subject.clock, 'D-day.1', ...window);
    return { subject, opened };
  };

  it('each metric is watched at the pace of its probe, whether or not anything happens', async () => {
    const { subject, opened } = await afterwards();
    expect(await measured(opened, 2)).toEqual(['baseline 100', 'watch 100']);
    subject.site.answer = response => response.writeHead(500).end();
    await pass(subject, opened, minute - 5000);
    expect(subject.site.visits).toBe(2);
    subject.clock.now += minute;
    expect(await measured(opened, 3)).toEqual(['baseline 100', 'watch 100', 'watch 0']);
    expect(opened.engine.state().context.metrics['M1.1']?.recent.at(-1)).toMatchObject({
      value: 0,
      verdict: 'fail',
    });
  });

  it('that goes for a run on hold as well, and not for the window itself', async () => {
    const subject = await watched();
    const opened = await subject.run.open();
    await through(opened, subject.clock, 'D-7.1');
    await measured(opened, 1);
    await through(opened, subject.clock, 'D-day.1', 'D-day.2', 'D-day.3');
    await pass(subject, opened, 10 * minute);
    expect(subject.site.visits).toBe(1);
    await opened.states({ type: 'run.held', reason: 'lunch' });
    await through(opened, subject.clock, 'D-day.4');
    expect(await measured(opened, 2)).toEqual(['baseline 100', 'watch 100']);
  });

  it('a server that hangs never keeps steps from going on, nor is it asked twice at once', async () => {
    const { subject, opened } = await afterwards();
    await measured(opened, 2);
    subject.site.answer = () => {};
    await pass(subject, opened, minute);
    await expect.poll(() => subject.site.visits, { timeout: 10_000 }).toBe(3);
    await pass(subject, opened, 10 * minute);
    await through(opened, subject.clock, 'D-day.5');
    expect([opened.engine.state().current, subject.site.visits]).toEqual(['D+1.1', 3]);
  });
});

describe('a later stage', () => {
  /** On the evening of the day, all of it done. */
  async function evening(schedule: 'relative' | 'absolute') {
    const subject = await watched({ schedule });
    const opened = await subject.run.open();
    await through(opened, subject.clock, 'D-7.1', 'D-day.1', ...window);
    await opened.until(() => measures(opened).some(one => one.startsWith('watch')));
    await through(opened, subject.clock, 'D-day.5');
    return { subject, opened };
  }
  const watches = (opened: Opened) =>
    measures(opened).filter(one => one.startsWith('watch')).length;

  it('is looked at on its day, once, not in the evening before', async () => {
    const { subject, opened } = await evening('absolute');
    await pass(subject, opened, 10 * minute);
    expect(watches(opened)).toBe(1);
    await pass(subject, opened, day);
    await opened.until(() => watches(opened) === 2);
    await pass(subject, opened, 10 * minute);
    await through(opened, subject.clock, 'D+1.2');
    await pass(subject, opened, 10 * minute);
    expect([watches(opened), opened.engine.around.takesBaseline]).toEqual([2, false]);
  });

  it('is looked at when it begins, where days are counted from the start', async () => {
    const { subject, opened } = await evening('relative');
    await opened.until(() => watches(opened) === 2);
    await pass(subject, opened, 10 * minute);
    expect(watches(opened)).toBe(2);
  });

  it('is looked at when it is opened early', async () => {
    const { opened } = await evening('absolute');
    await opened.states({ type: 'stage.opened', stage: 'D+1', reason: 'all are there' });
    await opened.until(() => watches(opened) === 2);
  });
});

it('while the rollback is validated, metrics are watched', async () => {
  const subject = await watched();
  const opened = await subject.run.open();
  await through(opened, subject.clock, 'D-7.1');
  await measured(opened, 1);
  await opened.states({ type: 'rollback.decided', reason: 'too slow' });
  await opened.does({ type: 'start', step: 'R.1' });
  await opened.until(({ status }) => status === 'validating');
  expect(await measured(opened, 2)).toEqual(['baseline 100', 'watch 100']);
});

it('nothing is measured once the engine is closed', async () => {
  const subject = await watched();
  const opened = await subject.run.open();
  const answers: (() => void)[] = [];
  subject.site.answer = response => void answers.push(() => response.end('late'));
  await opened.does({ type: 'measure', metrics: ['M1.1'] });
  await expect.poll(() => answers.length, { timeout: 10_000 }).toBe(1);
  opened.engine.close('detached');
  for (const answer of answers) answer();
  const again = await subject.run.open();
  expect(measures(again)).toEqual([]);
});
