import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { box, fence, release, step, undo } from './plans.ts';
import { createRun, type Opened, type TestRun } from './runs.ts';

const checkpoint = step('09:00', '**CHECKPOINT** - Ready');
const after = step('09:05', 'Work', fence('echo worked >> ledger'));
const ledgerOf = ({ folder }: TestRun): string => {
  const file = join(folder, 'ledger');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

/** Jobs that looked at a box, in order. */
const looksAt = ({ engine }: Opened, item: string) =>
  Object.values(engine.state().context.jobs).filter(job => job.check === item);

describe('the criteria of a checkpoint', () => {
  const criteria = [
    box('Everybody is there'),
    box('Disk', fence('echo disk >> ledger; echo; echo "12 GB left"; echo')),
    box('Queue', fence('echo queue >> ledger; echo 3 failed jobs', 'bash refuse=/failed/')),
  ];
  const plan = release({ steps: [checkpoint, after], criteria });

  it('that a command looks at are looked at when it opens, one after the other, once each', async () => {
    const run = createRun(plan);
    const opened = await run.open();
    const state = await opened.until(({ context }) => 'C1.3' in context.marks);
    expect(ledgerOf(run)).toBe('disk\nqueue\n');
    expect(Object.keys(state.context.jobs)).toEqual(['0002-check-C1.2', '0004-check-C1.3']);
    expect(state.context.marks).toMatchObject({
      'C1.2': { verdict: 'pass', note: '12 GB left', by: 'bascule', job: '0002-check-C1.2' },
      'C1.3': { verdict: 'fail', note: '3 failed jobs' },
    });
    // Whatever else happens, and whoever comes back.
    await opened.states({ type: 'note.added', text: 'look' });
    opened.engine.close('detached');
    opened.journal.close();
    const again = await run.open();
    await again.states({ type: 'item.ticked', item: 'C1.1', verdict: 'pass' });
    expect(again.engine.state().context.aside).toBeNull();
    expect(ledgerOf(run)).toBe('disk\nqueue\n');
  });

  it('are looked at again when the operator says so, and all of them after a NO-GO', async () => {
    const run = createRun(plan);
    const opened = await run.open();
    await opened.until(({ context }) => 'C1.3' in context.marks && context.aside === null);
    await opened.does({ type: 'check', item: 'C1.3' });
    await opened.until(({ context }) => context.aside === null);
    expect(looksAt(opened, 'C1.3').map(job => job.attempt)).toEqual([1, 2]);
    await opened.states({ type: 'checkpoint.refused', step: '1.1', reason: 'queue' });
    await opened.states({ type: 'checkpoint.reviewed', step: '1.1' });
    await opened.until(({ context }) => 'C1.3' in context.marks && context.aside === null);
    expect(ledgerOf(run)).toBe('disk\nqueue\nqueue\ndisk\nqueue\n');
  });

  it('cannot be looked at from elsewhere, nor without a command', async () => {
    const { engine, states, until } = await createRun(
      release({ steps: [step('08:55', 'Before'), checkpoint], criteria }),
    ).open();
    expect(await engine.act({ type: 'check', item: 'C1.2' })).toMatchObject({
      refusal: { code: 'not-now', detail: '1.2' },
    });
    expect(await engine.act({ type: 'check', item: 'C1.1' })).toMatchObject({
      refusal: { code: 'not-runnable', detail: 'C1.1' },
    });
    await states({ type: 'step.confirmed', step: '1.1' });
    await until(({ context }) => 'C1.3' in context.marks);
  });

  it.each([
    ['lacks a value', {}, { code: 'unbound-variable', detail: 'tag' }],
    ['has a value that is not safe', { tag: 'v1;' }, { code: 'bad-value', detail: 'tag: ";"' }],
  ])('one that %s waits for another, and keeps no other waiting', async (_, variables, refusal) => {
    const run = createRun(
      release({
        steps: [checkpoint],
        criteria: [box('Tag', fence('echo {{tag}} >> ledger')), box('Disk', fence('true'))],
      }),
      { variables },
    );
    const opened = await run.open();
    await opened.until(({ context }) => 'C1.2' in context.marks);
    expect(looksAt(opened, 'C1.1')).toEqual([]);
    const asked = await opened.engine.act({ type: 'check', item: 'C1.1' });
    expect(asked).toEqual({ done: false, refusal });
    await opened.states({ type: 'variable.bound', name: 'tag', value: 'v1', source: 'asked' });
    await opened.until(({ context }) => context.marks['C1.1']?.verdict === 'pass');
    expect(ledgerOf(run)).toBe('v1\n');
  });

  it('one that cannot start leaves its box open, and is tried once more, not for ever', async () => {
    const run = createRun(
      release({
        steps: [checkpoint],
        criteria: [
          box('Nowhere', fence('true', 'bash dir=/nonexistent')),
          box('Disk', fence('true')),
        ],
      }),
    );
    const opened = await run.open();
    await opened.until(({ context }) => 'C1.2' in context.marks && context.aside === null);
    await opened.states({ type: 'note.added', text: 'look' });
    expect(looksAt(opened, 'C1.1').map(job => job.status)).toEqual(['revoked', 'revoked']);
    expect(opened.engine.state().context.marks).not.toHaveProperty('C1.1');
  });

  it('take no terminal', async () => {
    const run = createRun(
      release({
        steps: [checkpoint],
        criteria: [box('Ask', fence('true', 'bash interactive'))],
      }),
    );
    const { until } = await run.open();
    const { context } = await until(one => 'C1.1' in one.context.marks);
    expect(Object.values(context.jobs).map(job => job.ok)).toEqual([true]);
  });
});

describe('what the rollback needs', () => {
  const work = step('09:05', 'Work <!-- id=work -->', fence('echo worked >> ledger'));
  const ready = (proof: string): string =>
    release({
      steps: [work],
      rollback: [
        undo(
          'Undo',
          'undoes=work',
          fence(proof, 'bash proof="the backup"'),
          fence('echo undone >> ledger'),
        ),
      ],
    });

  it('a step does not start without it, and says what is missing', async () => {
    const run = createRun(ready('test -f backup'));
    const opened = await run.open();
    await opened.until(({ context }) => context.marks['R.1/p1']?.verdict === 'fail');
    const start = { type: 'start', step: '1.1' } as const;
    expect(await opened.engine.act(start)).toEqual({
      done: false,
      refusal: { code: 'not-ready', detail: 'the backup' },
    });
    expect(ledgerOf(run)).toBe('');
    writeFileSync(join(run.folder, 'backup'), '');
    await opened.does({ type: 'check', item: 'R.1/p1' });
    await opened.until(({ context }) => context.aside === null);
    expect(Object.keys(opened.engine.state().context.jobs).at(-1)).toMatch(/^\d{4}-check-R\.1-p1$/);
    await opened.does(start);
    await opened.until(state => state.status === 'completed');
    expect(ledgerOf(run)).toBe('worked\n');
  });

  it('the pace waits until it is proved, then starts the step', async () => {
    const run = createRun(ready('sleep 0.3; test ! -f ledger'), { pace: 'automatic' });
    const { until, story } = await run.open();
    await until(state => state.status === 'completed');
    expect(story()).toEqual(['job.started', 'job.exited', 'job.started', 'job.exited']);
    expect(ledgerOf(run)).toBe('worked\n');
  });

  it('a pace that was changed meanwhile starts nothing', async () => {
    const run = createRun(ready('sleep 0.3'), { pace: 'automatic' });
    const { until, states, engine } = await run.open();
    await states({ type: 'pace.set', pace: 'step' });
    await until(({ context }) => context.marks['R.1/p1']?.verdict === 'pass');
    expect(engine.state().context.liveJob).toBeNull();
  });

  it('the pace starts nothing once a proof failed, also when it is repaired', async () => {
    const run = createRun(ready('test -f backup'), { pace: 'automatic' });
    const { until, does, engine } = await run.open();
    await until(({ context }) => context.marks['R.1/p1']?.verdict === 'fail');
    writeFileSync(join(run.folder, 'backup'), '');
    await does({ type: 'check', item: 'R.1/p1' });
    await until(({ context }) => context.marks['R.1/p1']?.verdict === 'pass');
    const state = engine.state();
    expect([state.statusOf('1.1'), state.context.liveJob]).toEqual(['ready', null]);
  });
});
