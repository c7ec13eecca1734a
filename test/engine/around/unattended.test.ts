/** What an absent operator does about days, prerequisites, lists, approvals, the baseline and the final checklist. */
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../machines/entries.ts';
import { driveUnattended, type OnFailure } from '../../../src/engine/unattended.ts';
import type { Environment } from '../../../src/plan/types.ts';
import { box, fence, step, type Weeks, weeks } from '../plans.ts';
import { createRun, type TestRun } from '../runs.ts';
import { day, measures, morning, through, timed, watched } from './sites.ts';

const strict = {
  schedule: 'absolute',
  prerequisites: 'required',
  approvals: 'required',
} as const satisfies Partial<Environment>;

/** Starts to drive; `opened` is there to watch, `end` comes when it stops. */
async function driving(run: TestRun, onFailure: OnFailure = 'stop', now = () => morning) {
  const opened = await run.open();
  const { plan, environment } = run;
  const signal = new AbortController().signal;
  const options = { plan, environment, engine: opened.engine, onFailure, signal, now };
  return { opened, end: driveUnattended(options) };
}

/** Drives to the end, in the morning of the day or `days` from it; what was journaled, in few words. */
async function driven(plan: Weeks, days = 0, onFailure: OnFailure = 'stop') {
  const now = () => morning + days * day;
  const run = createRun(weeks(plan), strict, {}, { now });
  const { opened, end } = await driving(run, onFailure, now);
  return {
    end: await end,
    said: opened.engine.entries().slice(2).map(said),
    engine: opened.engine,
  };
}

function said(entry: Entry): string {
  const { type } = entry;
  const about = 'item' in entry ? entry.item : 'stage' in entry ? entry.stage : '';
  return `${type} ${'step' in entry ? entry.step : about}`.trim();
}

const work = step('09:00', 'Work', fence('true'));

describe('an unattended run', () => {
  it('opens stages before their day, ticks lists and the checklist, and closes', async () => {
    const plan = { before: ['- [ ] Call'], day: [work], after: ['- [ ] Look', '- [ ] Ask'] };
    const { end, said, engine } = await driven({ ...plan, checklist: [box('Filed')] }, -30);
    expect(end).toEqual({ why: 'completed' });
    expect(said).toEqual([
      'stage.opened D-7',
      'step.confirmed D-7.1',
      'stage.opened D-day',
      'job.started D-day.1',
      'job.exited D-day.1',
      'stage.opened D+1',
      'step.confirmed D+1.1',
      'step.confirmed D+1.2',
      'item.ticked L.1',
      'run.closed',
    ]);
    expect(engine.state().context.opened['D-7']).toMatchObject({ reason: 'unattended' });
  });

  it('opens nothing whose day has come', async () => {
    const { end, said } = await driven({ before: ['- [ ] Call'], day: [work] });
    expect(end).toEqual({ why: 'completed' });
    expect(said).not.toContain('stage.opened D-day');
  });

  it('ticks the prerequisites that only people look at, once the others were looked at', async () => {
    const prerequisites = [box('Disk', fence('true')), box('Backup')];
    const { end, said } = await driven({ prerequisites, day: [work] });
    expect(end).toEqual({ why: 'completed' });
    expect(said).toEqual([
      'job.started prerequisites',
      'job.exited prerequisites',
      'item.ticked P1.2',
      'job.started D-day.1',
      'job.exited D-day.1',
    ]);
  });

  it('never goes on over a prerequisite that a command found wrong', async () => {
    const prerequisites = [box('Disk', fence('false')), box('Backup')];
    const { end, said } = await driven({ prerequisites, day: [work] });
    const refusal = { code: 'prerequisites', detail: 'Disk, Backup' };
    expect(end).toEqual({ why: 'stopped', step: 'D-day.1', refusal });
    expect(said).toEqual(['job.started prerequisites', 'job.exited prerequisites']);
  });

  it('stops at an approval, with its refusal, whatever it does about failures', async () => {
    const asks = step('09:00', 'Work <!-- approve=Direction -->', fence('true'));
    for (const onFailure of ['stop', 'rollback'] as const) {
      const { end, said } = await driven({ day: [asks] }, 0, onFailure);
      const refusal = { code: 'approval', detail: 'Direction' };
      expect(end).toEqual({ why: 'stopped', step: 'D-day.1', refusal });
      expect(said).toEqual([]);
    }
  });

  it('stops at a final checklist of which somebody said that a box is wrong', async () => {
    const run = createRun(
      weeks({ day: [work], checklist: [box('Filed')] }),
      strict,
      {},
      { now: () => morning },
    );
    const before = await run.open();
    await before.states({ type: 'item.ticked', item: 'L.1', verdict: 'fail', note: 'lost' });
    before.leave();
    const { end, opened } = await driving(run);
    expect(await end).toEqual({ why: 'stopped', step: null });
    expect(opened.engine.state().status).toBe('closing');
  });
});

describe('before the maintenance window opens, an unattended run', () => {
  /** At the window, with the baseline at the site, which has not answered. */
  async function atTheWindow(measure: 'availability' | 'p95' = 'availability') {
    const subject = await watched({}, { measure });
    const asked: ServerResponse[] = [];
    subject.site.answer = response => void asked.push(response);
    const { opened, end } = await driving(subject.run);
    await opened.until(({ current }) => current === 'D-day.2');
    await expect.poll(() => asked.length, { timeout: 10_000 }).toBe(1);
    return { subject, opened, end, asked };
  }

  it('waits for the baseline, and then goes on', async () => {
    const { subject, opened, end, asked } = await atTheWindow();
    expect([opened.engine.state().current, opened.engine.around.takesBaseline]).toEqual([
      'D-day.2',
      true,
    ]);
    subject.site.answer = response => response.end('fine');
    for (const response of asked) response.end('fine');
    expect(await end).toEqual({ why: 'completed' });
    const story = opened.engine.entries().map(entry => entry.type);
    expect(measures(opened)[0]).toBe('baseline 100');
    expect(story.indexOf('metric.measured')).toBeLessThan(story.indexOf('milestone.reached'));
  });

  it('does not wait for ever for one that cannot be taken', async () => {
    const { subject, opened, end, asked } = await atTheWindow('p95');
    subject.site.answer = response => response.end('fine');
    for (const response of asked) response.destroy();
    expect(await end).toEqual({ why: 'completed' });
    expect(measures(opened)[0]).toBe('baseline failed');
  });

  it('waits for nothing that is not measured', async () => {
    const subject = await watched({ probes: {} });
    const { end } = await driving(subject.run);
    expect(await end).toEqual({ why: 'completed' });
    expect(subject.site.visits).toBe(0);
  });
});

it('takes the run where a person left it', async () => {
  const subject = await watched();
  const before = await subject.run.open();
  await through(before, subject.clock, 'D-7.1', 'D-day.1');
  before.leave();
  const { end } = await driving(subject.run);
  expect(await end).toEqual({ why: 'completed' });
  expect(timed.day).toHaveLength(5);
});
